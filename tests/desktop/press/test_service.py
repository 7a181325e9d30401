"""What leaves clean is what was approved, and is recorded exactly when its file is there, whole."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from sqlalchemy import text as sql

from db.document import Block, BlockKind, Document, PictureUse, paragraph
from db.errors import NewsroomError, Refused
from db.newsroom import Newsroom
from db.stages import Move
from db.style.style_rules import StyleRule
from db.values import Problem, Severity, SignedIn, Story, StoryText
from desktop.press.batch import Batch, export_many
from desktop.press.service import atomic_write, export, make_move, page_bytes, with_own_rules
from desktop.press.verify import verify_file
from tests.db.conftest import PASSWORD, signed_in
from tests.db.test_partial_files import left_by_a_killed_program

ROOT = Path(__file__).resolve().parents[3]
WAYS: dict[str, Callable[[Newsroom, Story, Path, SignedIn], list[str]]] = {}


def a_way(name: str) -> Callable[[Callable[..., list[str]]], Callable[..., list[str]]]:
    """A way in which a story leaves clean; it gives back why not."""

    def add(way: Callable[..., list[str]]) -> Callable[..., list[str]]:
        WAYS[name] = way
        return way

    return add


@a_way("alone")
def alone(newsroom: Newsroom, story: Story, folder: Path, actor: SignedIn) -> list[str]:
    try:
        export(newsroom, story.id, folder, actor=actor)
    except Refused as why:
        return [str(why)]
    return []


def several(batch: Batch) -> Callable[..., list[str]]:
    def way(newsroom: Newsroom, story: Story, folder: Path, actor: SignedIn) -> list[str]:
        return export_many(newsroom, [story.id, "sound"], folder, batch, actor=actor).refused

    return way


WAYS |= {
    "in a batch": several(Batch(jobs=1)),
    "in one file": several(Batch(one_file="city", jobs=1)),
    "run in": several(Batch(one_file="city", run_in=True, jobs=1)),
}


def image(colour: str) -> bytes:
    """A picture large enough for print."""
    stream = BytesIO()
    Image.new("L", (1200, 800), colour).save(stream, "JPEG")
    return stream.getvalue()


@pytest.fixture
def production(newsroom: Newsroom) -> SignedIn:
    """Shen Bo, who exports."""
    return signed_in(newsroom, "production")


@pytest.fixture
def story(newsroom: Newsroom) -> Story:
    """An approved story with a picture; another approved one is there."""
    reporter, editor = signed_in(newsroom, "reporter"), signed_in(newsroom, "editor")
    held = newsroom.pictures.add(image("white"), name="quay.jpg", actor=reporter)
    use = PictureUse(sha256=held.sha256, credit="Wu Jing")
    picture = Block(kind=BlockKind.PICTURE, spans=paragraph("The quay at noon.").spans, picture=use)
    body = Document(blocks=(picture, paragraph("The ferry is back. " * 40)))
    for slug, document in (("sound", Document(blocks=body.blocks[1:])), ("ferry", body)):
        text = StoryText(slug=slug, headline="Ferry is back", byline="By Wu Jing", body=document)
        made = newsroom.stories.create(text, desk="City", actor=reporter)
        make_move(newsroom, Move.SUBMIT, made.id, actor=reporter)
        made = make_move(newsroom, Move.APPROVE, made.id, actor=editor)
    return made


ALTERED = {
    "its text": (
        "UPDATE revision SET body = replace(body, 'ferry', 'fairy')",
        "ferry: its text was changed past Galley",
    ),
    "its headline": ("UPDATE revision SET headline = 'F'; UPDATE story SET headline = 'F'", "ferry: "),
    "its picture": ("UPDATE picture_data SET data = :other", "ferry: the bytes of its picture quay.jpg were changed"),
    "one bit": ("UPDATE picture_data SET data = :bit", "ferry: the bytes of its picture quay.jpg were changed"),
}


def alter(newsroom: Newsroom, story: Story, statements: str) -> None:
    """Change the newsroom past Galley."""
    bit = bytearray(image("white"))
    bit[-3] ^= 1
    values = {"other": image("black"), "bit": bytes(bit)}
    where = {"revision": f" WHERE story_id = {story.id}", "story": f" WHERE id = {story.id}", "picture_data": ""}
    with newsroom.engine.begin() as behind:
        for one in statements.split("; "):
            used = {name: value for name, value in values.items() if f":{name}" in one}
            behind.execute(sql(one + where[one.split()[1]]), used)


def test_what_stops_a_story_by_house_style_stands_first(newsroom: Newsroom, story: Story) -> None:
    chief, word = signed_in(newsroom, "chief"), story.headline.split()[0]
    rule = StyleRule(word, "another word", severity=Severity.BLOCKER)
    newsroom.stylebook.publish(newsroom.stylebook.draft(rule, actor=chief), actor=chief)
    warning = Problem("widow", "A widow.", Severity.WARNING)
    assert [one.blocks for one in with_own_rules(newsroom, story, [warning])] == [True, False]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(("statements", "why"), ALTERED.values(), ids=ALTERED)
def test_what_was_changed_past_galley_is_not_printed(
    newsroom: Newsroom, story: Story, production: SignedIn, tmp_path: Path, way: Callable[..., list[str]],
    statements: str, why: str,
) -> None:  # fmt: skip
    alter(newsroom, story, statements)
    (told,) = way(newsroom, story, tmp_path / "out", production)
    assert told.startswith(why)
    assert "changed past Galley" in told
    assert newsroom.stories.get(story.id).exported is None


PRINTED_BESIDE = ("due = '2030-01-01 12:00:00'", "layout = 'broadsheet'", "desk_id = 2")


@pytest.mark.parametrize(
    "statements", [ALTERED["its picture"][0], *(f"UPDATE story SET {one}" for one in PRINTED_BESIDE)]
)
def test_the_page_beside_the_text_is_a_proof_then(newsroom: Newsroom, story: Story, statements: str) -> None:
    assert not is_proof(page_bytes(newsroom, story))
    alter(newsroom, story, statements)
    assert is_proof(page_bytes(newsroom, newsroom.stories.get(story.id)))


def is_proof(data: bytes) -> bool:
    """Whether a PDF says that it is a proof."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return str(pdf.docinfo["/Title"]).startswith("PROOF: ")


