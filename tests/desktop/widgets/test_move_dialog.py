"""What is asked before a move: what stands out, who is told, what stays, and the reason."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.stages import Move, Stage
from db.values import CleanExport, MoveOption, Problem, Severity
from desktop.look.theme import Theme
from desktop.press.move_briefing import MoveBriefing
from desktop.widgets.move_dialog import MoveStoriesDialog, ask_for
from desktop.widgets.move_menu import OPTIONAL
from tests.desktop.conftest import NOON, make_card

APPROVAL = MoveBriefing(make_card(stage=Stage.EDIT), MoveOption(Move.APPROVE, allowed=True))


def test_an_approval_lists_what_stands_out_and_who_is_told(theme: Theme, qtbot: QtBot) -> None:
    thin = Problem("picture-resolution", "lift.jpg has 140 ppi over 1 column.", Severity.WARNING)
    known = replace(APPROVAL, notified=("Wu Jing",), warnings=(thin,), open_comments=2, open_suggestions=1, under=5)
    dialog = MoveStoriesDialog(theme, [known])
    qtbot.addWidget(dialog)
    assert dialog.facts == [
        "lift.jpg has 140 ppi over 1 column.", "It is 5 lines under its length.", "2 comments are open.",
        "1 suggestion is open.", "This will tell Wu Jing.",
    ]  # fmt: skip
    assert dialog.go.isEnabled()


def test_a_warning_has_a_sign_besides_its_colour(theme: Theme, qtbot: QtBot) -> None:
    dialog = MoveStoriesDialog(theme, [replace(APPROVAL, open_comments=2)])
    qtbot.addWidget(dialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "<b>!</b>&nbsp;&nbsp;2 comments are open." in told


def test_an_approval_says_when_nothing_stands_out(theme: Theme, qtbot: QtBot) -> None:
    dialog = MoveStoriesDialog(theme, [APPROVAL])
    qtbot.addWidget(dialog)
    assert dialog.facts == ["Preflight has nothing to say, and no comment is open."]


@pytest.mark.parametrize("move", [Move.KILL, Move.CORRECT])
def test_who_exported_what_and_when_stands_before_the_reason(move: Move, theme: Theme, qtbot: QtBot) -> None:
    left = tuple(CleanExport(NOON + timedelta(hours=n), "Shen Bo", f"lifts-v{n}.pdf", n) for n in (2, 1))
    known = MoveBriefing(make_card(stage=Stage.PUBLISH), MoveOption(move, allowed=True, asks="reason"), exports=left)
    dialog = MoveStoriesDialog(theme, [known])
    qtbot.addWidget(dialog)
    assert len(dialog.facts) == 2
    assert "Exported by Shen Bo" in dialog.facts[0] and "lifts-v2.pdf, revision 2" in dialog.facts[0]
    assert not dialog.go.isEnabled()
    dialog.show()
    assert dialog.focusWidget() is dialog.note
    dialog.note.setPlainText("The court has ordered it.")
    assert dialog.go.isEnabled() and dialog.text == "The court has ordered it."


def test_of_several_it_says_which_stay_and_why(theme: Theme, qtbot: QtBot) -> None:
    stays = MoveBriefing(
        make_card(2, "ferry"), MoveOption(Move.APPROVE, False, "ferry was submitted by Ann: look again.")
    )
    dialog = MoveStoriesDialog(theme, [APPROVAL, stays])
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Approve 1 story"
    assert dialog.facts[1] == "ferry: stays: ferry was submitted by Ann: look again."


def test_a_note_that_need_not_be_written_may_be(theme: Theme, qtbot: QtBot) -> None:
    submit = MoveBriefing(make_card(), MoveOption(Move.SUBMIT, allowed=True))
    dialog = MoveStoriesDialog(theme, [submit], None, OPTIONAL)
    qtbot.addWidget(dialog)
    assert dialog.go.isEnabled()
    dialog.note.setPlainText("The mayor calls back at six.")
    assert dialog.text == "The mayor calls back at six."


def test_what_is_undone_at_once_is_not_asked(theme: Theme) -> None:
    submit = MoveBriefing(make_card(), MoveOption(Move.SUBMIT, allowed=True), notified=("Nora Lin",))
    assert ask_for([submit], theme, None) == ""


def test_nothing_is_asked_over_a_question_that_is_open(theme: Theme, qtbot: QtBot) -> None:
    dialog = MoveStoriesDialog(theme, [APPROVAL])
    qtbot.addWidget(dialog)
    dialog.open()
    assert ask_for([APPROVAL], theme, None) is None
