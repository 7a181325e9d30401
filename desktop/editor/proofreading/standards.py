"""What a story's words are held against, read for one person: dictionary, names, words, and what was dismissed."""

from dataclasses import dataclass, replace

from db.errors import Unreadable
from db.newsroom import Newsroom
from db.style.rule_matching import RuleSet
from db.values import Account
from desktop.editor.proofreading.remarks import Standards
from exports.spelling.known_names import KnownNames
from exports.spelling.open_dictionaries import OpenDictionaries
from exports.spelling.spell_check import SpellCheck

READ_AGAIN = frozenset({"words", "judgements", "accounts", "style"})
"""Parts of the newsroom that are read for it."""


@dataclass(frozen=True)
class StandardsWanted:
    """What is asked for: a story of a desk in a language, by a person, with or without spelling and house style."""

    story_id: int
    language: str
    desk: str
    login: str
    spelling: bool = True
    style: bool = True
    others: tuple[str, ...] = ()
    """Languages of words in it that are not in its own."""


def read_standards(newsroom: Newsroom, wanted: StandardsWanted, dictionaries: OpenDictionaries) -> Standards:
    """Read what a story is held against. Raises Unreadable for a dictionary that is none."""
    rules = RuleSet(newsroom.stylebook.published(wanted.language, wanted.desk)) if wanted.style else None
    dismissed = newsroom.judgements.dismissed(wanted.story_id)
    check = _spell_check(newsroom, wanted, dictionaries)
    others = {one: _other_check(newsroom, replace(wanted, language=one), dictionaries) for one in wanted.others}
    return Standards(check, rules, others, dismissed)


def _other_check(newsroom: Newsroom, wanted: StandardsWanted, dictionaries: OpenDictionaries) -> SpellCheck | None:
    """What words of another language are held against: without a dictionary that can be read they are not looked at."""
    try:
        return _spell_check(newsroom, wanted, dictionaries)
    except Unreadable:
        return None


def _spell_check(newsroom: Newsroom, wanted: StandardsWanted, dictionaries: OpenDictionaries) -> SpellCheck | None:
    dictionary = dictionaries.of(wanted.language) if wanted.spelling else None
    if dictionary is None:
        return None
    words = newsroom.words
    names = KnownNames(words.names(), words.known(wanted.language, wanted.login))
    return SpellCheck(wanted.language, dictionary, names)


def suggest(_newsroom: Newsroom, check: SpellCheck, word: str) -> tuple[str, ...]:
    """Words that may have been meant: on a worker, as they take up to a second."""
    return check.suggest(word)


def switch_off(newsroom: Newsroom, name: str, why: str, actor: Account) -> str:
    """Let a rule of house style that ran wild hold no more; what it was about is given back."""
    newsroom.stylebook.switch_off(name, why, actor=actor)
    return name
