"""A story set in a format: its pages, and how much space it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from db.document import BlockKind
from db.values import Picture, Story
from exports.formats import MM, Format
from exports.typeset.columns import Column, balance, fill
from exports.typeset.head import Head, folio, head
from exports.typeset.lines import ragged, set_plain
from exports.typeset.pictures import Box, picture_box
from exports.typeset.rows import Row, body_rows, mostly_squares
from exports.typeset.sheet import Fit, Item, PlacedPicture, Rule, Run, SetLine, Sheet, Tint

_FEWEST = 12
"""Rows a column should have at least: a shorter story takes fewer columns."""


def set_story(story: Story, fmt: Format, originals: Mapping[str, Picture]) -> list[Sheet]:
    """The pages of a story, at least one. `originals` are the pictures by hash; a lost one leaves a grey box."""
    return [_sheet(page) for page in _Setting(story, fmt, originals).pages()]


def measure(story: Story, fmt: Format, originals: Mapping[str, Picture]) -> Fit:
    """How much space a story takes, over or under its target, and where a cut would fall."""
    setting = _Setting(story, fmt, originals)
    box = setting.picture
    rows = setting.body
    lines = len(rows) + (box.rows * box.columns if box else 0)
    depth = lines * fmt.baseline
    target = story.target_lines
    over = lines - target if target is not None else 0
    return Fit(
        lines=lines, depth_mm=round(depth / MM, 2), column_inches=round(depth / 72, 2), pages=len(setting.pages()),
        target=target, over=over, cut=_cut(rows, over), advice=_advice(story, lines, over),
    )  # fmt: skip


def _cut(rows: Sequence[Row], over: int) -> tuple[int, int] | None:
    """Block and offset of the first character that is too much."""
    if over <= 0:
        return None
    for row in rows[max(0, len(rows) - over) :]:
        if row.line:
            return row.block, max(0, row.line.start - row.shift)
    return None


def _advice(story: Story, lines: int, over: int) -> tuple[str, ...]:
    """What would make it fit, in words: lines are what a newsroom plans in, words what a writer cuts."""
    if not over or not lines:
        return ()
    words = max(1, round(abs(over) * story.words / lines))
    count = f"{abs(over)} line{'s' if abs(over) != 1 else ''}"
    return (
        (f"Cut {count}, about {words} words.",) if over > 0 else (f"There is room for {count}, about {words} words.",)
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What goes on one page, still counted in rows."""

    setting: "_Setting"
    number: int
    above: tuple[Item, ...]
    """Head or jump line, from the type area's top left."""
    columns: list[Column]
    last: bool
    picture: tuple[Box, int, int] | None = None
    """The picture set apart, its first column and first row."""


