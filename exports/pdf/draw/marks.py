"""What stands outside the page: crop and registration marks, colour bar, slug line; and the mark of a proof."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from math import atan2, cos, hypot, sin

from exports import cache_sizes
from exports.formats import MM, Format
from exports.pdf.draw.labels import BETWEEN, fill_lines, label, label_width
from exports.pdf.draw.numbers import rounded
from exports.pdf.draw.page import HAIRLINE, PageWriter, Paper
from exports.pdf.provenance import Provenance
from exports.typeset.sheet import WHITE, Ink, PlacedPicture, Sheet, Tint

_SIDE, _FOOT = 10 * MM, 25 * MM
"""Room for marks beyond the bleed, at the sides and at the foot, where the slug line stands."""

_GAP, _CROP = 1 * MM, 5 * MM
"""Crop marks begin so far outside the bleed and are so long."""

_TARGET, _RADIUS, _ARM = 5 * MM, 1.5 * MM, 3 * MM
"""Registration marks: distance of the centre from the bleed, radius of the circle, length of an arm."""

_CURVE = 0.5523
"""Length of the handles of a quarter circle's Bézier curve, as a share of the radius."""

_CLEAR = 3 * MM
"""Room kept beside the crop marks of the corners."""

_PROOF_SHARE, _TIME_SHARE = 0.62, 0.3
"""Length of the word PROOF and of the time under it, as shares of the page's diagonal: clear of its corners."""

_PROOF_TALLEST, _TIME_DROP = 0.4, 0.05
"""Height of either at most, as a share of the page's shorter side; and the gap between them, of the diagonal."""

_PATCH = 5 * MM
PATCHES: tuple[Ink, ...] = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1),
    (0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 0, 0), (0.3, 0.22, 0.22, 0),
    (0.4, 0, 0, 0), (0, 0.4, 0, 0), (0, 0, 0.4, 0), (0, 0, 0, 0.4),
)  # fmt: skip
"""The colour bar: full inks, two on each other, a grey of three inks, and forty percent of each."""

_SIZE, _LEADING, _LINES = 6.5, 8.5, 4
_FIRST_LINE = 10.5 * MM
"""The slug line's first baseline below the bleed."""

PROOF = "PROOF"
_PROOF_SIZE = 9.0
_PROOF_TINT: Ink = (0, 0, 0, 0.1)
_OUTLINES: tuple[tuple[Ink, float], ...] = ((WHITE, 3.0), ((0, 0, 0, 0.5), 1.0))
"""Inks and widths of the lines round the mark's letters on a picture, from below: they show on any.

Nothing is transparent: PDF/X-1a knows no such thing.
"""


def paper_for(sheet: Sheet, fmt: Format) -> Paper:
    """The paper of a page: its bleed, and outside that room for the marks."""
    return Paper(sheet.width, sheet.height, fmt.bleed, fmt.bleed + _SIDE, fmt.bleed + _FOOT)


def draw_marks(page: PageWriter, fmt: Format, provenance: Provenance, place: str, *, flavour: str, proof: bool) -> None:
    """Everything outside the bleed. `place` says which page this is when there are several.

    Without marks the slug line is left, in black alone: printers ask for that who measure the ink of the whole sheet,
    and registration marks are four times full ink.
    """
    if fmt.marks:
        page.register(_register_marks(page.paper), HAIRLINE)
        for patch in _colour_bar(page.paper):
            page.tint(patch)
    _draw_slug_line(page, slug_lines(page.paper.width, fmt, provenance, place, flavour=flavour, proof=proof))
    if proof:
        _draw_proof_lines(page, provenance)


def slug_lines(
    width: float, fmt: Format, provenance: Provenance, place: str, *, flavour: str, proof: bool
) -> list[str]:
    """What the slug line says, the most needed first.

    All stories of the page are named, in few words where there is no room for many; at last those that have room, and
    how many more there are.
    """
    tail = [
        f"made {provenance.clock}",
        f"{fmt.name} {place}".strip(),
        f"{flavour}, {fmt.condition_name} ({fmt.condition})",
    ]
    stories = (provenance, *provenance.also_on_page)
    whole = [part for one in stories for part in _all_of(one, proof=proof)]
    brief = [f"{one.slug} v{one.version} {one.short_hash}" for one in stories]
    shorter = ([*brief[:count], f"and {len(brief) - count} more"] for count in range(len(brief) - 1, 0, -1))
    for head in chain((whole, brief) if provenance.also_on_page else (whole,), shorter):
        parts = [part for part in (*head, *tail) if part]
        lines = fill_lines(parts, width, _SIZE, _LINES)
        if BETWEEN.join(lines) == BETWEEN.join(parts):
            break
    return lines


def _all_of(provenance: Provenance, *, proof: bool) -> list[str]:
    """What the slug line says of one story."""
    version = f"version {provenance.version}"
    return [
        provenance.slug,
        provenance.marked,
        version,
        f"content {provenance.short_hash}",
        _approval(provenance, proof=proof),
    ]


def draw_proof(page: PageWriter, sheet: Sheet, provenance: Provenance) -> None:
    """A page with PROOF and the time from corner to corner: under its text, which stays legible, and over all else.

    White grounds stay where they are: they cover what is painted before them.
    """
    tints = [item for item in sheet.items if isinstance(item, Tint) and item.ink != WHITE]
    pictures = [item for item in sheet.items if isinstance(item, PlacedPicture)]
    _draw_mark(page, provenance, _PROOF_TINT)
    for tint in tints:
        page.tint(tint)
    for picture in pictures:
        page.picture(picture)
    if tints:
        page.clip_to(tints)
        _draw_mark(page, provenance, _darker(tints))
        page.unclip()
    if pictures:
        page.clip_to(pictures)
        for ink, width in _OUTLINES:
            page.outlines(ink, width)
            _draw_mark(page, provenance, ink)
        page.unclip()
    for item in sheet.items:
        if not (isinstance(item, PlacedPicture) or (isinstance(item, Tint) and item.ink != WHITE)):
            page.add(item)


