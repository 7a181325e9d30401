"""The real program on a screen: after the wheel a menu is for the card that lies under the mouse."""

from collections.abc import Callable

from db.document import Document
from db.newsroom import Newsroom
from db.stages import Move
from db.values import StoryText
from tests.db.conftest import signed_in
from tests.end2end.conftest import Desk, eventually

PLACE = ("700", "440")
"""A place in the second column, in the window; the keyboard begins in another."""
DOWN, UP = "5", "4"
"""The wheel, as buttons of the mouse."""


def returned_there(desk: Desk) -> str:
    """The story that would be returned by the menu at the place."""
    desk.hands("click", "3")
    asked: list[str] = []

    def chosen() -> bool:
        desk.press("Down", "Down", "Return")
        asked[:] = [title for title in desk.windows() if title.startswith("Return ")]
        return bool(asked)

    eventually(chosen, "the dialog of the move opened")
    desk.wait_for(asked[0])
    desk.press("Escape")
    desk.gone(asked[0])
    return asked[0].removeprefix("Return ")


def test_the_menu_after_the_wheel_is_for_the_card_that_lies_there(
    newsroom: Newsroom, sit_down: Callable[[str], Desk]
) -> None:
    reporter, body = signed_in(newsroom, "reporter"), Document.from_paragraphs(["The harbour board met."])
    for number in range(20):
        text = StoryText(slug=f"story-{number}", headline="Met", byline="By Wu Jing", body=body)
        story = newsroom.stories.create(text, desk="City", actor=reporter)
        if number:
            newsroom.moves.make(Move.SUBMIT, story.id, actor=reporter, problems=[])
    desk = sit_down("editor")
    desk.hands("mousemove", "--window", desk.window, *PLACE)
    desk.hands("click", "--repeat", "4", "--delay", "60", DOWN)
    after_the_wheel = returned_there(desk)
    desk.hands("click", "--repeat", "9", "--delay", "60", UP)
    assert returned_there(desk) != after_the_wheel
