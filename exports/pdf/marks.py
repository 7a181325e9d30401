"""What stands outside the trim: crop and registration marks, colour bar, slug line."""

from collections.abc import Iterator

from db.values import SignOff
from exports.formats import Format
from exports.pdf.page import SLUG, Painter
from exports.pdf.stamp import Press, utc
from exports.typeset.lines import ragged, set_plain
from exports.typeset.sheet import Ink, Item, Tint

REGISTRATION = "CSAll"
"""Name of the colour space that prints on every plate."""

_MARK = 14.0
"""Length of a crop mark, points."""

_PATCH = 12.0
"""Side of a patch of the colour bar."""

_BAR: tuple[Ink, ...] = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (1, 1, 0, 0), (1, 0, 1, 0), (0, 1, 1, 0),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5), (0.3, 0.22, 0.22, 0),
)  # fmt: skip
"""Solids, their overprints, half tones, and a grey of three inks that shows a cast at once."""


def paint_marks(painter: Painter, fmt: Format, press: Press, page: int, pages: int) -> None:
    """All marks of a page."""
    painter.raw(_registration(fmt))
    painter.paint(_bar(fmt))
    painter.paint(_slug_line(fmt, press, page, pages))


def _registration(fmt: Format) -> str:
    """Crop marks at the corners and crosses in the middle of each side, on every plate."""
    clear = max(fmt.bleed, 8.5) + 2
    code = [f"q /{REGISTRATION} CS 1 SCN 0.3 w"]
    for x, away in ((SLUG, -1), (SLUG + fmt.trim_width, 1)):
        for y, up in ((SLUG, -1), (SLUG + fmt.trim_height, 1)):
            code.append(_line(x + away * clear, y, x + away * (clear + _MARK), y))
            code.append(_line(x, y + up * clear, x, y + up * (clear + _MARK)))
    middle_x, middle_y, out = SLUG + fmt.trim_width / 2, SLUG + fmt.trim_height / 2, clear + _MARK / 2
    for x, y in (
        (middle_x, SLUG - out), (middle_x, SLUG + fmt.trim_height + out),
        (SLUG - out, middle_y), (SLUG + fmt.trim_width + out, middle_y),
    ):  # fmt: skip
        code += [_line(x - 6, y, x + 6, y), _line(x, y - 6, x, y + 6), _circle(x, y, 3.5)]
    return "\n".join([*code, "Q"])


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0:.3f} {y0:.3f} m {x1:.3f} {y1:.3f} l S"


def _circle(x: float, y: float, r: float) -> str:
    """A circle of four Bézier arcs."""
    k = 0.5523 * r
    return (
        f"{x + r:.3f} {y:.3f} m {x + r:.3f} {y + k:.3f} {x + k:.3f} {y + r:.3f} {x:.3f} {y + r:.3f} c "
        f"{x - k:.3f} {y + r:.3f} {x - r:.3f} {y + k:.3f} {x - r:.3f} {y:.3f} c "
        f"{x - r:.3f} {y - k:.3f} {x - k:.3f} {y - r:.3f} {x:.3f} {y - r:.3f} c "
        f"{x + k:.3f} {y - r:.3f} {x + r:.3f} {y - k:.3f} {x + r:.3f} {y:.3f} c S"
    )


def _bar(fmt: Format) -> Iterator[Tint]:
    """The colour bar above the page, left of the middle mark; the smaller the page, the smaller its patches."""
    clear = max(fmt.bleed, 8.5) + 4
    side = min(_PATCH, (fmt.trim_width / 2 - 24) / len(_BAR))
    for number, ink in enumerate(_BAR):
        yield Tint(8 + number * side, -clear - side, side, side, ink)


def _slug_line(fmt: Format, press: Press, page: int, pages: int) -> list[Item]:
    """The line below the page that ties this sheet to the story as it was approved."""
    style = fmt.styles.credit.model_copy(update={"size": 5.5})
    strong = fmt.styles.folio.model_copy(update={"size": 6.5})
    y = fmt.trim_height + max(fmt.bleed, 8.5) + 2 + _MARK + 6
    items: list[Item] = []
    first = f"{'PROOF  ' if press.proof else ''}{press.slug}  v{press.version}  {utc(press.at):%Y-%m-%d %H:%M} UTC"
    for line in set_plain(first, ragged(strong), fmt.trim_width - 8)[:1]:
        items += line.at(8, y)
    for number, line in enumerate(set_plain(_details(fmt, press, page, pages), ragged(style), fmt.trim_width - 8)[:2]):
        items += line.at(8, y + 7.5 + number * 6.5)
    return items


def _details(fmt: Format, press: Press, page: int, pages: int) -> str:
    parts = [
        f"page {page} of {pages}", f"content {press.content_hash[:16]}", _signed(press.sign_off, proof=press.proof),
        fmt.name, fmt.condition_name, f"ink {fmt.ink_limit:g} %",
    ]  # fmt: skip
    return " · ".join(part for part in parts if part)


def _signed(sign_off: SignOff | None, *, proof: bool) -> str:
    if sign_off is None:
        return "not approved" if proof else ""
    alone = " alone" if sign_off.alone else ""
    return f"approved by {sign_off.name}{alone} {utc(sign_off.at):%Y-%m-%d %H:%M} UTC"
