"""Several stories moved one after the other, and what is said of it."""

from dataclasses import replace

import pytest

from db.errors import Refused
from db.values import Story
from desktop.widgets.moved_stories import move_each


def test_what_cannot_be_moved_is_told_of_beside_the_others_and_raised_alone(draft: Story) -> None:
    def move(number: int) -> Story:
        if number == 2:
            raise Refused("Two stays.")
        return replace(draft, id=number)

    moved = move_each([1, 2, 3], move)
    assert ([story.id for story in moved.done], moved.refused) == ([1, 3], ["Two stays."])
    with pytest.raises(Refused):
        move_each([2], move)
