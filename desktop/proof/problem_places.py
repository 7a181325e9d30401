"""The places of a file's problems, gone to one after the other: those of one problem, then those of the next."""

from PySide6.QtCore import QObject, QRectF, Slot

from db.values import Problem
from desktop.proof.findings import Findings
from desktop.proof.page_geometry import PageGeometry
from desktop.proof.proof_file import ProofFile
from desktop.proof.proof_view import ProofView


class ProblemPlaces(QObject):
    """Shows on the pages where a problem is, and marks it in the press check."""

    def __init__(self, findings: Findings, view: ProofView) -> None:
        super().__init__(view)
        self._findings, self._view = findings, view
        self._file: ProofFile | None = None
        self.shown: Problem | None = None
        """The problem that was gone to."""
        self._area = 0
        """The one of its places that was gone to."""
        findings.place_wanted.connect(self.go_to)

    def open(self, file: ProofFile) -> None:
        """From now on it is this file."""
        self._file, self.shown = file, None

    @Slot(object)
    def go_to(self, problem: Problem) -> None:
        """Go to the first place of a problem, or to its next one."""
        again = problem == self.shown
        self._area = (self._area + 1) % len(problem.areas) if again else 0
        self.shown = problem
        self._findings.show_current(problem)
        self._view.show_areas([self._area_on_page(area.page - 1, area.box) for area in problem.areas], self._area)

    @Slot()
    def go_on(self) -> None:
        """Go to the next problem that has places."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        placed = [problem for problem in self._findings.problems if problem.areas]
        if placed:
            at = placed.index(self.shown) + by if self.shown in placed else (0 if by > 0 else -1)
            self.go_to(placed[at % len(placed)])

    def _area_on_page(self, page: int, box: tuple[float, float, float, float] | None) -> tuple[int, QRectF]:
        assert self._file is not None
        geometry = PageGeometry(self._file.facts.pages[page])
        return page, geometry.seen(box) if box else geometry.trim
