"""The proofreader of an open story: looks at what was changed between two keys, and says what it found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from db.errors import NewsroomError
from db.values import Account
from desktop.editor.proofreading.proofed_text import ProofedEdit, ProofedText
from desktop.editor.proofreading.remarks import Remark, Standards
from desktop.editor.proofreading.standards import READ_AGAIN, StandardsWanted, read_standards, switch_off
from desktop.editor.text.typing_habits import TypingHabits
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.spare_time import SpareTime
from exports.spelling.dictionary_files import dictionary_folders
from exports.spelling.open_dictionaries import OpenDictionaries
from exports.spelling.spell_check import OFTEN

_SOON_MS = 60
"""After a key, until its paragraph is looked at: it is painted by then, and the mark still seems to come at once."""


class Proofreader(QObject):
    """Reads some fields of one story after another."""

    counted = Signal()
    """The number of remarks is another one now."""
    switched_off = Signal(str)
    """Name of a rule of house style that ran wild."""

    def __init__(
        self,
        door: NewsroomDoor,
        account: Account,
        theme: Theme,
        fields: Sequence[ProofedEdit],
        habits: TypingHabits,
        own_dictionaries: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._door, self._account, self._habits = door, account, habits
        self._dictionaries = OpenDictionaries(dictionary_folders(own_dictionaries))
        self._used, self._names = Counter[str](), frozenset[str]()
        self.texts = [ProofedText(edit, theme, self._used, self) for edit in fields]
        self.standards = Standards()
        self.story_id, self.language, self._desk = 0, "", ""
        self._others = dict[str, None]()
        """Languages of words that are not in the story's, in the order in which they were met."""
        self._told = set[str]()
        """Rules whose running wild is known to the newsroom."""
        self.count = 0
        """Remarks that are shown."""
        self._soon = SpareTime(self._read_next, self)
        for text in self.texts:
            text.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            text.stale.connect(self._on_stale)
            text.language_met.connect(self._on_language_met)

    def open(self, story_id: int, language: str, desk: str) -> None:
        """Read a story of a desk in a language from now on."""
        if (story_id, language, desk) != (self.story_id, self.language, self._desk):
            self.story_id, self.language, self._desk = story_id, language, desk
            self.refresh()

    def heed(self, parts: frozenset[str]) -> None:
        """Something of the newsroom is another one now."""
        if parts & READ_AGAIN:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the words of newsroom and person again."""
        if self.story_id:
            wanted = StandardsWanted(
                self.story_id, self.language, self._desk, self._account.login, self._habits.spelling,
                self._habits.style, tuple(self._others),
            )  # fmt: skip
            self._door.read(
                read_standards, wanted, self._dictionaries, on_done=self._on_standards, on_error=self._on_unreadable,
                key="standards",
            )  # fmt: skip

    @Slot(str)
    def _on_language_met(self, language: str) -> None:
        if language not in self._others:
            self._others[language] = None
            self.refresh()

    @Slot()
    def read_dictionaries(self) -> None:
        """The settings were closed: other dictionaries may be there."""
        self._dictionaries.forget()
        self.refresh()

    @property
    def settled(self) -> bool:
        """Whether all was looked at."""
        return not self._soon.awaited

    def here(self) -> int:
        """Number of the text that one is in; the last, which is the body, when one is in none."""
        return next((n for n, text in enumerate(self.texts) if text.edit.hasFocus()), len(self.texts) - 1)

    def next(self, by: int) -> tuple[ProofedText, int, Remark] | None:
        """The remark after the cursor, or before it with -1, and its block's place; past the last the first."""
        every = [(n, place, one) for n, text in enumerate(self.texts) for place, one in text.all_shown()]
        if not every:
            return None
        cursor = self.texts[self.here()].edit.textCursor()
        at = self.here(), cursor.selectionEnd() if by > 0 else cursor.selectionStart()
        later = [one for one in every if (one[0], one[1] + one[2].start) >= at]
        earlier = [one for one in every if (one[0], one[1] + one[2].end) < at]
        number, place, found = (later or every)[0] if by > 0 else (earlier or every)[-1]
        return self.texts[number], place, found

    # helpers

    def _on_standards(self, standards: Standards) -> None:
        self.standards = standards
        for text in self.texts:
            text.hold_against(standards)

    def _on_unreadable(self, _error: NewsroomError) -> None:
        """Without its dictionary a text is not checked; the page of settings says what is wrong with it."""
        self._on_standards(replace(self.standards, check=None))

    @Slot()
    def _on_stale(self) -> None:
        if not self._soon.awaited:
            self._soon.begin(_SOON_MS)

    def _read_next(self) -> bool:
        """Look at a paragraph that was changed; False when there is none, and all is told."""
        if any(text.read_next() for text in self.texts):
            return True
        self._tell()
        return False

    def _tell(self) -> None:
        """Count what is shown; what turned out to be a name, or no longer is one, is painted anew."""
        names = frozenset(word for word, count in self._used.items() if count >= OFTEN)
        if names != self._names:
            self._names = names
            for text in self.texts:
                text.repaint()
        self._switch_off_wild()
        count = sum(text.count for text in self.texts)
        if count != self.count:
            self.count = count
            self.counted.emit()

    def _switch_off_wild(self) -> None:
        """Rules that took too long hold no more, here at once and soon for everybody."""
        wild = self.standards.rules.wild if self.standards.rules else {}
        for name in wild.keys() - self._told:
            self._told.add(name)
            why = tr("It took {n} ms for one paragraph.").format(n=round(wild[name] * 1000))
            self._door.write(switch_off, name, why, self._account, on_done=self.switched_off.emit)
