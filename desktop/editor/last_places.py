"""Places where a person left the stories they had open: each reopens there, on this computer, another day too."""

import json
from contextlib import suppress

from db.text.anchors import Range
from desktop.settings import LocalSettings

_PLACES = "places"
"""Name of what is remembered."""
_MOST = 200
"""Stories whose places are remembered, the last ones: more than anybody goes back to."""


class LastPlaces:
    """The places of one person in one newsroom; nothing is remembered without settings."""

    def __init__(self, settings: LocalSettings | None, login: str, identity: str) -> None:
        self._settings, self._login, self._identity = settings, login, identity

    def keep(self, story_id: int, place: Range) -> None:
        """Remember where a story was left; at its beginning there is nothing to remember."""
        if self._settings is None:
            return
        places = self._read()
        places.pop(self._key(story_id), None)
        if place.block or place.start:
            places[self._key(story_id)] = [place.block, place.start]
        last = dict([*places.items()][-_MOST:])
        self._settings.keep_view(self._login, _PLACES, json.dumps(last))

    def of(self, story_id: int) -> Range | None:
        """Where a story was left; None where that is not known."""
        found = self._read().get(self._key(story_id))
        if isinstance(found, list) and len(found) == 2 and all(isinstance(one, int) and one >= 0 for one in found):
            return Range(found[0], found[1], found[1])
        return None

    def _key(self, story_id: int) -> str:
        return f"{self._identity} {story_id}"

    def _read(self) -> dict[str, object]:
        """All that is remembered: what somebody wrote into the file by hand is not."""
        found: object = None
        if self._settings is not None:
            with suppress(ValueError, RecursionError):
                found = json.loads(self._settings.view_of(self._login, _PLACES) or "{}")
        return found if isinstance(found, dict) else {}