def test_a_forged_sign_off_leaves_no_file(
    newsroom: Newsroom, story: Story, production: SignedIn, tmp_path: Path
) -> None:
    with newsroom.engine.begin() as behind:
        behind.execute(sql("UPDATE sign_off SET signature = 'ab'"))
    with pytest.raises(Refused, match="signature of who approved"):
        export(newsroom, story.id, tmp_path / "out", actor=production)
    assert not list((tmp_path / "out").iterdir())


def test_no_record_stands_before_its_file_is_in_place(
    newsroom: Newsroom, story: Story, production: SignedIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: atomic_write) -> None:
        raise NewsroomError("The folder is gone.")

    monkeypatch.setattr(atomic_write, "keep", fail)
    with pytest.raises(NewsroomError, match="folder is gone"):
        export(newsroom, story.id, tmp_path / "out", actor=production)
    assert newsroom.stories.get(story.id).exported is None
    assert not list((tmp_path / "out").iterdir())
    make_move(newsroom, Move.RECALL, story.id, actor=signed_in(newsroom, "editor"), note="Not yet.")


@pytest.mark.parametrize("earlier", [b"", b"an earlier file"])
def test_a_file_whose_record_fails_is_taken_away_again(
    newsroom: Newsroom,
    story: Story,
    production: SignedIn,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    earlier: bytes,
) -> None:
    path = tmp_path / f"{story.slug}-v{story.version}.pdf"
    if earlier:
        path.write_bytes(earlier)
    keep, seen = atomic_write.keep, []

    def fail(self: atomic_write) -> None:
        keep(self)
        seen.append(path.read_bytes()[:5])
        raise NewsroomError("The disk is full.")

    monkeypatch.setattr(atomic_write, "keep", fail)
    with pytest.raises(NewsroomError, match="disk is full"):
        export(newsroom, story.id, tmp_path, actor=production)
    assert seen == [b"%PDF-"]
    assert newsroom.stories.get(story.id).exported is None
    assert (path.read_bytes() if path.exists() else b"") == earlier
    assert not list(tmp_path.glob(".*part"))


