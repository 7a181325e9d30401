"""The window offers the kinds of file that the table of exporters has, and no others."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import exports
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.stages import Stage
from db.values import StoryCard
from desktop.export.batch_form import BatchExportForm
from desktop.export.kinds import export_title
from desktop.export.request import StoryChoice
from desktop.export.story_dialog import StoryExportDialog
from desktop.export.story_export import export
from desktop.look.theme import Theme
from desktop.press.batch import Batch, ExportOptions, export_many
from exports import EXPORTERS, Exporter, Order
from tests.db.conftest import signed_in
from tests.desktop.press.test_batch import approved


def headline(order: Order) -> bytes:
    return order.story.headline.encode()


@pytest.fixture
def text(monkeypatch: pytest.MonkeyPatch) -> Exporter:
    """Another kind of file, which holds one story and knows no standards."""
    text = Exporter("Text", "Plain text", ".txt", headline)
    monkeypatch.setitem(EXPORTERS, "text", text)
    return text


@pytest.fixture
def make_form(qtbot: QtBot, card: Callable[..., StoryCard], tmp_path: Path) -> Callable[[], BatchExportForm]:
    """Makes the form for one approved story."""

    def make() -> BatchExportForm:
        choices = [StoryChoice("One", [card(stage=Stage.PUBLISH)])]
        form = BatchExportForm(choices, {}, tmp_path, datetime(2026, 11, 24, tzinfo=UTC))
        qtbot.addWidget(form)
        return form

    return make


def test_one_kind_alone_is_named_and_not_asked_for(make_form: Callable[[], BatchExportForm]) -> None:
    form = make_form()
    assert form.kind.isHidden()
    assert form._suffix.text() == EXPORTERS["pdf"].suffix
    assert export_title() == "Export as PDF"


def test_what_a_kind_cannot_do_is_not_offered(make_form: Callable[[], BatchExportForm], text: Exporter) -> None:
    form = make_form()
    form.together.setChecked(True)
    form.kind.setCurrentIndex(1)
    assert not form.kind.isHidden()
    assert (form._suffix.text(), form.flavour.isHidden()) == (".txt", True)
    assert (form.together.isEnabled(), form.together.isChecked()) == (False, False)
    assert form.request.kind == "text"
    assert export_title() == "Export"


def test_a_story_alone_is_exported_as_what_is_chosen(
    newsroom: Newsroom, theme: Theme, text: Exporter, qtbot: QtBot, tmp_path: Path
) -> None:
    (story,) = approved(newsroom, ["one"])
    dialog = StoryExportDialog(theme, story, {}, tmp_path)
    qtbot.addWidget(dialog)
    dialog.kind.setCurrentIndex(1)
    actor = signed_in(newsroom, "production")
    how = (dialog.layout_chosen, dialog.flavour_chosen, dialog.kind.kind)
    assert export(newsroom, story.id, tmp_path, actor, *how).suffix == ".txt"


def test_a_kind_that_holds_one_story_refuses_several(newsroom: Newsroom, text: Exporter, tmp_path: Path) -> None:
    approved(newsroom, ["one", "two"])
    batch, actor = Batch(ExportOptions("text"), "city"), signed_in(newsroom, "production")
    with pytest.raises(NewsroomError, match="holds one story; several go into one file of: PDF"):
        export_many(newsroom, ["one", "two"], tmp_path, batch, actor=actor)
    each = export_many(newsroom, ["one", "two"], tmp_path, Batch(ExportOptions("text"), jobs=1), actor=actor)
    assert each.refused == []
    assert sorted(path.name for path in each.paths) == ["one-v3.txt", "two-v3.txt"]


@pytest.mark.parametrize("one_file", ["", "city"])
def test_every_way_out_asks_whether_a_story_may_leave_in_one_place(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_file: str
) -> None:
    (story,) = approved(newsroom, ["one"])
    monkeypatch.setattr(exports, "why_not_clean", lambda _story, _layout: "It may not.")
    actor = signed_in(newsroom, "production")
    with pytest.raises(NewsroomError, match="It may not"):
        export(newsroom, story.id, tmp_path, actor)
    together = pytest.raises(NewsroomError) if one_file else nullcontext()
    with together:
        batch = Batch(one_file=one_file, jobs=1)
        assert export_many(newsroom, ["one"], tmp_path, batch, actor=actor).refused == ["It may not."]
