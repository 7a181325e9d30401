"""The card of a change: who made it and when, what went struck through, what came underlined, and the ways to go on."""

from collections.abc import Hashable, Sequence
from html import escape

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from db.fields import title_of
from db.text.alterations import BODY, Alteration, AlterationKind
from db.text.credits import Credit
from desktop.editor.margin.note_card import NoteCard
from desktop.localization import tr, worded
from desktop.widgets.entry import entry

_MOST = 220
"""Characters of words on a card: a sentence and a half; a whole paragraph is told by its beginning."""


class AlterationCard(NoteCard):
    """A change of a text, in the colour of who made it."""

    way_chosen = Signal(object, str)
    """Key of the change, and the name of what is to become of it."""

    def __init__(
        self, key: Hashable, alteration: Alteration, credit: Credit, place: QTextCursor | None, colour: QColor,
        ways: Sequence[tuple[str, str]], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(key, place, "change", parent)
        self.alteration, self._ways = alteration, dict(ways)
        self.said = said_of(alteration, colour.name())
        """The change as rich text."""
        said = QLabel(self.said)
        said.setWordWrap(True)
        self.column.addWidget(entry(credit.name, credit.at, said))
        self.setStyleSheet(f'QFrame[card="change"] {{ border-left-color: {colour.name()}; }}')
        if ways:
            self.add_ways(ways).linkActivated.connect(self._on_way)
        self.setAccessibleName(plain_words(alteration))

    def decide(self, way: str) -> None:
        """Go on in a way, if it is one of those that are offered."""
        if way in self._ways:
            self.way_chosen.emit(self.key, way)

    @Slot(str)
    def _on_way(self, way: str) -> None:
        self.way_chosen.emit(self.key, way)


def said_of(alteration: Alteration, colour: str) -> str:
    """A change as rich text; of a field with its title before it."""
    gone = f'<s style="color: {colour}">{_short(alteration.old)}</s>' if alteration.old else ""
    came = f'<u style="color: {colour}">{_short(alteration.new)}</u>' if alteration.new else ""
    return " ".join(filter(None, (_title(alteration), gone, came)))


def plain_words(alteration: Alteration) -> str:
    """A change as a screen reader says it, and as the log has it."""
    gone, came = alteration.old.strip(), alteration.new.strip()
    if gone and came:
        said = tr("“{old}” became “{new}”").format(old=gone, new=came)
    else:
        said = tr("“{words}” deleted").format(words=gone) if gone else tr("“{words}” added").format(words=came)
    if not gone and not came:
        said = ""
    return " ".join(filter(None, (_title(alteration), said)))


def _title(alteration: Alteration) -> str:
    if alteration.place != BODY:
        return tr("{field}:").format(field=escape(tr(title_of(alteration.place))))
    titles = {
        AlterationKind.CAME: tr("New paragraph:"), AlterationKind.WENT: tr("Paragraph deleted:"),
        AlterationKind.FORM: worded(alteration.note),
    }  # fmt: skip
    return titles.get(alteration.kind, "")


def _short(words: str) -> str:
    words = words.strip() or "␣"
    return escape(words if len(words) <= _MOST else f"{words[:_MOST]}…")
