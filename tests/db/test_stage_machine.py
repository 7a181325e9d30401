"""Any people making any moves in any order: the newsroom does what the table says, and the log stays whole."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlmodel import select

from db.document import Document
from db.errors import Refused
from db.newsroom import open_newsroom
from db.stages import BY_MOVE, Move, Stage
from db.store.log import GENESIS, record_hash
from db.store.tables import EventRow
from db.values import StoryText
from tests.db.conftest import People, export

LOGINS = st.sampled_from(["rita", "otto", "nora", "emil", "pia", "carl"])


class Newsdesk(RuleBasedStateMachine):
    """One story of Rita's, and everybody pulling at it."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "galley.db"
        shutil.copy(self.template, path)
        self.newsroom = open_newsroom(path)
        self.people = People(self.newsroom)
        text = StoryText(slug="tug", headline="Tug", byline="By Rita", body=Document.from_paragraphs(["Tug."]))
        self.story = self.newsroom.stories.create(text, desk="City", actor=self.people["rita"])
        self.corrections = 0

    def teardown(self) -> None:
        self.newsroom.close()
        self.folder.cleanup()

    @rule(move=st.sampled_from(list(Move)), login=LOGINS, note=st.sampled_from(["", "why"]))
    def move(self, move: Move, login: str, note: str) -> None:
        before = self.newsroom.stories.get(self.story.id)
        offered = {option.move: option for option in self.newsroom.moves.options(before, self.people[login])}[move]
        noted = bool(note) or not offered.asks
        try:
            self.newsroom.moves.make(move, before.id, actor=self.people[login], note=note, problems=())
        except Refused:
            assert not (offered.allowed and noted)
            assert self.newsroom.stories.get(self.story.id) == before
            return
        assert offered.allowed and noted and before.stage in BY_MOVE[move].sources
        self.corrections += move is Move.CORRECT

    @rule(login=LOGINS, dek=st.text("ab", max_size=3))
    def write(self, login: str, dek: str) -> None:
        before = self.newsroom.stories.get(self.story.id)
        actor, text = self.people[login], before.text.with_(dek=dek)
        try:
            self.newsroom.stories.save(before.id, text, actor=actor, base=before.version)
        except Refused:
            assert self.newsroom.stories.may_write(before, actor)
        else:
            assert before.stage in (Stage.DRAFT, Stage.EDIT)

    @rule()
    def export(self) -> None:
        story = self.newsroom.stories.get(self.story.id)
        if story.sign_off and story.stage is Stage.PUBLISH:
            export(self.newsroom, story, self.people["pia"])

    @invariant()
    def what_was_approved_is_what_stands_there(self) -> None:
        story = self.newsroom.stories.get(self.story.id)
        assert (story.sign_off is not None) == (story.stage in (Stage.PUBLISH, Stage.KILLED))
        if story.sign_off:
            assert story.sign_off.content_hash == story.content_hash == story.text.content_hash
            assert story.sign_off.login != story.writer
        assert story.corrections == self.corrections
        assert (story.stage is Stage.SPIKED) == (story.stage_before is not None)

    @invariant()
    def the_log_is_whole(self) -> None:
        with self.newsroom.reading() as session:
            rows = session.exec(select(EventRow).order_by(EventRow.number)).all()
        previous = [GENESIS, *(row.hash for row in rows[:-1])]
        assert all(
            row.previous == hash_ and record_hash(row) == row.hash for row, hash_ in zip(rows, previous, strict=True)
        )


@pytest.mark.parametrize("examples", [25])
def test_the_newsroom_does_only_what_the_table_says(empty_file: Path, examples: int) -> None:
    Newsdesk.template = empty_file
    limits = settings(
        max_examples=examples, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Newsdesk, settings=limits)
