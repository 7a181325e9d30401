"""The founding of a newsroom, in the window or by command: its name, its time zone, its desks and its chief."""

import re
from dataclasses import dataclass

from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.stages import Role
from db.text.folding import find_name, folded_name
from db.values import SignedIn

_COMMAS = re.compile("[,،，、]")
"""Commas as Latin, Arabic and Chinese keyboards have them."""


@dataclass(frozen=True)
class Founding:
    """Values that a new newsroom starts with."""

    newsroom: str
    desks: str
    """Their names, parted by commas."""
    name: str
    login: str
    password: str = ""
    time_zone: str = ""

    @property
    def desk_names(self) -> tuple[str, ...]:
        """The desks, each once, in order."""
        names = dict[str, str]()
        for part in filter(None, map(str.strip, _COMMAS.split(self.desks))):
            names.setdefault(folded_name(part), part)
        return tuple(names.values())


def found(newsroom: Newsroom, founding: Founding) -> SignedIn:
    """The chief of a newsroom that has no accounts yet. Raises Refused for a login or desk that will not do."""
    for desk in founding.desk_names:
        if find_name(newsroom.desks.all(), desk) is None:
            newsroom.desks.add(desk, actor=None)
    newsroom.accounts.add(
        login=founding.login, name=founding.name, role=Role.CHIEF, desks=founding.desk_names,
        password=founding.password, actor=None,
    )  # fmt: skip
    chief = newsroom.accounts.sign_in(founding.login, founding.password)
    newsroom.settings.set("name", founding.newsroom, actor=chief)
    newsroom.settings.set(TIME_ZONE, founding.time_zone, actor=chief)
    return chief
