"""The list as a file of comma-separated values, which any spreadsheet opens."""

import csv
from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.partial_files import new_partial, put_in_place
from db.story.story_table import TableColumn, TableQuestion
from db.values import Progress, StoryCard, no_progress

_AT_ONCE = 500
"""Stories that are in memory at once while they are written."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet calculates what begins so: what somebody typed into a headline is no formula."""
_MARK = "utf-8-sig"
"""With the mark at its beginning by which spreadsheets know the encoding."""

_Value = Callable[[StoryCard, tzinfo | None], object]


def _time(moment: datetime | None, zone: tzinfo | None) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M") if moment else ""


def _over(card: StoryCard, _zone: tzinfo | None) -> object:
    return "" if card.lines is None or not card.target_lines else card.lines - card.target_lines


_VALUES: dict[TableColumn, tuple[str, _Value]] = {
    TableColumn.SLUG: ("slug", lambda card, _zone: card.slug),
    TableColumn.HEADLINE: ("headline", lambda card, _zone: card.headline),
    TableColumn.STAGE: ("stage", lambda card, _zone: card.stage.value),
    TableColumn.DESK: ("desk", lambda card, _zone: card.desk),
    TableColumn.KIND: ("kind", lambda card, _zone: card.kind),
    TableColumn.WRITER: ("writer", lambda card, _zone: card.writer_name),
    TableColumn.WORDS: ("words", lambda card, _zone: card.words),
    TableColumn.OVER: ("lines over", _over),
    TableColumn.DUE: ("due", lambda card, zone: _time(card.due, zone)),
    TableColumn.CHANGED: ("changed", lambda card, zone: _time(card.changed, zone)),
}
"""Each column's name in the file, and its value: plain, as programs read it."""


def save_csv(
    newsroom: Newsroom, path: Path, columns: Sequence[TableColumn], asked: TableQuestion | Sequence[int],
    *, progress: Progress = no_progress,
) -> int:  # fmt: skip
    """Write stories into a file, those that are named or all of a list, in their order; returns their number.

    What was there stays until all is written. Raises NewsroomError when it cannot be.
    """
    numbers = newsroom.story_table.read_all(asked).numbers if isinstance(asked, TableQuestion) else asked
    try:
        partial = new_partial(path, private=False)
        try:
            written = _write(newsroom, partial, columns, numbers, progress)
            put_in_place(partial, path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise NewsroomError(f"{path} cannot be written: {error.strerror}.") from error
    return written


def _write(
    newsroom: Newsroom, path: Path, columns: Sequence[TableColumn], numbers: Sequence[int], progress: Progress
) -> int:
    written = 0
    with path.open("w", encoding=_MARK, newline="") as file:
        rows = csv.writer(file)
        rows.writerow([_VALUES[column][0] for column in columns])
        for first in range(0, len(numbers), _AT_ONCE):
            some = numbers[first : first + _AT_ONCE]
            cards = {card.id: card for card in newsroom.cards.cards(some).cards}
            for number in filter(cards.__contains__, some):
                rows.writerow([_plain(_VALUES[column][1](cards[number], newsroom.zone)) for column in columns])
                written += 1
            progress((first + len(some)) / len(numbers))
    return written


def _plain(value: object) -> object:
    """A text that would be calculated is quoted as spreadsheets quote it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
