"""A story is opened with the text its reader left off with, and with the choice that waits."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.editor.session.journal import Base, Journal
from desktop.editor.session.opening import base_of, open_story
from desktop.editor.session.saving import save_story


def test_deciding_later_leaves_mine(newsroom: Newsroom, draft: Story, reporter: Account, editor: Account) -> None:
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Mine"), actor=reporter, base=draft.version)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    opened = open_story(newsroom, draft.id, reporter)
    assert opened.text.dek == "Mine"
    assert opened.clash is not None
    assert opened.clash.name == "Nora Lin"


def test_nothing_waits_any_more_where_both_texts_have_come_to_say_the_same(
    newsroom: Newsroom, draft: Story, reporter: Account, editor: Account
) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    saved = save_story(newsroom, draft, draft.text.with_(dek="Mine"), reporter).story
    newsroom.stories.save(draft.id, saved.text.with_(dek="Theirs"), actor=editor, base=saved.version)
    assert open_story(newsroom, draft.id, reporter).deferred is None
    assert newsroom.choices.open(draft.id, actor=reporter) == []


def test_a_choice_waits_while_another_writes(
    newsroom: Newsroom, draft: Story, reporter: Account, editor: Account
) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    save_story(newsroom, draft, draft.text.with_(dek="Mine"), reporter)
    newsroom.claims.take(draft.id, actor=editor)
    assert open_story(newsroom, draft.id, reporter).deferred is None
    newsroom.claims.release(draft.id, actor=editor)
    assert open_story(newsroom, draft.id, reporter).deferred is not None


@pytest.mark.parametrize("damage", ["substr(text, 1, length(text) - 20)", "CAST(X'FF' || CAST(text AS BLOB) AS TEXT)"])
def test_typing_that_was_damaged_is_set_aside_and_the_story_opens(
    damage: str, newsroom: Newsroom, draft: Story, reporter: Account, editor: Account, tmp_path: Path
) -> None:
    journal = Journal(tmp_path / "journal", "room", "reporter")
    newsroom.claims.take(draft.id, actor=reporter)
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Mine"), actor=reporter, base=draft.version)
    with newsroom.engine.begin() as behind:
        behind.exec_driver_sql(f"UPDATE working_copy SET text = {damage}")
    assert newsroom.claims.take_over(draft.id, actor=editor)
    opened = open_story(newsroom, draft.id, reporter, journal)
    (aside,) = journal.folder.iterdir()
    assert opened.text == draft.text
    assert f"was damaged; it is kept as {aside}." in opened.said
    assert "Mine" in opened.found
    assert not open_story(newsroom, draft.id, reporter, journal).found


def test_a_story_in_which_something_was_typed_is_claimed_again_and_no_other(
    newsroom: Newsroom, draft: Story, reporter: Account
) -> None:
    assert not open_story(newsroom, draft.id, reporter).claimed
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Mine"), actor=reporter, base=draft.version)
    newsroom.claims.release(draft.id, actor=reporter)
    opened = open_story(newsroom, draft.id, reporter)
    assert (opened.claimed, opened.text.dek, opened.unsaved != "") == (True, "Mine", True)


@pytest.mark.parametrize(("minutes", "shown", "found"), [(1, "Here", ""), (-1, "Elsewhere", "Here")])
def test_of_what_waits_here_and_what_was_typed_elsewhere_the_newer_is_shown_and_the_other_kept(
    newsroom: Newsroom, draft: Story, reporter: Account, tmp_path: Path, minutes: int, shown: str, found: str
) -> None:
    journal = Journal(tmp_path / "journal", "room", "reporter")
    copy = newsroom.stories.keep(draft.id, draft.text.with_(dek="Elsewhere"), actor=reporter, base=draft.version)
    here = copy.saved + timedelta(minutes=minutes)
    journal.keep(draft, draft.text.with_(dek="Here"), here, None)
    opened = open_story(newsroom, draft.id, reporter, journal)
    assert opened.text.dek == shown
    assert (found in opened.found) and (bool(found) == bool(opened.found))
    assert journal.find(draft.id) is None


def test_a_base_is_the_newest_revision_of_the_same_story_from_before_it(
    newsroom: Newsroom, draft: Story, reporter: Account
) -> None:
    base = Base.of(draft)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Second"), actor=reporter, base=draft.version)
    assert base_of(newsroom, draft.id, base) == draft.version
    assert base_of(newsroom, draft.id, replace(base, number=9)) == draft.version
    assert base_of(newsroom, draft.id, replace(base, number=9, changed=None)) == draft.version + 1
    assert base_of(newsroom, draft.id, replace(base, content_hash="0" * 64, slug="another")) is None
