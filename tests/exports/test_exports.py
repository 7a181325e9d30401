"""A story in, a file out: the same order makes the same bytes; what may not leave clean is refused."""

from dataclasses import replace

import pytest

from db.errors import NewsroomError, Refused
from db.stages import Stage
from exports import export_story
from tests.exports.pdf.test_pdf import order
from tests.press.conftest import full_story


def test_the_same_order_makes_the_same_bytes() -> None:
    assert export_story(order()) == export_story(order())


def test_a_story_that_is_not_approved_is_only_proofed() -> None:
    story = replace(full_story(), stage=Stage.EDIT)
    with pytest.raises(Refused, match="only a proof"):
        export_story(order(story=story))
    assert export_story(order(story=story, proof=True)).startswith(b"%PDF")


def test_a_text_changed_after_approval_is_not_exported() -> None:
    with pytest.raises(Refused, match="not the text that was signed off"):
        export_story(replace(order(), story=replace(full_story(), content_hash="cd" * 32)))


def test_a_character_no_face_has_stops_the_export() -> None:
    with pytest.raises(Refused, match=r"U\+1F6A2"):
        export_story(order(story=replace(full_story(), headline="Pilots \U0001f6a2 stay")))


def test_an_unknown_kind_is_refused_by_name() -> None:
    with pytest.raises(NewsroomError, match="quark"):
        export_story(order(), "quark")
