"""Several stories exported at once: files, one file, pages shared, what is refused, called off, listed."""

import csv
import fcntl
import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import desktop.press.batch
from db.document import Document
from db.errors import NewsroomError, Refused
from db.newsroom import Newsroom
from db.stages import Move
from db.story.exported import WrittenFile
from db.values import Account, Story, StoryText
from desktop.press.batch import Batch, Entry, export_many, write_manifest
from desktop.press.fault_log import fault_log
from desktop.press.format_folders import formats_folder
from desktop.press.service import ExportOptions, export, make_move, proof
from desktop.press.verify import verify_file
from exports import Order
from exports.batch import make_each
from exports.pdf.check import check_pdf
from exports.pdf.trace import read_stamps
from resources import resource
from tests.db.conftest import signed_in

WORDS = "Mrs Qian is 84 and lives on the fourth floor of a house in Weaver Lane. " * 6


def approved(newsroom: Newsroom, slugs: Sequence[str], layout: str = "tabloid") -> list[Story]:
    """Approved stories of these slugs."""
    found = []
    for slug in slugs:
        text = StoryText(
            slug=slug, headline=f"About {slug}", byline="By Wu Jing", body=Document.from_paragraphs([WORDS])
        )
        story = newsroom.stories.create(text, desk="City", actor=signed_in(newsroom, "reporter"), layout=layout)
        make_move(newsroom, Move.SUBMIT, story.id, actor=signed_in(newsroom, "reporter"))
        found.append(make_move(newsroom, Move.APPROVE, story.id, actor=signed_in(newsroom, "editor")))
    return found


@pytest.fixture
def production(newsroom: Newsroom) -> Account:
    """Shen Bo, who exports."""
    return signed_in(newsroom, "production")


