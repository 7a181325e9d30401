"""What `floats` and `levelling` ask of a story placed on pages; they stand below what places it."""

from collections.abc import Sequence
from typing import Protocol

from db.document import Block
from db.values import Story
from exports.formats import Format
from exports.typeset.page.block.body import Body
from exports.typeset.page.column.columns import Column
from exports.typeset.page.column.rows import Row
from exports.typeset.page.picture.spanning_pictures import SpanningPicture


class ColumnedPart(Protocol):
    """What stands on one page of a story."""

    @property
    def columns(self) -> Sequence[Column]:
        """Columns of the part in the order they are read."""

    @property
    def last(self) -> bool:
        """Whether the story ends with it."""

    @property
    def feet(self) -> Sequence[int]:
        """The grid line above which each column should end."""

    @property
    def spanning(self) -> Sequence[SpanningPicture]:
        """The pictures set apart from the text."""

    @property
    def unlevel(self) -> int:
        """Lines by which the feet of its columns differ."""


class ColumnedPage(Protocol):
    """One page of a story."""

    @property
    def parts(self) -> Sequence[ColumnedPart]:
        """What stands on it, downwards."""


class PagedStory(Protocol):
    """A story placed on pages."""

    story: Story
    fmt: Format

    @property
    def body(self) -> Body:
        """The rows of its body."""

    @property
    def opening(self) -> Sequence[Row]:
        """The rows before them."""

    @property
    def rows(self) -> Sequence[Row]:
        """All of them."""

    @property
    def pages(self) -> Sequence[ColumnedPage]:
        """Pages the story takes."""

    @property
    def depth(self) -> int:
        """Grid lines of a whole page."""

    def rows_if(self, index: int, block: Block) -> tuple[Row, ...]:
        """The rows that another block would have in the place of one."""
