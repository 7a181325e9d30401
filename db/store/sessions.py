"""Sessions: who has signed in to this opened newsroom. What was made by hand is none, whatever it says of itself."""

from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary, finalize

from db.values import Account, SignedIn

if TYPE_CHECKING:
    from db.keys import Key


class Sessions:
    """The sessions of one opened newsroom. One lasts as long as its value is held."""

    def __init__(self) -> None:
        self._held: WeakValueDictionary[int, SignedIn] = WeakValueDictionary()
        self._given: dict[int, dict[str, Any]] = {}

    def begin(self, account: Account, key: "Key | None", *, reset: int) -> SignedIn:
        """The session of a person whose password was right; `reset` is the newest reset of it, 0 for none."""
        session = SignedIn(**{**vars(account), "key": key, "reset": reset})
        number = id(session)
        self._held[number], self._given[number] = session, dict(vars(session))
        finalize(session, self._given.pop, number, None).atexit = False
        return session

    def holds(self, actor: Account | None) -> bool:
        """Whether a value is one that `begin` gave: itself, not one like it, and as it was given."""
        return actor is not None and self._held.get(id(actor)) is actor and self._given.get(id(actor)) == vars(actor)
