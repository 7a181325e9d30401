"""The fields of a story besides its body: one table for what stores, prints, searches, compares, shows them. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class FieldKind(StrEnum):
    """The kind of text that is typed into a field."""

    LINE = "line"
    """A few words."""
    SENTENCE = "sentence"
    """A line that may be longer than a narrow window is wide."""
    NOTE = "note"
    """Several lines, which stay as they are typed."""
    CODE = "code"
    """No words, but one of a list."""


@dataclass(frozen=True)
class StoryField:
    """One field."""

    name: str
    """Name in values, tables and on the command line."""
    title: str
    """Name in the window."""
    kind: FieldKind = FieldKind.LINE
    required: bool = False
    """Whether a story must have it before it leaves its writer."""
    printed: bool = False
    """Whether it stands on the page, or changes how that is set: an approval is bound to it then."""
    style: str = ""
    """The style of a format that its words are set in; empty where none of them stand on the page."""
    weight: int = 0
    """The weight of a hit in it, where one in the body weighs 1; 0 when it is not searched."""
    single: bool = False
    """Whether it cannot hold what two people wrote, one behind the other."""
    labels: tuple[str, ...] = ()
    """Words that may stand before it, with a colon, in copy that arrives; in small letters."""
    default: str = ""
    """The value in a new story."""
    later: bool = False
    """Whether there were stories before it: as long as it has its default, it is in no seal and in no content hash."""


STORY_FIELDS = (
    StoryField("slug", "Slug", required=True, weight=3, single=True, labels=("slug",)),
    StoryField("kicker", "Kicker", printed=True, style="kicker", labels=("kicker", "眉题", "引题")),
    StoryField(
        "headline", "Headline", FieldKind.SENTENCE, required=True, printed=True, style="headline", weight=10,
        labels=("headline", "head", "hed", "title", "标题"),
    ),
    StoryField(
        "dek", "Dek", FieldKind.SENTENCE, printed=True, style="dek", weight=5,
        labels=("dek", "deck", "standfirst", "summary", "subtitle", "导语", "副题"),
    ),
    StoryField(
        "byline", "Byline", required=True, printed=True, style="byline", weight=3,
        labels=("by", "byline", "author", "reporter", "writer", "作者", "记者"),
    ),
    StoryField("dateline", "Dateline", printed=True, style="body", labels=("dateline", "place", "电头")),
    StoryField("language", "Language", FieldKind.CODE, printed=True, single=True, default="en-US"),
    StoryField("source", "Source", weight=1, labels=("source", "来源", "稿源", "消息来源"), later=True),
    StoryField(
        "ednote", "Ednote", FieldKind.NOTE,
        labels=("ednote", "note to editor", "note to editors", "note to desk", "note", "编者按"),
    ),
)  # fmt: skip
"""Every field, in the order they are shown and compared."""

FIELDS_BY_NAME = {one.name: one for one in STORY_FIELDS}
FIELD_NAMES = tuple(FIELDS_BY_NAME)
PRINTED = tuple(one for one in STORY_FIELDS if one.printed)
ON_PAGE = tuple(one for one in STORY_FIELDS if one.style)
SEARCHED = tuple(sorted((one for one in STORY_FIELDS if one.weight), key=lambda one: -one.weight))
"""Those where a hit counts most first."""


def field_values(of: Any) -> dict[str, Any]:
    """The fields of a text, a card, a story or a row, by name."""
    return {name: getattr(of, name) for name in FIELD_NAMES}


def title_of(place: str) -> str:
    """The title of a field or, in the same manner, that of another place of a story."""
    return FIELDS_BY_NAME[place].title if place in FIELDS_BY_NAME else place.capitalize()
