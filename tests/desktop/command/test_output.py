"""What the command line says reaches the terminal without acting on it."""

import io

import pytest

from db.newsroom import Newsroom
from db.values import Story
from desktop.command.output import HarmlessStream
from tests.db.conftest import signed_in
from tests.desktop.command.conftest import Run

ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("stream", [Terminal(), io.StringIO()])
def test_no_code_but_our_own_colours_reaches_a_terminal(stream: io.StringIO) -> None:
    HarmlessStream(stream).write(f"\033[32m{ESCAPES}\033[0m\n")
    said = stream.getvalue()
    for code in ("\x1b[2J", "\x1b]", "\x07", "\x9b"):
        assert code not in said
    assert ("\033[32m" in said) == stream.isatty()


class GoneReader(io.StringIO):
    """A stream whose reader went away."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


def test_what_nobody_reads_any_more_is_no_fault() -> None:
    stream = HarmlessStream(GoneReader())
    assert stream.write("lane-lifts\n") == len("lane-lifts\n")
    assert stream.fault is None


@pytest.mark.parametrize(
    "command", [("list",), ("show",), ("history",), ("revisions",), ("accounts",), ("list", "--json")]
)
def test_names_notes_and_texts_are_shown_and_not_acted_on(
    newsroom: Newsroom, draft: Story, run: Run, command: tuple[str, ...]
) -> None:
    reporter, chief = signed_in(newsroom, "reporter"), signed_in(newsroom, "chief")
    text = draft.text.with_(headline=f"Lifts {ESCAPES}")
    newsroom.stories.save(draft.id, text, actor=reporter, base=draft.version, note=f"Note {ESCAPES}")
    newsroom.accounts.change("editor", actor=chief, name=f"Nora {ESCAPES}")
    ran = run(*command, *([draft.slug] if command[0] in ("show", "history", "revisions") else []))
    assert ran.status == 0
    assert not set(ran.out) & {"\x1b", "\x07", "\x9b"}


def test_a_refusal_names_what_was_typed_without_acting_on_it(run: Run) -> None:
    ran = run("show", f"no-{ESCAPES}")
    assert ran.status == 1
    assert "\\u001b[2J" in ran.err and "\x1b" not in ran.err
