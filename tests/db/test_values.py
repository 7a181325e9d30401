"""The plain values."""

from dataclasses import replace

import pytest

from db.document import Document
from db.values import Story, sub_progress
from tests.db.conftest import People


def test_a_signed_in_person_is_the_same_person(people: People) -> None:
    nora = people["nora"]
    assert nora.key is not None
    assert replace(nora, key=None) == nora


def test_a_story_with_another_text_counts_and_hashes_that_one(draft: Story) -> None:
    text = draft.text.with_(headline="Ferry stays", body=Document.from_paragraphs(["It stays."]))
    shown = draft.with_text(text)
    assert (shown.text, shown.words, shown.content_hash) == (text, 2, text.content_hash)
    assert shown.with_text(draft.text) == draft


def test_the_progress_of_a_part_takes_its_share_of_the_whole() -> None:
    told: list[float] = []
    part = sub_progress(told.append, 0.2, 0.7)
    for share in (0.0, 0.5, 1.0):
        part(share)
    assert told == pytest.approx([0.2, 0.45, 0.7])


@pytest.mark.parametrize(("language", "written"), [("en", "en-US"), ("en-GB", "en-GB"), ("de", "de")])
def test_new_stories_are_in_the_language_of_their_writer(people: People, language: str, written: str) -> None:
    assert replace(people["rita"], language=language).writes_in == written
