"""Colours of a PDF as shares of ink by the plate they print on; spot colours stay what they are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pikepdf import Array, Dictionary, Name, Object

from exports.pdf.check.paint.colour_spaces import Space, palette_colours, space_of
from exports.pdf.check.paint.functions import function_of

PROCESS: Final = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates that every page has."""

_EVERY, _NOTHING = "All", "None"
"""Colourants that print on every plate, and on none (ISO 32000-2, 8.6.6.4)."""

Shares = Mapping[str, float]


@dataclass(frozen=True)
class InkSpace:
    """A kind of colours, told by plates."""

    parts: int
    inks: Callable[[Sequence[float]], Shares]
    """Share of ink of each plate it names, of the numbers of a colour."""
    named: frozenset[str]
    """The plates that it says something of."""
    first: tuple[float, ...] = (0.0,)
    """The colour it begins with."""
    spans: tuple[tuple[float, float], ...] = ()
    """What the least and the most of a picture's numbers stand for; 0 and 1 where none are given."""
    direct: bool = False
    """Whether it is DeviceCMYK itself, whose nothing may leave what lies under it."""
    every: bool = False
    """Whether it prints on every plate, as the marks of a printer do."""
    colourants: tuple[str, ...] = ()
    """The plates of its numbers, one after another; none where they are worked out."""
    indexed: bool = False
    """Whether its number is that of a colour in a palette."""
    light: bool = False
    """Whether its numbers are light, which becomes ink by a profile."""


@dataclass(frozen=True)
class Paint:
    """A colour as it is laid on the plates."""

    shares: tuple[tuple[str, float], ...]
    named: frozenset[str]
    direct: bool = False
    every: bool = False

    def on(self, plate: str, *, overprints: bool, mode: int) -> float | None:
        """Share of ink on a plate; None where what lies under it stays (ISO 32000-2, 11.7.4.3)."""
        if self.every:
            return dict(self.shares).get(_EVERY, 0.0)
        share = dict(self.shares).get(plate, 0.0)
        if overprints and (plate not in self.named or (self.direct and mode == 1 and not share)):
            return None
        return share


def paint_of(space: InkSpace, values: Sequence[float]) -> Paint:
    """A colour of a space."""
    return Paint(tuple(space.inks(values).items()), space.named, space.direct, space.every)


BLACK: Final = Paint((("Black", 1.0),), frozenset(PROCESS))
"""The colour that each page begins with."""


def ink_space_of(given: Object | None, resources: Object | None = None) -> InkSpace | None:
    """The colour space of that name or array; None for one that is not known, and for patterns."""
    if isinstance(given, Name):
        named = (resources or Dictionary()).get("/ColorSpace", Dictionary()).get(str(given))
        given = named if named is not None and named != given else given
    kind = str(given[0]) if isinstance(given, Array) and len(given) else str(given)
    if isinstance(given, Array) and kind in ("/Separation", "/DeviceN"):
        return _colourants(given, resources)
    if isinstance(given, Array) and kind in ("/Indexed", "/I"):
        return _palette(given, resources)
    space = space_of(given, resources)
    return _process(space, kind) if space is not None else None


_DIRECT: Final = frozenset(("/DeviceCMYK", "/CMYK"))
_INKED: Final = frozenset(("/DeviceCMYK", "/CMYK", "/DeviceGray", "/G"))


def _process(space: Space, kind: str) -> InkSpace:
    whole = space.parts == len(PROCESS)
    return InkSpace(
        space.parts, lambda values: dict(zip(PROCESS, space.inks(values), strict=True)), frozenset(PROCESS),
        space.first, space.spans, kind in _DIRECT, colourants=PROCESS if whole else (),
        light=not whole and kind not in _INKED,
    )  # fmt: skip


def _colourants(given: Array, resources: Object | None) -> InkSpace | None:
    """Spot colours, and inks of the press that are called by name."""
    names = tuple(str(one)[1:] for one in ([given[1]] if isinstance(given[1], Name) else list(given[1])))
    named = frozenset(names) - {_NOTHING}
    full = (1.0,) * len(names)
    if _EVERY in named:
        return InkSpace(len(names), lambda values: {_EVERY: values[0]}, named, full, every=True)

    def inks(values: Sequence[float]) -> Shares:
        return {name: value for name, value in zip(names, values, strict=True) if name in named}

    return InkSpace(len(names), inks, named, full, colourants=names)


def _palette(given: Array, resources: Object | None) -> InkSpace | None:
    base = ink_space_of(given[1], resources)
    if base is None:
        return None
    colour_of = palette_colours(given, base.parts, base.spans)
    return InkSpace(1, lambda values: base.inks(colour_of(values[0])), base.named, every=base.every, indexed=True)


def alternate_ink(given: Array, resources: Object | None, colourant: str) -> tuple[float, float, float, float]:
    """The inks of the press that stand for a colourant in full."""
    names = [str(one)[1:] for one in ([given[1]] if isinstance(given[1], Name) else list(given[1]))]
    base = space_of(given[2], resources)
    if base is None:
        return (0.0, 0.0, 0.0, 1.0)
    tint = function_of(given[3])([float(name == colourant) for name in names])
    c, m, y, k = base.inks(tint)
    return (c, m, y, k)
