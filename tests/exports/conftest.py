"""Stories made by hand, and small formats whose boxes one can count by eye."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from db.document import Block, Document, paragraph
from db.stages import Stage
from db.values import Story
from exports.formats import MM, Format, load_format

AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)

WORDS = (
    "The harbour board voted on Tuesday evening to keep the old pilot station open through the winter, against the "
    "advice of its own engineers, who had called the quay unsafe and the radar mast beyond repair."
)


def make_story(*blocks: Block | str, **fields: Any) -> Story:
    """A story of these blocks; plain text makes paragraphs."""
    body = Document(blocks=tuple(paragraph(block) if isinstance(block, str) else block for block in blocks))
    made = Story(
        id=1, slug="harbour-pilots", headline="Pilots stay through winter", dek="", byline="Marta Lind", dateline="",
        ednote="", stage=Stage.PUBLISH, desk="City", writer="rita", writer_name="Rita", version=3,
        content_hash="ab" * 32, words=body.words, changed=AT, body=body,
    )  # fmt: skip
    return replace(made, **fields)


def small_format(**changes: Any) -> Format:
    """A page of 110 × 80 mm with two columns on an 11 pt grid."""
    base = load_format("tabloid")
    page = {
        "name": "small", "trim_width": 110 * MM, "trim_height": 80 * MM, "top": 8 * MM, "right": 5 * MM,
        "bottom": 5 * MM, "left": 5 * MM, "columns": 2, "gutter": 5 * MM,
    }  # fmt: skip
    return replace(base, **(page | changes))


@pytest.fixture
def small() -> Format:
    """The small format."""
    return small_format()


@pytest.fixture(scope="session")
def tabloid() -> Format:
    """The shipped tabloid."""
    return load_format("tabloid")
