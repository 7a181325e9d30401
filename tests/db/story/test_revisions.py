"""The immutable states of a story."""


def test_saving_makes_a_revision_and_ends_the_working_copy(newsroom, draft, people) -> None:
    typed = draft.text.with_(headline="Ferry is late")
    newsroom.stories.keep(draft.id, typed, actor=people["rita"], base=1)
    saved = newsroom.stories.save(draft.id, typed, actor=people["rita"], base=1, note="checked")
    assert (saved.version, saved.headline) == (2, "Ferry is late")
    assert newsroom.stories.working_copy(draft.id, actor=people["rita"]) is None
    newest, first = newsroom.stories.revisions(draft.id)
    assert (newest.note, newest.author, first.text) == ("checked", "rita", draft.text)


def test_saving_the_same_text_makes_no_revision(newsroom, draft, people) -> None:
    assert newsroom.stories.save(draft.id, draft.text, actor=people["rita"], base=1).version == 1


def test_a_revision_is_read_as_it_was_written_after_many_more(newsroom, draft, people) -> None:
    for number in range(1, 4):
        text = draft.text.with_(dek=f"Dek {number}")
        newsroom.stories.save(draft.id, text, actor=people["rita"], base=number, note=f"note {number}")
    revisions = newsroom.stories.revisions(draft.id)
    assert [(one.number, one.text.dek, one.note) for one in revisions] == [
        (4, "Dek 3", "note 3"), (3, "Dek 2", "note 2"), (2, "Dek 1", "note 1"), (1, "", ""),
    ]  # fmt: skip
    assert all(one.content_hash == one.text.content_hash for one in revisions)


def test_a_revision_brought_back_keeps_the_slug_of_today(newsroom, draft, people) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(slug="pier", dek="New"), actor=people["rita"], base=1)
    back = newsroom.stories.restore(draft.id, 1, actor=people["rita"])
    assert (back.version, back.slug, back.dek) == (3, "pier", "")
