"""Holds and checks on the command line."""

import json

from db.newsroom import Newsroom
from db.values import Story
from tests.desktop.command.conftest import Run
from tests.desktop.press.test_batch import approved


def test_a_story_is_held_back_and_let_go(run: Run, newsroom: Newsroom, tmp_path) -> None:
    approved(newsroom, ["one"])
    held = run("hold", "one", "--until", "2199-01-01T06:00", "--note", "Embargo", login="editor")
    assert "until 2199-01-01" in held.out
    refused = run("export", "one", "--out", str(tmp_path / "out"), login="production")
    assert refused.status == 1
    assert "one is held back by" in refused.err
    assert run("lift", "one", login="editor").lines == ["one  not held back any more"]
    assert run("export", "one", "--out", str(tmp_path / "out"), login="production").status == 0


def test_a_hold_wants_a_reason_and_a_time(run: Run, draft: Story) -> None:
    assert "Say why" in run("hold", draft.slug, login="editor").err
    assert "is no day and time" in run("hold", draft.slug, "--until", "tomorrow", login="editor").err


def test_a_check_is_asked_for_listed_and_done(run: Run, draft: Story) -> None:
    asked = run("check", draft.slug, "legal", "--ask", "--note", "Names", login="editor")
    assert asked.out.startswith("legal  open, asked for by ")
    assert "check “legal” is open" in run("preflight", draft.slug).out
    done = run("check", draft.slug, "legal", "--note", "Fine", login="production")
    assert done.out.startswith("legal  done by ")
    (found,) = json.loads(run("check", draft.slug, "--json").out)
    assert found["is_of_this_text"]
    assert "Say which check" in run("check", draft.slug, "--ask", login="editor").err


def test_checks_are_named_by_the_chief(run: Run) -> None:
    run("kinds", "Investigation", login="chief")
    assert run("checks").lines == ["legal", "pictures", "facts"]
    named = run("checks", "Ethics", "--kind", "investigation", login="chief")
    assert named.lines[-1] == "Ethics  every Investigation"
    assert run("checks", "ethics", "--remove", login="chief").lines == ["legal", "pictures", "facts"]
    assert run("checks", "--kind", "Brief", login="chief").status == 1