def _darker(tints: Sequence[Tint]) -> Ink:
    """The ink of the mark on tinted grounds."""
    return (0, 0, 0, min(1, max(tint.ink[3] for tint in tints) + _PROOF_TINT[3]))


def _draw_mark(page: PageWriter, provenance: Provenance, ink: Ink) -> None:
    """PROOF and the time from corner to corner."""
    width, height = page.paper.width, page.paper.height
    angle = atan2(height, width)
    turn, length = (cos(angle), sin(angle)), hypot(width, height)
    matrix = f"{turn[0]:.5f} {turn[1]:.5f} {-turn[1]:.5f} {turn[0]:.5f}"
    for text, share, down in ((PROOF, _PROOF_SHARE, 0.0), (provenance.clock, _TIME_SHARE, 1.0)):
        size = min(length * share / label_width(text, 1.0, "sans-bold"), _PROOF_TALLEST * min(width, height))
        along, aside = -label_width(text, size, "sans-bold") / 2, down * size + down * length * _TIME_DROP
        x = width / 2 + along * turn[0] + aside * turn[1]
        y = height / 2 - along * turn[1] + aside * turn[0]
        for run in label(text, x, y, size, "sans-bold", ink):
            page.run(run, matrix)


def _approval(provenance: Provenance, *, proof: bool) -> str:
    if provenance.sign_off is None or proof:
        return "not approved"
    signed = provenance.sign_off
    alone = ", alone" if signed.alone else ""
    return f"approved by {signed.name} ({signed.login}){alone} {signed.at.strftime('%Y-%m-%d %H:%M %Z').strip()}"


def _draw_slug_line(page: PageWriter, lines: list[str]) -> None:
    paper = page.paper
    y = paper.height + paper.bleed + _FIRST_LINE
    for number, line in enumerate(lines):
        for run in label(line, 0.0, y + number * _LEADING, _SIZE):
            page.run(run)


def _draw_proof_lines(page: PageWriter, provenance: Provenance) -> None:
    """PROOF and the time over the head and under the slug line."""
    paper = page.paper
    text = "  ".join(filter(None, (PROOF, provenance.marked, provenance.clock)))
    head = -paper.bleed - _TARGET + _PROOF_SIZE / 3
    foot = paper.height + paper.bleed + _FIRST_LINE + _LINES * _LEADING + _PROOF_SIZE / 2
    for x, y, room in ((_CLEAR, head, paper.width / 2 - 2 * _ARM - _CLEAR), (0.0, foot, paper.width)):
        size = min(_PROOF_SIZE, room / label_width(text, 1.0, "sans-bold"))
        for run in label(text, x, y, size, "sans-bold"):
            page.run(run)


@lru_cache(maxsize=cache_sizes.HEAVY)
def _register_marks(paper: Paper) -> str:
    """Crop and registration marks as a path."""
    return " ".join((*_crop_marks(paper), *_targets(paper)))


def _crop_marks(paper: Paper) -> Iterator[str]:
    x0, y0, x1, y1 = paper.trim
    near, far = paper.bleed + _GAP, paper.bleed + _GAP + _CROP
    for y in (y0, y1):
        yield _line(x0 - far, y, x0 - near, y)
        yield _line(x1 + near, y, x1 + far, y)
    for x in (x0, x1):
        yield _line(x, y0 - far, x, y0 - near)
        yield _line(x, y1 + near, x, y1 + far)


def _targets(paper: Paper) -> Iterator[str]:
    x0, y0, x1, y1 = paper.bleeds
    across, up = (x0 + x1) / 2, (y0 + y1) / 2
    for x, y in ((across, y0 - _TARGET), (across, y1 + _TARGET), (x0 - _TARGET, up), (x1 + _TARGET, up)):
        yield _line(x - _ARM, y, x + _ARM, y)
        yield _line(x, y - _ARM, x, y + _ARM)
        yield _circle(x, y, _RADIUS)


@lru_cache(maxsize=cache_sizes.HEAVY)
def _colour_bar(paper: Paper) -> tuple[Tint, ...]:
    """Patches over the head, from the right edge towards the middle."""
    size = min(_PATCH, (paper.width / 2 - 2 * _ARM - _CLEAR) / len(PATCHES))
    left = paper.width - _CLEAR - size * len(PATCHES)
    y = -paper.bleed - _TARGET - size / 2
    return tuple(Tint(left + number * size, y, size, size, ink) for number, ink in enumerate(PATCHES))


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{rounded(x0)} {rounded(y0)} m {rounded(x1)} {rounded(y1)} l"


def _circle(x: float, y: float, radius: float) -> str:
    bend, parts = radius * _CURVE, [f"{rounded(x + radius)} {rounded(y)} m"]
    for cosine, sine in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        points = ((radius, bend), (bend, radius), (0.0, radius))
        turned = [(x + a * cosine - b * sine, y + a * sine + b * cosine) for a, b in points]
        parts.append(" ".join(f"{rounded(a)} {rounded(b)}" for a, b in turned) + " c")
    return " ".join(parts)
