"""Stories set in a format: their pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from db.values import Picture, Story
from exports.formats import Format
from exports.typeset.fit import fit_of, measure
from exports.typeset.numbering import number_lines
from exports.typeset.page.draw import draw
from exports.typeset.page.paginate import StoryLayout, run_in
from exports.typeset.sheet import Sheet

__all__ = ["StoryLayout", "fit_of", "measure", "number_lines", "pages_run_in", "set_run_in", "set_story", "sheets_of"]


def set_story(story: Story, fmt: Format, originals: Mapping[str, Picture]) -> list[Sheet]:
    """The pages of a story, at least one. `originals` are the pictures by hash; a lost one leaves a grey box."""
    return sheets_of(StoryLayout(story, fmt, originals))


def sheets_of(layout: StoryLayout) -> list[Sheet]:
    """The pages of a story that is laid out already."""
    return [draw(page, layout.fmt) for page in layout.pages]


def set_run_in(stories: Sequence[Story], fmt: Format, originals: Mapping[str, Picture]) -> list[Sheet]:
    """Stories one below the other on shared pages, a rule between them; none for no stories.

    Each has its head over all columns and its columns under it; one that does not fit flows on to the next page,
    with jump lines both ways.
    """
    layouts = (StoryLayout(story, fmt, originals, number=number) for number, story in enumerate(stories))
    return [sheet for sheet, _ in pages_run_in(layouts)]


def pages_run_in(layouts: Iterable[StoryLayout]) -> Iterator[tuple[Sheet, dict[int, bool]]]:
    """Each page when it is full, and the stories on it by their numbers, with whether they end there."""
    for page in run_in(layouts):
        stories = {part.layout.number: part.last for part in page.parts}
        yield draw(page, page.parts[0].layout.fmt), stories
