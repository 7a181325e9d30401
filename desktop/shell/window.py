"""The main window of one person in one newsroom: the board, the story page, the message bar and the status bar."""

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from db.acts import Act, why_never
from db.values import Account, SignedIn, Story
from desktop.arrivals.story_import import StoryImport
from desktop.board.page import BoardPage
from desktop.board.views import followed_key, home_key
from desktop.editor.session.story_setting import SetStory, set_here
from desktop.export.batch_export import BatchExport
from desktop.export.kinds import export_title
from desktop.export.story_export import StoryExport
from desktop.localization import tr, utc_now, worded
from desktop.look.theme import GRID, LEAST_WIDTH, Appearance, Theme
from desktop.newsroom_door import FACT_PARTS, NewsroomDoor
from desktop.preferences.writing import own_habits
from desktop.press.unrecorded import settle_unrecorded
from desktop.proof.pdf_files import is_pdf
from desktop.proof.proof_windows import ProofWindows
from desktop.settings import LocalSettings
from desktop.shell.actions import bind_actions, make_actions, show_palette_keys
from desktop.shell.card_drops import CardDrops
from desktop.shell.card_moves import CardMoves
from desktop.shell.change_notifier import ChangeNotifier
from desktop.shell.commands import Commands, CommandSources
from desktop.shell.finishing import finish
from desktop.shell.help import ShortcutsDialog, about_dialog
from desktop.shell.list_saving import ListSaving
from desktop.shell.main_menu import MainMenu
from desktop.shell.maintenance import Maintenance
from desktop.shell.move_keys import MoveKeys
from desktop.shell.move_undo import MoveUndo
from desktop.shell.new_stories import DeskChoices, NewStories
from desktop.shell.page_stack import PageStack
from desktop.shell.press_acts import PressActs
from desktop.shell.quiet_moment import QuietMoment
from desktop.shell.status import StatusBar, where_kept
from desktop.tasks import TaskRunner
from desktop.widgets.header_buttons import MenuButton, PersonButton
from desktop.widgets.message import Message, MessageBar, Tone
from desktop.widgets.scrolled import Scrolled
from desktop.zone import use_zone

if TYPE_CHECKING:
    from desktop.editor.page import StoryPage
    from desktop.editor.text.typing_habits import TypingHabits
    from desktop.find_in_desk.dialog import FindInDesk
    from desktop.preferences.dialog import PreferencesDialog
    from exports.typeset.galley.page_places import TextPlace

_SMALLEST = (LEAST_WIDTH, 84 * GRID)
_COMMON = (1280, 800)
_STORY_MODULE = "desktop.editor.page"