class _Setting:
    """One story on its way to pages. What is asked for is worked out once."""

    def __init__(self, story: Story, fmt: Format, originals: Mapping[str, Picture]) -> None:
        self.story = story
        self.fmt = fmt
        self._originals = originals
        self._apart = self._picture_apart()

    @cached_property
    def body(self) -> list[Row]:
        """The rows of the body, without byline and the picture set apart."""
        return body_rows(self.story, self.fmt, self._originals, without=self._apart)

    @cached_property
    def rows(self) -> list[Row]:
        """All rows in the columns: the byline's, then the body's."""
        return [*self._byline(), *self.body]

    @cached_property
    def picture(self) -> Box | None:
        """The picture set apart at the head of the columns: the first one, where there are columns beside it."""
        if self._apart is None:
            return None
        block = self.story.body.blocks[self._apart]
        wanted = block.picture.columns if block.picture else 1
        return picture_box(block, self.fmt, self._originals, columns=max(1, min(wanted, self.fmt.columns)))

    @property
    def depth(self) -> int:
        """Grid lines of a whole page."""
        return int(self.fmt.type_height / self.fmt.baseline + 0.01)

    def pages(self) -> list[_Page]:
        """The first page, balanced when all fits on it; else further ones with jump lines both ways."""
        first = self._first_page()
        pages = [first]
        while not pages[-1].last:
            pages.append(self._next_page(pages[-1]))
        return pages

    def _first_page(self) -> _Page:
        columns = self._columns_used()
        above = head(self.story, self.fmt, self.fmt.span_width(columns))
        while above.rows > self.depth - 8 and columns < self.fmt.columns:
            columns += 1
            above = head(self.story, self.fmt, self.fmt.span_width(columns))
        tops, picture = self._tops(columns, above)
        found = balance(self.rows, tops, self.depth)
        if not found and columns < self.fmt.columns:
            columns = self.fmt.columns
            above = head(self.story, self.fmt, self.fmt.span_width(columns))
            tops, picture = self._tops(columns, above)
            found = balance(self.rows, tops, self.depth)
        filled = found or fill(self.rows, tops, self.depth - 1)
        return _Page(self, 1, above.items, filled, last=found is not None, picture=picture)

    def _next_page(self, before: _Page) -> _Page:
        start = before.columns[-1].end
        tops = [2] * self.fmt.columns
        above = self._jump(f"{_short(self.story.headline or self.story.slug)} — from page {before.number}")
        found = balance(self.rows, tops, self.depth, start)
        filled = found or fill(self.rows, tops, self.depth - 1, start)
        return _Page(self, before.number + 1, tuple(above), filled, last=found is not None)

    def _jump(self, text: str) -> list[Item]:
        """A line above continued columns that says whence the story comes."""
        line = set_plain(text, ragged(self.fmt.styles.kicker), self.fmt.span_width(self.fmt.columns))[0]
        return list(line.at(0, 0.8 * self.fmt.baseline))

    def _columns_used(self) -> int:
        """As many columns as give each a fair depth; at least two beside each other where the page has them."""
        box = self.picture
        area = len(self.rows) + (box.rows * box.columns if box else 0)
        fewest = min(self.fmt.columns, box.columns + 1 if box else 2)
        return max(fewest, min(self.fmt.columns, area // _FEWEST))

    def _tops(self, columns: int, above: Head) -> tuple[list[int], tuple[Box, int, int] | None]:
        """The first grid line of each column under the head, and beside or under the picture."""
        top = min(above.rows, self.depth - 4)
        tops = [top] * columns
        box = self.picture
        if not box or top + box.rows + 4 > self.depth:
            return tops, None
        first = columns - box.columns
        for column in range(first, columns):
            tops[column] = top + box.rows + 1
        return tops, (box, first, top)

    def _picture_apart(self) -> int | None:
        """The block of the picture that stands at the head of the columns: the first, where a page has several."""
        for index, block in enumerate(self.story.body.blocks):
            if block.kind is BlockKind.PICTURE and self.fmt.columns > 1:
                return index
        return None

    def _byline(self) -> list[Row]:
        """The byline's rows at the head of the first column; they keep with the lede."""
        name = self.story.byline.strip()
        if not name:
            return []
        english = self.story.language.startswith("en") and not mostly_squares(name)
        text = f"By {name}" if english and not name.lower().startswith(("by ", "from ", "photo")) else name
        lines = set_plain(text, ragged(self.fmt.styles.byline), self.fmt.measure)
        return [Row(line, keep=2) for line in lines]


def _short(text: str) -> str:
    """The first words of a headline, for a jump line."""
    words = text.split()
    return text if len(words) <= 5 else " ".join(words[:5]) + " …"


def _sheet(page: _Page) -> Sheet:
    """The page with everything in its place."""
    setting, fmt = page.setting, page.setting.fmt
    items = _folio(page)
    items += [moved(item, fmt.left, fmt.top) for item in page.above]
    lines: list[SetLine] = []
    for number, column in enumerate(page.columns):
        _set_column(setting, column, number, items, lines)
    if page.picture:
        box, column_number, row = page.picture
        items += [moved(item, fmt.column_x(column_number), _baseline(fmt, row)) for item in box.items]
    if not page.last:
        items += _continued(page)
    if fmt.numbered:
        items += _line_numbers(fmt, lines)
    return Sheet(fmt.trim_width, fmt.trim_height, tuple(items), tuple(lines))


def _set_column(setting: _Setting, column: Column, number: int, items: list[Item], lines: list[SetLine]) -> None:
    fmt, rows = setting.fmt, setting.rows
    x = fmt.column_x(number)
    bylines = len(rows) - len(setting.body)
    for at in range(column.start, column.end):
        row, y = rows[at], _baseline(fmt, column.top + at - column.start)
        items += [moved(item, x, y) for item in row.items]
        if not row.line:
            continue
        items += row.line.at(x + row.x, y)
        if row.block >= 0:
            text = setting.story.body.blocks[row.block].text
            start, end = max(0, row.line.start - row.shift), max(0, row.line.end - row.shift)
            lines.append(
                SetLine(
                    at - bylines + 1, x + row.x, y, fmt.measure - row.x, text[start:end], row.block, start, end, number
                )
            )


def _baseline(fmt: Format, row: int) -> float:
    """The baseline of a grid line, counted from 0, in points from the trim's top."""
    return fmt.top + (row + 1) * fmt.baseline


def _folio(page: _Page) -> list[Item]:
    story = page.setting.story
    due = f"{story.due:%A}, {story.due.day} {story.due:%B %Y}" if story.due else ""
    right = " · ".join(part for part in (due, str(page.number) if not page.last or page.number > 1 else "") if part)
    return folio(page.setting.fmt, story.desk.upper(), right)


def _continued(page: _Page) -> list[Item]:
    """The jump line at the foot of the last column."""
    fmt = page.setting.fmt
    line = set_plain(f"Continued on page {page.number + 1}", ragged(fmt.styles.credit), fmt.measure)[0]
    right = fmt.column_x(fmt.columns - 1) + fmt.measure
    return list(line.at(right - line.width, _baseline(fmt, page.setting.depth - 1)))


def _line_numbers(fmt: Format, lines: Sequence[SetLine]) -> list[Item]:
    """Each line's number in the margin at its left."""
    items: list[Item] = []
    for line in lines:
        number = set_plain(str(line.number), ragged(fmt.styles.credit), fmt.left)[0]
        items += number.at(fmt.column_x(line.column) - 7 - number.width, line.y, (0.0, 0.0, 0.0, 0.6))
    return items


def moved(item: Item, x: float, y: float) -> Item:
    """The same thing so much further right and down."""
    if isinstance(item, Run):
        return Run(
            item.face, item.size, item.x + x, item.y + y, item.glyphs, item.space, item.tracking, item.scale, item.ink
        )
    if isinstance(item, Rule):
        return replace(item, x0=item.x0 + x, y0=item.y0 + y, x1=item.x1 + x, y1=item.y1 + y)
    if isinstance(item, PlacedPicture | Tint):
        return replace(item, x=item.x + x, y=item.y + y)
    raise TypeError(f"{item!r} is nothing a page holds")
