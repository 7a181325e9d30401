"""Pages as PDF operators: runs, rules, tints and pictures placed on paper that is larger than the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exports.pdf.draw.fonts import ShownFont
from exports.pdf.draw.numbers import rounded, rounded_finely
from exports.typeset.sheet import BLACK, Ink, Item, PlacedPicture, Rule, Run, Tint
from exports.units import PER_EM

HAIRLINE = 0.25
"""Points: no line is thinner, or it breaks up on the plate."""

OVERPRINT, KNOCK_OUT = "Over", "Knock"
"""Graphics states: black printed over what lies under it, and everything else, white first of all, not."""

REGISTRATION = "All"
"""The colour that prints on every plate, for marks alone."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Where a page lies on its paper; points."""

    width: float
    """Trim."""
    height: float
    bleed: float
    sides: float
    """From the trim to the paper's edge: left, right and top."""
    foot: float
    """From the trim to the paper's lower edge."""

    @property
    def media(self) -> tuple[float, float, float, float]:
        """The whole paper, its lower left corner at 0, 0."""
        return (0.0, 0.0, self.width + 2 * self.sides, self.height + self.sides + self.foot)

    @property
    def trim(self) -> tuple[float, float, float, float]:
        """The page as it is cut."""
        return (self.sides, self.foot, self.sides + self.width, self.foot + self.height)

    @property
    def bleeds(self) -> tuple[float, float, float, float]:
        """The page with its bleed."""
        x0, y0, x1, y1 = self.trim
        return (x0 - self.bleed, y0 - self.bleed, x1 + self.bleed, y1 + self.bleed)


class PageWriter:
    """Turns placed things into operators, in painting order; switches state only when it changes.

    Coordinates come in points from the trim's top left, y downwards.
    """

    def __init__(self, paper: Paper, font: Callable[[str], ShownFont], picture: Callable[[PlacedPicture], str]) -> None:
        self.paper = paper
        self.pictures: frozenset[str] = frozenset()
        """Names of the pictures it shows."""
        self._font = font
        self._picture = picture
        self._ops: list[str] = []
        self._dx = paper.sides
        self._top = paper.foot + paper.height
        self._set: tuple[object, ...] = ()
        self._ink: Ink | None = None
        self._overprint: bool | None = None
        self._in_text = False

    def add(self, item: Item) -> None:
        """Place a thing over all before it."""
        match item:
            case Run():
                self.run(item)
            case Rule():
                self.rule(item)
            case Tint():
                self.tint(item)
            case PlacedPicture():
                self.picture(item)

    def run(self, run: Run, turn: str = "1 0 0 1") -> None:
        """Glyphs; `turn` is the text matrix without its place, for lines that do not lie level."""
        if not run.glyphs:
            return
        self._fill(run.ink, overprint=run.ink == BLACK)
        if not self._in_text:
            self._ops.append("BT")
            self._in_text = True
        font = self._font(run.face)
        wanted = (font.name, run.size, run.scale, run.tracking)
        if wanted != self._set:
            self._set = wanted
            tracking = rounded_finely(run.tracking * run.size / PER_EM)
            self._ops.append(f"/{font.name} {run.size:g} Tf {rounded(run.scale * 100)} Tz {tracking} Tc")
        self._ops.append(f"{turn} {self._dx + run.x:.3f} {self._top - run.y:.3f} Tm {font.show(run)}")

    def rule(self, rule: Rule) -> None:
        """A straight line."""
        self._leave_text()
        self._overprints(rule.ink == BLACK)
        ends = f"{self._at(rule.x0, rule.y0)} m {self._at(rule.x1, rule.y1)} l"
        self._ops.append(f"{_inks(rule.ink)} K {rounded(max(rule.width, HAIRLINE))} w {ends} S")

    def tint(self, tint: Tint) -> None:
        """A filled rectangle."""
        self._fill(tint.ink, overprint=False)
        self._leave_text()
        corner = self._at(tint.x, tint.y + tint.height)
        self._ops.append(f"{corner} {rounded(tint.width)} {rounded(tint.height)} re f")

    def picture(self, placed: PlacedPicture) -> None:
        """A picture filling its box."""
        self._leave_text()
        self._overprints(False)
        size = f"{rounded(placed.width)} 0 0 {rounded(placed.height)}"
        name = self._picture(placed)
        self.pictures |= {name}
        self._ops.append(f"q {size} {self._at(placed.x, placed.y + placed.height)} cm /{name} Do Q")

    def register(self, path: str, width: float = HAIRLINE) -> None:
        """Stroke a path, given in points of the paper from its lower left, on every plate."""
        self._leave_text()
        self._overprints(False)
        self._ops.append(f"/{REGISTRATION} CS 1 SCN {width:g} w {path} S")

    def clip(self) -> None:
        """Let nothing that follows show beyond the bleed, until `unclip`."""
        x0, y0, x1, y1 = self.paper.bleeds
        self._ops.append(f"q {rounded(x0)} {rounded(y0)} {rounded(x1 - x0)} {rounded(y1 - y0)} re W n")

    def clip_to(self, boxes: Sequence[Tint | PlacedPicture]) -> None:
        """Let what follows show on these things alone, until `unclip`."""
        self._leave_text()
        path = " ".join(
            f"{self._at(box.x, box.y + box.height)} {rounded(box.width)} {rounded(box.height)} re" for box in boxes
        )
        self._ops.append(f"q {path} W n")

    def outlines(self, ink: Ink, width: float) -> None:
        """Draw letters as lines of a width round their edge, until `unclip`."""
        self._leave_text()
        self._overprints(False)
        self._ops.append(f"{_inks(ink)} K {width:g} w 1 j 1 Tr")

    def unclip(self) -> None:
        """End `clip` or `clip_to`; the state falls back to that of an empty page."""
        self._leave_text()
        self._ops.append("Q")
        self._set, self._ink, self._overprint = (), None, None

    def operators(self) -> str:
        """The page so far."""
        self._leave_text()
        return "\n".join(self._ops)

    def _at(self, x: float, y: float) -> str:
        return f"{rounded(self._dx + x)} {rounded(self._top - y)}"

    def _fill(self, ink: Ink, *, overprint: bool) -> None:
        self._overprints(overprint)
        if ink != self._ink:
            self._ink = ink
            self._ops.append(f"{_inks(ink)} k")

    def _overprints(self, overprint: bool) -> None:
        if overprint != self._overprint:
            self._overprint = overprint
            self._ops.append(f"/{OVERPRINT if overprint else KNOCK_OUT} gs")

    def _leave_text(self) -> None:
        if self._in_text:
            self._in_text = False
            self._ops.append("ET")


def _inks(ink: Ink) -> str:
    return " ".join(f"{rounded_finely(value):g}" for value in ink)
