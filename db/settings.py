"""What a newsroom has set for itself: its name, its rules, its limits."""

from collections.abc import Callable
from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from db.acts import Act
from db.store.tables import SettingRow
from db.store.unit_of_work import Database, UnitOfWork, own_change
from db.values import Account

IDENTITY = "identity"
"""Setting: what tells the newsroom from all others."""
NAME = "name"
"""Setting: the name the newsroom has given itself."""
UNNAMED = "Newsroom"
"""What one is called that has not."""
SEARCHES = "searches"
"""Setting: searches by name that all have; with a colon and a login behind it, those of one person."""
TIME_ZONE = "time_zone"
"""Setting: where the newsroom's day begins, as the IANA data base names it; empty for that of each computer."""


class Settings:
    """Named values that JSON can hold."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def zone(self) -> tzinfo | None:
        """The time zone the newsroom's days begin in; None for that of this computer."""
        return zone_of(str(self.get(TIME_ZONE, "")))

    def get(self, key: str, default: Any = None) -> Any:
        """The value set under a name, or the default."""
        with self._database.reading() as session:
            row = session.get(SettingRow, key)
            return row.value if row else default

    def set(self, key: str, value: Any, *, actor: Account | None) -> None:
        """Set a value; the change is in the log. Raises Refused for all but the chief; see `edit`."""
        self.edit(key, lambda _old: value, actor=actor)

    def edit(
        self, key: str, change: Callable[[Any], Any], *, actor: Account | None, act: Act = Act.SET, note: str = "",
        part: str = "",
    ) -> None:  # fmt: skip
        """Make a new value of the old one, or of None, while nobody else can write.

        `note` says more of it in the log, and `part` names what is to be read again where that is not all settings.

        Raises Refused for all but the chief, save for searches: shared ones are everybody's, a person's own are
        theirs alone. Nobody sets it while a newsroom is founded.
        """
        shared_or_own = actor is not None and key in (SEARCHES, f"{SEARCHES}:{actor.login}")
        with self._database.change(actor, Act.SAVE_SEARCH if shared_or_own else act) as unit:
            _set(unit, key, change, note, part)

    def give_identity(self, identity: str) -> None:
        """Give a newsroom what tells it from all others, when it has none yet."""
        with own_change(self._database) as unit:
            _set(unit, IDENTITY, lambda known: known or identity)


def _set(unit: UnitOfWork, key: str, change: Callable[[Any], Any], note: str = "", part: str = "") -> None:
    row = unit.session.get(SettingRow, key)
    if row is None:
        row = SettingRow(key=key, value=change(None))
        unit.session.add(row)
    else:
        row.value = change(row.value)
    unit.seal(row)
    unit.record("set", note=f"{key}: {note}" if note else key)
    unit.touch(part or "settings")


def change_within(unit: UnitOfWork, key: str, change: Callable[[Any], Any]) -> None:
    """Make a new value of one that is set, as a part of another change, whose record vouches for it."""
    row = unit.session.get(SettingRow, key)
    if row is not None and (value := change(row.value)) != row.value:
        row.value = value
        unit.seal(row)


def zone_of(name: str) -> tzinfo | None:
    """The zone of a name; None, which stands for that of this computer, for no name and for one not known here."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
