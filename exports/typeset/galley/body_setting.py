"""What pages make of a body: the lines that paragraphs give so that columns end level, and what stands apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from db.document import Block
from db.values import Picture
from exports.formats import Format
from exports.typeset.page.block.block_rows import BlockPlace
from exports.typeset.page.paginate import StoryLayout


@dataclass(frozen=True)
class GalleyPress:
    """What a story's galley is set with."""

    fmt: Format
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """Facts of the pictures it uses, by hash."""


@dataclass(frozen=True, slots=True)
class BodySetting:
    """The blocks of a story as its pages have them, by their numbers."""

    blocks: tuple[Block, ...]
    order: tuple[int, ...]
    """The order in which they stand in the columns."""
    places: Mapping[int, BlockPlace]
    given: Mapping[int, int]
    """Lines more or fewer for the sake of level columns."""
    apart: Mapping[int, int]
    """Grid lines, in all columns together, of what stands in no row of its own: pictures over several columns, and
    what has text beside it, which takes none.
    """
    columns: int = 1
    """Columns the story begins in, under its head."""


def body_setting(layout: StoryLayout) -> BodySetting:
    """The setting of a story that is laid out."""
    placed, body = layout.placed, layout.body
    apart = {index: box.rows * box.columns for index, box in placed.spanning.items()}
    beside = dict.fromkeys(body.places.keys() - set(body.blocks), 0)
    places = {index: _without_bytes(place) for index, place in body.places.items()}
    blocks = layout.story.body.blocks
    columns = len(layout.pages[0].parts[0].columns)
    return BodySetting(blocks, tuple(placed.order), places, dict(layout.given), {**beside, **apart}, columns)


def picture_facts(original: Picture) -> Picture:
    """A picture without its bytes, which the galley has no use for."""
    return Picture(**{one.name: getattr(original, one.name) for one in fields(Picture)})


def _without_bytes(place: BlockPlace) -> BlockPlace:
    return replace(place, original=picture_facts(place.original)) if place.original else place
