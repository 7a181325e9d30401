"""What others changed in the open story since its reader had it: marked in the text, kept or put back one by one."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.newsroom import Newsroom
from db.story.reviews import ForeignChange, Review, with_changes
from db.text.alterations import put_back
from db.values import Account, StoryText
from desktop.editor.alteration_group import BACK, KEEP, AlterationGroup, ShownAlteration
from desktop.editor.form import StoryForm
from desktop.editor.session.story_session import StorySession
from desktop.localization import count, tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.message import Message, Tone


class StoryChanges(QObject):
    """One person's look at what others changed in the story that `work` holds open."""

    said = Signal(object)
    """Message"""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, work: StorySession, form: StoryForm,
        read: Callable[[], StoryText], change: Callable[[StoryText], None], page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._door, self._account = door, account
        self._work, self._form, self._read, self._change = work, form, read, change
        self._review: Review | None = None
        self._story = 0
        """Number of the story that was looked at last."""
        self.group = AlterationGroup("changes", theme, form, self)
        self._hidden = self._paused = False
        self.group.decided.connect(self._on_way)
        form.change_bar.linkActivated.connect(self._on_link)

    def look(self) -> None:
        """Find what others changed in the text as it stands; only what was typed is compared when no one saved."""
        story = self._work.story
        if story is None:
            return
        if story.id != self._story:
            self.forget()
            self._story = story.id
        known, text, done = self._review, self._read(), partial(self._on_found, story.id)
        if known is None or known.newest != story.version:
            self._door.read(find_changes, story.id, text, self._account, on_done=done, key="changes")
        elif known.made:
            self._door.read(compare_again, known, text, on_done=done, key="changes")

    def forget(self) -> None:
        """Another story is opened, or none."""
        self._review, self._hidden = None, False
        self._show(())

    def show_changes(self, shown: bool) -> None:
        """Mark them in the text, or let it be read as it will stand."""
        self._hidden = not shown
        self._show(self._review.changes if self._review else ())

    def pause(self, paused: bool) -> None:
        """Be gone while something else than the story's own text is on the screen."""
        self._paused = paused
        self._show(self._review.changes if self._review else ())

    # what is found

    def _on_found(self, story_id: int, review: Review | None) -> None:
        """What was typed meanwhile is looked at again anyway: until then the marks move with their words."""
        story = self._work.story
        if story is None or story.id != story_id or (review and review.text != self._read()):
            return
        self._review = review
        if review and review.changes and not review.begun:
            self._know(review, review.base, review.base_number)
        else:
            self._show(review.changes if review else ())

    def _show(self, changes: Sequence[ForeignChange]) -> None:
        changes = () if self._paused else changes
        shown = () if self._hidden else changes
        ways = [(KEEP, tr("Keep")), *([(BACK, tr("Put back"))] if self._work.writable else [])]
        self.group.show([ShownAlteration(one.alteration.mark, one.alteration, one.credit) for one in shown], ways)
        self._say(len(changes), list(dict.fromkeys(one.credit.name for one in changes)))

    def _say(self, number: int, names: Sequence[str]) -> None:
        if not number:
            self._form.change_bar.say("", ())
            return
        said = count(number, "{n} change", "{n} changes")
        sentence = tr("{changes} by {names} since you had it.").format(changes=said, names=", ".join(names))
        ways = [("keep all", tr("Keep all"))]
        ways += [("back all", tr("Put all back"))] if self._work.writable else []
        ways.append(("show", tr("Show")) if self._hidden else ("hide", tr("Hide")))
        self._form.change_bar.say(sentence, ways)

    # what becomes of it

    @Slot(object, str)
    def _on_way(self, mark: Hashable, way: str) -> None:
        review = self._compared()
        found = [one for one in review.changes if one.alteration.mark == mark] if review else []
        if not review or not found:
            return
        if way == KEEP:
            self._keep(review, found)
        elif self._work.writable:
            self._change(put_back(review.text, found[0].alteration, review.base))

    @Slot(str)
    def _on_link(self, way: str) -> None:
        review = self._compared()
        if way in ("show", "hide"):
            self.show_changes(way == "show")
        elif review is not None and way == "keep all":
            self._keep(review, review.changes)
        elif review is not None and self._work.writable:
            text = review.text
            for one in reversed(review.changes):
                text = put_back(text, one.alteration, review.base)
            self._change(text)

    def _compared(self) -> Review | None:
        """With what stands on the screen at this moment."""
        if self._review is None:
            return None
        text = self._read()
        return self._review if text == self._review.text else self._review.compared(text)

    def _keep(self, review: Review, kept: Sequence[ForeignChange]) -> None:
        if len(kept) == len(review.changes):
            self._know(review, review.later[-1].text, review.newest)
        else:
            self._know(review, with_changes(review, kept), review.base_number)
        said = count(len(kept), "{n} change is kept.", "{n} changes are kept.")
        undo = partial(self._unkeep, self._story, review.base, review.base_number)
        self.said.emit(Message(said, Tone.DONE, tr("Undo"), undo))

    def _unkeep(self, story_id: int, text: StoryText, number: int) -> None:
        review = self._compared()
        if review is not None and story_id == self._story:
            self._know(review, text, number)
        else:  # another story is open by now
            self._door.write(know_text, story_id, text, number, self._account)

    def _know(self, review: Review, text: StoryText, number: int) -> None:
        """From now on this text is known: what is left of the changes is shown at once, and the rest is stored."""
        self._review = review.knowing(text, number)
        self._show(self._review.changes)
        self._door.write(know_text, self._story, text, number, self._account)


def find_changes(newsroom: Newsroom, story_id: int, text: StoryText, actor: Account) -> Review | None:
    """What others changed in a story since its reader had it."""
    return newsroom.reviews.of(story_id, text, actor=actor)


def compare_again(_newsroom: Newsroom, review: Review, text: StoryText) -> Review:
    """The same of the text as it stands now."""
    return review.compared(text)


def know_text(newsroom: Newsroom, story_id: int, text: StoryText, number: int, actor: Account) -> None:
    """Keep which text somebody knows."""
    newsroom.reviews.know(story_id, text, number, actor=actor)
