"""What others changed in the open story since its reader had it: marked in the text, kept or put back one by one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QWidget

from db.newsroom import Newsroom
from db.story.reviews import ForeignChange, Review, with_changes
from db.text.alterations import Alteration, AlterationKind, put_back
from db.values import Account, StoryText
from desktop.editor.form import StoryForm
from desktop.editor.margin.alteration_card import AlterationCard
from desktop.editor.session.story_session import StorySession
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.change_marks import ChangeMark
from desktop.editor.text.text_ranges import cursor_over
from desktop.localization import count, tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.message import Message, Tone

KEEP, BACK = "keep", "back"
"""Names of what becomes of a change: it is looked over, or the text from before it stands again."""
AUTHOR_ROLES = ("accent", "good", "draft")
"""Roles of the colours of those who changed something; a fourth has that of the first, and the name beside it."""


class StoryChanges(QObject):
    """One person's look at what others changed in the story that `work` holds open."""

    said = Signal(object)
    """Message"""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, work: StorySession, form: StoryForm,
        read: Callable[[], StoryText], change: Callable[[StoryText], None], page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._door, self._account, self._theme = door, account, theme
        self._work, self._form, self._read, self._change = work, form, read, change
        self._review: Review | None = None
        self._story = 0
        """Number of the story that was looked at last."""
        self._cards: list[AlterationCard] = []
        self._hidden = False
        form.change_bar.linkActivated.connect(self._on_link)

    @property
    def shown(self) -> bool:
        """Whether changes are marked in the text, when there are any."""
        return not self._hidden

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

    @Slot(bool)
    def show_changes(self, shown: bool) -> None:
        """Mark them in the text, or let it be read as it will stand."""
        self._hidden = not shown
        self._show(self._review.changes if self._review else ())

    @Slot()
    def keep(self) -> None:
        """Keep the change that the cursor stands in."""
        self._decide(KEEP)

    @Slot()
    def go_back(self) -> None:
        """Put back the change that the cursor stands in."""
        self._decide(BACK)

    def _decide(self, way: str) -> None:
        card = self._form.margin.active()
        if isinstance(card, AlterationCard):
            card.way_chosen.emit(card.alteration, way)

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
        shown = () if self._hidden else changes
        names = list(dict.fromkeys(one.credit.name for one in changes))
        colours = {name: self._theme.color(AUTHOR_ROLES[at % len(AUTHOR_ROLES)]) for at, name in enumerate(names)}
        body, known = self._form.body, {card.key: card for card in self._cards}
        if [one.alteration.mark for one in shown] != [card.key for card in self._cards]:
            self._cards = [self._build(one, colours[one.credit.name]) for one in shown]
            self._form.margin.show_cards("changes", self._cards)
            self._form.fit_margin()
        elif known:
            for one in shown:
                known[one.alteration.mark].place = place_of(body, one.alteration)
            self._form.margin.sort()
        body.mark_changes(marks_of(body, [(one.alteration, colours[one.credit.name]) for one in shown]))
        self._say(len(changes), names)

    def _build(self, one: ForeignChange, colour: QColor) -> AlterationCard:
        ways = [(KEEP, tr("Keep")), *([(BACK, tr("Put back"))] if self._work.writable else [])]
        place = place_of(self._form.body, one.alteration)
        card = AlterationCard(one.alteration, one.credit, place, colour, ways)
        card.way_chosen.connect(self._on_way)
        return card

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
    def _on_way(self, alteration: Alteration, way: str) -> None:
        review = self._compared()
        found = [one for one in review.changes if one.alteration.mark == alteration.mark] if review else []
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
        undo = partial(self._unkeep, review.base, review.base_number)
        self.said.emit(Message(said, Tone.DONE, tr("Undo"), undo))

    def _unkeep(self, text: StoryText, number: int) -> None:
        review = self._compared()
        if review is not None:
            self._know(review, text, number)

    def _know(self, review: Review, text: StoryText, number: int) -> None:
        """From now on this text is known: what is left of the changes is shown at once, and the rest is stored."""
        self._review = review.knowing(text, number)
        self._show(self._review.changes)
        self._door.write(know_text, self._story, text, number, self._account)


def place_of(body: BodyEdit, one: Alteration) -> QTextCursor | None:
    """Where a change stands in the text that has it; None for that of a field."""
    if one.kind is AlterationKind.FIELD:
        return None
    blocks = body.document().blockCount()
    if one.kind is AlterationKind.WENT and one.after.block >= blocks:
        cursor = QTextCursor(body.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor
    return cursor_over(body.document(), one.after)


def marks_of(body: BodyEdit, changes: Sequence[tuple[Alteration, QColor]]) -> list[ChangeMark]:
    """Marks in the text that has these changes, each in its colour."""
    marks = []
    for one, colour in changes:
        place = place_of(body, one)
        if place is not None and one.kind is not AlterationKind.FORM:
            marks.append(ChangeMark(place, colour))
    return marks


def find_changes(newsroom: Newsroom, story_id: int, text: StoryText, actor: Account) -> Review | None:
    """What others changed in a story since its reader had it."""
    return newsroom.reviews.of(story_id, text, actor=actor)


def compare_again(_newsroom: Newsroom, review: Review, text: StoryText) -> Review:
    """The same of the text as it stands now."""
    return review.compared(text)


def know_text(newsroom: Newsroom, story_id: int, text: StoryText, number: int, actor: Account) -> None:
    """Keep which text somebody knows."""
    newsroom.reviews.know(story_id, text, number, actor=actor)
