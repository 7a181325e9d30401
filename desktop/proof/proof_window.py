"""The proof window: a PDF as a press will print it, with its plates, its ink, its boxes and what preflight finds."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import NewsroomError
from db.values import Problem, StoryText
from desktop.localization import tr, worded
from desktop.look.theme import GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.proof.findings import Findings
from desktop.proof.no_page import NoPage
from desktop.proof.page_acts import PageActs
from desktop.proof.page_geometry import PageGeometry
from desktop.proof.pdf_files import ask_pdf, pdfs_in
from desktop.proof.plate_bar import KEYS
from desktop.proof.problem_places import ProblemPlaces
from desktop.proof.proof_actions import fill_proof_menu, make_proof_actions
from desktop.proof.proof_bars import ProofFoot, ProofHeader
from desktop.proof.proof_facts import facts_of, notes_of, title_of
from desktop.proof.proof_file import ProofFile, number_of_rules, read_file, read_story
from desktop.proof.proof_memory import SWITCHES, ProofMemory
from desktop.proof.proof_view import Pointed, ProofView
from desktop.proof.proof_work import THUMBNAIL, DrawnPage, Look, ProofWork
from desktop.proof.thumbnail_list import ThumbnailList
from desktop.settings import LocalSettings
from desktop.tasks import Task, TaskRunner
from exports.pdf.plates.ink_spaces import PROCESS
from exports.typeset.galley.page_places import PagePlaces, TextPlace

_SMALLEST = QSize(200 * GRID, 140 * GRID)


class ProofWindow(QMainWindow):
    """One file, or the pages of one story."""

    text_wanted = Signal(int, object)
    """A story, and where in its text: a TextPlace, or a place as a problem names it."""
    closed = Signal()

    def __init__(self, door: NewsroomDoor, runner: TaskRunner, theme: Theme, settings: LocalSettings) -> None:
        super().__init__()
        self._door, self._settings = door, settings
        self._file: ProofFile | None = None
        self.subject: Path | int | None = None
        """The file, or the number of the story, that is looked at or being read."""
        self._found: list[Problem] | None = None
        self._read: Callable[[], None] | None = None
        self._reading: Task | None = None
        self._places = PagePlaces(())
        menu = QMenu(self)
        self.work = ProofWork(runner, self)
        self.header, self.foot = ProofHeader(theme, menu), ProofFoot(theme)
        self.list, self.view, self.findings = ThumbnailList(), ProofView(theme), Findings(theme)
        self.problems = ProblemPlaces(self.findings, self.view)
        self._middle, self.none = QStackedWidget(), NoPage()
        self._actions = make_proof_actions(self, self._slots())
        fill_proof_menu(menu, self._actions)
        self._memory = ProofMemory(settings, self, self.view, self._actions)
        self._build()
        self._connect()
        self._memory.restore()
        self._on_switched()

    @property
    def file(self) -> ProofFile | None:
        """What is looked at."""
        return self._file

    @property
    def actions_by_name(self) -> dict[str, QAction]:
        """Its acts."""
        return self._actions

    # what is looked at

    def open_file(self, path: Path) -> None:
        """Look at a PDF."""
        self._read = partial(self._read_by, read_file, path)
        self._begin(path, path.name)

    def open_story(self, story_id: int, name: str, text: StoryText | None) -> None:
        """Look at the pages of a story, as it stands or with a text that is being typed."""
        self._read = partial(self._read_by, read_story, story_id, text)
        self._begin(story_id, name)

    def _begin(self, subject: Path | int, name: str) -> None:
        """Look no more at what was there, and do not wait for what was being read."""
        self._stop_reading()
        self.work.stop()
        self._memory.keep_page(self._file)
        self.subject, self._file = subject, None
        self._show_switches()
        self.setWindowTitle(tr("{name} — Proof").format(name=name))
        self.header.show_name(name, tr("being read"))
        self._show_none(tr("Reading {name} …").format(name=name), again=False)
        if self._read is not None:
            self._read()

    def _read_by(self, question: Callable[..., ProofFile], *given: object) -> None:
        self.foot.set_work("read")
        self._reading = self._door.read(
            question, *given, on_done=self._on_read, on_error=self._on_not_read, on_end=self._on_read_end,
            on_progress=self._on_progress,
        )  # fmt: skip

    def _on_progress(self, _share: float) -> None:
        """Asked for so that what is stopped ends."""

    def _on_read_end(self) -> None:
        self._reading = None

    def _on_read(self, file: ProofFile) -> None:
        page = self._memory.page_of(file) if self._file is None else self.view.page
        self._file, self._found = file, None
        self._places = PagePlaces(file.sheets)
        self.header.show_name(file.name, title_of(file))
        self.work.open(file)
        self.findings.begin(file.problems)
        self.problems.open(file)
        self.list.show_pages(len(file.facts.pages))
        self._middle.setCurrentWidget(self.view)
        self.view.show_pages([PageGeometry(one) for one in file.facts.pages], page)
        self._actions["outside"].setEnabled(file.path is not None)
        self._show_switches()
        self._tell_facts()
        self.view.setFocus()

    def _on_not_read(self, error: NewsroomError) -> None:
        self.foot.set_work("")
        self.header.show_name(self.header.name.accessibleName(), tr("not read"))
        self._show_none(worded(error), again=True)

    def _show_none(self, why: str, *, again: bool) -> None:
        self.none.say(why, again=again)
        self._middle.setCurrentWidget(self.none)

    # what comes back

    @Slot(object)
    def _on_drawn(self, found: DrawnPage) -> None:
        self.view.take(found)
        if found.page == self.view.page:
            self.header.plates.show_plates(found.plates.plates)
            self._tell_facts()

    @Slot(object, object)
    def _on_thumbnails(self, pages: tuple[int, ...], pictures: list[tuple[int, int, bytes]]) -> None:
        for page, (wide, high, data) in zip(pages, pictures, strict=True):
            image = QImage(data, wide, high, 3 * wide, QImage.Format.Format_RGB888).copy()
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self.list.take(page, image)
            self.view.take_thumbnail(page, image)

    @Slot(object)
    def _on_checked(self, problems: list[Problem]) -> None:
        self._found = problems
        self.findings.show_found(problems, number_of_rules())
        self._tell_facts()

    @Slot(str)
    def _on_not_checked(self, sentence: str) -> None:
        self.findings.say(worded(sentence))

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._show_none(worded(sentence), again=True)

    @Slot(object)
    def _on_pointed(self, found: Pointed | None) -> None:
        if self._file is not None:
            self.foot.set_ink(found, self._file.demands.ink_limit)

    def _tell_facts(self) -> None:
        if self._file is not None:
            facts = facts_of(self._file, self.view.page, self._found, self.view.most_ink)
            self.findings.show_facts(facts, notes_of(self._file, self.work.plates_of(self.view.page)))

    @Slot()
    def _on_seen(self) -> None:
        """Another page, or another size; what refused to be drawn was another one."""
        view = self.view
        self.work.forget_unseen(view.leaf)
        if self._file is not None:
            self._middle.setCurrentWidget(view)
        self.list.set_page(view.page)
        many = view.pages
        leaf = "–".join(str(number + 1) for number in view.leaf)
        self.foot.page.setText(tr("Page {n} of {all}").format(n=leaf, all=many) if many else "")
        self.header.zoom.setText(tr("{n} %").format(n=view.percent))
        said = tr("Page {n} of {all}, {size} %").format(n=leaf, all=many, size=view.percent)
        view.setAccessibleDescription(said)
        if plates := self.work.plates_of(view.page):
            self.header.plates.show_plates(plates.plates)
            self._tell_facts()

    # what the person does

    @Slot(int, object)
    def _on_wanted(self, page: int, part: object) -> None:
        self.work.want(page, part, self._look)  # type: ignore[arg-type]  # a signal carries objects

    @property
    def _look(self) -> Look:
        limit = self._file.demands.ink_limit if self._file and self._actions["ink"].isChecked() else None
        return Look(self.header.plates.shown, limit)

    @Slot()
    def _on_look(self) -> None:
        self.view.set_look(self._look)

    @Slot()
    def _on_switched(self) -> None:
        """Facing pages, boxes, marks and the panes; remembered."""
        on = self._memory.keep_switches()
        self.view.set_ways(spread=on["spread"], marks=on["marks"], boxes=on["boxes"])
        self._show_switches()

    def _show_switches(self) -> None:
        there, several = self._file is not None, self.view.pages > 1
        self.list.setVisible(there and several and self._actions["list_pages"].isChecked())
        self.findings.setVisible(there and self._actions["list_problems"].isChecked())

    @Slot(str)
    def _on_text(self, place: str) -> None:
        if self._file is not None and self._file.story_id:
            self.text_wanted.emit(self._file.story_id, place)

    @Slot(int, QPointF)
    def _on_chosen(self, page: int, point: QPointF) -> None:
        """A place on a story's own page leads to its text."""
        if self._file is None or not self._file.story_id:
            return
        at = point - PageGeometry(self._file.facts.pages[page]).trim.topLeft()
        place: TextPlace | None = self._places.at(page, at.x(), at.y())
        if place is not None:
            self.text_wanted.emit(self._file.story_id, place)

    @Slot()
    def _on_open(self) -> None:
        if path := ask_pdf(self, self._settings):
            self.open_file(path)

    @Slot()
    def reload(self) -> None:
        """Read it again, as it is now."""
        if self._read is not None and self._reading is None:
            self.work.stop()
            self.view.forget_drawn()
            self._read()

    @Slot()
    def _on_outside(self) -> None:
        if self._file is not None and self._file.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.path)))

    @Slot()
    def _on_stop(self) -> None:
        if self._stop_reading():
            self._show_none(tr("Reading was stopped. F5 reads it again."), again=True)
        checking = self._found is None
        self.work.stop()
        self.foot.set_work("")
        if checking and self._file is not None:
            self.findings.say(tr("The check was stopped. F5 begins again."))

    def _stop_reading(self) -> bool:
        """Read no further; whether anything was being read."""
        task, self._reading = self._reading, None
        if task is not None:
            task.cancel()
        return task is not None

    @Slot()
    def _on_go_to(self) -> None:
        many = self.view.pages
        if many:
            said = tr("Page, of {n}").format(n=many)
            page, chosen = QInputDialog.getInt(self, tr("Go to page"), said, self.view.page + 1, 1, many)
            if chosen:
                self.view.go_to(page - 1)

    @Slot()
    def _on_next_pane(self) -> None:
        """The keyboard goes on to the pages, the page, the press check, the plates."""
        first = [*self.findings.findChildren(QPushButton)[:1], *self.header.plates.buttons[:1]]
        panes: list[QWidget] = [self.list, self.view, *first]
        seen = [pane for pane in panes if pane.isVisible()]
        held = next((at for at, pane in enumerate(seen) if pane.hasFocus()), -1)
        if seen:
            seen[(held + 1) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # what Qt tells the window

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is worked on is of no use any more."""
        self._stop_reading()
        self.work.stop()
        self._memory.keep_page(self._file)
        self._memory.keep_window()
        super().closeEvent(event)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A PDF may be dropped here."""
        if pdfs_in(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is looked at instead."""
        event.acceptProposedAction()
        self.open_file(pdfs_in(event.mimeData().urls())[0])

    # putting it together

    def _slots(self) -> dict[str, Callable[..., object]]:
        switches = dict.fromkeys(SWITCHES, self._on_switched)
        return {
            "open": self._on_open, "reload": self.reload, "outside": self._on_outside, "close": self.close,
            "go_to": self._on_go_to, "ink": self._on_look, "next_pane": self._on_next_pane,
            "next_problem": self.problems.go_on, "problem_before": self.problems.go_back,
            **PageActs(self.view, self.header.plates).slots(), **switches,
        }  # fmt: skip

    def _on_toggle_plate(self, name: str) -> None:
        self.header.plates.toggle(name)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(_SMALLEST)
        self._middle.addWidget(self.none)
        self._middle.addWidget(self.view)
        self.header.offer(self._actions)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self.list)
        panes.addWidget(self._middle, 1)
        panes.addWidget(self.findings)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(panes, 1)
        layout.addWidget(self.foot)
        self.setCentralWidget(central)
        for widget in (self.list, self.findings):
            widget.hide()

    def _connect(self) -> None:
        work, view = self.work, self.view
        work.drawn.connect(self._on_drawn)
        work.thumbnails_drawn.connect(self._on_thumbnails)
        work.checked.connect(self._on_checked)
        work.not_checked.connect(self._on_not_checked)
        work.refused.connect(self._on_refused)
        work.busy_changed.connect(self.foot.set_work)
        view.wanted.connect(self._on_wanted)
        view.pointed.connect(self._on_pointed)
        view.chosen.connect(self._on_chosen)
        view.seen_changed.connect(self._on_seen)
        self.list.chosen.connect(view.go_to)
        self.list.wanted.connect(self._on_thumbnails_wanted)
        self.header.plates.shown_changed.connect(self._on_look)
        self.findings.text_wanted.connect(self._on_text)
        self.foot.stop_wanted.connect(self._on_stop)
        self.none.another.clicked.connect(self._on_open)
        for name in PROCESS:
            shortcut = QShortcut(QKeySequence(f"Shift+{KEYS[name]}"), self)
            shortcut.activated.connect(partial(self._on_toggle_plate, name))

    @Slot(object)
    def _on_thumbnails_wanted(self, pages: list[int]) -> None:
        self.work.want_thumbnails(pages, round(THUMBNAIL * self.devicePixelRatioF()))
