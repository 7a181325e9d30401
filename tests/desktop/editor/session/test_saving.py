"""What was typed becomes a revision, together with what others saved meanwhile."""

import pytest

from db.newsroom import Newsroom
from db.text.merge import KeptPlaces
from db.values import Account, Story
from desktop.editor.session.opening import open_story
from desktop.editor.session.saving import resolve_clash, save_story


def test_a_clean_merge_asks_nothing(newsroom: Newsroom, draft: Story, reporter: Account, editor: Account) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(kicker="Theirs"), actor=editor, base=draft.version)
    saved = save_story(newsroom, draft, draft.text.with_(dek="Mine"), reporter)
    assert saved.clash is None
    assert "put together" in saved.said


def test_a_choice_that_saving_met_is_remembered(
    newsroom: Newsroom, draft: Story, reporter: Account, editor: Account
) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    assert save_story(newsroom, draft, draft.text.with_(dek="Mine"), reporter).clash is not None
    opened = open_story(newsroom, draft.id, reporter)
    assert opened.deferred is not None
    assert [(one.mine, one.theirs) for one in opened.deferred.conflicts] == [("Mine", "Theirs")]
    assert open_story(newsroom, draft.id, editor).deferred is None


@pytest.mark.parametrize("keep", [KeptPlaces.MINE, KeptPlaces.BOTH])
def test_a_choice_that_was_made_waits_no_more(
    newsroom: Newsroom, draft: Story, reporter: Account, editor: Account, keep: KeptPlaces
) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    saved = save_story(newsroom, draft, draft.text.with_(dek="Mine"), reporter)
    assert saved.clash is not None
    resolve_clash(newsroom, saved.story, saved.clash, saved.clash.resolved(keep), reporter)
    assert open_story(newsroom, draft.id, reporter).deferred is None
