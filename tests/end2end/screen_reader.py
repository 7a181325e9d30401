"""What a screen reader or a voice does: finds a program's controls by role and name, reads, writes and presses them.

All of it over AT-SPI2 as on any Linux desktop (org.a11y.atspi, at-spi2-core's own XML): no key and no mouse.
"""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, Message, MessageFlag, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.end2end.conftest import eventually

_PATIENCE = 20.0
"""Seconds after which a program that has not answered will not."""

_TO_START = 60.0
"""Seconds for a program to start, of which others have most of the machine."""

Reference = tuple[str, str]
"""Of a control: its program's name on the bus, and its path there."""

ROLES = {
    "dialog": 16, "label": 29, "list": 31, "menu item": 35, "password": 40, "button": 43, "text": 61,
}  # fmt: skip
"""Numbers of the roles that are looked for (AtspiRole)."""
_ENABLED, _SHOWING = 8, 25
"""Numbers of the states of what can be used, and is seen (AtspiStateType)."""
_WANTED = {"button": (_ENABLED, _SHOWING), "menu item": (_ENABLED,)}
"""States of what is looked for, where it is not enough to be seen; the entries of a menu are there while it is shut."""
_ALL, _ANY = 1, 2
"""Ways to match (AtspiCollectionMatchType)."""
_ROOT = "/org/a11y/atspi/accessible/root"
_SPI = "org.a11y.atspi"
_RULE = "(aiia{ss}iaiiasib)uib"


class ControlGone(Exception):
    """A control that was found is there no more, or the program does not answer yet."""


class AccessibilityBus:
    """The bus on which programs show their controls; the session's bus knows where it is."""

    def __init__(self, session: str) -> None:
        asked = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        with open_dbus_connection(session) as bus:
            self._bus = open_dbus_connection(_result(bus, new_method_call(asked, "GetAddress")))

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def ask(self, of: Reference, method: str, signature: str | None = None, *body: Any) -> Any:
        """Call a method, such as `Action.GetActions`. Raises ControlGone."""
        return _result(self._bus, _call(of, method, signature, body))

    def property(self, of: Reference, name: str) -> Any:
        """A property, such as `Accessible.Name`. Raises ControlGone."""
        interface, _, short = name.partition(".")
        address = DBusAddress(of[1], of[0], f"{_SPI}.{interface}")
        return _result(self._bus, Properties(address).get(short))[1]

    def order(self, of: Reference, method: str, signature: str, *body: Any) -> None:
        """Call a method and wait for no answer: a dialog or menu that opens would hold it back."""
        message = _call(of, method, signature, body)
        message.header.flags = MessageFlag.no_reply_expected
        self._bus.send(message)

    def program(self, pid: int) -> Reference | None:
        """The program of this process, once it is there."""
        with suppress(ControlGone):
            for name, path in self.ask(("org.a11y.atspi.Registry", _ROOT), "Accessible.GetChildren"):
                if _result(self._bus, message_bus.GetConnectionUnixProcessID(name)) == pid:
                    return name, path
        return None


@dataclass(frozen=True)
class Control:
    """One thing in a window."""

    bus: AccessibilityBus
    of: Reference

    @property
    def name(self) -> str:
        """As it is read out."""
        return str(self.bus.property(self.of, "Accessible.Name"))

    @property
    def text(self) -> str:
        """All that is written in it."""
        return str(self.bus.ask(self.of, "Text.GetText", "ii", 0, -1))

    def write(self, text: str) -> None:
        """Have this text in it."""
        assert self.bus.ask(self.of, "EditableText.SetTextContents", "s", text)

    def select_words(self, start: int, end: int) -> None:
        """Select characters of its text."""
        assert self.bus.ask(self.of, "Text.AddSelection", "ii", start, end)

    def choose(self, name: str) -> None:
        """Select the row of a list whose name begins so, and no other."""
        rows = [Control(self.bus, tuple(one)) for one in self.bus.ask(self.of, "Accessible.GetChildren")]
        number = next(number for number, row in enumerate(rows) if row.name.startswith(name))
        self.bus.ask(self.of, "Selection.ClearSelection")
        assert self.bus.ask(self.of, "Selection.SelectChild", "i", number)

    def press(self) -> None:
        """Do what it is there for."""
        names = [name for name, *_ in self.bus.ask(self.of, "Action.GetActions")]
        self.bus.order(self.of, "Action.DoAction", "i", names.index("Press"))


class ScreenReader:
    """Reads one program, and acts in it."""

    def __init__(self, bus: AccessibilityBus, pid: int) -> None:
        self._bus = bus
        eventually(lambda: bus.program(pid) is not None, "the program shows its controls", _TO_START)
        found = bus.program(pid)
        assert found is not None
        self._program = found

    def find(self, role: str, name: str, *, within: str = "") -> Control:
        """Wait for what has this role and a name that begins so, in the dialog that is called `within` or anywhere."""
        found: list[Control] = []

        def looked() -> bool:
            with suppress(ControlGone):
                found.extend(self._found(role, name, within))
            return bool(found)

        eventually(looked, f"{role} {name!r}{within and ' in '}{within}")
        return found[0]

    def _found(self, role: str, name: str, within: str) -> Iterator[Control]:
        places = [Control(self._bus, self._program)]
        if within:
            places = [one for one in self._of_role("dialog", self._program) if one.name.startswith(within)]
        for place in places:
            yield from (one for one in self._of_role(role, place.of) if one.name.startswith(name))

    def _of_role(self, role: str, place: Reference) -> list[Control]:
        """All of this role below a place, in the states that are wanted."""
        states = _bits(2, *_WANTED.get(role, (_SHOWING,)))
        rule = (states, _ALL, {}, _ALL, _bits(5, ROLES[role]), _ANY, [], _ALL, False)
        found = self._bus.ask(place, "Collection.GetMatches", _RULE, rule, 1, 0, True)
        return [Control(self._bus, tuple(one)) for one in found]


def _bits(words: int, *numbers: int) -> list[int]:
    """A set of numbers as so many words of 32 bits, with a sign as D-Bus has them."""
    whole = sum(1 << number for number in numbers)
    return list(struct.unpack(f"<{words}i", whole.to_bytes(4 * words, "little")))


def _call(of: Reference, method: str, signature: str | None, body: tuple[Any, ...]) -> Message:
    interface, _, short = method.partition(".")
    return new_method_call(DBusAddress(of[1], of[0], f"{_SPI}.{interface}"), short, signature, body)


def _result(bus: DBusConnection, message: Message) -> Any:
    reply = bus.send_and_get_reply(message, timeout=_PATIENCE)
    if reply.header.message_type is MessageType.error:
        raise ControlGone(reply.body)
    return reply.body[0]
