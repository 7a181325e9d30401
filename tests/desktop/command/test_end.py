"""How a command ends: with its status at once, and in one sentence when its output has nowhere to go."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent.parent
FORMATS = [sys.executable, "-m", "desktop", "formats"]


def test_all_that_was_said_arrives() -> None:
    done = subprocess.run(FORMATS, capture_output=True, text=True, cwd=ROOT, check=True)
    assert len(done.stdout.splitlines()) == 6
    assert done.stderr == ""


def test_a_refusal_ends_with_its_status() -> None:
    done = subprocess.run([*FORMATS, "check", "nosuch.toml"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert "nosuch.toml" in done.stderr


@pytest.mark.parametrize("command", [FORMATS, [*FORMATS[:-1], "--version"], [*FORMATS[:-1], "--help"]])
def test_a_full_disk_behind_the_output_is_one_sentence(command: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["galley: standard output: No space left on device."]


def test_a_reader_that_went_away_is_no_error_to_speak_of() -> None:
    with subprocess.Popen(FORMATS, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        assert running.stderr.read() == ""
        assert running.wait() == 0


def test_work_goes_on_when_its_reader_went_away() -> None:
    checked = [*FORMATS, "check", *["nosuch.toml"] * 2]
    with subprocess.Popen(checked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        assert "nosuch.toml" in running.stderr.read()
        assert running.wait() == 1


@pytest.mark.parametrize(
    ("arguments", "closed", "status", "said"),
    [
        ("formats", ">&-", 1, ["galley: standard output: Bad file descriptor."]),
        ("formats", "2>&-", 0, []),
        ("formats", "<&-", 0, []),
        ("formats check nosuch.toml", "2>&-", 1, []),
        ("formats check nosuch.toml", ">&- 2>&-", 1, []),
        ("--help", "2>&-", 0, []),
        ("--nosuch", "2>&-", 2, []),
    ],
)
def test_a_stream_that_is_closed_changes_no_more_than_what_is_heard(
    arguments: str, closed: str, status: int, said: list[str]
) -> None:
    command = f"{shlex.quote(sys.executable)} -m desktop {arguments} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr.splitlines()) == (status, said)


@pytest.mark.parametrize("arguments", [["formats"], ["--help"]])
def test_a_reader_that_takes_one_line_sees_no_traceback(arguments: list[str]) -> None:
    command = f"{shlex.join([sys.executable, '-m', 'desktop', *arguments])} | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


LOADING = """
import sys, types
from desktop.__main__ import main
class Loading(types.ModuleType):
    def __getattr__(self, name):
        raise KeyboardInterrupt
sys.modules["desktop.command"] = Loading("desktop.command")
main()
"""


def test_ctrl_c_while_the_program_is_loaded_ends_it_without_a_word() -> None:
    done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
