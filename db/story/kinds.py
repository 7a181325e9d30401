"""The kinds of stories a newsroom tells apart: News, Brief, Feature … It has none until the chief names some."""

from sqlmodel import Session

from db.errors import NotFound, Refused
from db.people.names import tidy_name
from db.settings import Settings
from db.store.tables import SettingRow
from db.text.folding import find_name
from db.values import Account

_SETTING = "kinds"


class Kinds:
    """The newsroom's own short list."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> list[str]:
        """Their names, in the order they were made."""
        return list(self._settings.get(_SETTING, []))

    def add(self, name: str, *, actor: Account) -> str:
        """Another kind. Raises Refused for all but the chief, and when the name is empty or taken."""
        name = tidy_name(name, "a kind")

        def change(old: list[str] | None) -> list[str]:
            known = list(old or [])
            if _find(known, name):
                raise Refused(f"There is a kind called {name} already.")
            return [*known, name]

        self._settings.edit(_SETTING, change, actor=actor)
        return name

    def remove(self, name: str, *, actor: Account) -> str:
        """Offer a kind no more; stories that have it keep it, and its limits. Raises NotFound for one not there."""

        gone = self.need(name)
        self._settings.edit(_SETTING, lambda old: [kind for kind in old or [] if kind != gone], actor=actor)
        return gone

    def need(self, name: str) -> str:
        """A kind as it is written in the list, whatever the case it is asked for in. Raises NotFound."""
        return _need(self.all(), name)


def need_kind(session: Session, name: str) -> str:
    """The same within a transaction; no kind at all is one, too."""
    row = session.get(SettingRow, _SETTING)
    return _need(list(row.value) if row else [], name) if name else ""


def _find(known: list[str], name: str) -> str | None:
    number = find_name(known, name)
    return None if number is None else known[number]


def _need(known: list[str], name: str) -> str:
    found = _find(known, name)
    if found is None:
        raise NotFound(f"There is no kind “{name}”; the kinds are: {', '.join(known) or 'none yet'}.")
    return found
