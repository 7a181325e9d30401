"""What can be told of each paragraph of arriving copy: one table of questions, each answered with yes or no.

Nothing is decided here. `labels` weighs the answers of all paragraphs together.
"""

import re
from collections.abc import Callable

from db.intake.boilerplate import is_caption, is_outlet, is_section, is_trail, says_again
from db.intake.cue_phrases import (
    ABOUT,
    ADDRESS,
    CONTRIBUTED,
    CREDIT,
    CREDIT_BEHIND,
    HASHES,
    MADE_BY,
    PAGE_END,
    PROMPT,
    PROMPT_ELSEWHERE,
    has,
)
from db.intake.lines import ends_sentence, han, key
from db.intake.list_items import LISTED
from db.intake.names import is_company, is_newsroom
from db.intake.paragraphs import COMPARED, LEAST_SENTENCE, Paragraphs

_AGENCY = re.compile(r"\(?[-–— ]*\(?[A-Z][A-Za-z.]{1,20}(?: [A-Z][a-z]+){0,2}\)?$")
_SENTENCES = re.compile(r"(?<=[.!?…。！？])\s*")
_BRIEFS = 2
"""Titles between paragraphs that make a text several short stories."""
_SCORE = re.compile(r"\d\s?[-–:]\s?\d|\b\d{1,3}$")
_YOU = re.compile(
    r"(?i)\b(?:you|your|we|our|us|sie|ihre?n?|unsere?n?|vous|votre|vos|notre|nos|usted|su|tu|nuestr[oa]s?)\b"
)
_OPENING = "“\"'‘«「『"
Question = Callable[[Paragraphs, int], bool]
_SMALL_WORD = 3
"""Letters of words that have no capital in a headline: of, and, the."""
_LEAST_SAID = 5
"""Letters of a line that is looked for above; less comes again by chance."""
_LEAST_SAID_LONGER = 10
"""Letters of a line that another may say with more."""
_TOP = 40
"""Paragraphs at the top among which a line is said again with more."""
_LEAST_IN_LEDE = 20
"""Letters of a line that a paragraph may hold whole."""
_LEAST_WORDS = 6
"""Different words from which on the share of those told below means something."""
_TOLD_BELOW = 0.6
"""Share of the words of a standfirst that the paragraph it sums up has, too."""
_SAID_AHEAD = 40
"""Paragraphs below in which a sentence is looked for."""
_TOLD_AHEAD = 12
"""Paragraphs below in which most words of a standfirst stand."""
_COMPARED_SENTENCES = 400
"""Characters whose sentences are looked for elsewhere."""


def _near(question: Callable[[Paragraphs, int], bool], step: int) -> Question:
    return lambda all_, at: 0 <= at + step < len(all_.items) and question(all_, at + step)


def _count(least: int, most: int) -> Question:
    return lambda all_, at: least <= all_.counts[at] <= most


def _matches(pattern: re.Pattern[str]) -> Question:
    return lambda all_, at: has(pattern, all_.texts[at])


def _is_sure_byline(all_: Paragraphs, at: int) -> bool:
    byline = all_.bylines[at]
    return byline is not None and byline.sure


def _is_bare_name(all_: Paragraphs, at: int) -> bool:
    byline = all_.bylines[at]
    return byline is not None and not byline.sure


def _says_person_again(all_: Paragraphs, at: int) -> bool:
    byline = all_.bylines[at]
    others = (other for near, other in enumerate(all_.bylines) if other is not None and near != at)
    return byline is not None and any(byline.people & other.people for other in others)


def _is_name_used(all_: Paragraphs, at: int) -> bool:
    """Whether the running text speaks of who this would be."""
    byline = all_.bylines[at]
    return byline is not None and any(
        name in text for name in byline.names for near, text in enumerate(all_.texts) if all_.prose[near] and near != at
    )


def _is_capitals(all_: Paragraphs, at: int) -> bool:
    letters = [char for char in all_.texts[at] if char.isalpha()]
    return len(letters) > 2 and all(char.isupper() for char in letters)


def _is_title_case(all_: Paragraphs, at: int) -> bool:
    found = [word for word in all_.texts[at].split() if word[:1].isalpha() and len(word) > _SMALL_WORD]
    return len(found) > 2 and all(word[0].isupper() for word in found)


def _said_before(all_: Paragraphs, at: int) -> bool:
    return len(all_.keys[at]) > _LEAST_SAID and all_.keys[at] in all_.keys[:at]


def _said_again_longer(all_: Paragraphs, at: int) -> bool:
    return any(
        len(all_.keys[at]) > _LEAST_SAID_LONGER and near != at and says_again(text, all_.texts[at])
        for near, text in enumerate(all_.texts[:_TOP])
    )


