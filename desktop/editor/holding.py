"""Holds and checks of the open story: asked for, sent to the newsroom, shown among the details."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from db.acts import Act, why_not
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.story.checks import StoryCheck
from db.values import Account, Hold, Story
from desktop.editor.holding_dialogs import CheckDialog, HoldDialog
from desktop.editor.session.assessment import Assessment
from desktop.editor.session.story_session import StorySession
from desktop.editor.side.holding_card import CHECK_KEYS, HOLD_KEYS, HoldingCard
from desktop.localization import tr, worded
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.ask import ask_note

_ACTS = (Act.HOLD, Act.LIFT_HOLD, Act.ASK_CHECK, Act.CHECK)


class StoryHolding(QObject):
    """Asks before a story is held back or let go, and before a check is asked for or signed."""

    refused = Signal(str)
    """Reason why it is not done."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, work: StorySession, card: HoldingCard, page: QWidget
    ) -> None:
        super().__init__(page)
        self._door, self._account, self._theme, self._work, self._page = door, account, theme, work, page
        self._card, self._names = card, tuple[str, ...]()
        self._look: Assessment | None = None
        self.actions = (
            self._action(tr("Hold back from print…"), HOLD_KEYS, self._on_hold),
            self._action(tr("Ask for a check…"), CHECK_KEYS, self._on_ask),
        )
        card.hold_wanted.connect(self._on_hold)
        card.lift_wanted.connect(self._on_lift)
        card.ask_wanted.connect(self._on_ask)
        card.done_wanted.connect(self._on_done)
        card.drop_wanted.connect(self._on_drop)

    def show(self, look: Assessment) -> None:
        """What holds the story back, and its checks, as they are now."""
        self._look, self._names = look, look.check_names
        may = self._may(look.story)
        self._card.show_hold(look.story.hold, may)
        self._card.show_checks(look.checks, may)
        for action, act in zip(self.actions, (Act.HOLD, Act.ASK_CHECK), strict=True):
            action.setEnabled(act in may)

    def refresh(self) -> None:
        """Somebody changed something: look again where it was the hold or a check."""
        if self._work.story is not None:
            number = self._work.story.id
            self._door.read(read_holding, number, on_done=self._on_read, on_error=self._on_not_read, key="holding")

    def _on_read(self, found: tuple[Hold | None, tuple[StoryCheck, ...]]) -> None:
        if self._look is not None and found != (self._look.story.hold, self._look.checks):
            self._work.look()

    @Slot(object)
    def _on_not_read(self, _error: NewsroomError) -> None:
        """The story itself tells when the newsroom is away."""

    def _may(self, story: Story) -> Collection[Act]:
        mine = story.writer == self._account.login
        return [one for one in _ACTS if not why_not(one, self._account.role, story.stage, is_writer=mine)]

    def _action(self, title: str, keys: str, do: Callable[[], None]) -> QAction:
        action = QAction(title, self._page)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        action.setEnabled(False)
        self._page.addAction(action)
        return action

    @Slot()
    def _on_hold(self) -> None:
        story = self._work.story
        if story is None:
            return
        dialog = HoldDialog(self._theme, story.slug, self._page)
        if dialog.exec():
            self._send(partial(put_hold, reason=dialog.note.written, until=dialog.until))
        dialog.deleteLater()

    @Slot()
    def _on_lift(self) -> None:
        story = self._work.story
        title = tr("Let {slug} be printed").format(slug=story.slug if story else "")
        why = ask_note(self._theme, title, tr("Why is it held back no longer?"), tr("Lift the hold"), self._page)
        if why is not None:
            self._send(partial(lift_hold, why=why))

    @Slot()
    def _on_ask(self) -> None:
        dialog = CheckDialog(
            self._theme, tr("Ask for a check"), tr("Ask"), tr("What is to be looked at?"), self._names, self._page
        )
        if dialog.exec():
            self._send(partial(ask_check, name=dialog.check.currentText(), note=dialog.note.written))
        dialog.deleteLater()

    @Slot(str)
    def _on_done(self, name: str) -> None:
        title = tr("The check {name} is done").format(name=name)
        dialog = CheckDialog(self._theme, title, tr("Sign"), tr("What did you find?"), [name], self._page)
        look = self._look
        if dialog.exec() and look is not None:
            remark, seen = dialog.note.written, look.story.content_hash
            self._send(partial(sign_check, name=name, remark=remark, content_hash=seen))
        dialog.deleteLater()

    @Slot(str)
    def _on_drop(self, name: str) -> None:
        self._send(partial(drop_check, name=name))

    def _send(self, write: Callable[..., None]) -> None:
        """Have it done by the newsroom, and look at the story again."""
        if self._work.story is not None:
            self._door.write(
                write, self._work.story.id, self._account, on_done=self._on_sent, on_error=self._on_refused
            )

    def _on_sent(self, _nothing: None) -> None:
        self._work.look()

    def _on_refused(self, error: NewsroomError) -> None:
        self.refused.emit(worded(error))
        self._work.look()


def read_holding(newsroom: Newsroom, story_id: int) -> tuple[Hold | None, tuple[StoryCheck, ...]]:
    """The hold of a story and its checks."""
    return newsroom.stories.get(story_id).hold, tuple(newsroom.checks.of(story_id))


def put_hold(newsroom: Newsroom, story_id: int, actor: Account, reason: str, until: datetime | None) -> None:
    """Hold a story back."""
    newsroom.holds.put(story_id, reason, actor=actor, until=until)


def lift_hold(newsroom: Newsroom, story_id: int, actor: Account, why: str) -> None:
    """Let it go."""
    newsroom.holds.lift(story_id, actor=actor, why=why)


def ask_check(newsroom: Newsroom, story_id: int, actor: Account, name: str, note: str) -> None:
    """Ask for a check of a story."""
    newsroom.checks.ask(story_id, name, actor=actor, note=note)


def drop_check(newsroom: Newsroom, story_id: int, actor: Account, name: str) -> None:
    """Ask for it no more."""
    newsroom.checks.drop(story_id, name, actor=actor)


def sign_check(newsroom: Newsroom, story_id: int, actor: Account, name: str, remark: str, content_hash: str) -> None:
    """Sign that it was done of the text that was shown."""
    newsroom.checks.do(story_id, name, actor=actor, content_hash=content_hash, remark=remark)
