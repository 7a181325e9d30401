"""The main window of one person in one newsroom: the board, the story page, the message bar and the status bar."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from db.clean import why_not_clean
from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.stages import Role, Stage
from db.values import Account, Change, MoveOption, Story, StoryCard
from desktop.board.card_menu import ask_for, card_menu
from desktop.board.page import BoardPage
from desktop.editor.meeting import Clash
from desktop.editor.page import StoryPage
from desktop.exporting.several import Several
from desktop.look.theme import GRID, Appearance, ThemeChoice
from desktop.settings import Settings
from desktop.shell.actions import RecentMenu, fill_menu, make_actions, theme_menu
from desktop.shell.care import Care
from desktop.shell.errands import Errands, Taken, sum_up
from desktop.shell.help import about_dialog, left_out_dialog, shortcuts_dialog
from desktop.shell.message import Message, MessageBar, Tone
from desktop.shell.plan import PlanDialog
from desktop.shell.status import StatusBar
from desktop.tasks import TaskRunner
from desktop.words import tr, utc_now
from desktop.zone import use_zone

_POLL_MS = 1_000
_SETTLE_MS = 60
_SMALLEST = (240 * GRID, 150 * GRID)
_COMMON = (1280, 800)


class Relay(QObject):
    """Brings a newsroom's changes, told on whatever thread made them, to the main thread."""

    changed = Signal(object)


