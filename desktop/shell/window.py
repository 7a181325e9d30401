"""The main window of one person in one newsroom: the board, the story page, the message bar and the status bar."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from db.acts import Act, why_never
from db.stages import Role, Stage
from db.store.address import label
from db.values import Account, SignedIn, Story, StoryCard
from desktop.arrivals.story_import import StoryImport
from desktop.board.page import BoardPage
from desktop.board.views import ALL, desk_key, followed_key
from desktop.editor.conflict_dialog import Conflicted
from desktop.editor.page import StoryPage
from desktop.editor.session.assessment import SetStory, set_here
from desktop.export.batch_export import BatchExport
from desktop.export.kinds import export_title
from desktop.export.story_export import StoryExport
from desktop.find_in_desk.dialog import FindInDesk
from desktop.language import Language
from desktop.localization import tr, utc_now, worded
from desktop.look.theme import GRID, Appearance, ThemeChoice
from desktop.newsroom_door import FACT_PARTS, NewsroomDoor
from desktop.preferences.writing import own_habits
from desktop.press.unrecorded import settle_unrecorded
from desktop.proof.pdf_files import is_pdf
from desktop.proof.proof_windows import ProofWindows
from desktop.settings import LocalSettings
from desktop.shell.actions import (
    NEWSROOM_MENU,
    VIEW_MENU,
    RecentMenu,
    fill_menu,
    language_menu,
    make_actions,
    show_palette_keys,
    theme_menu,
)
from desktop.shell.card_drops import CardDrops
from desktop.shell.card_moves import CardMoves
from desktop.shell.change_notifier import ChangeNotifier
from desktop.shell.commands import Commands, CommandSources
from desktop.shell.finishing import finish
from desktop.shell.help import about_dialog, shortcuts_dialog
from desktop.shell.list_saving import ListSaving
from desktop.shell.maintenance import Maintenance
from desktop.shell.move_keys import MoveKeys
from desktop.shell.move_undo import MoveUndo
from desktop.shell.new_stories import DeskChoices, NewStories
from desktop.shell.pane_walk import walk
from desktop.shell.status import StatusBar
from desktop.tasks import TaskRunner
from desktop.widgets.header_buttons import MenuButton, PersonButton
from desktop.widgets.message import Message, MessageBar, Tone
from desktop.widgets.scrolled import Scrolled
from desktop.zone import use_zone
from exports.typeset.galley.page_places import TextPlace

_SMALLEST = (240 * GRID, 150 * GRID)
_COMMON = (1280, 800)


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
        self._care = Maintenance(door, account, runner, self._theme, self._habits, self)
        self._output = StoryExport(door, account, self._theme, settings, self)
        self._watch = ChangeNotifier(door, self)
        self._proofs = ProofWindows(door, runner, self._theme, settings, self)
        self._actions = make_actions(self, self._theme, self._slots(), account.role)
        self._actions["export"].setText(f"{export_title()}…")
        menu = self._build_menu()
        self.board_page = BoardPage(door, account, self._theme, self._actions, menu, settings)
        self.story_page = StoryPage(door, account, self._theme, self._habits, settings, set_story)
        who = PersonButton(account, self._theme, self._actions, whole=False)
        self.story_page.header.add_menus(who, MenuButton(menu, self._theme))
        desks = DeskChoices(self.board_page.desks, self.board_page.desk, self.board_page.kinds)
        self._new_stories = NewStories(door, account, self._theme, desks, self)
        self._arrivals = StoryImport(door, account, self._theme, settings, self.board_page.desk, self)
        self._moves = CardMoves(door, account, self._theme, self)
        self._drops = CardDrops(door, account, self.board_page.board.card_columns)
        self._saving = ListSaving(door, self.board_page.board, settings, self)
        self._move_keys.serve(self.board_page, self.story_page)
        sources = CommandSources(
            self._actions, self.board_page, self.story_page, self._care.open_settings, self._choices
        )  # fmt: skip
        self._commands = Commands(door, account, self._theme, sources, self)
        self._undo = MoveUndo(door, account, self._actions["undo_move"], self)
        self._several = BatchExport(door, account, self._theme, settings, self.board_page.board, self)
        self._central, self.status = QWidget(), StatusBar(self._theme)
        self._stack = QStackedWidget(self._central)
        self.messages = MessageBar(self._theme, self._stack)
        self._to_reveal = 0
        self._find_in_desk: FindInDesk | None = None
        """Made when it is first wanted."""
        self._ending = self._ended = False
        self._build()
        self._connect_pages()
        self._connect_sources()
        self._begin()

    def keep_now(self) -> None:
        """Write down what is being typed, at once and on this thread: the program may be about to end."""
        self.story_page.keep_now()

    @property
    def shown_story(self) -> int:
        """Number of the story that is open; 0 while the board is shown."""
        return self.story_page.story_id if self._stack.currentWidget() is self.story_page else 0

    def open_story(self, story_id: int) -> None:
        """Show a story to read or write."""
        self._show_page(self.story_page)
        self.story_page.open_story(story_id)

    def show_board(self) -> None:
        """Back to the board, with the story that was open selected; its text is stored first."""
        self._to_reveal = self.story_page.story_id
        self.story_page.close_story()
        self._show_page(self.board_page)
        self.status.set_story("")
        self._show_name()
        self.board_page.refresh()
        self.board_page.board.take_focus()

    @Slot(int)
    def _on_board_covered(self, height: int) -> None:
        """A message covers no card: the columns end over it. A text that is being written stays where it is."""
        self.board_page.setContentsMargins(0, 0, 0, height)

    def _show_page(self, page: QWidget) -> None:
        """In a story the keys of the search are those of a link, as in other editors: they lead nobody out of it."""
        self._stack.setCurrentWidget(page)
        on_board = page is self.board_page
        for name in ("search", "as_board", "as_list", "save_list"):
            self._actions[name].setEnabled(on_board)
        show_palette_keys(self._actions["palette"], on_board=on_board)

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
        self.story_page.close_story()
        self._settings.geometry = self.saveGeometry()
        self.board_page.board.keep_columns()
        self._settings.view = self.board_page.board.view.key
        self._settings.desks = self._door.facts.identity, self.board_page.desks()
        self._settings.save()
        finish(self._runner, self._theme, self, not_noted=not_noted)
        self._runner.stop()

    # putting it together

    def _slots(self) -> dict[str, Callable[[], None]]:
        return {
            "new_story": self._on_new_story, "import_files": self._on_import,
            "import_folder": self._on_import_folder, "search": self._on_search, "find_in_desk": self._on_find_in_desk,
            "export": self._on_export, "export_many": self._on_export_many, "proof": self._on_proof,
            "look_at_proof": self._on_look, "open_pdf": self._proofs.ask_file,
            "refresh": self._on_refresh, "undo_move": self._on_undo_move,
            "save_list": self._on_save_list, "palette": self._on_palette,
            "next_pane": self._on_next_pane, "previous_pane": self._on_previous_pane,
            "as_board": self._on_as_board, "as_list": self._on_as_list, "open_newsroom": self._on_open_newsroom,
            "connect": self.connect_wanted.emit, "move_to": self._on_move_to, "shortcuts": self._on_shortcuts,
            **self._care.slots(), "switch_account": self.switch_wanted.emit, "about": self._on_about,
            "quit": self._on_quit,
        }  # fmt: skip

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        recent = RecentMenu(self, lambda: [place for place in self._settings.recent if place != self._door.url])
        recent.wanted.connect(self.newsroom_wanted)
        themes = theme_menu(self, self._appearance.choice, self._on_theme_chosen)
        languages = language_menu(self, self._settings.language, self._on_language_chosen)
        self._choices = (themes, languages)
        moves = QMenu(tr("Move the story"), self)
        self._move_keys = MoveKeys(self._door, self._account, self._theme, moves, self)
        whole = QMenu(tr("Newsroom"), self)
        fill_menu(whole, self._actions, {"@recent": recent}, NEWSROOM_MENU)
        view = QMenu(tr("View"), self)
        fill_menu(view, self._actions, {}, VIEW_MENU)
        menus = {
            "@theme": themes, "@language": languages, "@moves": moves, "@newsroom": whole, "@view": view,
        }  # fmt: skip
        fill_menu(menu, self._actions, menus)
        return menu

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self._stack.addWidget(self.board_page)
        self._stack.addWidget(self.story_page)
        layout = QVBoxLayout(self._central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(Scrolled(self._central))
        self.messages.raise_()

    def _connect_pages(self) -> None:
        board, page = self.board_page.board, self.story_page
        board.opened.connect(self.open_story)
        board.chosen.connect(self._on_chosen)
        board.picked.connect(self._on_picked)
        board.menu_wanted.connect(self._moves.ask_options)
        self.board_page.inbox.opened.connect(self.open_story)
        self.board_page.totals_changed.connect(self.status.set_totals)
        self.board_page.loaded.connect(self._on_loaded)
        self.messages.covering.connect(self._on_board_covered)
        page.back_requested.connect(self.show_board)
        page.message.connect(self.messages.say)
        page.status_changed.connect(self.status.set_story)
        page.export_requested.connect(self._on_export)
        page.proof_requested.connect(self._on_look)
        page.redline_requested.connect(self._on_redline)
        page.shown.connect(self._on_chosen)
        page.shown.connect(self._on_shown)
        page.left_clashing.connect(self._on_left_clashing)

    def _connect_sources(self) -> None:
        for source in (
            self._new_stories,
            self._arrivals,
            self._output,
            self._moves,
            self._drops,
            self._undo,
            self._move_keys,
            self._saving,
            self._several,
            self._care,
        ):
            source.said.connect(self.messages.say)
        self._care.newsroom_wanted.connect(self.newsroom_wanted)
        self._care.habit_switched.connect(self._on_habit_switched)
        self._care.settings_closed.connect(self.story_page.proofreader.read_dictionaries)
        self._new_stories.created.connect(self._on_created)
        self._arrivals.brought_in.connect(self._on_brought_in)
        for mover in (self._moves, self.story_page):
            mover.moved.connect(self._undo.tell)
        for wanted in (self._drops.wanted, self._move_keys.wanted, self._commands.move_wanted):
            wanted.connect(self._moves.ask_move)
        self._commands.story_wanted.connect(self.open_story)
        self._commands.board_wanted.connect(self._on_board_wanted)
        self._moves.open_wanted.connect(self.open_story)
        self._moves.export_wanted.connect(self._on_export_wanted)
        self._moves.proof_wanted.connect(self._on_proof_wanted)
        self._moves.look_wanted.connect(self._on_look_wanted)
        self._output.look_wanted.connect(self._proofs.show_file)
        self._proofs.text_wanted.connect(self._on_text_wanted)
        self._runner.failed.connect(self._on_failed)
        self._door.facts_changed.connect(self._on_facts_changed)
        self._watch.written.connect(self._on_written)
        self._watch.changed.connect(self._on_changed)
        self._watch.polled.connect(self.status.set_connected)
        self._watch.said.connect(self._on_heard)

    def _begin(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(*_COMMON)
        self._fit_screen()
        self._show_name()
        self.status.set_connected("")
        self.board_page.start(self._last_view() or self._home_view())
        self._watch.start()
        self._door.write(settle_unrecorded, on_done=self._on_settled)
        self._on_chosen(None)
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

    def _fit_screen(self) -> None:
        """Be no larger than the screen, whose pixels may be few where all is drawn large."""
        room = self.screen().availableGeometry()
        self.setMinimumSize(self.minimumSize().boundedTo(room.size()))
        fitting = self.size().boundedTo(room.size())
        if fitting != self.size() and not self.isMaximized():
            self.resize(fitting)
            self.move(room.topLeft())

    @Slot()
    def _show_name(self) -> None:
        """The title names the story that is open, too, for whoever looks for the window among many."""
        name, url = self._door.facts.name, self._door.url
        story = self.story_page.story if self._stack.currentWidget() is self.story_page else None
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
        return followed_key(key, desks, facts.desks) if identity == facts.identity else key

    def _home_view(self) -> str:
        """View in which a person begins who has not been here: their desk, or what waits for print."""
        if self._account.role is Role.PRODUCTION:
            return "print"
        return desk_key(self._account.desks[0]) if self._account.desks else ALL

    # what the person does

    def _subject(self) -> StoryCard | None:
        """The story that export and proof are about: the open one, else the selected card."""
        if self._stack.currentWidget() is self.story_page:
            return self.story_page.story
        return self.board_page.board.card()

    @Slot(object)
    def _on_chosen(self, card: StoryCard | None) -> None:
        """Only an approved story is exported, and there must be one to proof."""
        approved = card is not None and card.stage is Stage.PUBLISH
        may_export = not why_never(Act.EXPORT, self._account.role)
        for name in ("proof", "look_at_proof"):
            self._actions[name].setEnabled(card is not None)
        self._actions["export"].setEnabled(may_export and (approved or bool(self._several.chosen)))

    @Slot()
    def _on_picked(self) -> None:
        """Several cards are exported together."""
        self._on_chosen(self._subject())

    @Slot(object)
    def _on_left_clashing(self, clash: Conflicted) -> None:
        """Back to the story, which asks what shall stand; unless another is being written already."""
        text = tr("{name} changed a place meanwhile that you changed too.").format(name=clash.name)
        go = partial(self.open_story, clash.story_id)
        on_board = self._stack.currentWidget() is self.board_page
        if on_board:
            go()
        self.messages.say(Message(text, Tone.NOTE, "" if on_board else tr("Choose"), go))

    @Slot()
    def _on_new_story(self) -> None:
        self._new_stories.plan()

    @Slot()
    def _on_import(self) -> None:
        self._arrivals.ask_files()

    @Slot()
    def _on_import_folder(self) -> None:
        self._arrivals.ask_folder()

    @Slot(object)
    def _on_created(self, story: Story) -> None:
        self.story_page.close_story()
        self.open_story(story.id)

    @Slot(int)
    def _on_brought_in(self, story_id: int) -> None:
        self._to_reveal = story_id
        self.board_page.refresh()

    @Slot()
    def _on_export(self) -> None:
        card = self._subject()
        if card is None:
            return
        if self._stack.currentWidget() is self.board_page and self._several.chosen:
            self._several.ask()
            return
        self._output.export(card)

    @Slot(object)
    def _on_export_wanted(self, cards: list[StoryCard]) -> None:
        """From the menu of these cards."""
        if len(cards) == 1:
            self._output.export(cards[0])
        else:
            self._several.ask_about(cards)

    @Slot(object)
    def _on_proof_wanted(self, card: StoryCard) -> None:
        self._output.proof(card, None)

    @Slot()
    def _on_export_many(self) -> None:
        """Several stories are chosen on the board."""
        if self._stack.currentWidget() is self.story_page:
            self.show_board()
        self._several.ask()

    @Slot()
    def _on_proof(self) -> None:
        card = self._subject()
        if card is None:
            return
        on_board = self._stack.currentWidget() is self.board_page
        if on_board and self._several.chosen:
            text = tr("{n} stories are selected, and a proof is of one: select that, or take it from a card’s menu.")
            self.messages.say(Message(text.format(n=len(self._several.chosen)), Tone.REFUSED))
            return
        self.story_page.send_now()
        self._output.proof(card, None if on_board else self.story_page.text)

    @Slot()
    def _on_look(self) -> None:
        """The page of the open story, with what is being typed, or of the selected one."""
        card = self._subject()
        if card is None:
            return
        writing = self._stack.currentWidget() is self.story_page
        self._proofs.show_story(card.id, card.slug, self.story_page.text if writing else None)

    @Slot(object)
    def _on_look_wanted(self, card: StoryCard) -> None:
        self._proofs.show_story(card.id, card.slug)

    @Slot(int, object)
    def _on_text_wanted(self, story_id: int, place: TextPlace | str) -> None:
        """From a page to the place in the text that stands there."""
        self.raise_()
        self.activateWindow()
        if self._stack.currentWidget() is self.story_page and self.story_page.story_id == story_id:
            self.story_page.go_to(place)
        else:
            self._show_page(self.story_page)
            self.story_page.open_story(story_id, place)

    @Slot(int, int)
    def _on_redline(self, old: int, new: int) -> None:
        if self.story_page.story is not None:
            self._output.redline(self.story_page.story, old, new)

    @Slot()
    def _on_search(self) -> None:
        self.board_page.header.search.setFocus()
        self.board_page.header.search.selectAll()

    @Slot()
    def _on_find_in_desk(self) -> None:
        """It stays open beside the board and a story; from a story it begins with the words that are selected there."""
        words = self.story_page.selected_words if self._stack.currentWidget() is self.story_page else ""
        if self._find_in_desk is None:
            self._find_in_desk = FindInDesk(self._door, self._account, self._theme, self._settings, self)
            self._find_in_desk.open_wanted.connect(self._on_open_found)
        self._find_in_desk.begin(words)

    @Slot(int)
    def _on_open_found(self, story_id: int) -> None:
        """What is being typed in another story is stored first."""
        if self.story_page.story_id != story_id:
            self.story_page.close_story()
            self.open_story(story_id)
        self.activateWindow()

    @Slot()
    def _on_as_board(self) -> None:
        self.board_page.board.show_as(listed=False)

    @Slot()
    def _on_as_list(self) -> None:
        self.board_page.board.show_as(listed=True)

    @Slot()
    def _on_palette(self) -> None:
        self._commands.open()

    @Slot()
    def _on_board_wanted(self) -> None:
        if self._stack.currentWidget() is self.story_page:
            self.show_board()

    @Slot()
    def _on_next_pane(self) -> None:
        self._walk(1)

    @Slot()
    def _on_previous_pane(self) -> None:
        self._walk(-1)

    def _walk(self, steps: int) -> None:
        page = self._stack.currentWidget()
        walk(self.board_page.panes if page is self.board_page else self.story_page.panes, steps)

    @Slot()
    def _on_save_list(self) -> None:
        self._saving.ask()

    @Slot()
    def _on_undo_move(self) -> None:
        self._undo.undo()

    @Slot()
    def _on_refresh(self) -> None:
        self._door.refresh_facts()
        self.board_page.refresh(anew=True)

    @Slot()
    def _on_open_newsroom(self) -> None:
        title, kinds = tr("Open a newsroom"), tr("Newsrooms (*.db);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(self._door.folder or Path.home()), kinds)
        if name:
            self.newsroom_wanted.emit(name)

    @Slot()
    def _on_move_to(self) -> None:
        """What is being typed is stored first."""
        if self._stack.currentWidget() is self.story_page:
            self.show_board()
        self._care.ask_move()

    @Slot(QAction)
    def _on_theme_chosen(self, action: QAction) -> None:
        choice = ThemeChoice(action.data())
        self._appearance.choose(choice)
        self._settings.theme = choice

    @Slot(object)
    def _on_language_chosen(self, action: QAction) -> None:
        self._settings.language = Language(action.data())
        self.language_wanted.emit()

    @Slot(str, bool)
    def _on_habit_switched(self, name: str, on: bool) -> None:
        self._settings.set_flag(f"{self._account.login}/{name}", on=on)
        self.story_page.proofreader.refresh()

    @Slot()
    def _on_shortcuts(self) -> None:
        shortcuts_dialog(self._theme, self).open()

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
        if self._stack.currentWidget() is self.board_page:
            self.messages.say(message)

    @Slot()
    def _on_written(self) -> None:
        self.status.set_saved(utc_now())

    @Slot(object)
    def _on_changed(self, parts: frozenset[str]) -> None:
        """Read again what is shown of these parts."""
        if parts & FACT_PARTS:
            self._door.refresh_facts()
        if self._stack.currentWidget() is self.story_page:
            self.story_page.refresh(parts)
        elif parts:
            self.board_page.refresh()
        if "inbox" in parts:
            self.board_page.inbox.refresh()

    @Slot()
    def _on_facts_changed(self) -> None:
        """The newsroom may have another name, other desks, and another clock."""
        self._show_name()
        self.story_page.refresh()
        if use_zone(self._door.facts.time_zone):
            self.board_page.inbox.refresh()
            self.story_page.show_times()

    @Slot()
    def _on_loaded(self) -> None:
        if self._to_reveal:
            story_id, self._to_reveal = self._to_reveal, 0
            self.board_page.reveal(story_id)
        self._several.refresh()
        self._on_chosen(self._subject())


def where_kept(url: str, folder: Path | None) -> str:
    """Place of a newsroom, in few words."""
    if folder:
        return tr("this computer")
    database, host = label(url)
    return tr("{database} on {server}").format(database=database, server=host or tr("this computer’s server"))


def _files_in(data: QMimeData) -> list[Path]:
    """The files and folders that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