def _is_said_in_lede(all_: Paragraphs, at: int) -> bool:
    own = all_.keys[at]
    return _LEAST_IN_LEDE < len(own) < COMPARED and any(own in other and own != other for other in all_.keys)


def _begins_like_next_prose(all_: Paragraphs, at: int) -> bool:
    """Whether running text further down tells the same: most words of this stand in one paragraph."""
    own = all_.word_sets[at]
    if len(own) < _LEAST_WORDS:
        return False
    later = (other for near, other in enumerate(all_.word_sets) if near > at and all_.prose[near])
    return any(len(own & other) >= _TOLD_BELOW * len(own) for other in later)


def _says_sentence_of_another(all_: Paragraphs, at: int) -> bool:
    """Whether a sentence of a paragraph stands in a later one, too."""
    own = [key(one) for one in _SENTENCES.split(all_.texts[at][:_COMPARED_SENTENCES])]
    later = [other for near, other in enumerate(all_.keys[: at + _SAID_AHEAD]) if near > at]
    return any(len(one) >= LEAST_SENTENCE and any(one in other for other in later) for one in own)


def _shares_with_later(least: float, most: float) -> Question:
    """Whether so great a share of a paragraph's words stands in one later paragraph of running text."""

    def question(all_: Paragraphs, at: int) -> bool:
        own = all_.word_sets[at]
        later = (
            len(own & all_.word_sets[near])
            for near in range(at + 1, min(at + _TOLD_AHEAD, len(all_.items)))
            if all_.prose[near]
        )
        return len(own) >= _LEAST_WORDS and least <= max(later, default=0) / len(own) < most

    return question


def _has_titles_below(all_: Paragraphs) -> bool:
    return len(all_.titles) >= _BRIEFS


def _only_small_matter_to_prose(all_: Paragraphs, at: int) -> bool:
    """Whether nothing but names, dates and furniture stands between a line and the first running text."""
    between = range(at + 1, all_.first_prose)
    return at < all_.first_prose and all(
        all_.bylines[near] is not None or all_.dates[near] or all_.boilerplate[near] or is_caption(all_.texts[near])
        for near in between
    )


def _is_best_of_head(all_: Paragraphs, at: int) -> bool:
    return at in all_.head and all_.shared(at) > 0 and all_.shared(at) == all_.best_share


def _is_longest_of_head(all_: Paragraphs, at: int) -> bool:
    return at in all_.head and all_.counts[at] == max(all_.counts[near] for near in all_.head)


