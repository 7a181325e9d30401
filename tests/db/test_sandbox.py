"""What arrives is read in a process that can be ended: a reading ends in its result or in one sentence."""

import ctypes
import os
import threading
import time

import pytest

from db import sandbox
from db.errors import NotFound, Unreadable
from db.sandbox import OutOfBounds, sandboxed


def refuse() -> None:
    raise Unreadable("That is no story.")


def miss() -> None:
    raise NotFound("There is no such thing.")


def read_within() -> tuple[int, int]:
    return os.getpid(), sandboxed(os.getpid, name="y.txt")


def work(seconds: float) -> float:
    """Use the processor for so long."""
    begun = time.process_time()
    while time.process_time() - begun < seconds:
        pass
    return begun


def nest() -> object:
    """A result too deep to pass on."""
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    return deep


def hoard() -> int:
    """Keep more than a process that stays may keep, and be slow to end."""
    threading.Thread(target=time.sleep, args=(0.5,)).start()
    threading.hoard = b"x" * (60 << 20)  # type: ignore[attr-defined]  # lives as long as the process
    return os.getpid()


def test_a_reading_ends_in_its_result_from_another_process() -> None:
    assert sandboxed(divmod, 7, 2, name="x.txt") == (3, 1)
    assert sandboxed(os.getpid, name="x.txt") != os.getpid()


def test_the_process_is_kept_for_the_next_file() -> None:
    assert sandboxed(os.getpid, name="x.txt") == sandboxed(os.getpid, name="y.txt")


def test_a_process_that_has_grown_and_is_about_to_end_is_given_no_other_file() -> None:
    assert sandboxed(hoard, name="x.txt") != sandboxed(os.getpid, name="y.txt")


def test_a_refusal_is_told_as_it_was_made() -> None:
    with pytest.raises(Unreadable, match=r"^That is no story\.$"):
        sandboxed(refuse, name="x.txt")
    with pytest.raises(Exception, match=r"^There is no such thing\.$"):
        sandboxed(miss, name="x.txt")


@pytest.mark.parametrize(
    ("fault", "given"), [(int, ("no number",)), (ctypes.string_at, (0,)), (os._exit, (0,)), (nest, ())]
)
def test_whatever_happens_to_the_reader_is_one_sentence_that_names_the_file(fault, given) -> None:
    with pytest.raises(Unreadable, match=r"^x\.txt is damaged and cannot be read\.$"):
        sandboxed(fault, *given, name="x.txt")
    assert sandboxed(divmod, 7, 2, name="y.txt") == (3, 1)


def test_a_reading_that_takes_too_long_is_ended(monkeypatch) -> None:
    sandboxed(os.getpid, name="x.txt")
    monkeypatch.setattr(sandbox, "_SECONDS", 0.1)
    begun = time.monotonic()
    with pytest.raises(OutOfBounds, match=r"x\.txt takes longer"):
        sandboxed(time.sleep, 60, name="x.txt")
    assert time.monotonic() - begun < 30


def test_the_work_of_a_reading_is_bounded_and_not_that_of_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_SECONDS", 600.0)  # the clock on the wall ends nothing here
    for _ in range(3):
        assert sandboxed(work, 0.05, name="x.txt") > 0
    with pytest.raises(OutOfBounds, match=r"x\.txt takes longer"):
        sandboxed(work, 30.0, name="x.txt")


@pytest.mark.parametrize("size", [1 << 30, 40 << 20])
def test_a_reading_that_takes_or_answers_too_much_is_refused(size: int) -> None:
    with pytest.raises(OutOfBounds, match=r"x\.txt takes more memory"):
        sandboxed(bytes, size, name="x.txt")


def test_whoever_watches_may_end_a_reading() -> None:
    class Enough(Exception):
        pass

    def watch(share: float) -> None:
        assert 0 <= share <= 1
        raise Enough

    with pytest.raises(Enough):
        sandboxed(time.sleep, 60, name="x.txt", watch=watch)
    assert sandboxed(divmod, 7, 2, name="y.txt") == (3, 1)


def test_what_a_reading_reads_is_read_in_the_same_process() -> None:
    here, within = sandboxed(read_within, name="x.txt")
    assert here == within


def test_a_file_is_looked_for_where_the_program_stands(tmp_path, monkeypatch) -> None:
    sandboxed(os.getcwd, name="x.txt")
    monkeypatch.chdir(tmp_path)
    assert sandboxed(os.getcwd, name="x.txt") == str(tmp_path)


def hold() -> None:
    """Keep what a library keeps for good: more than a process that stays may grow by."""
    if not hasattr(threading, "held"):
        threading.held = b"x" * (60 << 20)  # type: ignore[attr-defined]  # lives as long as the process


def test_what_a_library_holds_for_good_is_no_growth_of_a_reading() -> None:
    first = sandboxed(os.getpid, name="x.txt", ready=hold)
    assert sandboxed(os.getpid, name="y.txt", ready=hold) == first


def test_what_makes_ready_may_fail_and_is_one_sentence() -> None:
    with pytest.raises(Unreadable, match=r"^x\.txt is damaged"):
        sandboxed(os.getpid, name="x.txt", ready=break_down)
    assert sandboxed(divmod, 7, 2, name="y.txt") == (3, 1)


def break_down() -> None:
    raise ValueError