class MainWindow(QMainWindow):
    """Everything a person sees, but for dialogs."""

    switch_wanted = Signal()
    """Another person wants to work here."""
    newsroom_wanted = Signal(str)
    """The newsroom in this file, or at this address, is to be opened instead."""
    connect_wanted = Signal()
    """A newsroom on a server is to be asked for."""

    def __init__(
        self, newsroom: Newsroom, account: Account, runner: TaskRunner, appearance: Appearance, settings: Settings
    ) -> None:
        super().__init__()
        self._newsroom, self._account, self._runner = newsroom, account, runner
        use_zone(str(newsroom.settings.get(TIME_ZONE, "")))
        self._appearance, self._settings, self._theme = appearance, settings, appearance.theme
        self._errands = Errands(newsroom, account, runner, self)
        self._care = Care(newsroom, account, runner, self._theme, self)
        self._actions = make_actions(self, self._theme, self._slots())
        self.board_page = BoardPage(newsroom, account, runner, self._theme, self._actions, self._build_menu())
        self.story_page = StoryPage(newsroom, account, runner, self._theme)
        self._several = Several(newsroom, account, runner, self._theme, settings, self.board_page.board, self)
        self.messages, self.status = MessageBar(self._theme), StatusBar(self._theme)
        self._stack = QStackedWidget()
        self._relay, self._settle, self._poll = Relay(self), QTimer(self), QTimer(self)
        self._pending: set[str] = set()
        self._to_reveal = 0
        self._planning: PlanDialog | None = None
        self._build()
        self._connect()
        self._unsubscribe = newsroom.subscribe(self._relay.changed.emit)
        self._begin()

    def keep_now(self) -> None:
        """Store what is being typed, at once and on this thread: the program may be about to end."""
        self.story_page.keep_now()

    def open_story(self, story_id: int) -> None:
        """Show a story to read or write."""
        self._stack.setCurrentWidget(self.story_page)
        self.story_page.open_story(story_id)

    def show_board(self) -> None:
        """Back to the board, with the story that was open selected; its text is stored first."""
        self._to_reveal = self.story_page.story_id
        self.story_page.close_story()
        self._stack.setCurrentWidget(self.board_page)
        self.status.set_story("")
        self.board_page.refresh()
        self.board_page.board.take_focus()

    # what Qt tells the window

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost: what was typed is stored before the window goes."""
        self._poll.stop()
        self.story_page.close_story()
        self._unsubscribe()
        self._settings.geometry = self.saveGeometry()
        self._settings.view = self.board_page.board.view.key
        self._settings.save()
        self._runner.stop()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files become stories."""
        event.acceptProposedAction()
        self._import(_files_in(event.mimeData()))

    # putting it together

    def _slots(self) -> dict[str, Callable[[], None]]:
        return {
            "new_story": self._on_new_story, "import_files": self._on_import, "search": self._on_search,
            "export": self._on_export, "export_many": self._on_export_many, "proof": self._on_proof,
            "refresh": self._on_refresh, "open_newsroom": self._on_open_newsroom,
            "connect": self.connect_wanted.emit, "move_to": self._on_move_to, "shortcuts": self._on_shortcuts,
            **self._care.slots(), "switch_account": self.switch_wanted.emit, "about": self._on_about,
            "quit": self._on_quit,
        }  # fmt: skip

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        recent = RecentMenu(self, lambda: [place for place in self._settings.recent if place != self._newsroom.url])
        recent.wanted.connect(self.newsroom_wanted)
        themes = theme_menu(self, self._appearance.choice, self._on_theme_chosen)
        fill_menu(menu, self._actions, {"@theme": themes, "@recent": recent})
        return menu

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self._stack.addWidget(self.board_page)
        self._stack.addWidget(self.story_page)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.messages)
        layout.addWidget(self.status)
        self.setCentralWidget(central)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._poll.setInterval(_POLL_MS)

    def _connect(self) -> None:
        board, page = self.board_page.board, self.story_page
        board.opened.connect(self._on_opened)
        board.chosen.connect(self._on_chosen)
        board.picked.connect(self._on_picked)
        board.menu_wanted.connect(self._errands.ask_options)
        self.board_page.inbox.opened.connect(self.open_story)
        self.board_page.totals_changed.connect(self.status.set_totals)
        self.board_page.saved.refused.connect(self._on_failed)
        self.board_page.loaded.connect(self._on_loaded)
        page.back_requested.connect(self.show_board)
        page.message.connect(self.messages.say)
        page.status_changed.connect(self.status.set_story)
        page.export_requested.connect(self._on_export)
        page.proof_requested.connect(self._on_proof)
        page.redline_requested.connect(self._on_redline)
        page.shown.connect(self._on_chosen)
        page.left_clashing.connect(self._on_left_clashing)
        self._errands.said.connect(self.messages.say)
        self._several.said.connect(self.messages.say)
        self._care.said.connect(self.messages.say)
        self._care.newsroom_wanted.connect(self.newsroom_wanted)
        self._errands.created.connect(self._on_created)
        self._errands.taken.connect(self._on_taken)
        self._errands.options_known.connect(self._on_options_known)
        self._runner.failed.connect(self._on_failed)
        self._relay.changed.connect(self._on_changed)
        self._settle.timeout.connect(self._on_settled)
        self._poll.timeout.connect(self._on_poll)

    def _begin(self) -> None:
        self.setWindowTitle(f"{self._newsroom.name} — Galley")
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(*_COMMON)
        where = tr("this computer") if self._newsroom.folder else self._newsroom.url
        self.status.set_place(self._newsroom.name, where)
        self.status.set_reached("")
        self.board_page.start(self._settings.view or self._home_view())
        self._newsroom.poll()
        self._poll.start()
        self._on_chosen(None)
        self.board_page.board.take_focus()

    def _home_view(self) -> str:
        """Where a person begins who has not been here: their desk, or what waits for print."""
        if self._account.role is Role.PRODUCTION:
            return "print"
        return f"desk:{self._account.desks[0]}" if self._account.desks else "desks"

    # what the person does

    def _subject(self) -> StoryCard | None:
        """The story that export and proof are about: the open one, else the selected card."""
        if self._stack.currentWidget() is self.story_page:
            return self.story_page.story
        return self.board_page.board.card()

    @Slot(object)
    def _on_opened(self, card: StoryCard) -> None:
        self.open_story(card.id)

    @Slot(object)
    def _on_chosen(self, card: StoryCard | None) -> None:
        """Only an approved story is exported, and there must be one to proof."""
        approved = card is not None and card.stage is Stage.PUBLISH
        self._actions["proof"].setEnabled(card is not None)
        self._actions["export"].setEnabled(approved or bool(self._several.chosen))

    @Slot()
    def _on_picked(self) -> None:
        """Several cards are exported together."""
        self._on_chosen(self._subject())

    @Slot(object)
    def _on_left_clashing(self, clash: Clash) -> None:
        """Back to the story, which asks what shall stand; unless another is being written already."""
        text = tr("{name} changed a place meanwhile that you changed too.").format(name=clash.name)
        go = partial(self.open_story, clash.story_id)
        on_board = self._stack.currentWidget() is self.board_page
        if on_board:
            go()
        self.messages.say(Message(text, Tone.NOTE, "" if on_board else tr("Choose"), go))

    @Slot()
    def _on_new_story(self) -> None:
        desks = self.board_page.desks()
        if not desks:
            self.messages.say(Message(tr("There is no desk yet: the chief must make one first."), Tone.REFUSED))
            return
        self._planning = PlanDialog(self._theme, desks, self.board_page.desk(), self)
        self._planning.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._planning.submitted.connect(self._on_planned)
        self._planning.open()

    @Slot()
    def _on_planned(self) -> None:
        if self._planning is not None:
            self._errands.create(self._planning.plan, self._on_plan_refused)

    def _on_plan_refused(self, error: NewsroomError) -> None:
        if self._planning is not None:
            self._planning.refuse(one_line(error))

    @Slot(object)
    def _on_created(self, story: Story) -> None:
        if self._planning is not None:
            self._planning.accept()
            self._planning = None
        self.story_page.close_story()
        self.open_story(story.id)

    @Slot()
    def _on_import(self) -> None:
        title, kinds = tr("Import stories"), tr("Text, mail and wire files (*.txt *.eml *.md *.text);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self, title, str(self._settings.folder), kinds)
        self._import([Path(name) for name in names])

    def _import(self, paths: list[Path]) -> None:
        desk = self.board_page.desk()
        if paths and not desk:
            self.messages.say(Message(tr("There is no desk yet: the chief must make one first."), Tone.REFUSED))
        elif paths:
            self._errands.import_files(paths, desk)

    @Slot(object)
    def _on_taken(self, taken: list[Taken]) -> None:
        sentence, tone = sum_up(taken)
        left_out = [(one.path.name, one.draft.dropped) for one in taken if one.draft and one.draft.dropped]
        show = partial(self._show_left_out, left_out) if left_out else None
        self.messages.say(Message(sentence, tone, tr("What was left out…") if left_out else "", show))
        made = [one.story for one in taken if one.story]
        if made:
            self._to_reveal = made[-1].id
            self.board_page.refresh()

    def _show_left_out(self, left_out: list[tuple[str, tuple[str, ...]]]) -> None:
        left_out_dialog(self._theme, left_out, self).open()

    @Slot()
    def _on_export(self) -> None:
        card = self._subject()
        if card is None:
            return
        if self._stack.currentWidget() is self.board_page and self._several.chosen:
            self._several.ask()
            return
        why = why_not_clean(card)
        if why:
            self.messages.say(Message(why, Tone.REFUSED))
        elif folder := self._ask_folder(tr("Export {slug} as PDF into").format(slug=card.slug)):
            self._errands.export(card, folder)

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
        self.keep_now()
        if folder := self._ask_folder(tr("Write a proof of {slug} into").format(slug=card.slug)):
            text = self.story_page.text if self._stack.currentWidget() is self.story_page else None
            self._errands.proof(card, folder, text)

    @Slot(int, int)
    def _on_redline(self, old: int, new: int) -> None:
        card = self.story_page.story
        if card is None:
            return
        title = tr("Write a proof of {slug} with what changed since revision {old} into")
        if folder := self._ask_folder(title.format(slug=card.slug, old=old)):
            self._errands.redline(card, folder, old, new)

    def _ask_folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(self, title, str(self._settings.folder))
        if name:
            self._settings.folder = Path(name)
        return Path(name) if name else None

    @Slot()
    def _on_search(self) -> None:
        if self._stack.currentWidget() is self.story_page:
            self.show_board()
        self.board_page.header.search.setFocus()
        self.board_page.header.search.selectAll()

    @Slot()
    def _on_refresh(self) -> None:
        self.board_page.refresh_desks()
        self.board_page.refresh()

    @Slot()
    def _on_open_newsroom(self) -> None:
        title, kinds = tr("Open a newsroom"), tr("Newsrooms (*.db);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(self._newsroom.folder or Path.home()), kinds)
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

    @Slot()
    def _on_shortcuts(self) -> None:
        shortcuts_dialog(self._theme, self).open()

    @Slot()
    def _on_about(self) -> None:
        about_dialog(self._theme, self._newsroom.url, self).open()

    @Slot()
    def _on_quit(self) -> None:
        self.close()

    # the menu of a card

    @Slot(object, object, QPoint)
    def _on_options_known(self, card: StoryCard, options: list[MoveOption], place: QPoint) -> None:
        actions = self._actions
        menu, opening = card_menu(card, options, actions["export"], actions["proof"], self._theme, self)
        menu.aboutToHide.connect(menu.deleteLater)
        opening.triggered.connect(partial(self.open_story, card.id))
        for action in menu.actions():
            if isinstance(action.data(), MoveOption):
                action.triggered.connect(partial(self._move, card, action.data()))
        menu.popup(place)

    def _move(self, card: StoryCard, option: MoveOption) -> None:
        told = self._newsroom.inbox.would_tell(option.move, card, self._account)
        note = ask_for(option, card.slug, told, self._theme, self)
        if note is not None:
            self._errands.make_move(card, option.move, note)

    # what the newsroom tells

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.messages.say(Message(sentence, Tone.REFUSED))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """Many changes in one breath are read once."""
        self._pending |= change.parts
        if not self._settle.isActive():
            self._settle.start()
        self.status.set_saved(utc_now())

    @Slot()
    def _on_settled(self) -> None:
        parts, self._pending = self._pending, set()
        if "settings" in parts and use_zone(str(self._newsroom.settings.get(TIME_ZONE, ""))):
            self.board_page.inbox.refresh()
            self.story_page.show_times()
        if "desks" in parts:
            self.board_page.refresh_desks()
        if self._stack.currentWidget() is self.story_page:
            self.story_page.refresh()
        elif parts:
            self.board_page.refresh()
        if "inbox" in parts:
            self.board_page.inbox.refresh()

    @Slot()
    def _on_poll(self) -> None:
        """What others do in the same newsroom shows here a second later at most."""
        try:
            change = self._newsroom.poll()
        except NewsroomError as error:
            self.status.set_reached(one_line(error))
            return
        self.status.set_reached("")
        if change is not None:
            self._pending |= change.parts
            self._on_settled()

    @Slot()
    def _on_loaded(self) -> None:
        if self._to_reveal:
            story_id, self._to_reveal = self._to_reveal, 0
            self.board_page.reveal(story_id)
        self._several.refresh()
        self._on_chosen(self._subject())


def _files_in(data: QMimeData) -> list[Path]:
    """The files that are dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
