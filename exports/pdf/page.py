"""One sheet as the operators of a PDF page. Text is glyph runs: no markup parser stands in its way."""

import math
from collections.abc import Iterable, Mapping

from exports.pdf.glyphs import GlyphFont
from exports.typeset.faces import face
from exports.typeset.sheet import Ink, Item, PlacedPicture, Rule, Run, Tint

SLUG = 48.0
"""Points around the trim for bleed, marks and slug line: 17 mm."""

HAIRLINE = 0.25
"""No line is thinner: a plate would not hold it."""

OVERPRINT, KNOCKOUT = "GSO", "GSK"
"""Graphics states: black text prints over what is under it, all else clears it."""


class Fonts:
    """The fonts of one document, made as its pages first need them."""

    def __init__(self) -> None:
        self._fonts: dict[str, GlyphFont] = {}

    def font(self, key: str) -> GlyphFont:
        """The font of a face."""
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = GlyphFont(face(key), len(self._fonts) + 1)
        return found

    @property
    def used(self) -> list[GlyphFont]:
        """All fonts that pages have asked for, in that order."""
        return list(self._fonts.values())


class Painter:
    """Turns placed things into operators. Coordinates come from the trim's top left, y down, in points."""

    def __init__(self, fonts: Fonts, pictures: Mapping[PlacedPicture, str], height: float) -> None:
        self._fonts = fonts
        self._pictures = pictures
        self._height = height
        self._code: list[str] = []
        self._state = ""
        self._fill: Ink | None = None
        self._text = False

    @property
    def code(self) -> str:
        """The operators so far."""
        self._end_text()
        return "\n".join(self._code)

    def paint(self, items: Iterable[Item]) -> None:
        """Things in painting order."""
        for item in items:
            if isinstance(item, Run):
                self._run(item)
            elif isinstance(item, Rule):
                self._rule(item)
            elif isinstance(item, Tint):
                self._tint(item)
            else:
                self._picture(item)

    def raw(self, operators: str) -> None:
        """Operators as they are, between things; they must leave the graphics state as it was."""
        self._end_text()
        self._code.append(operators)

    def turned(self, runs: Iterable[Run], x: float, y: float, degrees: float) -> None:
        """Runs turned about a point, which is where they begin."""
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        left, up = self._at(x, y)
        self.raw(f"q {c:.5f} {s:.5f} {-s:.5f} {c:.5f} {left:.3f} {up:.3f} cm")
        for run in runs:
            self._inked(run.ink)
            self._begin_text()
            self._set_run(run, run.x, -run.y)
        self.raw("Q")
        self._fill, self._state = None, ""

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x + SLUG, self._height - y + SLUG

    def _run(self, run: Run) -> None:
        self._inked(run.ink)
        self._begin_text()
        self._set_run(run, *self._at(run.x, run.y))

    def _set_run(self, run: Run, x: float, y: float) -> None:
        font = self._fonts.font(run.face)
        place = f"1 0 0 1 {x:.3f} {y:.3f} Tm"
        self._code.append(f"/{font.name} {run.size:g} Tf {run.scale * 100:.3f} Tz {place} [{font.operands(run)}] TJ")

    def _begin_text(self) -> None:
        if not self._text:
            self._code.append("BT")
            self._text = True

    def _end_text(self) -> None:
        if self._text:
            self._code.append("ET")
            self._text = False

    def _inked(self, ink: Ink) -> None:
        """Fill in an ink. Black alone overprints; anything else knocks out, white above all."""
        black = ink[3] > 0 and not any(ink[:3])
        self._use_state(OVERPRINT if black else KNOCKOUT)
        if ink != self._fill:
            self._code.append(" ".join(f"{part:g}" for part in ink) + " k")
            self._fill = ink

    def _use_state(self, state: str) -> None:
        if state != self._state:
            self._code.append(f"/{state} gs")
            self._state = state

    def _rule(self, rule: Rule) -> None:
        self._end_text()
        self._use_state(KNOCKOUT)
        (x0, y0), (x1, y1) = self._at(rule.x0, rule.y0), self._at(rule.x1, rule.y1)
        ink = " ".join(f"{part:g}" for part in rule.ink)
        self._code.append(f"{ink} K {max(rule.width, HAIRLINE):g} w {x0:.3f} {y0:.3f} m {x1:.3f} {y1:.3f} l S")

    def _tint(self, tint: Tint) -> None:
        self._end_text()
        self._use_state(KNOCKOUT)
        if tint.ink != self._fill:
            self._code.append(" ".join(f"{part:g}" for part in tint.ink) + " k")
            self._fill = tint.ink
        x, y = self._at(tint.x, tint.y + tint.height)
        self._code.append(f"{x:.3f} {y:.3f} {tint.width:.3f} {tint.height:.3f} re f")

    def _picture(self, picture: PlacedPicture) -> None:
        self._end_text()
        self._use_state(KNOCKOUT)
        x, y = self._at(picture.x, picture.y + picture.height)
        name = self._pictures[picture]
        self._code.append(f"q {picture.width:.3f} 0 0 {picture.height:.3f} {x:.3f} {y:.3f} cm /{name} Do Q")
