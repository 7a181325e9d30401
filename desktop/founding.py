"""The founding of a newsroom, in the window or by command: its name, its time zone, its desks and its chief."""

from dataclasses import dataclass

from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.stages import Role
from db.values import SignedIn


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
        return tuple(dict.fromkeys(filter(None, (part.strip() for part in self.desks.split(",")))))


def found(newsroom: Newsroom, founding: Founding) -> SignedIn:
    """The chief of a newsroom that has no accounts yet. Raises Refused for a login or desk that will not do."""
    for desk in founding.desk_names:
        if desk not in newsroom.desks.all():
            newsroom.desks.add(desk, actor=None)
    newsroom.accounts.add(
        login=founding.login, name=founding.name, role=Role.CHIEF, desks=founding.desk_names,
        password=founding.password, actor=None,
    )  # fmt: skip
    chief = newsroom.accounts.sign_in(founding.login, founding.password)
    newsroom.settings.set("name", founding.newsroom, actor=chief)
    newsroom.settings.set(TIME_ZONE, founding.time_zone, actor=chief)
    return chief
