"""What is filled in before an export is what is wished."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.stages import Stage
from db.values import SignOff
from desktop.export.batch_form import BatchExportForm
from desktop.export.request import StoryChoice
from exports import EXPORTERS, PDF
from tests.desktop.conftest import NOON, make_card


@pytest.fixture
def form(qtbot: QtBot, tmp_path: Path) -> BatchExportForm:
    """Two stories approved before formats were, a draft alone, and one of the two with one approved in its format."""
    signed = SignOff(1, "", "editor", "Nora Lin", "NL", NOON)
    cards = [make_card(number, f"story-{number}", stage=Stage.PUBLISH, sign_off=signed) for number in (1, 2)]
    in_format = replace(signed, layout="tabloid", desk="City")
    new = make_card(4, "story-4", stage=Stage.PUBLISH, layout="tabloid", sign_off=in_format)
    choices = [
        StoryChoice("Both", cards), StoryChoice("Only the draft", [make_card(3, "draft")]),
        StoryChoice("Old and new", [cards[0], new]),
    ]  # fmt: skip
    form = BatchExportForm(choices, {"tabloid": "Tabloid"}, tmp_path, datetime(2026, 11, 24, tzinfo=UTC))
    qtbot.addWidget(form)
    return form


def test_nothing_need_be_filled_in(form: BatchExportForm, tmp_path: Path) -> None:
    request = form.request
    assert (request.stories, request.folder, request.layout, request.flavour) == ([1, 2], tmp_path, "", "")
    assert (request.one_file, request.run_in) == ("", False)
    assert form.lacks == ""


def test_everything_that_is_chosen_is_wished(form: BatchExportForm) -> None:
    form.which.setCurrentIndex(1)
    form.layout_name.setCurrentIndex(1)
    form.flavour.setCurrentIndex(2)
    form.together.setChecked(True)
    form.name.setText("city")
    form.run_in.setChecked(True)
    request = form.request
    assert (request.layout, request.flavour) == ("tabloid", "x1a")
    assert (request.one_file, request.run_in) == ("city", True)


def test_another_format_is_offered_only_where_no_approval_names_one(form: BatchExportForm) -> None:
    form.layout_name.setCurrentIndex(1)
    assert (form.request.layout, form.why_format.isHidden()) == ("tabloid", True)
    form.which.setCurrentIndex(2)
    assert (form.request.stories, form.request.layout, form.layout_name.count()) == ([1, 4], "", 1)
    assert form.why_format.text().startswith("Their format was approved with them")
    assert not form.why_format.isHidden()


def test_stories_share_pages_in_one_file_only(form: BatchExportForm) -> None:
    form.together.setChecked(True)
    form.run_in.setChecked(True)
    form.each.setChecked(True)
    assert (form.request.one_file, form.request.run_in) == ("", False)
    assert not form.run_in.isEnabled()


@pytest.mark.parametrize("folder", ["", "press", "./press"])
def test_the_folder_must_be_a_whole_path(folder: str, form: BatchExportForm) -> None:
    form.folder.edit.setText(folder)
    assert "folder" in form.lacks


def test_what_is_not_approved_is_counted(form: BatchExportForm) -> None:
    assert form.sum.text() == "2 stories · 1,310 words"
    form.which.setCurrentIndex(1)
    assert form.sum.text() == "1 story · 655 words · 1 is not approved and stays"


def test_what_stays_is_named_with_its_reason_and_not_wished(form: BatchExportForm) -> None:
    form.which.setCurrentIndex(1)
    assert form.listed.toPlainText() == "– draft is in Draft, not approved: only a proof can be made of it."
    assert (form.request.stories, form.lacks) == ([], "None of these stories can be exported.")
    form.which.setCurrentIndex(0)
    assert form.listed.toPlainText().splitlines() == ["+ story-1", "+ story-2"]


def test_a_kind_whose_files_hold_one_story_each_offers_no_file_of_several(
    form: BatchExportForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.together.setChecked(True)
    monkeypatch.setitem(EXPORTERS, PDF, replace(EXPORTERS[PDF], holds_several=False))
    form.kind.currentIndexChanged.emit(0)
    assert (form.together.isEnabled(), form.request.one_file) == (False, "")