KILLED = """
import os, sys
from pathlib import Path
from db.newsroom import open_newsroom
from desktop.press.service import atomic_write, export
keep, when = atomic_write.keep, sys.argv[3]
def die(self):
    if when == "behind":
        keep(self)
    os._exit(9)
atomic_write.keep = die
room = open_newsroom(sys.argv[1])
export(room, "ferry", Path(sys.argv[2]), actor=room.accounts.sign_in("production", sys.argv[4]))
"""
"""A program that ends without a word while a file is put in place, before or behind the rename."""


@pytest.mark.parametrize("when", ["before", "behind"])
def test_a_kill_leaves_no_record_and_a_file_without_one_is_named(
    newsroom: Newsroom, story: Story, tmp_path: Path, when: str
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, newsroom.url, str(out), when, PASSWORD]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    assert newsroom.stories.get(story.id).exported is None
    assert newsroom.audit().passed
    files = list(out.glob("*.pdf"))
    assert len(files) == (when == "behind")
    for path in files:
        verdict = verify_file(newsroom, path)
        assert not verdict.sound
        assert "no export of it is recorded" in verdict.sentence
    make_move(newsroom, Move.RECALL, story.id, actor=signed_in(newsroom, "editor"), note="Not yet.")


def test_a_file_is_recorded_under_the_signature_of_who_exported_it(
    newsroom: Newsroom, story: Story, production: SignedIn, tmp_path: Path
) -> None:
    path = export(newsroom, story.id, tmp_path, actor=production)
    assert verify_file(newsroom, path).sentence.endswith("UTC by Shen Bo.")
    assert newsroom.audit().passed
    with newsroom.engine.begin() as behind:
        behind.execute(sql("UPDATE export SET account_id = (SELECT id FROM account WHERE login = 'editor')"))
    assert not verify_file(newsroom, path).sound


def test_an_export_from_before_they_were_signed_says_so(
    newsroom: Newsroom, story: Story, production: SignedIn, tmp_path: Path
) -> None:
    path = export(newsroom, story.id, tmp_path, actor=production)
    with newsroom.engine.begin() as behind:
        behind.execute(sql("UPDATE export SET signature = '', public_key = ''"))
    assert "recorded before exports were signed" in verify_file(newsroom, path).sentence


@pytest.mark.parametrize(
    ("move", "login", "said"),
    [
        (Move.KILL, "chief", "ferry was killed by Tomas Okello on"),
        (Move.CORRECT, "editor", "ferry was corrected by Nora Lin on"),
    ],
)
def test_the_sheet_of_a_story_that_was_killed_or_corrected_since_says_so_first(
    newsroom: Newsroom, story: Story, production: SignedIn, tmp_path: Path, move: Move, login: str, said: str
) -> None:
    path = export(newsroom, story.id, tmp_path, actor=production)
    make_move(newsroom, move, story.id, actor=signed_in(newsroom, login), note="The figure is wrong.")
    verdict = verify_file(newsroom, path)
    assert not verdict.sound
    assert verdict.sentence.startswith(f"Do not print: {said}")
    assert "The figure is wrong. " in verdict.sentence
    if move is Move.CORRECT:
        make_move(newsroom, Move.APPROVE, story.id, actor=signed_in(newsroom, "editor"))
        assert verify_file(newsroom, path).sentence.startswith("Do not print: ferry was corrected")
        make_move(newsroom, Move.KILL, story.id, actor=signed_in(newsroom, "chief"), note="Libel.")
        assert verify_file(newsroom, path).sentence.startswith("Do not print: ferry was killed")


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_page_is_as_readable_as_the_umask_says(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        with atomic_write(tmp_path / "page.pdf", b"%PDF") as written:
            written.keep()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "page.pdf").stat().st_mode) == mode


def test_what_a_killed_export_left_is_gone_after_the_next(tmp_path: Path) -> None:
    left = left_by_a_killed_program(tmp_path / "page.pdf")
    assert left.exists()
    with atomic_write(tmp_path / "other.pdf", b"%PDF") as written:
        written.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["other.pdf"]
