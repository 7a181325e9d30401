"""What a file says of itself is read back; what is no file of ours, or holds several stories, has no one stamp."""

import dataclasses
import io

import pikepdf
import pytest

from exports import export_story
from exports.batch import make_together
from exports.pdf.trace import read_stamps
from tests.exports.pdf.test_pdf import order


def test_a_clean_file_names_its_text_and_who_approved_it() -> None:
    asked = order()
    (stamp,) = read_stamps(export_story(asked))
    assert asked.story.sign_off
    assert (stamp.slug, stamp.version, stamp.content_hash) == (
        asked.story.slug, asked.story.version, asked.story.content_hash,
    )  # fmt: skip
    assert (stamp.proof, stamp.login) == (False, asked.story.sign_off.login)


def test_a_proof_carries_no_signature() -> None:
    (stamp,) = read_stamps(export_story(order(proof=True)))
    assert (stamp.proof, stamp.login, stamp.signature) == (True, "", "")


def test_a_file_of_two_stories_has_a_stamp_for_each() -> None:
    first = order()
    second = dataclasses.replace(first, story=dataclasses.replace(first.story, slug="second"))
    data = make_together([first, second], "both")
    assert [stamp.slug for stamp in read_stamps(data)] == [first.story.slug, "second"]


def blank(metadata: bytes | None) -> bytes:
    """An empty PDF with some metadata."""
    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    if metadata is not None:
        pdf.Root.Metadata = pdf.make_stream(metadata)
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 and no more", blank(None), blank(b"<x/>"), blank(b"<x")])
def test_any_other_file_has_none(data: bytes) -> None:
    assert read_stamps(data) == []
