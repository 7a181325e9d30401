"""What press and rules find of a text as it stands."""

from collections import Counter
from pathlib import Path
from threading import get_ident
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import event

from db.document import Block, BlockKind, Document, PictureUse, paragraph
from db.newsroom import Newsroom
from db.picture.pictures import Pictures
from db.stages import Move
from db.values import Account, Original, Story
from desktop.editor.session.assessment import look_at
from desktop.press.move_briefing import brief
from exports.typeset import StoryLayout


@pytest.fixture
def illustrated(newsroom: Newsroom, draft: Story, reporter: Account, tmp_path: Path) -> Story:
    """The draft with one picture, used twice."""
    Image.new("RGB", (900, 600), "navy").save(tmp_path / "pier.png")
    use = PictureUse(sha256=newsroom.pictures.add(tmp_path / "pier.png", actor=reporter).sha256, credit="Wu Jing")
    shown = Block(kind=BlockKind.PICTURE, picture=use, spans=paragraph("The pier.").spans)
    text = draft.text.with_(body=Document(blocks=(*draft.body.blocks, shown, shown)))
    return newsroom.stories.save(draft.id, text, actor=reporter, base=draft.version)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a story was set, and an original read; on this thread: pages of earlier tests may be set elsewhere."""
    done: Counter[str] = Counter()
    here = get_ident()
    laid_out, original = StoryLayout.__init__, Pictures.original

    def count_layout(layout: StoryLayout, *args: Any, **ways: Any) -> None:
        done["set"] += (
            "order" not in ways and get_ident() == here
        )  # one is set anew within where its pictures ask for another order
        laid_out(layout, *args, **ways)

    def count_original(pictures: Pictures, sha256: str) -> Original:
        done["read"] += get_ident() == here
        return original(pictures, sha256)

    monkeypatch.setattr(StoryLayout, "__init__", count_layout)
    monkeypatch.setattr(Pictures, "original", count_original)
    return done


def test_a_look_sets_the_story_and_reads_each_picture_once(
    newsroom: Newsroom, illustrated: Story, reporter: Account, counted: Counter[str]
) -> None:
    look = look_at(newsroom, illustrated, illustrated.text, reporter)
    assert look.sheets and look.fit
    assert counted == {"set": 1, "read": 1}


def test_a_briefing_before_approval_sets_the_story_once(
    newsroom: Newsroom, illustrated: Story, reporter: Account, editor: Account, counted: Counter[str]
) -> None:
    submitted = newsroom.moves.make(Move.SUBMIT, illustrated.id, actor=reporter, problems=[])
    brief(newsroom, Move.APPROVE, [submitted], editor)
    assert counted == {"set": 1, "read": 1}


def test_what_a_look_reads_is_asked_of_the_newsroom_in_three_goes(
    newsroom: Newsroom, illustrated: Story, reporter: Account
) -> None:
    """Each costs a server far away three ways more; the setting of the page lies between the second and the third."""
    begun: list[object] = []
    event.listen(newsroom.engine, "begin", begun.append)
    assert look_at(newsroom, illustrated, illustrated.text, reporter).sheets
    assert len(begun) == 3
