"""Commands of the press: export, fit, proof, preflight, verify."""

import json
import re
from pathlib import Path

import pytest

from db.document import Document
from db.newsroom import Newsroom
from db.values import Story
from exports.pdf.check import check_pdf
from tests.bench.texts import texts
from tests.db.conftest import signed_in
from tests.desktop.command.conftest import Run, bring_in
from tests.desktop.export.test_story_export import has_marks
from tests.desktop.press.test_batch import approved


@pytest.mark.parametrize("flavour", ["x4", "x1a"])
def test_export_in_a_flavour_and_layout(run: Run, newsroom: Newsroom, flavour: str, tmp_path: Path) -> None:
    slug = bring_in(run)
    reporter = signed_in(newsroom, "reporter")
    newsroom.stories.plan(newsroom.stories.get(slug).id, layout="broadsheet", actor=reporter)
    run("submit", slug)
    run("approve", slug, login="editor")
    how = ("--layout", "broadsheet", "--flavour", flavour, "--out", str(tmp_path))
    ran = run("export", slug, *how, login="production")
    assert check_pdf(Path(ran.lines[0]), flavour="x1a" if flavour == "x1a" else "x4") == []


@pytest.mark.parametrize("asked", [(), ("--no-marks",)])
def test_marks_are_left_out_when_that_is_asked(
    run: Run, newsroom: Newsroom, asked: tuple[str, ...], tmp_path: Path
) -> None:
    approved(newsroom, ["one"])
    page = run("export", "one", *asked, "--out", str(tmp_path), login="production").lines[0]
    assert has_marks(Path(page)) is (not asked)


def test_a_sheet_is_traced_back_to_its_approval(run: Run, tmp_path: Path) -> None:
    slug = bring_in(run)
    run("submit", slug)
    run("approve", slug, login="editor")
    page = run("export", slug, "--out", str(tmp_path), login="editor").lines[0]
    ran = run("verify", page)
    assert ran.status == 0, ran.err
    assert f"Nora Lin approved {slug}, revision 3" in ran.out
    assert ran.out.count("\n") == 1


def test_of_a_sheet_of_several_stories_each_has_a_line(run: Run, newsroom: Newsroom, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two"])
    page = run("export", "one", "two", "--one-file", "city", "--out", str(tmp_path), login="production").lines[0]
    first, *others = run("verify", page).lines
    assert first.startswith("2 stories, each as it was approved; the file is as it was exported on ")
    assert [line.partition(",")[0] for line in others] == ["  Nora Lin approved one", "  Nora Lin approved two"]


def test_an_altered_sheet_a_proof_and_a_stranger_s_are_found_out(run: Run, draft: Story, tmp_path: Path) -> None:
    slug = bring_in(run)
    run("submit", slug)
    run("approve", slug, login="editor")
    page = Path(run("export", slug, "--out", str(tmp_path), login="editor").lines[0])
    page.write_bytes(page.read_bytes() + b"%")
    proof = run("proof", draft.slug, "--out", str(tmp_path)).lines[0]
    stranger = tmp_path / "memo.pdf"
    stranger.write_bytes(b"%PDF-1.4 nothing")
    for path, said in ((str(page), "altered"), (proof, "is a proof"), (str(stranger), "not made by Galley")):
        ran = run("verify", path)
        assert ran.status == 1
        assert said in ran.err


def test_what_is_not_approved_is_not_exported_and_nothing_is_written(run: Run, draft: Story, tmp_path: Path) -> None:
    ran = run("export", draft.slug, "--out", str(tmp_path / "new"))
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_proof_of_a_draft_says_so(run: Run, draft: Story, tmp_path: Path) -> None:
    ran = run("proof", draft.slug, "--out", str(tmp_path))
    assert [Path(line).name for line in ran.lines] == ["lane-lifts-v1-proof.pdf"]


def test_fit_json(run: Run, draft: Story) -> None:
    found = json.loads(run("fit", draft.slug, "--json").out)
    assert found["lines"] > 0
    assert found["depth_mm"] == pytest.approx(found["column_inches"] * 25.4, rel=0.01)
    assert json.loads(run("fit", draft.slug, "--layout", "galley", "--json").out)["layout"] == "galley"


def test_fit_says_what_would_make_a_story_fit_and_where_the_cut_falls(
    run: Run, draft: Story, newsroom: Newsroom
) -> None:
    actor = signed_in(newsroom, "reporter")
    long = draft.text.with_(body=Document.from_paragraphs(texts(1)[0]["paras"]))
    story = newsroom.stories.save(draft.id, long, actor=actor, base=draft.version)
    lines = json.loads(run("fit", draft.slug, "--json").out)["lines"]
    newsroom.stories.plan(story.id, actor=actor, target_lines=lines - 1)
    first, *ways = run("fit", draft.slug).lines
    assert first.endswith(f", 1 page; 1 over its target of {lines - 1}")
    assert ways[0].startswith("  Cut 1 line, about ")
    assert re.fullmatch(r"  Block \d by -1 line: tracking -\d+ to [+-]\d+ thousandths of an em\.", ways[2])
    assert ways[-1].startswith(f"  The target is reached in block {len(long.body.blocks)}, before “")
    found = json.loads(run("fit", draft.slug, "--json").out)
    assert (found["cut"][0], found["copyfit"][0]["lines"]) == (len(long.body.blocks) - 1, -1)
    newsroom.stories.plan(story.id, actor=actor, target_lines=lines)
    assert run("fit", draft.slug).lines[0].endswith(f"; fits its target of {lines}")


def test_preflight_lists_its_rules_of_stories_and_files(run: Run) -> None:
    rows = [row.split("\t") for row in run("preflight", "--rules").out.splitlines()]
    assert {row[0] for row in rows} == {"story", "file"}
    assert ["story", "overset", "warning"] in [row[:3] for row in rows]
    assert ["file", "too-large", "blocker"] in [row[:3] for row in rows]


def test_preflight_tells_and_fails_on_a_blocker(run: Run, newsroom: Newsroom, draft: Story, reporter) -> None:
    assert run("preflight", draft.slug).status == 0
    newsroom.stories.save(draft.id, draft.text.with_(byline=""), actor=reporter, base=draft.version)
    ran = run("preflight", draft.slug)
    assert ran.status == 1
    assert "no byline" in ran.out
