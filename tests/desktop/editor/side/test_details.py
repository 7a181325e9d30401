"""The panel beside the page."""

from pytestqt.qtbot import QtBot

from db.fields import STORY_FIELDS, FieldKind
from db.values import StoryText
from desktop.editor.form import StoryForm
from desktop.editor.side.details import Details
from desktop.look.theme import Theme


def test_every_field_stands_over_the_body_or_beside_it_and_is_read_as_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    form, details = StoryForm(theme, lambda *_: None), Details(theme, ["tabloid"])
    for widget in (form, details):
        qtbot.addWidget(widget)
    text = StoryText(**{one.name: one.title for one in STORY_FIELDS})
    form.fill(text, anew=True)
    details.fill(text, anew=True)
    assert details.read(form.read(StoryText())) == text


def test_a_source_that_is_typed_is_an_edit_and_one_that_is_shown_is_none(theme: Theme, qtbot: QtBot) -> None:
    details = Details(theme, ["tabloid"])
    qtbot.addWidget(details)
    with qtbot.assertNotEmitted(details.edited):
        details.fill(StoryText(source="pier.txt"), anew=True)
    with qtbot.waitSignal(details.edited):
        qtbot.keyClicks(details.lines["source"], "x")
    assert details.read(StoryText()).source == "xpier.txt"


def test_nothing_is_typed_where_one_only_reads(theme: Theme, qtbot: QtBot) -> None:
    details = Details(theme, ["tabloid"])
    qtbot.addWidget(details)
    details.set_writable(False)
    assert all(line.isReadOnly() for line in details.lines.values())


def test_the_short_fields_beside_the_page_are_those_no_page_shows_and_no_story_needs() -> None:
    beside = [one for one in STORY_FIELDS if one.kind is FieldKind.LINE and not (one.printed or one.required)]
    assert [one.name for one in beside] == ["source"]
