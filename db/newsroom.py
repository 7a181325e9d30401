"""A newsroom: opened once, it hands out its parts."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine

from db.errors import NewsroomError
from db.people.accounts import Accounts
from db.people.desks import Desks
from db.picture.pictures import Pictures
from db.settings import IDENTITY, NAME, UNNAMED, Settings
from db.store import engine
from db.store.unit_of_work import Database
from db.story.card_lists import CardLists
from db.story.checks import Checks
from db.story.claims import Claims
from db.story.comments import Comments
from db.story.exported import Exported
from db.story.holds import Holds
from db.story.inbox import Inbox
from db.story.kinds import Kinds
from db.story.limits import Limits
from db.story.moves import Moves
from db.story.open_conflicts import OpenConflicts
from db.story.reviews import Reviews
from db.story.search import Search, follow_desk
from db.story.stories import Stories
from db.story.story_table import StoryTable
from db.story.story_texts import StoryTexts
from db.story.suggestions import Suggestions
from db.style.judgements import Judgements
from db.style.stylebook import Stylebook
from db.style.word_lists import WordLists
from db.upkeep.audit import Audit, LogMark, audit
from db.upkeep.move_to_server import refuse_unfinished
from db.upkeep.recovery import open_checked
from db.values import Progress, no_progress


class Newsroom(Database):
    """A newsroom's database with all that is done in it."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        super().__init__(engine, clock)
        self.settings = Settings(self)
        self.desks = Desks(self)
        self.kinds = Kinds(self.settings)
        self.limits = Limits(self.settings, self.desks, self.kinds)
        self.accounts = Accounts(self, self._sessions)
        self.pictures = Pictures(self)
        self.stories = Stories(self)
        self.texts = StoryTexts(self)
        self.claims = Claims(self, self.stories.keep_for_take_over)
        self.moves = Moves(self, self.settings, self.stories)
        self.exported = Exported(self)
        self.holds = Holds(self)
        self.checks = Checks(self, self.settings, self.kinds)
        self.search = Search(self, self.settings)
        self.cards = CardLists(self, self.search)
        self.story_table = StoryTable(self, self.search, self.kinds.all)
        self.desks.followers.append(follow_desk)
        self.inbox = Inbox(self)
        self.comments = Comments(self)
        self.choices = OpenConflicts(self)
        self.reviews = Reviews(self)
        self.suggestions = Suggestions(self)
        self.words = WordLists(self, self.settings)
        self.judgements = Judgements(self)
        self.stylebook = Stylebook(self, self.settings, self.desks, self.judgements)

    @property
    def name(self) -> str:
        """The name the newsroom has given itself."""
        return str(self.settings.get(NAME, UNNAMED))

    @property
    def zone(self) -> tzinfo | None:
        """The time zone its days begin in; None for that of this computer."""
        return self.settings.zone

    @property
    def identity(self) -> str:
        """The mark that tells this newsroom from all others, wherever it is moved."""
        return str(self.settings.get(IDENTITY, ""))

    def audit(self, progress: Progress = no_progress, noted: LogMark | None = None) -> Audit:
        """Check that log, revisions and sign-offs are as they were written, and that the log holds a `noted` record."""
        return audit(self, progress, noted)


def utc_now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


def open_newsroom(
    place: str | Path,
    *,
    create: bool = True,
    clock: Callable[[], datetime] = utc_now,
    progress: Progress = no_progress,
) -> Newsroom:
    """Open the newsroom in a file or at a `postgresql://` address; make it when it is not there yet.

    Older newsrooms are backed up and brought up to date, and `progress` is told how far. Raises Damaged, with the
    newest good backup, for a file that does not pass its check, and NewsroomError when it cannot be opened.
    """
    url = engine.database_url(place)
    open_checked(url, create=create, progress=progress)
    newsroom = Newsroom(engine.make_engine(url), clock)
    try:
        refuse_unfinished(newsroom)
    except NewsroomError:
        newsroom.close()
        raise
    if not newsroom.identity:
        newsroom.settings.give_identity(uuid4().hex)
    file = engine.file_of(newsroom.engine)
    if file is not None:
        file.identity = newsroom.identity
    return newsroom
