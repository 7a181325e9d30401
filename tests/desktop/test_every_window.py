"""Every window and dialog: each control has a name that says which it is; no words are cut off in either language."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QLocale, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QScrollBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import MoveOption, Story, StoryText
from desktop.arrivals.sheet import ImportSheet
from desktop.arrivals.story_view import FieldButton
from desktop.board.search_field import SaveSearchDialog
from desktop.compare.dialog import CompareDialog
from desktop.crash import CrashWindow
from desktop.editor.conflict_dialog import ConflictDialog, Conflicted
from desktop.editor.text.link import LinkDialog
from desktop.export.batch_dialog import BatchExportDialog
from desktop.export.proof_dialog import ProofDialog
from desktop.export.request import StoryChoice
from desktop.export.story_dialog import StoryExportDialog
from desktop.find_in_desk.dialog import FindInDesk
from desktop.language import Language, Translation
from desktop.look.theme import GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.desks import RenameDeskDialog, RetireDeskDialog
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.people import PersonDialog, ResetDialog
from desktop.press.move_briefing import MoveBriefing
from desktop.settings import LocalSettings
from desktop.shell.help import ShortcutsDialog, about_dialog
from desktop.shell.new_story_dialog import NewStoryDialog
from desktop.shell.window import MainWindow
from desktop.signin.connect import ConnectDialog
from desktop.signin.first import FirstAccount
from desktop.signin.signin import SignIn, staff_of
from desktop.tasks import TaskRunner
from desktop.widgets.ask import NoteDialog
from desktop.widgets.fitted_dialog import FittedDialog
from desktop.widgets.move_dialog import MoveStoriesDialog
from desktop.widgets.parted_label import PartedLabel
from tests.db.conftest import signed_in
from tests.db.store.test_address import Ring
from tests.desktop.arrivals.conftest import arrived
from tests.desktop.conftest import make_card
from tools.setup import compile_translations

CONTROLS = {
    QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText, QAccessible.Role.SpinBox, QAccessible.Role.List, QAccessible.Role.Tree,
    QAccessible.Role.Table, QAccessible.Role.PageTab, QAccessible.Role.Slider, QAccessible.Role.ButtonMenu,
}  # fmt: skip
"""Roles of what a person does something with."""
PRESSED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ButtonMenu,
}
"""Of them those that are told apart by their names alone."""
FITS_BY = 1
"""Pixels that rounding may take from a label."""


class Rooms:
    """What the windows are made of."""

    def __init__(self, newsroom: Newsroom, runner: TaskRunner, theme: Theme, door: NewsroomDoor, folder: Path) -> None:
        self.newsroom, self.runner, self.theme, self.door, self.folder = newsroom, runner, theme, door, folder
        self.chief = signed_in(newsroom, "chief")
        text = StoryText(slug="lane-lifts", headline="Old lane houses get lifts", byline="By Wu Jing")
        self.story = newsroom.stories.create(text, desk="City", actor=signed_in(newsroom, "reporter"))
        self.settings = LocalSettings(folder / "window.ini")


def conflict(r: Rooms) -> QDialog:
    base = r.story.text
    return ConflictDialog(
        r.theme, Conflicted("Nora Lin", 1, base, base.with_(headline="Mine"), base.with_(headline="Theirs"))
    )


def moved(r: Rooms) -> QDialog:
    return MoveStoriesDialog(
        r.theme, [MoveBriefing(make_card(stage=Stage.EDIT), MoveOption(Move.APPROVE, allowed=True))]
    )


DIALOGS: dict[str, Callable[[Rooms], QDialog]] = {
    "a conflict": conflict,
    "a link": lambda r: LinkDialog(r.theme, ""),
    "find in stories": lambda r: FindInDesk(r.door, r.chief, r.theme, r.settings),
    "saving a search": lambda r: SaveSearchDialog(r.theme, r.door, r.chief, "lifts"),
    "an export of several": lambda r: BatchExportDialog(
        r.door, r.chief, r.theme, [StoryChoice("These", [make_card(stage=Stage.PUBLISH)])], {"tabloid": "T"}, r.folder
    ),
    "an export": lambda r: StoryExportDialog(r.theme, r.story, {}, r.folder),
    "a proof": lambda r: ProofDialog(r.theme, "lane-lifts", [], r.folder),
    "a new story": lambda r: NewStoryDialog(r.theme, ["City", "Sport"], "City"),
    "the import sheet": lambda r: ImportSheet(r.theme, r.door, r.settings, arrived(r.folder / "ferry.txt")),
    "the first account": lambda r: FirstAccount(r.theme, r.door),
    "a server": lambda r: ConnectDialog(r.theme, r.runner, _secrets()),
    "signing in": lambda r: SignIn(r.theme, r.door, staff_of(r.newsroom), last="chief"),
    "a comparison": lambda r: CompareDialog(r.theme, r.newsroom.stories.revisions(r.story.id), may_restore=True),
    "the settings": lambda r: PreferencesDialog(r.door, r.chief, r.theme),
    "a desk's name": lambda r: RenameDeskDialog(r.door, r.chief, r.theme, "City", None),
    "a desk that is retired": lambda r: RetireDeskDialog(r.door, r.chief, r.theme, "City", ["Sport"], None),
    "a person": lambda r: PersonDialog(r.door, r.chief, r.theme, None, ["City", "Sport"]),
    "a new password": lambda r: ResetDialog(r.door, r.chief, r.theme, r.newsroom.accounts.get("editor")),
    "a move": moved,
    "a note": lambda r: NoteDialog(r.theme, "Return", "What shall the writer change?", "Return"),
    "the keys": lambda r: ShortcutsDialog(r.theme, None),
    "the program": lambda r: about_dialog(r.theme, "/tmp/galley.db", None),
    "a crash": lambda r: CrashWindow("Traceback: nothing"),
}


def _secrets() -> Any:
    from db.store.secrets import Secrets

    return Secrets(Ring())


@pytest.fixture
def rooms(newsroom: Newsroom, runner: TaskRunner, theme: Theme, door: NewsroomDoor, tmp_path: Path) -> Rooms:
    return Rooms(newsroom, runner, theme, door, tmp_path)


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Translation]:
    """The language of the windows, English again in the end."""
    compile_translations(Path(sys.executable))
    before, translation = QLocale(), Translation(qapp, Language.ENGLISH)
    yield translation
    translation.choose(Language.ENGLISH)
    QLocale.setDefault(before)
    translation.deleteLater()


@pytest.mark.parametrize("name", DIALOGS)
def test_each_control_of_a_dialog_has_a_name_of_its_own(name: str, rooms: Rooms, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](rooms)
    qtbot.addWidget(dialog)
    dialog.show()
    rooms.runner.wait(10_000)
    QApplication.processEvents()
    assert unnamed(dialog) == []
    assert twice(dialog) == []
    assert unchosen(dialog) == []


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("name", DIALOGS)
def test_no_words_of_a_dialog_are_cut_off(
    name: str, language: Language, rooms: Rooms, spoken: Translation, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor on the smallest screen where all is drawn twice as large: what has no room there scrolls."""
    spoken.choose(language)
    dialog = DIALOGS[name](rooms)
    qtbot.addWidget(dialog)
    dialog.show()
    rooms.runner.wait(10_000)
    QApplication.processEvents()
    assert cut_off(dialog) == []
    dialog.hide()
    monkeypatch.setattr(FittedDialog, "room", lambda _dialog: HALF)
    dialog.show()
    QApplication.processEvents()
    assert cut_off(dialog) == []
    assert dialog.size() == dialog.size().boundedTo(HALF)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_the_board_and_a_story_name_all_and_cut_off_nothing(
    language: Language, open_window: Callable[[str], MainWindow], draft: Story, spoken: Translation, qtbot: QtBot
) -> None:
    spoken.choose(language)
    window = open_window("editor")
    window.show()
    qtbot.waitUntil(lambda: not window._runner.busy)
    _look_in_all_sizes(window, qtbot)
    window.open_story(draft.id)
    qtbot.waitUntil(lambda: not window._runner.busy and window.story_page.story is not None)
    _look_in_all_sizes(window, qtbot)
    assert window.minimumSize() == window.minimumSize().boundedTo(HALF)


