"""A journal on this computer for what is typed while the newsroom does not answer: nothing waits in memory alone."""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from platformdirs import user_state_path

from db.errors import Unreadable
from db.story.stories import pack_text, unpack_text
from db.values import StoryText, WorkingCopy


@dataclass(frozen=True)
class Journal:
    """One file for each story and person, in a folder of this user's."""

    folder: Path
    newsroom: str
    """The newsroom's identity."""
    login: str

    def keep(self, story_id: int, text: StoryText, base: int, now: datetime) -> None:
        """Write a text down. Raises OSError when this disk will not have it either."""
        self.folder.mkdir(parents=True, exist_ok=True)
        packed = json.dumps({"base": base, "at": now.isoformat(), "text": pack_text(text)})
        partial = self._path(story_id).with_suffix(".part")
        with partial.open("w", encoding="utf-8") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(self._path(story_id))

    def find(self, story_id: int) -> WorkingCopy | None:
        """What was written down and not sent yet. Raises Unreadable when the file is damaged; it is left as it is."""
        path = self._path(story_id)
        if not path.exists():
            return None
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            return WorkingCopy(unpack_text(told["text"]), int(told["base"]), datetime.fromisoformat(told["at"]))
        except (ValueError, KeyError, TypeError) as error:
            raise Unreadable(f"The journal {path} cannot be read; it is left as it is.") from error

    def forget(self, story_id: int) -> None:
        """It has been sent."""
        self._path(story_id).unlink(missing_ok=True)

    def _path(self, story_id: int) -> Path:
        return self.folder / f"{self.newsroom}-{self.login}-{story_id}.json"


def own_journal(newsroom: str, login: str) -> Journal:
    """The journal of the person at this computer."""
    return Journal(user_state_path("galley", appauthor=False) / "journal", newsroom, login)
