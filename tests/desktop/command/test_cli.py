"""The command line, as scripts use it: what it prints where, and how it ends."""

import json
import re
from pathlib import Path

import pytest

from db.document import Document
from db.newsroom import Newsroom
from db.stages import Stage
from db.values import Story
from desktop.command.cli import main
from exports.pdf.check import check_pdf
from resources import resource
from tests.bench.texts import texts
from tests.db.conftest import signed_in
from tests.desktop.command.conftest import PILOTS, Run, bring_in
from tests.desktop.press.test_batch import approved

SHOWN = (
    "slug", "headline", "dek", "byline", "dateline", "ednote", "stage", "desk", "writer", "version", "content_hash",
    "words", "body", "body_text",
)  # fmt: skip


def test_import_prints_a_line_per_story_its_slug_first(run: Run, newsroom: Newsroom) -> None:
    ran = run("import", PILOTS, PILOTS, "--desk", "Sport")
    slugs = [line.split()[0] for line in ran.lines]
    assert len(set(slugs)) == 2
    assert {newsroom.stories.get(slug).desk for slug in slugs} == {"Sport"}


def test_a_bad_file_is_one_line_and_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(bytes(range(256)))
    ran = run("import", str(bad), PILOTS, str(tmp_path / "gone.txt"))
    assert ran.status == 1
    assert len(ran.lines) == 1
    assert len(ran.err.splitlines()) == 2


def test_show_says_where_copy_came_from(run: Run) -> None:
    assert any(line.startswith("Source: ") and line.endswith(".txt") for line in run("show", bring_in(run)).lines)


def test_show_json_is_one_object_with_all_that_is_promised(run: Run) -> None:
    slug = bring_in(run)
    shown = json.loads(run("show", slug, "--json").out)
    assert [name for name in SHOWN if name not in shown] == []
    assert shown["headline"] == "Pilots to stay on the old quay through the winter"
    assert shown["body_text"].count("\n\n") == len(shown["body"]) - 1


def test_list_json_is_an_array_without_bodies(run: Run, draft: Story) -> None:
    bring_in(run)
    listed = json.loads(run("list", "--json").out)
    assert len(listed) == 2
    assert all("body" not in card and card["stage"] == "Draft" for card in listed)
    assert json.loads(run("list", "--stage", "Publish", "--json").out) == []


def test_the_whole_way_from_a_text_file_to_a_page(run: Run, newsroom: Newsroom, tmp_path: Path) -> None:
    slug = bring_in(run)
    assert run("submit", slug).status == 0
    assert run("return", slug, "--note", "Who pays?", login="editor").status == 0
    assert run("submit", slug).status == 0
    assert run("approve", slug, login="editor").lines == [f"{slug}  Publish"]
    ran = run("export", slug, "--out", str(tmp_path), login="production")
    (path,) = map(Path, ran.lines)
    assert path.parent == tmp_path
    assert check_pdf(path) == []
    actions = [event["action"] for event in json.loads(run("history", slug, "--json").out)]
    assert actions == ["create", "submit", "return", "submit", "approve", "export"]
    assert newsroom.stories.get(slug).stage is Stage.PUBLISH


@pytest.mark.parametrize("flavour", ["x4", "x1a"])
def test_export_in_a_flavour_and_layout(run: Run, flavour: str, tmp_path: Path) -> None:
    slug = bring_in(run)
    run("submit", slug)
    run("approve", slug, login="editor")
    ran = run("export", slug, "--layout", "broadsheet", "--flavour", flavour, "--out", str(tmp_path))
    assert check_pdf(Path(ran.lines[0]), flavour="x1a" if flavour == "x1a" else "x4") == []


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
    page = run("export", "one", "two", "--one-file", "city", "--out", str(tmp_path)).lines[0]
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


def test_audit_tells_what_it_looked_at(run: Run, draft: Story) -> None:
    ran = run("audit")
    assert ran.status == 0
    assert "sealed rows" in ran.out