def test_each_story_is_a_file_made_by_other_processes(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two", "three"])
    found = export_many(newsroom, ["one", "two", "three"], tmp_path / "out", Batch(jobs=2), actor=production)
    assert [path.name for path in found.paths] == ["one-v3.pdf", "two-v3.pdf", "three-v3.pdf"]
    assert all(verify_file(newsroom, path).sound for path in found.paths)


def test_a_refused_story_is_named_and_the_others_go_on(
    newsroom: Newsroom, production: Account, draft: Story, tmp_path: Path
) -> None:
    approved(newsroom, ["one"])
    found = export_many(newsroom, [draft.slug, "one", "nowhere"], tmp_path, Batch(jobs=1), actor=production)
    assert [path.name for path in found.paths] == ["one-v3.pdf"]
    assert draft.slug in found.refused[0]
    assert "nowhere" in found.refused[1]


def test_a_story_whose_format_cannot_be_used_is_named(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two"])
    how = Batch(ExportOptions(layout="sunday"))
    found = export_many(newsroom, ["one", "two"], tmp_path, how, actor=production)
    assert [why.partition(" ")[0] for why in found.refused] == ["one:", "two:"]
    assert "sunday" in found.refused[0]


def test_one_file_holds_all_stories_and_is_traced_to_each(
    newsroom: Newsroom, production: Account, tmp_path: Path
) -> None:
    approved(newsroom, ["one", "two"])
    found = export_many(newsroom, ["one", "two"], tmp_path, Batch(one_file="city"), actor=production)
    assert [path.name for path in found.paths] == ["city.pdf"]
    data = found.paths[0].read_bytes()
    assert [stamp.slug for stamp in read_stamps(data)] == ["one", "two"]
    verdict = verify_file(newsroom, found.paths[0])
    assert verdict.sound
    assert verdict.sentence.startswith("2 stories, each as it was approved; the file is as it was exported on ")
    assert [line.partition(",")[0] for line in verdict.each] == ["Nora Lin approved one", "Nora Lin approved two"]
    assert not [problem for problem in check_pdf(found.paths[0]) if problem.blocks]
    assert all(newsroom.stories.get(slug).exported for slug in ("one", "two"))


def test_one_file_that_was_altered_is_not_sound(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two"])
    path = export_many(newsroom, ["one", "two"], tmp_path, Batch(one_file="city"), actor=production).paths[0]
    path.write_bytes(path.read_bytes() + b"\n")
    assert "altered" in verify_file(newsroom, path).sentence


def test_stories_run_in_share_pages_and_the_slug_line_names_both(
    newsroom: Newsroom, production: Account, tmp_path: Path
) -> None:
    approved(newsroom, ["one", "two"])
    batch = Batch(one_file="city", run_in=True)
    found = export_many(newsroom, ["one", "two"], tmp_path, batch, actor=production)
    assert [entry.pages for entry in found.entries] == [1, 1]
    assert [stamp.slug for stamp in read_stamps(found.paths[0].read_bytes())] == ["one", "two"]
    assert verify_file(newsroom, found.paths[0]).sound
    shown = subprocess.run(["pdftotext", found.paths[0], "-"], check=True, capture_output=True, text=True).stdout
    slug_lines = next(part for part in shown.split("\n\n") if "approved by" in part)
    assert "two" in slug_lines


def test_the_manifest_lists_what_was_written(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two"])
    found = export_many(newsroom, ["one", "two"], tmp_path, Batch(jobs=1), actor=production)
    listed = json.loads((tmp_path / "manifest.json").read_text())
    with (tmp_path / "manifest.csv").open() as table:
        rows = list(csv.DictReader(table))
    assert [row["file"] for row in listed] == [row["file"] for row in rows] == [path.name for path in found.paths]
    assert rows[0]["approved_by"] == "Nora Lin (editor)"
    assert listed[0]["pages"] == 1
    assert listed[0]["depth_mm"] > 0


def test_a_second_run_adds_to_the_manifest_and_a_file_written_anew_is_listed_once(
    newsroom: Newsroom, production: Account, tmp_path: Path
) -> None:
    approved(newsroom, ["one", "two"])
    export_many(newsroom, ["one", "two"], tmp_path, Batch(jobs=1), actor=production)
    before = json.loads((tmp_path / "manifest.json").read_text())
    export_many(newsroom, ["two"], tmp_path, Batch(ExportOptions(flavour="x1a"), jobs=1), actor=production)
    listed = json.loads((tmp_path / "manifest.json").read_text())
    assert [row["slug"] for row in listed] == ["one", "two"]
    assert listed[0] == before[0]
    assert listed[1]["sha256"] != before[1]["sha256"]
    assert (tmp_path / "manifest.csv").read_text().count("\n") == 3


def test_a_manifest_of_another_program_is_left_as_it_is(
    newsroom: Newsroom, production: Account, tmp_path: Path
) -> None:
    (tmp_path / "manifest.json").write_text('{"name": "a web page"}')
    approved(newsroom, ["one"])
    found = export_many(newsroom, ["one"], tmp_path, Batch(jobs=1), actor=production)
    assert (tmp_path / "manifest.json").read_text() == '{"name": "a web page"}'
    assert all(re.match(r"manifest-\d{4}-", name) for name in found.manifest)
    assert json.loads((tmp_path / found.manifest[1]).read_text())[0]["slug"] == "one"


def test_called_off_only_what_was_written_is_recorded(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two", "three"])
    shares: list[float] = []
    found = export_many(
        newsroom, ["one", "two", "three"], tmp_path / "out", Batch(jobs=1), actor=production,
        progress=shares.append, cancelled=lambda: bool(shares),
    )  # fmt: skip
    assert found.cancelled
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["manifest.csv", "manifest.json", "one-v3.pdf"]
    assert [bool(newsroom.stories.get(slug).exported) for slug in ("one", "two", "three")] == [True, False, False]


def test_one_file_called_off_leaves_nothing(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two"])
    batch = Batch(one_file="city")
    found = export_many(
        newsroom, ["one", "two"], tmp_path / "out", batch, actor=production, cancelled=lambda: True
    )  # fmt: skip
    assert found.cancelled
    assert not (tmp_path / "out").exists()
    assert newsroom.stories.get("one").exported is None


def test_ctrl_c_leaves_no_half_written_file(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two"])

    def stop(share: float) -> None:
        if share == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_many(newsroom, ["one", "two"], tmp_path, Batch(jobs=1), actor=production, progress=stop)
    assert sorted(path.name for path in tmp_path.glob("*.p*")) == ["one-v3.pdf"]
    assert newsroom.stories.get("two").exported is None


def test_ctrl_c_while_a_file_is_recorded_waits_until_it_is_in_place(
    newsroom: Newsroom, production: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(newsroom, ["one", "two"])
    record = newsroom.exported.record

    def interrupted(*given: Any, **named: Any) -> None:
        record(*given, **named)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(newsroom.exported, "record", interrupted)
    with pytest.raises(KeyboardInterrupt):
        export_many(newsroom, ["one", "two"], tmp_path, Batch(jobs=1), actor=production)
    assert sorted(path.name for path in tmp_path.glob("*.p*")) == ["one-v3.pdf"]
    assert [row["slug"] for row in json.loads((tmp_path / "manifest.json").read_text())] == ["one"]
    assert [bool(newsroom.stories.get(slug).exported) for slug in ("one", "two")] == [True, False]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("name", ["../city", "a/b", ".city", ".", "x" * 201])
def test_the_name_of_one_file_is_no_path(name: str, newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    with pytest.raises(NewsroomError, match="not the name of a file"):
        export_many(newsroom, ["one"], tmp_path, Batch(one_file=name), actor=production)


@pytest.mark.parametrize(("asked", "stories", "used"), [(2, 3, 2), (4, 2, 2), (0, 2, 2), (0, 4, 3)])
def test_no_more_processes_work_than_were_asked_for_or_are_of_use(
    asked: int, stories: int, used: int, newsroom: Newsroom, production: Account, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    slugs = ["one", "two", "three", "four"][:stories]
    approved(newsroom, slugs)
    seen: list[int] = []

    def alone(orders: Iterator[Any], kind: str, jobs: int) -> Iterator[Any]:
        seen.append(jobs)
        return make_each(orders, kind, 1)

    monkeypatch.setattr("desktop.press.batch.cores", lambda: 3)
    monkeypatch.setattr("desktop.press.batch.make_each", alone)
    export_many(newsroom, slugs, tmp_path, Batch(jobs=asked), actor=production)
    assert seen == [used]


def test_a_headline_that_looks_like_a_formula_is_none_in_a_spreadsheet(
    newsroom: Newsroom, production: Account, reporter: Account, editor: Account, tmp_path: Path
) -> None:
    formula = "=2+3 makes a crowd"
    text = StoryText(slug="one", headline=formula, byline="By Wu Jing", body=Document.from_paragraphs([WORDS]))
    story = newsroom.stories.create(text, desk="City", actor=reporter)
    make_move(newsroom, Move.SUBMIT, story.id, actor=reporter)
    make_move(newsroom, Move.APPROVE, story.id, actor=editor)
    export_many(newsroom, ["one"], tmp_path, Batch(jobs=1), actor=production)
    with (tmp_path / "manifest.csv").open(encoding="utf-8", newline="") as table:
        assert [row["headline"] for row in csv.DictReader(table)] == [f"'{formula}"]
    assert json.loads((tmp_path / "manifest.json").read_text())[0]["headline"] == formula


def test_the_manifest_tells_of_flavour_and_of_an_approval_by_the_writer_alone(
    newsroom: Newsroom, production: Account, editor: Account, tmp_path: Path
) -> None:
    newsroom.settings.set("four_eyes", False, actor=signed_in(newsroom, "chief"))
    text = StoryText(slug="own", headline="My own", byline="By Nora Lin", body=Document.from_paragraphs([WORDS]))
    story = newsroom.stories.create(text, desk="City", actor=editor)
    for move in (Move.SUBMIT, Move.APPROVE):
        make_move(newsroom, move, story.id, actor=editor)
    export_many(newsroom, ["own"], tmp_path, Batch(ExportOptions(flavour="x1a"), jobs=1), actor=production)
    (entry,) = json.loads((tmp_path / "manifest.json").read_text())
    assert (entry["flavour"], entry["approved_alone"], entry["approved_by"]) == ("x1a", True, "Nora Lin (editor)")


def test_what_cannot_be_recorded_is_refused_and_leaves_no_file(
    newsroom: Newsroom, production: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(newsroom, ["one", "two"])
    record = newsroom.exported.record

    def record_all(exported: list[tuple[int, str]], file: WrittenFile, **how: Any) -> None:
        if file.name.startswith("one"):
            raise Refused("The text of one was changed meanwhile.")
        record(exported, file, **how)

    monkeypatch.setattr(newsroom.exported, "record", record_all)
    found = export_many(newsroom, ["one", "two"], tmp_path, Batch(jobs=1), actor=production)
    assert found.refused == ["The text of one was changed meanwhile."]
    assert sorted(path.name for path in tmp_path.glob("*.pdf*")) == ["two-v3.pdf"]


def test_a_file_is_the_pdf_x_that_its_format_says(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    folder = formats_folder(newsroom)
    folder.mkdir(parents=True)
    tabloid = resource("formats/tabloid.toml").read_text(encoding="utf-8")
    (folder / "old.toml").write_text(tabloid.replace('flavour = "x4"', 'flavour = "x1a"'), encoding="utf-8")
    (story,) = approved(newsroom, ["own"], layout="old")
    single = export(newsroom, story.id, tmp_path, actor=production)
    assert check_pdf(single, flavour="x1a", ink_limit=240) == []
    found = export_many(newsroom, ["own"], tmp_path, Batch(jobs=1), actor=production)
    assert check_pdf(found.paths[0], flavour="x1a", ink_limit=240) == []
    assert found.entries[0].flavour == "x1a"


@pytest.mark.parametrize("one_file", ["", "city"])
@pytest.mark.parametrize("change", ["due = '2030-01-01 12:00:00'", "layout = 'broadsheet'", "desk_id = 2", "words = 9"])
def test_a_story_changed_past_galley_is_named_and_the_others_go(
    newsroom: Newsroom, production: Account, tmp_path: Path, one_file: str, change: str
) -> None:
    approved(newsroom, ["one", "two"])
    with newsroom.engine.begin() as behind:
        behind.exec_driver_sql(f"UPDATE story SET {change} WHERE slug = 'one'")
    found = export_many(newsroom, ["one", "two"], tmp_path, Batch(one_file=one_file, jobs=1), actor=production)
    assert [entry.slug for entry in found.entries] == ["two"]
    (why,) = found.refused
    assert why.startswith("one: ")


def test_a_story_leaves_clean_in_the_format_it_was_approved_in_alone(
    newsroom: Newsroom, production: Account, tmp_path: Path
) -> None:
    (story,) = approved(newsroom, ["one"])
    other = ExportOptions(layout="broadsheet")
    with pytest.raises(Refused, match="approved in the format tabloid"):
        export(newsroom, story.id, tmp_path, actor=production, how=other)
    found = export_many(newsroom, ["one"], tmp_path, Batch(other, jobs=1), actor=production)
    assert not found.entries
    assert "broadsheet" in found.refused[0]
    assert proof(newsroom, story.id, tmp_path, how=other).exists()


def test_a_story_named_twice_is_exported_once(newsroom: Newsroom, production: Account, tmp_path: Path) -> None:
    (story,) = approved(newsroom, ["pier"])
    found = export_many(newsroom, ["pier", "pier", story.id], tmp_path, Batch(), actor=production)
    assert ([path.name for path in found.paths], found.refused) == ([f"pier-v{story.version}.pdf"], [])


def test_a_mistake_in_one_story_leaves_a_report_and_the_other_files(
    newsroom: Newsroom, production: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(order: Order, _kind: str) -> bytes:
        if order.story.slug == "lifts":
            return b"%PDF"
        raise AttributeError("nothing")

    approved(newsroom, ["pier", "lifts"])
    monkeypatch.setattr("exports.batch.export_story", trip)
    found = export_many(newsroom, ["pier", "lifts"], tmp_path, Batch(jobs=1), actor=production)
    assert [path.name.partition("-v")[0] for path in found.paths] == ["lifts"]
    assert "pier: Galley made a mistake (AttributeError)" in found.refused[0]
    assert str(fault_log()) in found.refused[0]
    assert "nothing" in fault_log().read_text()


def entry(number: int) -> Entry:
    """A line of the manifest."""
    facts = {item.name: "" for item in fields(Entry)} | {"file": f"{number}.pdf", "pages": 1, "depth_mm": 1.0}
    return Entry(**facts | {"version": 1})


def test_two_exports_at_once_into_one_folder_lose_no_line(tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda number: write_manifest(tmp_path, [entry(number)]), range(24)))
    listed = json.loads((tmp_path / "manifest.json").read_text())
    assert sorted(row["file"] for row in listed) == sorted(f"{number}.pdf" for number in range(24))
    assert len((tmp_path / "manifest.csv").read_text().splitlines()) == 25


def test_no_other_export_lists_its_files_while_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = desktop.press.batch._listed

    def look(folder: Path) -> list[dict[str, object]] | None:
        other = os.open(folder, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(other)
        return listed(folder)

    monkeypatch.setattr(desktop.press.batch, "_listed", look)
    assert write_manifest(tmp_path, [entry(1)]) == ("manifest.csv", "manifest.json")
