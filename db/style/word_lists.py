"""Words that no dictionary has and the newsroom writes: its own list, one for each person, and names it has used."""

from collections.abc import Callable, Iterator, Mapping

from sqlmodel import col, select

from db.acts import Act
from db.errors import NotFound, Refused
from db.settings import Settings
from db.store.tables import AccountRow, StoryRow
from db.store.unit_of_work import Database
from db.values import Account

WORDS = "words"
"""Setting: the newsroom's words by language; with a colon and a login behind it, those of one person."""
INFLECTED = "*"
"""Behind a name: it may have any ending."""
_LONGEST = 60
"""Letters of a word: more than the longest of any dictionary."""
_NEWEST = 5_000
"""Stories whose bylines and datelines are known names: some years of a small paper, months of a large one."""

Words = Mapping[str, list[str]]
"""Words by the language they are of, without its region, as `en`."""
ChangeWords = Callable[[Words | None], Words]
"""Makes new lists of those there are."""


class WordLists:
    """The newsroom's list, and one for each person. A word counts in its language, one with a capital in all."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database, self._settings = database, settings

    def all(self, login: str = "") -> Words:
        """The newsroom's words, or those of a person, by language."""
        return dict(self._settings.get(_key(login), {}))

    def known(self, language: str, login: str) -> list[str]:
        """Words that count for a person in a language: the newsroom's and their own."""
        return [word for of in ("", login) for word in _counting(self.all(of), base_of(language))]

    def names(self) -> list[str]:
        """Names of accounts, and the bylines and datelines of the newest stories."""
        fields = (col(StoryRow.byline), col(StoryRow.dateline))
        newest = select(*fields).order_by(col(StoryRow.changed).desc(), col(StoryRow.id).desc()).limit(_NEWEST)
        with self._database.reading() as session:
            accounts = list(session.exec(select(AccountRow.name)))
            used = [text for row in session.exec(newest) for text in row]
        return list(dict.fromkeys(filter(None, (*accounts, *used))))

    def add(self, word: str, *, language: str, actor: Account, own: bool) -> str:
        """Let a word, or `Name*`, be right for the newsroom or for the actor alone; given back as it is kept.

        Raises Refused for what is no single word, and where only an editor may.
        """
        word, base = _tidy(word), base_of(language)

        def change(old: Words | None) -> Words:
            lists = dict(old or {})
            known = lists.get(base, [])
            return lists | {base: known if word in known else sorted([*known, word], key=str.casefold)}

        self._edit(change, f"{word} ({base})", actor=actor, own=own)
        return word

    def remove(self, word: str, *, language: str, actor: Account, own: bool) -> None:
        """Take a word off a list. Raises NotFound for one that is not on it, Refused where only an editor may."""
        base = base_of(language)

        def change(old: Words | None) -> Words:
            lists = dict(old or {})
            if word not in lists.get(base, []):
                raise NotFound(f"“{word}” is not on that list of words.")
            left = [one for one in lists[base] if one != word]
            return {key: words for key, words in (lists | {base: left}).items() if words}

        self._edit(change, f"− {word} ({base})", actor=actor, own=own)

    def _edit(self, change: ChangeWords, note: str, *, actor: Account, own: bool) -> None:
        act = Act.KEEP_WORD if own else Act.ADD_WORD
        self._settings.edit(_key(actor.login if own else ""), change, actor=actor, act=act, note=note, part=WORDS)


def base_of(language: str) -> str:
    """A language without its region: words are spelled alike in all of them."""
    return language.replace("_", "-").partition("-")[0].lower()


def _key(login: str) -> str:
    return f"{WORDS}:{login}" if login else WORDS


def _counting(lists: Words, base: str) -> Iterator[str]:
    for language, words in lists.items():
        yield from (word for word in words if language == base or word[:1].isupper())


def _tidy(word: str) -> str:
    word = word.strip()
    letters = word.removesuffix(INFLECTED)
    if not any(map(str.isalpha, letters)) or INFLECTED in letters or len(word.split()) != 1:
        raise Refused(f"“{word}” is no single word: add words one by one, and inflected names as Name*.")
    if len(word) > _LONGEST:
        raise Refused(f"A word has {_LONGEST} letters at most.")
    return word
