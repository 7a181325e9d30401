"""Putting a backup in the place of a newsroom, from the window: its chief confirms it, and what stood there is kept."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from db.acts import Act, why_never
from db.errors import Damaged, NewsroomError, NotFound, Refused, Unreadable
from db.newsroom import open_newsroom
from db.upkeep.restore import RestoredNewsroom, newsroom_in, restore
from db.values import Account, Progress, no_progress
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.preferences.page import field_label
from desktop.tasks import TaskRunner
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.dialog import FormDialog


@dataclass(frozen=True)
class StandingNewsroom:
    """A newsroom that stands where a backup is to be put."""

    place: Path
    identity: str
    name: str
    chiefs: tuple[Account, ...]
    """Those who may put a backup in its place."""
    other: str = ""
    """Name of the newsroom the backup is of, where that is another one."""


class RestoreDialog(FormDialog):
    """Accepted once the newsroom's chief has confirmed that a backup takes its place."""

    def __init__(
        self, theme: Theme, backup: Path, standing: StandingNewsroom, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        title, button = tr("Put a backup in a newsroom’s place"), tr("Put it back")
        if standing.other:
            title = tr("Replace {name} by another newsroom").format(name=standing.name)
            button = tr("Replace it by {other}").format(other=standing.other)
        super().__init__(theme, title, button, parent)
        self._standing, self._runner = standing, runner
        self.chief, self.password = ChoiceBox(), QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.name = QLineEdit()
        self._build_another(backup) if standing.other else self._build_usual(backup)
        self.add_note(tr("Its chief confirms that:"))
        self._build_fields()
        self.submitted.connect(self._on_submitted)

    def _build_usual(self, backup: Path) -> None:
        standing = self._standing
        self.add_note(tr("{place} is the newsroom {name}.").format(place=standing.place, name=standing.name))
        self.add_note(
            tr(
                "{backup} is checked and takes its place: whoever has it open goes on with what the backup holds. "
                "What stands there now is kept beside it under another name."
            ).format(backup=backup.name)
        )

    def _build_another(self, backup: Path) -> None:
        """Say that all of one newsroom makes way for another, and let nobody confirm it as they confirm the usual."""
        names = {"backup": backup.name, "other": self._standing.other, "name": self._standing.name}
        said = self.add_note(tr("{backup} is no backup of {name}: it is of another newsroom, {other}.").format(**names))
        set_property(said, "tone", "bad")
        self.add_note(
            tr(
                "All that {name} holds goes from {place}, and {other} stands there then. Whoever has {name} open can "
                "store nothing in it any more. It is kept beside it under another name."
            ).format(**names, place=self._standing.place)
        )
        self.add_note(tr("To have it so, type the name of the newsroom that goes: {name}").format(**names))
        self.name.setAccessibleName(tr("Name of the newsroom that goes"))
        self.name.setMinimumHeight(FIELD_HEIGHT)
        self.name.textChanged.connect(self._on_name_typed)
        self.body.addWidget(self.name)
        set_property(self.go, "kind", "danger")
        self.go.setEnabled(False)

    @Slot(str)
    def _on_name_typed(self, name: str) -> None:
        self.go.setEnabled(name.strip() == self._standing.name.strip())

    def _build_fields(self) -> None:
        for account in self._standing.chiefs:
            self.chief.addItem(account.name, account.login)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(3 * GRID)
        for title, field in ((tr("Chief"), self.chief), (tr("Password"), self.password)):
            field.setAccessibleName(title)
            field.setMinimumHeight(FIELD_HEIGHT)
            form.addRow(field_label(title), field)
        self.body.addLayout(form)
        (self.name if self._standing.other else self.password).setFocus()

    @Slot()
    def _on_submitted(self) -> None:
        self.begin()
        self._runner.run(
            confirm, self._standing, str(self.chief.currentData()), self.password.text(), on_done=self._on_confirmed,
            on_error=self.failed, on_end=self.end,
        )  # fmt: skip

    def _on_confirmed(self, _none: None) -> None:
        self.accept()

    def failed(self, error: NewsroomError) -> None:
        """Say why not; a wrong password is typed over."""
        super().failed(error)
        self.password.setFocus()
        self.password.selectAll()


def standing_at(place: Path, backup: Path) -> StandingNewsroom | None:
    """The newsroom in a file in which a backup is to be put.

    None where there is none, or one that has nobody to ask, such as a damaged one.
    """
    if not place.exists():
        return None
    try:
        opened = open_newsroom(place, create=False)
    except (Damaged, NotFound, Unreadable):
        return None
    try:
        people = opened.accounts.all()
        chiefs = tuple(one for one in people if one.active and not why_never(Act.RESTORE, one.role))
        theirs = newsroom_in(backup)
        other = theirs.name if theirs is not None and theirs.identity != opened.identity else ""
        return StandingNewsroom(place, opened.identity, opened.name, chiefs, other) if people else None
    finally:
        opened.close()


def confirm(standing: StandingNewsroom, login: str, password: str) -> None:
    """Raise Refused unless that is the password of somebody who may put a backup in the newsroom's place."""
    opened = open_newsroom(standing.place, create=False)
    try:
        opened.require(opened.accounts.sign_in(login, password), Act.RESTORE)
    finally:
        opened.close()


def restore_over(
    source: Path, place: Path, confirmed: StandingNewsroom | None = None, progress: Progress = no_progress
) -> RestoredNewsroom:
    """Put a backup into a file.

    Raises Refused where a newsroom stands other than the one, by its identity, of which its chief has confirmed that,
    or where the backup is of another newsroom and the chief was not told so.
    """
    standing = standing_at(place, source)
    if standing is not None and (confirmed is None or standing.identity != confirmed.identity):
        raise Refused(tr("{place} is another newsroom now: its chief was not asked.").format(place=place))
    return restore(source, place, another=confirmed is not None and bool(confirmed.other), progress=progress)
