"""All paragraphs of arriving copy, and what can be told of each from what it says and where it stands among them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from db.intake.boilerplate import is_caption, is_furniture, is_menu_word, is_section, is_trail, starts_list
from db.intake.cue_phrases import (
    ABOUT,
    ADDRESSES,
    CREDIT,
    HASHES,
    NO_COPY,
    PAGE_END,
    PROMPT,
    RELEASE,
    has,
    is_contact,
    says_with_credit,
)
from db.intake.datelines import starts_with_dateline
from db.intake.dates import is_date, is_mostly_date
from db.intake.lines import ends_sentence, key, words
from db.intake.list_items import LISTED, is_result, runs, without_sign
from db.intake.names import Byline, read_byline
from db.intake.wrap import Item

_WORD = re.compile(r"[^\W\d_]{3,}|[\u4e00-\u9fff]{2}")
LEAST_SENTENCE = 20
"""Letters of a sentence that is looked for elsewhere."""
COMPARED = 1_000
"""Characters of a paragraph that are compared with others."""
_SHORT_CAPTION = 25
"""Words."""
_SIGNS_OF_PAGE = 2
"""Lines that only pages have, from which on a text was copied off one."""
_SHORT_PROMPT = 15
"""Words of a line that asks something of the reader; what is longer may be a story that speaks of it."""
_BUTTON = re.compile(r"(?i)(?:share|comments?)(?: (?:this|on) .{2,20})?")
"""What stands below each entry of a live page, and not only below the last."""
_PROMPTS = 2
"""Things asked of the reader in one paragraph of a page, which then is none of the story."""
_NEAR_BUTTON = 3
"""Paragraphs behind a button within which running text goes on with the page."""
_MOST_REPEATS = 4
"""Times that a page says its headline or a caption; a line that stands more often is one of a list."""
_LONGEST_DEK = 40
"""Words."""
_AGENCY_LAST = re.compile(r"(?<=[.!?”\"]) ?\(?(?:[A-Z]{2,5}[ /]?){1,4}\)?$")
"""The agency and the initials of who wrote it, behind a last sentence."""
_HAN_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]")
"""How the parts of a Chinese text are numbered."""
_AGENCY_FIRST = re.compile(r"\([A-Z]{2,8}\)\s?[—–-]")
"""How a lede begins that names an agency, and no place."""
_LONG_LINE = 12
"""Words of a line that is no signature."""
_TITLE_OF_LIST = 5
"""Words."""
_RUN = 3
"""Neighbours of one kind that are a list or results: of two, one may be anything that begins so."""
_PLAIN_LEAST, _PLAIN_LEAST_ELSEWHERE = 5, 3
"""Words of a plain sentence: on a page, where shorter ones are prompts, and in copy that has none."""
_LEAST_SENTENCE_WORDS = 12
"""Words of a whole sentence from which on it is running text and no headline."""
_LEAST_OPEN_WORDS = 35
"""Words of running text that ends no sentence."""
_STEM = 6
"""Letters by which words are compared: the endings of most languages stand behind them."""
_LONGEST_HEADLINE = 40
"""Words."""
_END_LOOKED_AT = 120
"""Characters in which a page says that it ends."""
_LOOKED_AT = 400
"""Characters of a paragraph that are looked at for what it is."""
_SHORT_NAME_LINE = 9
"""Words under which a line with a credit is no sentence."""
_LONGEST_SUBHEAD = 6
"""Words."""
_LEAST_REPEATED = 8
"""Letters of a line that means something when it stands twice."""


@dataclass(frozen=True)
class Paragraphs:
    """All paragraphs of a text, with what can be asked of them together."""

    items: Sequence[Item]
    subject: str = ""
    """That of the mail the text came in."""

    @cached_property
    def texts(self) -> list[str]:
        """Their texts."""
        return [item.text for item in self.items]

    @cached_property
    def counts(self) -> list[int]:
        """Their words."""
        return [words(text) for text in self.texts]

    @cached_property
    def keys(self) -> list[str]:
        """What is compared of them."""
        return [key(text) for text in self.texts]

    @cached_property
    def repeats(self) -> Counter[str]:
        """How often each stands here."""
        return Counter(self.keys)

    @cached_property
    def bylines(self) -> list[Byline | None]:
        """The byline that each could be."""
        return [read_byline(text) for text in self.texts]

    @cached_property
    def dates(self) -> list[bool]:
        """Whether each is a date or time."""
        return [is_date(text) or is_mostly_date(text) for text in self.texts]

    @cached_property
    def boilerplate(self) -> list[bool]:
        """Whether each is surely none of the story wherever it stands."""
        return [is_furniture(text) or is_contact(text) for text in self.texts]

    @cached_property
    def datelines(self) -> list[bool]:
        """Whether each begins with a dateline."""
        return [starts_with_dateline(text) or bool(_AGENCY_FIRST.match(text)) for text in self.texts]

    @cached_property
    def prose(self) -> list[bool]:
        """Whether each reads like running text."""
        return [
            reads_on(text) and not self.boilerplate[at] and not is_caption(text) for at, text in enumerate(self.texts)
        ]

    @cached_property
    def first_prose(self) -> int:
        """Where the first running text stands; behind the last when there is none."""
        return next((at for at, prose in enumerate(self.prose) if prose), len(self.items))

    @cached_property
    def last_prose(self) -> int:
        """Where the last stands; -1 when there is none."""
        return next((at for at in range(len(self.items) - 1, -1, -1) if self.prose[at]), -1)

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """In how many paragraphs of running text each word stands."""
        return Counter(word for at, own in enumerate(self.word_sets) if self.prose[at] for word in own)

    @cached_property
    def is_page(self) -> bool:
        """Whether the text was copied off a web page: several lines can stand nowhere else."""
        return sum(map(self._is_sign_of_page, range(len(self.items)))) >= _SIGNS_OF_PAGE

    def _is_sign_of_page(self, at: int) -> bool:
        furniture = self.boilerplate[at] and not self.dates[at] and self.keys[at] != ""
        return furniture or (self.counts[at] < _SHORT_PROMPT and has(PROMPT, self.texts[at]))

    @cached_property
    def first_list(self) -> int:
        """Where the first list of other stories begins behind the first running text."""
        found = (at for at, text in enumerate(self.texts) if at > self.first_prose and starts_list(text))
        return next(found, len(self.items))

    @cached_property
    def head(self) -> list[int]:
        """What stands above the first running text and may be a headline: neither name nor date nor furniture."""
        return [
            at for at in range(self.first_prose)
            if 2 <= self.counts[at] <= _LONGEST_HEADLINE and not self.boilerplate[at] and not self.dates[at]
            and self.bylines[at] is None and not is_caption(self.texts[at])
        ]  # fmt: skip

    @cached_property
    def page_end(self) -> int:
        """Where a page's own matter begins behind the running text: a copyright, tags, comments, a list of others."""
        found = (at for at in range(self.first_prose + 1, len(self.items)) if self._ends_page(at))
        return min(next(found, len(self.items)), self.first_list)

    def _ends_page(self, at: int) -> bool:
        text = self.texts[at]
        about = self.is_release and not ends_sentence(text) and bool(ABOUT.fullmatch(text))
        button = bool(_BUTTON.fullmatch(text)) and any(self.prose[at + 1 : at + 1 + _NEAR_BUTTON])
        short = self.counts[at] < _SHORT_PROMPT and not button
        return about or (short and bool(PAGE_END.search(text[:_END_LOOKED_AT])))

    @cached_property
    def is_release(self) -> bool:
        """Whether somebody who wants to be written about sent the text."""
        return any(RELEASE.search(text[:_LOOKED_AT]) for text in self.texts)

    @cached_property
    def titles(self) -> list[int]:
        """Short lines between paragraphs of running text that may be titles of what follows."""
        return [at for at in range(self.first_prose + 1, self.page_end) if self._is_subhead(at)]

    def is_pictured(self, at: int) -> bool:
        """Whether a short paragraph stands where the words of a picture do: behind a headline said again and a name, or
        beside a line that says the same with a credit.
        """
        if self.counts[at] > _SHORT_CAPTION:
            return False
        named = at > 1 and (self.bylines[at - 1] is not None or has(CREDIT, self.texts[at - 1]))
        if named and self.counts[at - 1] < _SHORT_NAME_LINE and self.has_same_line(at - 2):
            return True
        near = (self.texts[one] for one in (at - 1, at + 1) if 0 <= one < len(self.items))
        return any(says_with_credit(text, self.texts[at]) for text in near)

    def is_teaser(self, at: int) -> bool:
        """Whether a paragraph is the beginning of another."""
        return self._teasers[at]

    @cached_property
    def _teasers(self) -> list[bool]:
        """Of each: in the order of their letters one that begins another stands right before such a one."""
        begin: set[str] = set()
        following = ""
        for own in sorted(set(self.keys), reverse=True):
            if len(own) >= LEAST_SENTENCE and following.startswith(own):
                begin.add(own)
            following = own
        return [own in begin for own in self.keys]

    def is_sure(self, at: int) -> bool:
        """Whether a paragraph is surely of the body: a plain sentence, or a row, before the page's own matter."""
        first = self.first_prose if self.last_prose >= 0 else 0
        if not first <= at < self.page_end or self.repeats_line(at) or not self.keys[at]:
            return False
        if (
            self._is_subhead(at)
            or (self.is_signed_inside and not self.boilerplate[at])
            or _HAN_HEADING.match(self.texts[at])
            or (not self.is_page and self.is_plain(at) and self._says_something(at))
            or self._names_address_inside(at)
        ):
            return True
        row, heading = self.items[at].lines[0].row, bool(HASHES.search(self.texts[at]))
        return self.is_plain_sentence(at) or row or heading

    def _names_address_inside(self, at: int) -> bool:
        """Whether a sentence of the story names an address by the way: it is long and asks nothing; on a page plain
        sentences stand before and behind it, too.
        """
        begin = self.texts[at][:_LOOKED_AT]
        text = ADDRESSES.sub("", begin)
        if text == begin or words(text) < _LONG_LINE or not ends_sentence(self.texts[at]):
            return False
        if is_furniture(text) or is_caption(text) or any(has(pattern, text) for pattern in NO_COPY):
            return False
        return not self.is_page or self._plain_sentences[0] < at < self._plain_sentences[-1]

    @cached_property
    def _plain_sentences(self) -> list[int]:
        """Where plain sentences stand; -1 alone when there is none."""
        return [at for at in range(len(self.items)) if self.is_plain_sentence(at)] or [-1]

    def _is_subhead(self, at: int) -> bool:
        """Whether a short line stands alone between two paragraphs of running text."""
        if not 0 < at < len(self.items) - 1 or not self.prose[at + 1]:
            return False
        if not self.prose[at - 1] and not self.is_plain_sentence(at - 1):
            return False
        return 2 <= self.counts[at] <= _LONGEST_SUBHEAD and self.is_plain(at)

    def _says_something(self, at: int) -> bool:
        """Whether a line of copy that is no page is more than the few words of a signature behind the last sentence."""
        text = self.texts[at]
        said = ends_sentence(text) or LISTED.match(text) or self.counts[at] >= _LONG_LINE or is_result(text)
        return at < self.last_prose or bool(said) or self.is_signed_inside

    @cached_property
    def is_signed_inside(self) -> bool:
        """Whether a name stands alone between sentences of copy that is no page: under each of several letters."""
        between = range(self.first_prose + 1, self.last_prose)
        return not self.is_page and any(self.bylines[at] and self.is_plain_sentence(at - 1) for at in between)

    def is_plain(self, at: int) -> bool:
        """Whether nothing speaks against a line: no furniture, date, name, caption, prompt or address."""
        text = self.texts[at][:_LOOKED_AT]
        plain = not self.boilerplate[at] and not self.dates[at] and self.bylines[at] is None and not is_caption(text)
        return plain and self.keys[at] != "" and not any(has(pattern, text) for pattern in NO_COPY)

    def is_plain_sentence(self, at: int) -> bool:
        """Whether a whole sentence asks nothing of the reader, credits nobody and names no address."""
        text = _AGENCY_LAST.sub("", self.texts[at])
        least = _PLAIN_LEAST if self.is_page else _PLAIN_LEAST_ELSEWHERE
        return (
            ends_sentence(text) and self.counts[at] >= least and not text.endswith((":", "：", "...", "…"))
            and not self.boilerplate[at] and not is_caption(text)
            and not any(has(pattern, text) for pattern in NO_COPY)
        )  # fmt: skip

    def is_listed(self, at: int) -> bool:
        """Whether a line is an item of a list, and a line beside it, too."""
        near = [self.texts[one] for one in (at - 1, at + 1) if 0 <= one < len(self.items)]
        own = not self.boilerplate[at] and bool(LISTED.match(self.texts[at]))
        return own and any(map(LISTED.match, near))

    @cached_property
    def lists(self) -> list[range]:
        """Where the story's own lists and results stand, also on a page."""
        kinds = [self._kind_of_item(at) for at in range(len(self.items))]
        return [run for run in runs(kinds) if self._is_of_story(run)]

    @cached_property
    def listed(self) -> frozenset[int]:
        """The lines of those."""
        return frozenset(at for run in self.lists for at in run if self._may_be_item(at))

    @cached_property
    def list_titles(self) -> frozenset[int]:
        """The short lines right above them that may be their titles."""
        return frozenset(run[0] - 1 for run in self.lists if self._is_title_of_list(run[0] - 1))

    def _kind_of_item(self, at: int) -> str:
        """`listed`, `result`, or nothing."""
        text = self.texts[at]
        if LISTED.match(text):
            return "listed"
        return "result" if is_result(text) and self._may_be_item(at) else ""

    def _may_be_item(self, at: int) -> bool:
        """Whether nothing speaks against an item; names may stand in a list."""
        text = self.texts[at]
        return not self.boilerplate[at] and not self.dates[at] and not any(has(one, text) for one in NO_COPY)

    def _is_of_story(self, run: range) -> bool:
        """Whether a list stands in running text, right above it, or led in behind the last; results need no page."""
        plain = sum(map(self._may_be_item, run))
        if len(run) < _RUN or 2 * plain <= len(run) or run[-1] >= self.page_end:
            return False
        if run[-1] < self.first_prose:
            results = not self.is_page and is_result(self.texts[run[0]])
            return results or any(self.prose[run[-1] + 1 : run[-1] + 2])
        return run[-1] < self.last_prose or self._is_led_in(run)

    def _is_led_in(self, run: range) -> bool:
        """Whether running text, or a colon, stands right before a list, or most of its items have numbers."""
        before = max(run[0] - 1, 0)
        numbers = sum(any(map(str.isdigit, without_sign(self.texts[at]))) for at in run)
        return self.prose[before] or self.texts[before].endswith((":", "：")) or 2 * numbers > len(run)

    def _is_title_of_list(self, at: int) -> bool:
        """Whether a short line is the title of the list below it: no name, or one that the line above has said."""
        if at <= 0 or not 1 <= self.counts[at] <= _TITLE_OF_LIST or not self._may_be_item(at):
            return False
        said = any(self.keys[at] in other and self.keys[at] != other for other in self.keys[:at])
        return self.bylines[at] is None or said

    def is_told_on(self, at: int) -> bool:
        """Whether running text of copy that is no page stands there more than twice: once would be a standfirst's."""
        return not self.is_page and self.prose[at] and self.repeats[self.keys[at]] > 2

    def is_surely_of_page(self, at: int) -> bool:
        """Whether a line of a page is none of the story: a word of its menus, alone behind the text, or two prompts."""
        if not self.is_page or at in self.listed or self.items[at].lines[0].row:
            return False
        text = self.texts[at]
        alone = self.page_end > at > self.last_prose >= 0 and self.counts[at] == 1 and not ends_sentence(text)
        return is_menu_word(text) or alone or len(PROMPT.findall(text[:400])) >= _PROMPTS

    def can_be_headline(self, at: int) -> bool:
        """Whether a line is no date, furniture, caption or greeting, and short enough; a section's name may be one."""
        text = self.texts[at]
        furniture = (self.boilerplate[at] and not is_section(text)) or is_trail(text) or is_caption(text)
        greets = text.endswith((":", ",", "：", "，"))
        return not (self.dates[at] or furniture or greets) and self.counts[at] <= _LONGEST_DEK

    def may_be_headline(self, at: int) -> bool:
        """Whether nothing speaks against a line above the body as its headline, even where it reads as a bare name."""
        own = self.bylines[at]
        named = own is not None and not own.sure and not self.boilerplate[at]
        return (named or self.is_plain(at)) and self.can_be_headline(at)

    def may_be_dek(self, at: int) -> bool:
        """Whether a line close below the headline and above a sure byline may be the dek, though it reads as a name."""
        own, below = self.bylines[at], self.bylines[at + 1] if at + 1 < len(self.items) else None
        signed = below is not None and below.sure and not (own and (own.sure or own.people & below.people))
        close = self.items[at].lines[0].gap == 0 and 3 <= self.counts[at] <= _LONGEST_DEK
        return signed and close and (own is not None or self.is_plain(at)) and not self.repeats_line(at)

    def has_same_line(self, at: int) -> bool:
        return len(self.keys[at]) > _LEAST_REPEATED and self.repeats[self.keys[at]] > 1

    def repeats_line(self, at: int) -> bool:
        """Whether a line stands elsewhere, too, or is the beginning of another, or tells of a picture."""
        again = self.has_same_line(at) and self.repeats[self.keys[at]] <= _MOST_REPEATS
        return again or self.is_teaser(at) or self.is_pictured(at)

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each, as far as they are compared."""
        return [_words(text[:COMPARED]) for text in self.texts]

    @cached_property
    def word_sets(self) -> list[frozenset[str]]:
        """The words of each, once."""
        return [frozenset(words) for words in self.words]

    @cached_property
    def shares(self) -> list[float]:
        """The share of each paragraph's words that the running text elsewhere has."""
        return [self._shared(at) for at in range(len(self.items))]

    @cached_property
    def best_share(self) -> float:
        """The greatest share that a line of the head has."""
        return max((self.shares[at] for at in self.head), default=0.0)

    def shared(self, at: int) -> float:
        """The share of a paragraph's words that the running text elsewhere has."""
        return self.shares[at]

    def _shared(self, at: int) -> float:
        own, elsewhere = self.words[at], 1 if self.prose[at] else 0
        return sum(self.vocabulary[word] > elsewhere for word in own) / len(own) if own else 0.0


def reads_on(text: str) -> bool:
    """Whether a paragraph reads like running text: whole sentences, not a line of a head or a menu."""
    count = words(text)
    return (ends_sentence(text) and count >= _LEAST_SENTENCE_WORDS) or count >= _LEAST_OPEN_WORDS


def _words(text: str) -> list[str]:
    return [word[:_STEM] for word in _WORD.findall(text.casefold())]
