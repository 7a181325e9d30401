"""Commands of stories: import, list, show, moves."""

import json
from datetime import UTC, datetime
from pathlib import Path

from db.newsroom import Newsroom
from db.values import Story
from tests.desktop.command.conftest import PILOTS, Run, bring_in


def test_import_prints_a_line_per_story_its_slug_first(run: Run, newsroom: Newsroom, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_bytes(Path(PILOTS).read_bytes())
    ran = run("import", PILOTS, str(again), PILOTS, "--desk", "Sport")
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


def test_import_reads_the_encoding_that_is_named_and_tells_a_doubt(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(b"\xf0\xa8 \xb9\xd7\xe3 \xdd\xbb \xa6\xc7.")
    guessed, named = run("import", str(file), "--desk", "Sport"), run("import", str(file), "--encoding", "cp850")
    assert "another encoding may be meant" in guessed.err
    assert (named.status, named.err) == (0, "")


def test_list_json_is_an_array_without_bodies(run: Run, draft: Story) -> None:
    bring_in(run)
    listed = json.loads(run("list", "--json").out)
    assert len(listed) == 2
    assert all("body" not in card and card["stage"] == "Draft" for card in listed)
    assert json.loads(run("list", "--stage", "Publish", "--json").out) == []


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


def test_stories_are_planned_and_go_to_another_desk(run: Run, newsroom: Newsroom, draft: Story) -> None:
    ran = run("plan", draft.slug, "--desk", "Sport", "--due", "2026-11-24T18:00+01:00", "--target", "40")
    assert (ran.status, ran.lines[0].split()[:2]) == (0, [draft.slug, "Sport"])
    planned = newsroom.stories.get(draft.id)
    assert (planned.desk, planned.target_lines) == ("Sport", 40)
    assert planned.due == datetime(2026, 11, 24, 17, tzinfo=UTC)
    run("plan", draft.slug, "--due", "none", "--target", "none")
    planned = newsroom.stories.get(draft.id)
    assert (planned.due, planned.target_lines, planned.desk) == (None, None, "Sport")


def test_a_plan_that_says_nothing_or_what_is_not_there_is_refused(run: Run, newsroom: Newsroom, draft: Story) -> None:
    assert "Say what is to be planned" in run("plan", draft.slug).err
    assert "no day and time" in run("plan", draft.slug, "--due", "soon").err
    for odd in ("0001-01-01T00:00", "9999-12-31T23:59-12:00"):
        assert "in the years 1900 to 2199" in run("plan", draft.slug, "--due", odd).err
    assert run("plan", draft.slug, "--layout", "postcard").status == 1
    assert run("plan", draft.slug, "--desk", "Moon").status == 1
    assert newsroom.stories.get(draft.id).layout == draft.layout
