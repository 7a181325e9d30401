"""What the proof window lets others do."""

from desktop.proof.drawing import Part
from desktop.proof.proof_work import Look, ProofWork, keep_newest
from desktop.tasks import TaskRunner

PART = Part((100, 100), 0, 0, 100, 100)


def test_of_pages_that_were_passed_by_nothing_is_drawn(runner: TaskRunner) -> None:
    work = ProofWork(runner)
    for page in range(5):
        work.want(page, PART, Look())
    work.forget_unseen((4,))
    assert list(work._waiting) == [4]


def test_a_few_pages_are_kept_those_that_came_last() -> None:
    kept = dict[int, str]()
    for page in (*range(20), 12):
        keep_newest(kept, page, "drawn")
    assert list(kept) == [13, 14, 15, 16, 17, 18, 19, 12]
