"""A story leaves clean only as it was approved."""

from dataclasses import replace

import pytest

from db.clearance import why_not_clean
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Story
from tests.db.conftest import START, People


@pytest.fixture
def approved(newsroom: Newsroom, draft: Story, people: People) -> Story:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    return newsroom.moves.make(Move.APPROVE, draft.id, actor=people["nora"], problems=[])


def test_an_approved_text_may_leave(approved: Story) -> None:
    assert why_not_clean(approved) == ""


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.PUBLISH])
def test_a_story_in_another_stage_may_not(approved: Story, stage: Stage) -> None:
    assert f"in {stage}" in why_not_clean(replace(approved, stage=stage))


@pytest.mark.parametrize("change", [{"content_hash": "0" * 64}, {"sign_off": None}])
def test_another_text_than_was_signed_off_may_not(approved: Story, change: dict) -> None:
    assert "not the text that was signed off" in why_not_clean(replace(approved, **change))


@pytest.mark.parametrize(
    ("change", "what"),
    [({"layout": "broadsheet"}, "format"), ({"due": START}, "due date"), ({"desk": "Sport"}, "desk")],
)
def test_what_is_printed_beside_the_text_may_not_be_another(approved: Story, change: dict, what: str) -> None:
    assert f"its {what} was changed past Galley" in why_not_clean(replace(approved, **change))


def test_a_story_leaves_in_the_format_it_was_approved_in_alone(approved: Story) -> None:
    assert why_not_clean(approved, "tabloid") == ""
    assert "approved in the format tabloid" in why_not_clean(approved, "broadsheet")


def test_an_approval_from_before_the_format_was_signed_is_of_the_text_alone(approved: Story) -> None:
    assert approved.sign_off is not None
    older = replace(approved.sign_off, layout="", due=None, desk="")
    assert why_not_clean(replace(approved, sign_off=older, layout="broadsheet"), "galley") == ""
