"""How a command ends: with its status at once, and in one sentence when its output has nowhere to go."""

import subprocess
import sys
from pathlib import Path

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


def test_a_full_disk_behind_the_output_is_one_sentence() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(FORMATS, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["galley: standard output: No space left on device."]


def test_a_reader_that_went_away_is_no_error_to_speak_of() -> None:
    with subprocess.Popen(FORMATS, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        assert running.stderr.read() == ""
        assert running.wait() == 1


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