class MainWindow(QMainWindow):
    """Everything a person sees, but for dialogs."""

    switch_wanted = Signal()
    """Another person wants to work here."""
    newsroom_wanted = Signal(str)
    """The newsroom in this file, or at this address, is to be opened instead."""
    connect_wanted = Signal()
    """A newsroom on a server is to be asked for."""
    language_wanted = Signal()
    """Another language was chosen, and is in the settings: the window is to be made anew in it."""

    def __init__(
        self,
        door: NewsroomDoor,
        account: Account,
        runner: TaskRunner,
        appearance: Appearance,
        settings: LocalSettings,
        set_story: SetStory = set_here,
    ) -> None:
        super().__init__()
        self._door, self._account, self._runner = door, account, runner
        use_zone(door.facts.time_zone)
        self._appearance, self._settings, self._theme = appearance, settings, appearance.theme
        self._habits = own_habits(settings, account.login)
        self._actions = make_actions(self, self._theme, account.role)
        self._actions["export"].setText(f"{export_title()}…")
        self._central, self.status = QWidget(), StatusBar(self._theme)
        self._build_pages(set_story)
        self.messages = MessageBar(self._theme, self._stack)
        self._build_acts()
        self._build_press()
        self._find_in_desk: FindInDesk | None = None
        """Made when it is first wanted."""
        self._quiet = QuietMoment(self)
        self._ending = self._ended = False
        self._build()
        bind_actions(self._actions, self._slots())
        self._connect_pages()
        self._connect_sources()
        self._begin()

    def keep_now(self) -> None:
        """Write down what is being typed, at once and on this thread: the program may be about to end."""
        if page := self._stack.made_story:
            page.keep_now()

    @property
    def story_page(self) -> "StoryPage":
        """The page of a story, which is made now if it was not."""
        return self._stack.story

    @property
    def shown_story(self) -> int:
        """Number of the story that is open; 0 while the board is shown."""
        return self._stack.shown_story

    def open_story(self, story_id: int) -> None:
        """Show a story to read or write."""
        self._stack.open_story(story_id)

    def show_board(self) -> None:
        """Back to the board, with the story that was open selected; its text is stored first."""
        self._stack.show_board()

    @Slot(bool)
    def _on_turned(self, on_board: bool) -> None:
        """In a story the keys of the search are those of a link, as in other editors: they lead nobody out of it."""
        for name in ("open_story", "search", "as_board", "as_list", "save_list"):
            self._actions[name].setEnabled(on_board)
        show_palette_keys(self._actions["palette"], on_board=on_board)
        if on_board:
            self.status.set_story("")
            self._show_name()

    # what Qt tells the window

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost: what was typed is stored before the window goes. It goes once, however often it is asked."""
        if not self._ending:
            self._ending = True
            self._end()
            self._ended = True
        event.setAccepted(self._ended)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files become stories; PDFs are looked at."""
        event.acceptProposedAction()
        files = _files_in(event.mimeData())
        for path in filter(is_pdf, files):
            self._proofs.show_file(path)
        if stories := [path for path in files if not is_pdf(path)]:
            self._arrivals.bring_in(stories)

    def _end(self) -> None:
        """Store what was typed and what the window remembers; the window goes on answering meanwhile."""
        self._watch.stop()
        self._proofs.close_all()
        if self._find_in_desk is not None:
            self._find_in_desk.close()
        not_noted = ""
        try:
            self.keep_now()
        except OSError as error:
            not_noted = error.strerror or str(error)
        if page := self._stack.made_story:
            page.close_story()
        self._settings.geometry = self.saveGeometry()
        self.board_page.board.keep_columns()
        self._settings.view = self.board_page.board.view.key
        self._settings.desks = self._door.facts.identity, list(self._door.facts.desks_ever)
        self._settings.save()
        finish(self._runner, self._theme, self, not_noted=not_noted)
        self._runner.stop()

    # putting it together

    def _build_pages(self, set_story: SetStory) -> None:
        door, account, theme, settings = self._door, self._account, self._theme, self._settings
        moves = QMenu(tr("Move the story"), self)
        self._move_keys = MoveKeys(door, account, theme, moves, self)
        self._menu = MainMenu(self._actions, moves, self._appearance, settings, door.url, self)
        self.board_page = BoardPage(door, account, theme, self._actions, self._menu, settings)
        make = partial(_story_page, door, account, theme, self._habits, settings, set_story)
        self._stack = PageStack(self.board_page, make, self._central)
        self._move_keys.serve(self._stack)

    @Slot(object)
    def _on_story_made(self, page: "StoryPage") -> None:
        who = PersonButton(self._account, self._theme, self._actions, whole=False)
        page.header.add_menus(who, MenuButton(self._menu, self._theme))
        page.message.connect(self.messages.say)
        page.status_changed.connect(self.status.set_story)
        page.shown.connect(self._on_shown)
        page.moved.connect(self._undo.tell)
        self._care.settings_closed.connect(page.proofreader.read_dictionaries)

    def _build_acts(self) -> None:
        door, account, theme, board = self._door, self._account, self._theme, self.board_page
        self._care = Maintenance(door, account, self._runner, theme, self._habits, self)
        self._watch = ChangeNotifier(door, self)
        self._new_stories = NewStories(door, account, theme, DeskChoices(board.desks, board.desk, board.kinds), self)
        self._arrivals = StoryImport(door, account, theme, self._settings, board.desk, self)
        self._moves = CardMoves(door, account, theme, self)
        self._drops = CardDrops(door, account, board.board.card_columns)
        self._saving = ListSaving(door, board.board, self._settings, self)
        choices = self._menu.choices
        sources = CommandSources(self._actions, self._stack, self._care.open_settings, choices)
        self._commands = Commands(door, account, theme, sources, self)
        self._undo = MoveUndo(door, account, self._actions["undo_move"], self)

    def _build_press(self) -> None:
        door, account, theme, settings = self._door, self._account, self._theme, self._settings
        self._output = StoryExport(door, account, theme, settings, self)
        self._several = BatchExport(door, account, theme, settings, self.board_page.board, self)
        self._proofs = ProofWindows(door, self._runner, theme, settings, self)
        self._press = PressActs(self._output, self._several, self._proofs, self._stack, self._actions, account.role)

    def _slots(self) -> dict[str, Callable[[], None]]:
        return {
            **self._press.slots(), **self._care.slots(),
            "open_story": self._stack.open_selected,
            "new_story": self._new_stories.plan, "import_files": self._arrivals.ask_files,
            "import_folder": self._arrivals.ask_folder, "search": self._on_search,
            "find_in_desk": self._on_find_in_desk, "refresh": self._on_refresh, "undo_move": self._undo.undo,
            "save_list": self._saving.ask, "palette": self._commands.open,
            "next_pane": self._stack.go_to_next_pane, "previous_pane": self._stack.go_to_previous_pane,
            "as_board": self._on_as_board, "as_list": self._on_as_list, "connect": self.connect_wanted.emit,
            "move_to": self._on_move_to, "shortcuts": self._on_shortcuts, "switch_account": self.switch_wanted.emit,
            "about": self._on_about, "quit": self._on_quit,
        }  # fmt: skip

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        layout = QVBoxLayout(self._central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(Scrolled(self._central))
        self.messages.raise_()

    def _connect_pages(self) -> None:
        board = self.board_page
        board.board.menu_wanted.connect(self._moves.ask_options)
        board.totals_changed.connect(self.status.set_totals)
        self._quiet.came.connect(self._on_quiet)
        board.loaded.connect(self._quiet.wait, Qt.ConnectionType.SingleShotConnection)
        self._stack.story_made.connect(self._on_story_made)
        self._stack.turned.connect(self._on_turned)
        self.messages.covering.connect(self._stack.leave_room)
        self._menu.newsroom_wanted.connect(self.newsroom_wanted)
        self._menu.language_wanted.connect(self.language_wanted)

    def _connect_sources(self) -> None:
        for source in (
            self._stack, self._new_stories, self._arrivals, self._output, self._press, self._moves, self._drops,
            self._undo, self._move_keys, self._saving, self._several, self._care,
        ):  # fmt: skip
            source.said.connect(self.messages.say)
        self._care.newsroom_wanted.connect(self.newsroom_wanted)
        self._care.habit_switched.connect(self._on_habit_switched)
        self._care.settings_opened.connect(self._on_settings_opened)
        self._new_stories.created.connect(self._on_created)
        self._arrivals.brought_in.connect(self._stack.reveal)
        self._connect_moves()
        self._commands.story_wanted.connect(self._stack.open_story)
        self._commands.board_wanted.connect(self._stack.leave_story)
        self._proofs.text_wanted.connect(self._on_text_wanted)
        self._runner.failed.connect(self._on_failed)
        self._door.facts_changed.connect(self._on_facts_changed)
        self._watch.written.connect(self._on_written)
        self._watch.changed.connect(self._on_changed)
        self._watch.polled.connect(self.status.set_connected)
        self._watch.said.connect(self._on_heard)

    def _connect_moves(self) -> None:
        self._moves.moved.connect(self._undo.tell)
        for wanted in (self._drops.wanted, self._move_keys.wanted, self._commands.move_wanted):
            wanted.connect(self._moves.ask_move)
        self._moves.open_wanted.connect(self._stack.open_story)
        self._moves.export_wanted.connect(self._press.export_cards)
        self._moves.proof_wanted.connect(self._press.write_proof_of)
        self._moves.look_wanted.connect(self._press.look_at)

    def _begin(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(*_COMMON)
        self._fit_screen()
        self._show_name()
        self.status.set_connected("")
        self.board_page.start(self._last_view() or home_key(self._account))
        self._watch.start()
        self._door.write(settle_unrecorded, on_done=self._on_settled)
        show_palette_keys(self._actions["palette"], on_board=True)
        self.board_page.board.take_focus()
        self._tell_of_no_key()

    def _tell_of_no_key(self) -> None:
        """Who is to approve or export learns of the way to a key before the first approval is refused."""
        account = self._account
        if isinstance(account, SignedIn) and account.key is None and not why_never(Act.EXPORT, account.role):
            text = tr("You have no password, and so no key to sign approvals and exports with.")
            self.messages.say(Message(text, Tone.NOTE, tr("Set a password…"), self._care.show_password))

    @Slot(object)
    def _on_settled(self, sentences: list[str]) -> None:
        """Exports that a killed program left without a record were taken back."""
        for sentence in sentences:
            self.messages.say(Message(worded(sentence), Tone.REFUSED))

    @Slot()
    def _on_quiet(self) -> None:
        """Make the page of a story before one is opened; what it is made of is loaded beside the window's own work."""
        if self._ending or self._stack.made_story is not None:
            return
        if _STORY_MODULE in sys.modules:
            self._stack.make_story()
        else:
            self._runner.run(import_module, _STORY_MODULE, on_end=self._quiet.wait)

    def _fit_screen(self) -> None:
        """Be no larger than the screen, whose pixels may be few where all is drawn large, and be on it as a whole."""
        room = self.screen().availableGeometry()
        self.setMinimumSize(self.minimumSize().boundedTo(room.size()))
        if self.isMaximized():
            return
        self.resize(self.size().boundedTo(room.size()))
        last = room.topLeft() + QPoint(room.width() - self.width(), room.height() - self.height())
        self.move(max(room.left(), min(self.x(), last.x())), max(room.top(), min(self.y(), last.y())))

    @Slot()
    def _show_name(self) -> None:
        """The title names the story that is open, too, for whoever looks for the window among many."""
        name, url = self._door.facts.name, self._door.url
        story = None if self._stack.on_board else self.story_page.story
        self.setWindowTitle(" — ".join(filter(None, (story.slug if story else "", name, "Galley"))))
        self.status.set_place(name, where_kept(url, self._door.folder), url)

    @Slot(object)
    def _on_shown(self, story: Story) -> None:
        """The way back is named after the view that will show the story where it stands now."""
        self.story_page.header.set_back(self.board_page.view_with(story).heading)
        self._show_name()

    def _last_view(self) -> str:
        """View that was shown last, by the name that its desk has now."""
        facts, (identity, desks) = self._door.facts, self._settings.desks
        key = self._settings.view
        return followed_key(key, desks, facts.desks_ever) if identity == facts.identity else key

    # what the person does

    @Slot(object)
    def _on_created(self, story: Story) -> None:
        self._stack.open_instead(story.id)

    @Slot(int, object)
    def _on_text_wanted(self, story_id: int, place: "TextPlace | str") -> None:
        """From a page to the place in the text that stands there."""
        self.raise_()
        self.activateWindow()
        self._stack.open_at(story_id, place)

    @Slot()
    def _on_search(self) -> None:
        self.board_page.header.search.setFocus()
        self.board_page.header.search.selectAll()

    @Slot()
    def _on_find_in_desk(self) -> None:
        """It stays open beside the board and a story; from a story it begins with the words that are selected there."""
        words = "" if self._stack.on_board else self.story_page.selected_words
        if self._find_in_desk is None:
            from desktop.find_in_desk.dialog import FindInDesk

            self._find_in_desk = FindInDesk(self._door, self._account, self._theme, self._settings, self)
            self._find_in_desk.open_wanted.connect(self._on_open_found)
        self._find_in_desk.begin(words)

    @Slot(int)
    def _on_open_found(self, story_id: int) -> None:
        """What is being typed in another story is stored first."""
        self._stack.open_instead(story_id)
        self.activateWindow()

    @Slot()
    def _on_as_board(self) -> None:
        self.board_page.board.show_as(listed=False)

    @Slot()
    def _on_as_list(self) -> None:
        self.board_page.board.show_as(listed=True)

    @Slot()
    def _on_refresh(self) -> None:
        self._door.refresh_facts()
        self.board_page.refresh(anew=True)

    @Slot()
    def _on_move_to(self) -> None:
        """What is being typed is stored first."""
        self._stack.leave_story()
        self._care.ask_move()

    @Slot(str, bool)
    def _on_habit_switched(self, name: str, on: bool) -> None:
        self._settings.set_flag(f"{self._account.login}/{name}", on=on)
        if page := self._stack.made_story:
            page.proofreader.refresh()

    @Slot(object)
    def _on_settings_opened(self, dialog: "PreferencesDialog") -> None:
        dialog.show_own(self._menu.choices, self.story_page.writing)

    @Slot()
    def _on_shortcuts(self) -> None:
        ShortcutsDialog(self._theme, self).open()

    @Slot()
    def _on_about(self) -> None:
        about_dialog(self._theme, self._door.url, self).open()

    @Slot()
    def _on_quit(self) -> None:
        self.close()

    # what the newsroom tells

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.messages.say(Message(worded(sentence), Tone.REFUSED))

    @Slot(object)
    def _on_heard(self, message: Message) -> None:
        """In a story whoever types is told what becomes of the text, too, and that stays on the screen."""
        if self._stack.on_board:
            self.messages.say(message)

    @Slot()
    def _on_written(self) -> None:
        self.status.set_saved(utc_now())

    @Slot(object)
    def _on_changed(self, parts: frozenset[str]) -> None:
        """Read again what is shown of these parts."""
        if parts & FACT_PARTS:
            self._door.refresh_facts()
        self._stack.refresh(parts)

    @Slot()
    def _on_facts_changed(self) -> None:
        """The newsroom may have another name, other desks, and another clock."""
        self._show_name()
        page, other_zone = self._stack.made_story, use_zone(self._door.facts.time_zone)
        if page is not None:
            page.refresh()
        if other_zone:
            self.board_page.inbox.refresh()
        if other_zone and page is not None:
            page.show_times()


def _story_page(
    door: NewsroomDoor, account: Account, theme: Theme, habits: "TypingHabits", settings: LocalSettings,
    set_story: SetStory,
) -> "StoryPage":  # fmt: skip
    from desktop.editor.page import StoryPage

    return StoryPage(door, account, theme, habits, settings, set_story)


def _files_in(data: QMimeData) -> list[Path]:
    """The files and folders that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
