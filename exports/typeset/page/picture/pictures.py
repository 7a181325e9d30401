"""Pictures on the page: a box in whole grid lines, its cutline and credit under it."""

from dataclasses import dataclass
from math import ceil

from db.document import Block, Crop, PictureUse, Span
from db.values import Picture
from exports.formats import Format
from exports.typeset.line.lines import Line, ragged, set_paragraph, set_plain
from exports.typeset.line.script.bidi import runs_right_to_left
from exports.typeset.page.column.rows import CAP
from exports.typeset.sheet import PlacedPicture, RowItem, Tint

_TALLEST = 0.5
"""A picture takes at most this share of the type area's height; a taller one is cropped above and below."""

_MOST_WORDS = 0.3
"""A cutline takes at most this share of the type area's height under its picture."""

_FURNITURE = 3
"""Grid lines of a page that jump lines take: a picture leaves them free, however small the page."""

_GAP = 4.0
"""Points between a picture and its cutline's capitals."""


_LOST = 2 / 3
"""Height over width of a picture that is lost: that of most cameras."""


@dataclass(frozen=True, slots=True)
class Box:
    """A picture with its words: how many grid lines it takes, and its items from the first one's baseline."""

    rows: int
    items: tuple[RowItem, ...]
    columns: int
    overflow: tuple[Line, ...] = ()
    """Lines of cutline and credit that are too many to stand under it."""


def picture_box(block: Block, fmt: Format, picture: Picture | None, *, columns: int, width: float | None = None) -> Box:
    """The box of a picture block over so many columns: from the first row's capitals to the last row's baseline.

    `width` in points is for what is narrower than a column. A picture whose block has looseness is so many lines
    taller than its proportions ask for.
    """
    use = block.picture
    if use is None:
        raise ValueError("a box is made of a picture block")
    width = width or fmt.span_width(columns)
    flush = runs_right_to_left(block.text)
    every, cutline = _words(block.spans, use.credit, fmt, width)
    words = every[: max(1, int(_MOST_WORDS * fmt.type_height / fmt.styles.cutline.lead))]
    cap = CAP * fmt.styles.body.size
    below = _GAP + CAP * fmt.styles.cutline.size + sum(leading for _, leading in words[1:]) if words else 0.0
    natural = min(width * _proportion(use, picture), _TALLEST * fmt.type_height)
    most = int(fmt.type_height / fmt.baseline) - _FURNITURE
    rows = max(2, min(most, ceil((natural + below - cap) / fmt.baseline) + 1 + block.looseness))
    height = (rows - 1) * fmt.baseline + cap - below
    items: list[RowItem] = [_placed(use, picture, (0, -cap, width, height))]
    y = height - cap + _GAP + CAP * fmt.styles.cutline.size
    for number, (line, leading) in enumerate(words):
        y += leading if number else 0.0
        items += line.at(width - line.width if flush else 0, y)
        items += (line.of(block.text, 0, y),) if number < cutline else ()
    return Box(rows, tuple(items), columns, tuple(line for line, _ in every[len(words) :]))


def _words(spans: tuple[Span, ...], credit: str, fmt: Format, width: float) -> tuple[list[tuple[Line, float]], int]:
    """The cutline's lines and the credit's, each with its leading; and how many are the cutline's."""
    styles = fmt.styles
    cutline = set_paragraph(spans, ragged(styles.cutline), width)
    credits_ = set_plain(credit, ragged(styles.credit), width)
    leaded = [(line, styles.cutline.lead) for line in cutline]
    return leaded + [(line, styles.credit.lead) for line in credits_], len(cutline)


def _proportion(use: PictureUse, picture: Picture | None) -> float:
    """Height over width of what is printed; a lost picture counts as three by two."""
    if not picture or not picture.width:
        return _LOST
    crop = use.crop or Crop()
    return picture.height * (crop.bottom - crop.top) / (picture.width * (crop.right - crop.left))


def _placed(use: PictureUse, picture: Picture | None, box: tuple[float, float, float, float]) -> PlacedPicture | Tint:
    """The picture filling its box, what is too much cut off evenly on both sides; a grey box for a lost one."""
    x, y, width, height = box
    if not picture:
        return Tint(x, y, width, height)
    crop = use.crop or Crop()
    left, top, right, bottom = crop.left, crop.top, crop.right, crop.bottom
    wanted = (height / width) / _proportion(use, picture)
    if wanted > 1:
        spare = (right - left) * (1 - 1 / wanted) / 2
        left, right = left + spare, right - spare
    else:
        spare = (bottom - top) * (1 - wanted) / 2
        top, bottom = top + spare, bottom - spare
    return PlacedPicture(use.sha256, x, y, width, height, (left, top, right, bottom), use.alt)