def test_who_has_a_password_must_give_it(
    run: Run, newsroom: Newsroom, draft: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.accounts.reset_password("reporter", "ink and paper", actor=signed_in(newsroom, "chief"))
    refused = run("submit", draft.slug)
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    monkeypatch.setenv("GALLEY_PASSWORD", "wrong one")
    assert "not the password" in run("submit", draft.slug).err
    monkeypatch.delenv("GALLEY_PASSWORD")
    (tmp_path / "secret").write_text("ink and paper\n")
    assert run("submit", draft.slug, "--password-file", str(tmp_path / "secret")).status == 0
    monkeypatch.setenv("GALLEY_PASSWORD", "ink and paper")
    assert run("spike", draft.slug, "--note", "x").status == 1
    assert run("list").status == 0


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


def test_a_refused_move_is_one_line_and_changes_nothing(run: Run, newsroom: Newsroom, draft: Story) -> None:
    ran = run("approve", draft.slug)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert newsroom.stories.get(draft.id) == draft


def test_several_are_moved_and_each_refusal_is_a_line(run: Run, draft: Story) -> None:
    ran = run("submit", "nothing-like-it", draft.slug)
    assert ran.status == 1
    assert ran.lines == [f"{draft.slug}  Edit"]
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "login", "stage"),
    [
        (("spike", "lane-lifts", "--note", "No room"), "reporter", Stage.SPIKED),
        (("restore", "lane-lifts"), "reporter", Stage.DRAFT),
        (("submit", "lane-lifts"), "reporter", Stage.EDIT),
        (("approve", "lane-lifts"), "editor", Stage.PUBLISH),
        (("recall", "lane-lifts", "--note", "A name is wrong"), "editor", Stage.EDIT),
        (("correct", "lane-lifts", "--note", "A name was wrong"), "editor", Stage.EDIT),
        (("kill", "lane-lifts", "--note", "By order of the court"), "chief", Stage.KILLED),
    ],
)
def test_every_move_has_its_command(
    run: Run, newsroom: Newsroom, draft: Story, arguments: tuple[str, ...], login: str, stage: Stage, tmp_path: Path
) -> None:
    before = {
        "restore": [("spike", "--note", "x")], "approve": [("submit",)], "recall": [("submit",), ("approve",)],
        "correct": [("submit",), ("approve",), ("export",)], "kill": [("submit",), ("approve",)],
    }.get(arguments[0], [])  # fmt: skip
    for command, *rest in before:
        out = ["--out", str(tmp_path)] if command == "export" else []
        actor = "reporter" if command in ("submit", "spike") else "editor"
        assert run(command, draft.slug, *rest, *out, login=actor).status == 0
    ran = run(*arguments, login=login)
    assert ran.status == 0, ran.err
    assert newsroom.stories.get(draft.id).stage is stage


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",), ("list", "--stage", "Limbo"), ("show",), ("export", "a", "--flavour", "x9"),
        ("search", "a", "--limit", "0"), ("search", "a", "--limit", "-1"), ("search", "a", "--limit", "9" * 20),
        ("change-account", "editor", "--role", "emperor"),
    ],
)  # fmt: skip
def test_usage_errors_end_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).status == 2


def test_options_may_stand_behind_the_command(
    newsroom: Newsroom, draft: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["submit", draft.slug, "--db", newsroom.url, "--as", "reporter"]) == 0
    assert capsys.readouterr().out == f"{draft.slug}  Edit\n"


def test_a_newsroom_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", str(tmp_path / "none.db"), "list"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


def test_search_finds_by_what_stands_in_a_story(run: Run, draft: Story) -> None:
    slug = bring_in(run)
    assert [line.split()[0] for line in run("search", "radar", "mast").lines] == [slug]
    assert "[radar]" in run("search", "radar").out
    assert json.loads(run("search", "radar", "stage:edit", "--json").out) == []


def test_diff_shows_words_and_revert_brings_them_back(run: Run, newsroom: Newsroom, draft: Story, reporter) -> None:
    text = draft.text.with_(headline="New lane houses get lifts")
    newsroom.stories.save(draft.id, text, actor=reporter, base=draft.version, note="Second take")
    changed = ["headline: [-Old -]{+New +}lane houses get lifts"]
    assert run("diff", draft.slug).lines == changed
    assert [line.split()[0] for line in run("revisions", draft.slug).lines] == ["2", "1"]
    run("submit", draft.slug)
    assert run("diff", draft.slug).lines == changed
    assert run("revert", draft.slug, "1", login="editor").lines == [f"{draft.slug}  revision 4"]
    assert run("diff", draft.slug, "1", "4").out == ""
    assert run("revert", draft.slug, "9").status == 1


def test_kinds_are_named_listed_and_given_limits(run: Run, newsroom: Newsroom) -> None:
    assert run("kinds").lines == []
    assert run("kinds", "News", "Brief", login="chief").lines == ["News", "Brief"]
    assert "Only the chief" in run("kinds", "Opinion").err
    assert run("limit", "words-least", "300", "--desk", "City", login="chief").status == 0
    assert run("limit", "words-least", "20", "--kind", "brief", login="chief").lines == ["words-least  20  warning"]
    assert run("limit", "--kind", "Brief").lines == ["words-least  20  warning"]
    assert run("limit", "--kind", "News").lines == []
    assert run("limit", "--kind", "News", "--desk", "City").lines == ["words-least  300  warning"]
    assert "no kind" in run("limit", "--kind", "Obituary").err
    slug = run("import", str(resource("samples/harbour-pilots.txt")), "--kind", "News").lines[0].split()[0]
    assert json.loads(run("list", "--json").out)[0]["kind"] == "News"
    assert "City · News" in run("show", slug).lines[0]
    assert "City · News" in run("list").lines[0]
    assert slug in run("search", "kind:news").out
    assert run("kinds", "News", "--remove", login="chief").lines == ["Brief"]
