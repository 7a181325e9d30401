"""A journal on this computer for what is typed while the newsroom does not answer: nothing waits in memory alone."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from platformdirs import user_state_path

from db.errors import Unreadable
from db.fields import STORY_FIELDS, FieldKind
from db.partial_files import write_private
from db.private_files import make_folder
from db.story.stories import pack_text, unpack_text
from db.values import Story, StoryText

_MOST_ASIDE = 10_000
"""Texts of one story that are set aside for one reason: nobody leaves as many lying."""


@dataclass(frozen=True)
class Base:
    """The revision a text was typed on, so that it is known again in a newsroom that was put back from a backup."""

    number: int
    content_hash: str = ""
    """Unknown in entries of an older Galley, as what follows."""
    changed: datetime | None = None
    """Time of the story's last change."""
    slug: str = ""
    """Of the story in the newsroom: the story's number may be another's there."""

    @classmethod
    def of(cls, story: Story) -> "Base":
        """The newest revision of a story as it was read."""
        return cls(story.version, story.content_hash, story.changed, story.slug)


@dataclass(frozen=True)
class JournalEntry:
    """A text that waits, and the revision it was typed on."""

    text: StoryText
    saved: datetime
    base: Base
    over: datetime | None = None
    """Time at which the newsroom kept the text before this one; None when it kept none."""


class DamagedJournal(Unreadable):
    """An entry cannot be read. It was set aside; `found` is what could be read of it, as plain text."""

    def __init__(self, sentence: str, found: str) -> None:
        super().__init__(sentence)
        self.found = found


@dataclass(frozen=True)
class Journal:
    """One file for each story and person, in a folder of this user's."""

    folder: Path
    newsroom: str
    """The newsroom's identity."""
    login: str

    def keep(self, base: Story, text: StoryText, now: datetime, over: datetime | None = None) -> None:
        """Write a text down. Raises OSError when this disk will not have it either."""
        make_folder(self.folder)
        packed = json.dumps(_plain(base, text, now, over), ensure_ascii=False)
        write_private(self._path(base.id), packed.encode())

    def find(self, story_id: int) -> JournalEntry | None:
        """The text that is written down and not sent. Raises DamagedJournal once for a file that cannot be read."""
        path = self._path(story_id)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DamagedJournal(f"The journal {path} cannot be read: {error.strerror}.", "") from error
        try:
            return _entry(json.loads(data))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, Unreadable) as error:
            aside = self.set_aside(story_id, "damaged")
            sentence = f"The journal of this story was damaged; it is kept as {aside}."
            raise DamagedJournal(sentence, salvage(data)) from error

    def forget(self, story_id: int) -> None:
        """It has been sent."""
        self._path(story_id).unlink(missing_ok=True)

    def set_aside(self, story_id: int, why: str) -> Path:
        """Give an entry that cannot be sent another name, which no other file has. Returns it."""
        aside = self._free_name(story_id, why)
        self._path(story_id).rename(aside)
        return aside

    def keep_damaged(self, story_id: int, data: bytes) -> Path:
        """Write down what the newsroom had of a story and cannot be read, under a name of its own. Raises OSError."""
        make_folder(self.folder)
        aside = self._free_name(story_id, "damaged")
        write_private(aside, data)
        return aside

    def _free_name(self, story_id: int, why: str) -> Path:
        path = self._path(story_id)
        names = (path.with_name(f"{path.stem}.{why}-{number}") for number in range(1, _MOST_ASIDE))
        return next(name for name in names if not name.exists())

    def _path(self, story_id: int) -> Path:
        return self.folder / f"{self.newsroom}-{self.login}-{story_id}.json"


def own_journal(newsroom: str, login: str) -> Journal:
    """The journal of the person at this computer."""
    return Journal(user_state_path("galley", appauthor=False) / "journal", newsroom, login)


def _plain(base: Story, text: StoryText, now: datetime, over: datetime | None) -> dict[str, Any]:
    return {
        "base": base.version, "base_hash": base.content_hash, "base_made": base.changed.isoformat(), "slug": base.slug,
        "at": now.isoformat(), "over": over.isoformat() if over else None, "text": json.loads(pack_text(text)),
    }  # fmt: skip


def _entry(stored: dict[str, Any]) -> JournalEntry:
    """The entry that `_plain` was given; an older Galley packed the text once more."""
    text = stored["text"] if isinstance(stored["text"], str) else json.dumps(stored["text"])
    made, over = stored.get("base_made"), stored.get("over")
    return JournalEntry(
        unpack_text(text), datetime.fromisoformat(stored["at"]),
        Base(
            int(stored["base"]), stored.get("base_hash", ""), datetime.fromisoformat(made) if made else None,
            stored.get("slug", ""),
        ),
        datetime.fromisoformat(over) if over else None,
    )  # fmt: skip


_NAMES = "|".join((*(one.name for one in STORY_FIELDS if one.kind is not FieldKind.CODE), "text"))
_STRINGS = re.compile(rf'"({_NAMES})" *: *"((?:[^"\\]|\\.)*)')
"""A field's or a span's name and what stands in it, as far as the file goes."""
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SHORT = {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": ""}


def salvage(data: bytes) -> str:
    """Readable part of a damaged entry, a line for each field and span; an empty string when there is none."""
    text = data.decode("utf-8", errors="replace")
    text = text.partition('"text"')[2] if text.startswith('{"base"') else text
    if '{\\"' in text:  # an older Galley packed the text once more
        text = text.replace('\\"', '"')
    return "\n".join(filter(None, (_ESCAPE.sub(_unescaped, found) for _, found in _STRINGS.findall(text))))


def _unescaped(found: re.Match[str]) -> str:
    stored = found[1]
    return chr(int(stored[1:], 16)) if len(stored) == 5 else _SHORT.get(stored, stored)
