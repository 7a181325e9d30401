"""The sample newsroom: made of `resources/samples/newsroom`, whole or not at all."""

import tomllib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from db.document import Block, BlockKind, Document, PictureUse, paragraph
from db.errors import NewsroomError
from db.fields import FIELD_NAMES
from db.newsroom import Newsroom, open_newsroom
from db.partial_files import discard, new_partial, put_in_place, remove_abandoned
from db.private_files import make_folder
from db.stages import Move, Role
from db.values import SignedIn, StoryText
from desktop.press import service
from resources import resource

PASSWORD = "galley"
"""Of every account of the sample newsroom."""

_BEGAN = timedelta(hours=7)
"""Time from the beginning of the sample newsroom's day until now."""
_STEP = timedelta(minutes=2)
"""Between one thing that happened and the next."""
_WIDEST_SUBHEAD = 40

_EXPORT = "export"
_PATHS: dict[str, tuple[str, ...]] = {
    "draft": (),
    "returned": (Move.SUBMIT, Move.RETURN),
    "edit": (Move.SUBMIT,),
    "publish": (Move.SUBMIT, Move.APPROVE),
    "exported": (Move.SUBMIT, Move.APPROVE, _EXPORT),
    "corrected": (Move.SUBMIT, Move.APPROVE, _EXPORT, Move.CORRECT, Move.APPROVE),
    "spiked": (Move.SPIKE,),
    "killed": (Move.SUBMIT, Move.APPROVE, Move.KILL),
}
"""The way a story of each kind went, step by step."""
_FULL = 5
"""Minutes: people say when a story is due in steps of them."""


def sample_folder() -> Path:
    """Where the sample newsroom lies unless it is asked for elsewhere: among this user's data."""
    return user_data_path("galley", appauthor=False) / "demo"


def sample_place() -> str:
    """The file of the sample newsroom, made when it is not there. Raises NewsroomError when it cannot be written."""
    path = sample_folder().absolute() / "galley.db"
    if not path.exists():
        make_sample(path)
    return str(path)


def make_sample(path: Path) -> None:
    """Make the sample newsroom in a file that is not there yet; its clean PDFs go beside it.

    It is made under another name and renamed when whole. Raises NewsroomError when it cannot be written.
    """
    try:
        make_folder(path.parent)
        remove_abandoned(path.parent)
        _make(new_partial(path, private=True), path)
    except OSError as error:
        raise NewsroomError(f"{path} cannot be made: {error.strerror or error}.") from error


def _make(partial: Path, path: Path) -> None:
    try:
        clock = _Clock(datetime.now(UTC) - _BEGAN)
        newsroom = open_newsroom(partial, clock=clock)
        try:
            _Sample(newsroom, clock, path.parent).make()
        finally:
            newsroom.close()
        put_in_place(partial, path)
    finally:
        discard(partial)


@dataclass
class _Clock:
    """The time in the sample's past: it moves on by a step each time somebody looks."""

    now: datetime

    def __call__(self) -> datetime:
        self.now = min(self.now + _STEP, datetime.now(UTC))
        return self.now


@dataclass
class _Sample:
    """The making of the newsroom, from the file that tells it."""

    newsroom: Newsroom
    clock: _Clock
    folder: Path
    people: dict[str, SignedIn] = field(default_factory=dict)

    def make(self) -> None:
        """Desks, accounts, stories and the way of each."""
        data = tomllib.loads(resource("samples/newsroom/stories.toml").read_text(encoding="utf-8"))
        for desk in data["desks"]:
            self.newsroom.desks.add(desk, actor=None)
        for person in data["accounts"]:
            self._add_account(person)
        self.newsroom.settings.set("name", data["name"], actor=self.people["chief"])
        self.clock.now = datetime.now(UTC) - _BEGAN
        for story in data["stories"]:
            self._add_story(story)

    def _add_account(self, person: dict[str, Any]) -> None:
        accounts = self.newsroom.accounts
        account = accounts.add(
            login=person["login"], name=person["name"], role=Role(person["role"]), desks=tuple(person["desks"]),
            password=PASSWORD, actor=self.people.get("chief"),
        )  # fmt: skip
        self.people[account.login] = accounts.sign_in(account.login, PASSWORD)

    def _add_story(self, data: dict[str, Any]) -> None:
        """A first take, the whole text as the next revision, then the moves."""
        writer = self.people[data["writer"]]
        text = self._text(data, writer)
        first = text.with_(body=Document(blocks=text.body.blocks[:-1]))
        story = self.newsroom.stories.create(
            first, desk=data["desk"], actor=writer, due=_due(data["due"]), target_lines=data["target_lines"],
            note="First take",
        )  # fmt: skip
        self.newsroom.stories.save(story.id, text, actor=writer, base=story.version, note="Whole story")
        for step in _PATHS[data["path"]]:
            self._take(step, data)
        story = self.newsroom.stories.get(story.id)
        lines = service.fit(self.newsroom, story).lines
        self.newsroom.stories.measured(story.id, content_hash=story.content_hash, lines=lines, actor=writer)

    def _take(self, step: str, data: dict[str, Any]) -> None:
        if step == _EXPORT:
            service.export(self.newsroom, data["slug"], self.folder, actor=self.people["production"])
            return
        move = Move(step)
        writer, chief = self.people[data["writer"]], self.people["chief"]
        editor = next(
            a for a in self.people.values() if a.role is Role.EDITOR and data["desk"] in (*a.desks, "Culture")
        )
        actor = {Move.SUBMIT: writer, Move.KILL: chief}.get(move, editor)
        note = "" if move is Move.APPROVE else data.get("note", "")
        service.make_move(self.newsroom, move, data["slug"], actor=actor, note=note)

    def _text(self, data: dict[str, Any], writer: SignedIn) -> StoryText:
        blocks = [_block(part) for part in data["body"].strip().split("\n\n")]
        if "picture" in data:
            blocks.insert(0, self._picture(data["picture"], writer))
        fields = {name: data[name] for name in FIELD_NAMES if name in data}
        return StoryText(body=Document(blocks=tuple(blocks)), **fields)

    def _picture(self, data: dict[str, Any], writer: SignedIn) -> Block:
        picture = self.newsroom.pictures.add(resource(f"samples/newsroom/{data['file']}"), actor=writer)
        use = PictureUse(sha256=picture.sha256, credit=data["credit"], columns=data["columns"])
        return Block(kind=BlockKind.PICTURE, spans=paragraph(data["cutline"]).spans, picture=use)


def _block(text: str) -> Block:
    """A paragraph, or, when it is short and ends without a stop, a subhead."""
    subhead = len(text) < _WIDEST_SUBHEAD and text[-1].isalpha()
    return paragraph(text, BlockKind.SUBHEAD if subhead else BlockKind.PARAGRAPH)


def _due(minutes: int) -> datetime:
    """Full five minutes, as people say when a story is due."""
    due = datetime.now(UTC) + timedelta(minutes=minutes)
    return due.replace(minute=due.minute // _FULL * _FULL, second=0, microsecond=0)
