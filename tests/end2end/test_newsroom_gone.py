"""The real program while its newsroom's file is gone: what is typed waits, and is put back with the file."""

from collections.abc import Callable
from pathlib import Path

from db.document import Document
from db.newsroom import Newsroom
from db.values import StoryText
from tests.end2end.conftest import Desk, eventually


def test_what_is_typed_while_the_file_is_gone_is_there_when_it_is_back(
    newsroom: Newsroom, sit_down: Callable[[str], Desk], tmp_path: Path
) -> None:
    actor = newsroom.accounts.sign_in("reporter")
    text = StoryText(slug="pier", headline="Pier", byline="Wu Jing", body=Document.from_paragraphs(["On:"]))
    story = newsroom.stories.create(text, desk="City", actor=actor)
    desk, file = sit_down("reporter"), Path(newsroom.url)
    eventually(lambda: _opened(desk), "the story was opened")
    desk.press("ctrl+End")
    desk.type(" one")
    eventually(lambda: _kept(newsroom, story.id).endswith("one"), "what was typed is stored")
    aside = file.rename(tmp_path / "aside.db")
    desk.type(" two")
    desk.press("ctrl+s")
    journal = Path(desk.environment["HOME"]) / ".local" / "state" / "galley" / "journal"
    eventually(lambda: any("two" in one.read_text() for one in journal.glob("*.json")), "it waits in the journal")
    assert not file.exists()
    aside.rename(file)
    desk.type(" three")
    eventually(lambda: _kept(newsroom, story.id).endswith("one two three"), "it is stored again")
    eventually(lambda: not list(journal.glob("*.json")), "nothing waits any more")
    desk.close()
    assert newsroom.stories.get(story.id).body.body_text.endswith("one two three")


def _opened(desk: Desk) -> bool:
    """Press Enter on the selected card, unless its story is open already: the window is called after it then."""
    if not any(title.startswith("pier") for title in desk.windows()):
        desk.press("Return")
    return any(title.startswith("pier") for title in desk.windows())


def _kept(newsroom: Newsroom, story_id: int) -> str:
    copy = newsroom.stories.working_copy(story_id, actor=newsroom.accounts.get("reporter"))
    return (copy.text if copy else newsroom.stories.get(story_id).text).body.body_text