FEATURES: dict[str, Question] = {
    "any": lambda _all, _at: True,
    "1 word": _count(0, 1),
    "2 words": _count(2, 2),
    "3 words": _count(3, 3),
    "4-5 words": _count(4, 5),
    "6-8 words": _count(6, 8),
    "9-14 words": _count(9, 14),
    "15-24 words": _count(15, 24),
    "25-39 words": _count(25, 39),
    "40 words": _count(40, 10**9),
    "prose": lambda all_, at: all_.prose[at],
    "plain sentence": lambda all_, at: all_.is_plain_sentence(at),
    "plain sentence on a page that has not ended": lambda all_, at: at < all_.page_end and all_.is_plain_sentence(at),
    "behind the page's end": lambda all_, at: at >= all_.page_end,
    "prose behind the page's end": lambda all_, at: at >= all_.page_end and all_.prose[at],
    "ends the page": lambda all_, at: bool(PAGE_END.search(all_.texts[at][:120])),
    "about in a release": lambda all_, at: all_.is_release and bool(ABOUT.fullmatch(all_.texts[at])),
    "title of several": lambda all_, at: _has_titles_below(all_) and at == all_.first_prose - 1,
    "above the title of several": lambda all_, at: _has_titles_below(all_) and at < all_.first_prose - 1,
    "a picture's words": lambda all_, at: all_.is_pictured(at),
    "begins another": lambda all_, at: all_.is_teaser(at),
    "says a sentence of another": _says_sentence_of_another,
    "a third told below": _shares_with_later(0.3, 0.45),
    "half told below": _shares_with_later(0.45, 0.6),
    "most told below": _shares_with_later(0.6, 2),
    "first prose and told below": lambda all_, at: at == all_.first_prose and _shares_with_later(0.45, 2)(all_, at),
    "first prose and next prose": lambda all_, at: (
        at == all_.first_prose and at + 1 < len(all_.items) and all_.prose[at + 1]
    ),
    "open end before prose": lambda all_, at: (
        at == all_.first_prose - 1 and all_.counts[at] > 8 and not ends_sentence(all_.texts[at])
    ),
    "first of two and shorter": lambda all_, at: (
        len(all_.head) == 2 and at == all_.head[0] and all_.counts[at] < all_.counts[all_.head[1]]
    ),
    "second of two and longer": lambda all_, at: (
        len(all_.head) == 2 and at == all_.head[1] and all_.counts[at] > all_.counts[all_.head[0]]
    ),
    "long in head": lambda all_, at: at in all_.head and all_.counts[at] > 13,
    "in a mail": lambda all_, _at: bool(all_.subject),
    "above prose in a mail": lambda all_, at: bool(all_.subject) and at < all_.first_prose,
    "behind prose in a mail": lambda all_, at: bool(all_.subject) and at > all_.last_prose,
    "best of head": _is_best_of_head,
    "longest of head": _is_longest_of_head,
    "first of head": lambda all_, at: bool(all_.head) and at == all_.head[0],
    "last of head": lambda all_, at: bool(all_.head) and at == all_.head[-1],
    "alone in head": lambda all_, at: all_.head == [at],
    "second of two in head": lambda all_, at: len(all_.head) == 2 and at == all_.head[1],
    "in head": lambda all_, at: at in all_.head,
    "only small matter to prose": _only_small_matter_to_prose,
    "right before prose": lambda all_, at: at == all_.first_prose - 1,
    "asks or exclaims": lambda all_, at: all_.texts[at].endswith(("?", "!", "？", "！")),
    "has digits": lambda all_, at: any(char.isdigit() for char in all_.texts[at]),
    "ends a sentence": lambda all_, at: ends_sentence(all_.texts[at]),
    "ends with colon": lambda all_, at: all_.texts[at].endswith((":", "：")),
    "ends with dots": lambda all_, at: all_.texts[at].endswith(("...", "…")),
    "has two sentences": lambda all_, at: bool(
        re.search(r"[.!?]['\"”’)]? [A-ZÀ-Þ“\"]|[。！？].", all_.texts[at][:400])
    ),
    "begins low": lambda all_, at: all_.texts[at][:1].islower(),
    "begins with quote": lambda all_, at: all_.texts[at][:1] in _OPENING,
    "begins with sign": lambda all_, at: not all_.texts[at][:1].isalnum() and all_.texts[at][:1] not in _OPENING,
    "capitals": _is_capitals,
    "title case": _is_title_case,
    "is han": lambda all_, at: han(all_.texts[at]) * 2 > len(all_.texts[at]),
    "boilerplate": lambda all_, at: all_.boilerplate[at],
    "date": lambda all_, at: all_.dates[at],
    "section": lambda all_, at: is_section(all_.texts[at]) or is_trail(all_.texts[at]),
    "outlet": lambda all_, at: is_outlet(all_.texts[at]),
    "prompt": _matches(PROMPT),
    "prompt elsewhere": _matches(PROMPT_ELSEWHERE),
    "short prompt": lambda all_, at: all_.counts[at] < 15 and has(PROMPT, all_.texts[at]),
    "caption": lambda all_, at: is_caption(all_.texts[at]),
    "credit": _matches(CREDIT),
    "short credit": lambda all_, at: all_.counts[at] < 30 and has(CREDIT, all_.texts[at]),
    "agency": lambda all_, at: all_.texts[at].startswith(("-", "(")) and bool(_AGENCY.fullmatch(all_.texts[at])),
    "made by": _matches(MADE_BY),
    "contributed": _matches(CONTRIBUTED),
    "address": _matches(ADDRESS),
    "short with address": lambda all_, at: all_.counts[at] < 12 and has(ADDRESS, all_.texts[at]),
    "list item": _matches(LISTED),
    "score": lambda all_, at: all_.counts[at] < 9 and has(_SCORE, all_.texts[at]),
    "crumbs": lambda all_, at: all_.counts[at] < 20 and len(re.findall(r"[|>»/•·]", all_.texts[at])) >= 1,
    "hashes": _matches(HASHES),
    "dateline": lambda all_, at: all_.datelines[at],
    "sure byline": _is_sure_byline,
    "bare name": _is_bare_name,
    "no name": lambda all_, at: all_.bylines[at] is None,
    "short and no name": lambda all_, at: all_.bylines[at] is None and all_.counts[at] < 6,
    "paper or agency": lambda all_, at: is_company(all_.texts[at]),
    "short prompt elsewhere": lambda all_, at: all_.counts[at] < 25 and has(PROMPT_ELSEWHERE, all_.texts[at]),
    "prompt behind the page's end": lambda all_, at: at >= all_.page_end and has(PROMPT, all_.texts[at]),
    "sure body": lambda all_, at: all_.is_sure(at),
    "speaks to you": lambda all_, at: bool(_YOU.search(all_.texts[at][:400])) and all_.texts[at][:1] not in _OPENING,
    "newsroom": lambda all_, at: is_newsroom(all_.texts[at]),
    "row of a table": lambda all_, at: all_.items[at].lines[0].row,
    "credit at its end": lambda all_, at: bool(CREDIT_BEHIND.search(all_.texts[at][-80:])),
    "person said again": _says_person_again,
    "name used in text": _is_name_used,
    "same line elsewhere": lambda all_, at: all_.has_same_line(at),
    "said before": _said_before,
    "said again with more": _said_again_longer,
    "said in the lede": _is_said_in_lede,
    "told again below": _begins_like_next_prose,
    "subject": lambda all_, at: bool(all_.subject) and key(all_.subject) == all_.keys[at],
    "shares words": lambda all_, at: all_.counts[at] > 2 and all_.shared(at) >= 0.5,
    "shares most words": lambda all_, at: all_.counts[at] > 2 and all_.shared(at) >= 0.75,
    "shares none": lambda all_, at: all_.shared(at) < 0.2,
    "short and shares none": lambda all_, at: all_.counts[at] < 15 and all_.shared(at) < 0.2,
    "first": lambda _all, at: at == 0,
    "second": lambda _all, at: at == 1,
    "third to fifth": lambda _all, at: 2 <= at <= 4,
    "last": lambda all_, at: at == len(all_.items) - 1,
    "last three": lambda all_, at: at >= len(all_.items) - 3,
    "before first prose": lambda all_, at: at < all_.first_prose,
    "first prose": lambda all_, at: at == all_.first_prose,
    "behind last prose": lambda all_, at: at > all_.last_prose,
    "between prose": lambda all_, at: all_.first_prose < at < all_.last_prose,
    "behind a list's title": lambda all_, at: at >= all_.first_list,
    "short behind a list's title": lambda all_, at: at >= all_.first_list and not all_.prose[at],
    "on a page": lambda all_, at: all_.is_page,
    "short on a page": lambda all_, at: all_.is_page and all_.counts[at] < 9,
    "gap before": lambda all_, at: all_.items[at].lines[0].gap > 0,
    "wide gap before": lambda all_, at: all_.items[at].lines[0].gap > 1,
    "gap behind": lambda all_, at: at + 1 < len(all_.items) and all_.items[at + 1].lines[0].gap > 0,
    "indented": lambda all_, at: all_.items[at].lines[0].indent > 3,
    "prose before": _near(lambda all_, at: all_.prose[at], -1),
    "prose next": _near(lambda all_, at: all_.prose[at], 1),
    "prose in two": _near(lambda all_, at: all_.prose[at], 2),
    "byline before": _near(_is_sure_byline, -1),
    "byline next": _near(_is_sure_byline, 1),
    "byline in two": _near(_is_sure_byline, 2),
    "name before": _near(_is_bare_name, -1),
    "name next": _near(_is_bare_name, 1),
    "date before": _near(lambda all_, at: all_.dates[at], -1),
    "date next": _near(lambda all_, at: all_.dates[at], 1),
    "date in two": _near(lambda all_, at: all_.dates[at], 2),
    "boilerplate before": _near(lambda all_, at: all_.boilerplate[at], -1),
    "boilerplate next": _near(lambda all_, at: all_.boilerplate[at], 1),
    "dateline next": _near(lambda all_, at: all_.datelines[at], 1),
    "credit next": _near(lambda all_, at: all_.counts[at] < 30 and has(CREDIT, all_.texts[at]), 1),
    "credit before": _near(lambda all_, at: all_.counts[at] < 30 and has(CREDIT, all_.texts[at]), -1),
    "repeated headline before": _near(_said_before, -1),
    "repeated in two before": _near(_said_before, -2),
    "short before": _near(lambda all_, at: all_.counts[at] < 6, -1),
    "short next": _near(lambda all_, at: all_.counts[at] < 6, 1),
    "score before": _near(lambda all_, at: all_.counts[at] < 9 and has(_SCORE, all_.texts[at]), -1),
    "score next": _near(lambda all_, at: all_.counts[at] < 9 and has(_SCORE, all_.texts[at]), 1),
    "list item before": _near(_matches(LISTED), -1),
}
"""Every question, by its name in the table of weights."""


def answers(all_: Paragraphs) -> list[list[str]]:
    """For each paragraph the questions that it answers with yes."""
    return [[name for name, question in FEATURES.items() if question(all_, at)] for at in range(len(all_.items))]