SIZES = (QSize(1280, 800), QSize(1024, 700), QSize(512, 350))
"""Pixels at 100 %: a common screen, the smallest, and what is left of that where all is drawn twice as large."""
HALF = SIZES[-1]


def _look_in_all_sizes(window: MainWindow, qtbot: QtBot) -> None:
    for size in SIZES:
        window.resize(size)
        qtbot.waitUntil(lambda: not cut_off(window), timeout=20_000)  # what the meter says is laid out in its own time
        assert unnamed(window) == []
        assert unopenable(window) == []
        assert window._central.width() == size.width()  # nothing is to be scrolled to


def controls(window: QWidget) -> Iterator[tuple[Any, str, QWidget]]:
    """Role, name and widget of whatever a person does something with."""
    for widget in window.findChildren(QWidget):
        found = QAccessible.queryAccessibleInterface(widget)
        inner = isinstance(widget.parentWidget(), (QAbstractItemView, QComboBox, QAbstractSpinBox)) or isinstance(
            widget, (QScrollBar,)
        )
        if found is None or inner or not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QLabel)
        if found.role() in CONTROLS or stops:
            yield found.role(), found.text(QAccessible.Text.Name), widget


def unnamed(window: QWidget) -> list[str]:
    """The controls without a name, and those whose name is only on the screen, with room for an icon."""
    return [
        f"{type(widget).__name__} {role} {name}"
        for role, name, widget in controls(window)
        if not name or name[:1] == " "
    ]


