"""A group of changes as they are shown: marked in the text in the colour of their authors, a card of each beside it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QTextCursor

from db.text.alterations import Alteration, AlterationKind
from db.text.anchors import Range
from db.text.credits import Credit
from desktop.editor.form import StoryForm
from desktop.editor.margin.alteration_card import AlterationCard
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.change_marks import ChangeMark
from desktop.editor.text.text_ranges import cursor_over
from desktop.look.theme import Theme

AUTHOR_ROLES = ("accent", "good", "draft")
"""Roles of the colours of those who changed something; a fourth has that of the first, and the name beside it."""


KEEP, BACK = "keep", "back"
"""Names of what becomes of a change: it stands, or what was there before."""


@dataclass(frozen=True)
class ShownAlteration:
    """A change to be shown."""

    key: Hashable
    alteration: Alteration
    credit: Credit
    made: bool = True
    """Whether the text on the screen has it; else it is suggested of that text."""


Ways = Sequence[tuple[str, str]]
"""What can become of a change: a name and a word each."""


class AlterationGroup(QObject):
    """Changes that are shown together, and are decided in the same ways."""

    decided = Signal(object, str)
    """Key of a change, and the name of what is to become of it."""

    def __init__(self, name: str, theme: Theme, form: StoryForm, parent: QObject) -> None:
        super().__init__(parent)
        self._name, self._theme, self._form = name, theme, form
        self._shown: list[ShownAlteration] = []
        self._ways: Ways = ()
        self.cards: list[AlterationCard] = []

    def show(self, shown: Sequence[ShownAlteration], ways: Ways) -> None:
        """Show these in place of what was shown; cards of the same changes stay."""
        colours = self._colours(shown)
        if list(map(_said, shown)) != list(map(_said, self._shown)) or ways != self._ways:
            self.cards = [self._build(one, colours[one.credit.name], ways) for one in shown]
            self._form.margin.show_cards(self._name, self.cards)
            self._form.fit_margin()
        self._shown, self._ways = list(shown), ways
        for card, one in zip(self.cards, shown, strict=True):
            card.place = place_of(self._form.body, one)
        self._form.margin.sort()
        marks = (mark_of(self._form.body, one, colours[one.credit.name]) for one in shown)
        self._form.body.mark_changes(self._name, [mark for mark in marks if mark is not None])

    def _colours(self, shown: Sequence[ShownAlteration]) -> dict[str, QColor]:
        names = dict.fromkeys(one.credit.name for one in shown)
        return {name: self._theme.color(AUTHOR_ROLES[at % len(AUTHOR_ROLES)]) for at, name in enumerate(names)}

    def _build(self, one: ShownAlteration, colour: QColor, ways: Ways) -> AlterationCard:
        card = AlterationCard(one.key, one.alteration, one.credit, place_of(self._form.body, one), colour, ways)
        card.way_chosen.connect(self.decided)
        return card


def _said(one: ShownAlteration) -> tuple[Hashable, str, str, str, datetime]:
    """What stands on its card, wherever that is; times are told by the minute."""
    minute = one.credit.at.replace(second=0, microsecond=0)
    return one.key, one.alteration.old, one.alteration.new, one.credit.name, minute


def place_of(body: BodyEdit, one: ShownAlteration) -> QTextCursor | None:
    """Where a change stands in the text on the screen; None for that of a field."""
    if one.alteration.kind is AlterationKind.FIELD:
        return None
    where = _where(one)
    if where.block < body.document().blockCount():
        return cursor_over(body.document(), where)
    cursor = QTextCursor(body.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    return cursor


def mark_of(body: BodyEdit, one: ShownAlteration, colour: QColor) -> ChangeMark | None:
    """The mark of a change in the text on the screen; None where its words are the same."""
    place = place_of(body, one)
    if place is None or one.alteration.kind is AlterationKind.FORM:
        return None
    return ChangeMark(place, colour, struck=not one.made)


def _where(one: ShownAlteration) -> Range:
    return one.alteration.after if one.made else one.alteration.before
