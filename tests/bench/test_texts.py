"""What is measured is what a newsroom exports."""

from exports import Order, check_clean
from tests.bench.texts import A3, AT, our_format, stories


def test_each_story_that_is_measured_may_leave_clean() -> None:
    fmt = our_format(A3)
    for one in stories(2):
        check_clean(Order(one, fmt, {}, AT))