def twice(window: QWidget) -> list[str]:
    """Names that two buttons or boxes have."""
    names = Counter(name for role, name, _widget in controls(window) if role in PRESSED)
    return [name for name, number in names.items() if number > 1]


def unchosen(window: QWidget) -> list[str]:
    """Lists in which a row that a screen reader selects is not the one that is chosen then."""
    return [type(view).__name__ for view in window.findChildren(QAbstractItemView) if view.isVisible() and _stays(view)]


def _stays(view: QAbstractItemView) -> bool:
    model = view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    others = [row for row in rows if row != view.currentIndex() and row.flags() & Qt.ItemFlag.ItemIsSelectable]
    if not others or view.selectionMode() is QAbstractItemView.SelectionMode.NoSelection:
        return False
    view.selectionModel().select(others[0], QItemSelectionModel.SelectionFlag.ClearAndSelect)
    return view.currentIndex() != others[0]


def unopenable(window: QWidget) -> list[str]:
    """Buttons whose menu no screen reader can open."""
    buttons = (one for one in window.findChildren(QToolButton) if one.isVisible())
    return [one.accessibleName() for one in buttons if one.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup]


def cut_off(window: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        needed, has = room_of_words(widget), widget.size()
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(has.width()) > has.height() + FITS_BY:
                found.append(widget.text())
        elif needed.width() > has.width() + FITS_BY or needed.height() > has.height() + FITS_BY:
            found.append(f"{widget.text()} {needed.width()} > {has.width()}, {needed.height()} > {has.height()}")
    return found


def room_of_words(widget: QWidget) -> QSize:
    """What the words need at the least: of a button in a bar without the air about them."""
    if isinstance(widget, FieldButton):
        return QSize(0, widget.sizeHint().height())  # its words fill lines of its width
    if isinstance(widget, PartedLabel):
        return QSize(0, widget.minimumSizeHint().height())  # it says as much as it has room for
    if isinstance(widget, QToolButton):
        if widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            return widget.iconSize()
        icon = widget.iconSize().width() + GRID if not widget.icon().isNull() else 0
        return QSize(widget.fontMetrics().horizontalAdvance(widget.text()) + icon, widget.fontMetrics().height())
    return widget.sizeHint()
