"""A printed file is traced back within a bound, whatever it says of itself."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from db.newsroom import Newsroom
from db.stages import Move
from db.story.exported import WrittenFile
from db.values import Story
from desktop.press import verify
from exports.pdf.trace import Stamp
from tests.db.conftest import PASSWORD, signed_in
from tests.desktop.press.test_batch import approved

PAGE = b"%PDF-1.6 as it was exported"


def test_of_ten_thousand_stamps_that_are_forged_one_is_looked_up(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = [Stamp("ferry", 1, "0" * 64, proof=False, signature=str(number)) for number in range(10_000)]
    asked: list[str] = []
    monkeypatch.setattr(verify, "read_printed", lambda _path: (forged * 2, "0" * 64))
    monkeypatch.setattr(newsroom.exported, "sign_off", asked.append)
    verdict = verify.verify_file(newsroom, Path("ferry.pdf"))
    assert verdict.sentence == "ferry.pdf names an approval of ferry that this newsroom never gave."
    assert len(asked) == 1


@pytest.fixture
def published(newsroom: Newsroom) -> Story:
    """A story that was approved, of which nothing is exported yet."""
    approved(newsroom, ["one"])
    return newsroom.stories.get("one")


@pytest.fixture
def traced(newsroom: Newsroom, published: Story, monkeypatch: pytest.MonkeyPatch) -> Callable[..., verify.Verdict]:
    """The verdict over a file of that story: what it says of itself may be changed, and what it holds."""
    signed = published.sign_off
    assert signed is not None
    stamp = Stamp(
        "one", published.version, signed.content_hash, proof=False, signature=signed.signature,
        revision=signed.revision,
    )  # fmt: skip

    def verdict(data: bytes = PAGE, **changes: object) -> verify.Verdict:
        said = replace(stamp, **changes), sha256(data).hexdigest()
        monkeypatch.setattr(verify, "read_printed", lambda _path: ([said[0]], said[1]))
        return verify.verify_file(newsroom, Path("one.pdf"))

    return verdict


def record(newsroom: Newsroom, story: Story) -> None:
    """Write down that the page was exported."""
    file = WrittenFile("one.pdf", PAGE, "pdf", story.layout, "x4")
    newsroom.exported.record([(story.id, story.content_hash)], file, actor=signed_in(newsroom, "production"))


def test_a_file_as_it_was_exported_is_sound_and_says_who_approved_it(
    newsroom: Newsroom, published: Story, traced: Callable[..., verify.Verdict]
) -> None:
    record(newsroom, published)
    found = traced()
    assert found.sound
    assert found.sentence.startswith(f"Nora Lin approved one, revision {published.sign_off.revision}, on ")
    assert found.sentence.endswith(" UTC by Shen Bo.")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"proof": True}, "one.pdf is a proof of one, revision"),
        ({"signature": "00" * 64}, "names an approval of one that this newsroom never gave"),
        ({"content_hash": "0" * 64}, "names an approval of one that this newsroom never gave"),
        ({"revision": 99}, "names an approval of one that this newsroom never gave"),
        ({"data": b"%PDF altered"}, "but one.pdf was altered after its export"),
    ],
)
def test_a_file_of_anything_else_is_not_sound(
    newsroom: Newsroom, published: Story, traced: Callable[..., verify.Verdict], changes: dict, why: str
) -> None:
    record(newsroom, published)
    found = traced(**changes)
    assert not found.sound
    assert why in found.sentence


def test_a_file_of_which_no_export_is_recorded_is_not_sound(traced: Callable[..., verify.Verdict]) -> None:
    assert not traced().sound
    assert "no export of it is recorded" in traced().sentence


def test_a_sheet_of_a_killed_story_is_not_sound_and_says_so_first(
    newsroom: Newsroom, published: Story, traced: Callable[..., verify.Verdict]
) -> None:
    record(newsroom, published)
    newsroom.moves.make(Move.KILL, published.id, actor=signed_in(newsroom, "chief"), note="Untrue", problems=[])
    assert not traced().sound
    assert traced().sentence.startswith("Do not print: one was killed by Tomas Okello on ")


def test_a_key_from_a_reset_is_told_with_the_approval(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.accounts.reset_password("editor", PASSWORD, actor=signed_in(newsroom, "chief"))
    (story,) = approved(newsroom, ["one"])
    record(newsroom, story)
    signed = story.sign_off
    assert signed is not None
    stamp = Stamp("one", 3, signed.content_hash, proof=False, signature=signed.signature, revision=signed.revision)
    monkeypatch.setattr(verify, "read_printed", lambda _path: ([stamp], sha256(PAGE).hexdigest()))
    found = verify.verify_file(newsroom, Path("one.pdf"))
    assert found.sound
    assert "signed with a key made when Tomas Okello reset the password" in found.sentence
