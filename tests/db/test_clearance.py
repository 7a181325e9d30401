"""A story leaves clean only as it was approved."""

from dataclasses import replace

import pytest

from db.clearance import why_not_clean
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Story
from tests.db.conftest import People


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
