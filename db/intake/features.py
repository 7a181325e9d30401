"""What can be told of each paragraph of arriving copy: one table of questions, each answered with yes or no.

Nothing is decided here. `labels` weighs the answers of all paragraphs together.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from db.intake.boilerplate import is_caption, is_furniture, is_outlet, is_section, is_trail, says_again, starts_list
from db.intake.datelines import starts_with_dateline
from db.intake.dates import is_date
from db.intake.lines import LINES_KNOWN, ends_sentence, han, key, words
from db.intake.names import Byline, is_company, is_newsroom, read_byline
from db.intake.wrap import Item

_WORD = re.compile(r"[^\W\d_]{3,}|[\u4e00-\u9fff]{2}")
_PROMPT = re.compile(
    r"(?i)\b(?:subscrib|sign (?:in|on|up)|log ?in|register|newsletters?$|(?:our|daily|weekly|free) newsletter"
    r"|follow us|click|tap here|press here"
    r"|download|our app|"
    r"join (?:us|our|today|now|here)|become a member|members? of|support (?:us|our)|donate|your email"
    r"|already (?:a|with|have)|"
    r"read (?:more|on|also|next|the full)|see (?:all|more|also|the rest)|continue reading|to (?:go on"
    r"|continue) reading|"
    r"to read (?:the rest|on|more)|leave a (?:reply|comment)|write a reply|comments? (?:are|is)|free (?:stories"
    r"|articles)|"
    r"share this|sharethis|advertis|promot|sponsor|cookie|privacy|terms of|copyright (?:©|\(c\)|by\b|\d{4})"
    r"|all rights reserved|(?<![√Ã])©|"
    r"for more information|free article|(?:story|stories|article)s? left|invalid email|something went wrong|inbox"
    r"|contact:|press contact|media contact|for immediate release|have your say|topics you follow|"
    r"read .{2,40}\bfull\b|(?:full|whole) .{0,20}(?:report|story|review|interview)s? here|"
    r"(?:our|read the) rules|comments on|reached at|write to (?:her|him|us)|don['’]t (?:be the last|get caught|miss))"
)
"""What asks something of the reader; a © behind √ or Ã is an é that was misread."""
_PROMPT_ELSEWHERE = re.compile(
    r"(?i)abonn|anmeld|newsletter|kommentier|kommentar|weiterlesen|mehr zum thema|das könnte sie|lesezeit|beiträge|"
    r"s['’]abonner|connectez|lire aussi|à lire|commentaires|partager|suscrib|comparti|comentarios|leer más|lee también|"
    r"leggi anche|condividi|commenti|iscriviti|"
    r"分享|评论|登录|注册|扫码|点击|客户端|公众号|责任编辑|责编|编辑|初审|终审|"
    r"来源|字号|打印|关闭窗口|当前位置|相关|推荐|热点|版权"
)
_CREDIT = re.compile(
    r"(?i)(?:photo(?:s|graph(?:s|er)?)?|picture|image|credit|courtesy|foto|fotos|crédit|bild|摄|供图|图片|图)\s*"
    r"(?:by|of|:|：|/|\||©)|(?<![√Ã])©|\(?file(?: photo)?\)?$|\b(?:getty|reuters|afp|ap photo|epa|shutterstock)\b|"
    r"\S ?/ ?[A-Z]{3,}\b|\|\s*[\w. ]{3,30}$"
)
_CREDIT_BEHIND = re.compile(
    r"\S ?[/|] ?[A-Z][A-Za-z.]{2,20}$|[.”\"')] ?\(?[A-Z][\w.]+ [A-Z][\w.]+\)?$|[(（][^()（）]{2,30}[)）]$"
)
"""A name, an agency or brackets behind the last sentence."""
_AGENCY = re.compile(r"\(?[-–— ]*\(?[A-Z][A-Za-z.]{1,20}(?: [A-Z][a-z]+){0,2}\)?$")
_MADE_BY = re.compile(
    r"(?i)^\W*(?:additional |with )?(?:reporting|report|reported|edit(?:ed|ing)|writing|written|shot|filmed|cut"
    r"|subtitles|"
    r"words|text|translat\w+|compiled|produced|graphics?|video)\b.{0,30}\bby\b"
)
_CONTRIBUTED = re.compile(
    r"(?i)\bcontributed to this (?:report|story|article)|\bcan be reached at|\bfollow (?:him|her|them)\b"
    r"|\b(?:contributed|sent in|submitted) this\b|is a (?:staff|freelance|senior)"
)
_PAGE_END = re.compile(
    r"(?i)^\W*(?:copyright(?:$| ?©| ?\(c\)| by\b| \d{4}|:)|©|tags?\b|keywords?\b|topics\b|comments?\b|leave a"
    r"|write a reply|post a|share\b"
    r"|related|latest (?:posts|news|stories)|key posts|story tools|social media|contributed by|recommended"
    r"|about (?:the (?:author|contributor)|us\b)|notes to editors|more (?:from(?! the\b)|stories|:)|"
    r"read more|most (?:read|popular|viewed|liked|seen)|popular posts|much liked|kommentare?|das könnte|mehr zum"
    r"|lire aussi|à lire|sur le même|lesen sie|art[ií]culos relacionados|[úu]ltimas noticias|m[áa]s (?:en"
    r"|le[íi]d)|te puede|archivado|leggi anche|potrebbe|"
    r"相关|责任编辑|责编|编辑|评论|分享|热点|推荐)"
)
_RELEASE = re.compile(
    r"(?i)for immediate release|\b(?:press|news|media) (?:release|advisory|contact)|notes to editors|^contacts?:"
    r"|pressemitteilung|communiqué de presse|comunicado de prensa|comunicato stampa|persbericht"
)
_ABOUT = re.compile(r"(?i)(?:about|über|à propos d|acerca de|sobre|over|informazioni su)\b.{2,60}")
"""The title of what a release says of who sent it."""
_SENTENCES = re.compile(r"(?<=[.!?…。！？])\s*")
_LEAST_SENTENCE = 20
"""Letters of a sentence that is looked for elsewhere."""
_LOOKED_AT = 400
"""Characters at the beginning of a paragraph in which signs of what it is are looked for."""
_SHORT_CAPTION = 25
"""Words."""
_SIGNS_OF_PAGE = 2
"""Lines that only pages have, from which on a text was copied off one."""
_SHORT_PROMPT = 15
"""Words of a line that asks something of the reader; what is longer may be a story that speaks of it."""
_BUTTON = re.compile(r"(?i)(?:share|comments?)(?: (?:this|on) .{2,20})?")
"""What stands below each entry of a live page, and not only below the last."""
_NEAR_BUTTON = 3
"""Paragraphs behind a button within which running text goes on with the page."""
_MOST_REPEATS = 4
"""Times that a page says its headline or a caption; a line that stands more often is one of a list."""
_LONGEST_DEK = 40
"""Words."""
_BRIEFS = 2
"""Titles between paragraphs that make a text several short stories."""
_AGENCY_LAST = re.compile(r"(?<=[.!?”\"]) ?\(?(?:[A-Z]{2,5}[ /]?){1,4}\)?$")
"""The agency and the initials of who wrote it, behind a last sentence."""
_HAN_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]")
"""How the parts of a Chinese text are numbered."""
_AGENCY_FIRST = re.compile(r"\([A-Z]{2,8}\)\s?[—–-]")
"""How a lede begins that names an agency, and no place."""
_LONG_LINE = 12
"""Words of a line that is no signature."""
_CONTACTS = 2
"""Addresses and telephone numbers that make a few lines a note of whom to ask."""
_CONTACT_LONGEST = 400
_LISTED = re.compile(r"(?:[•·▪‣◦●○*–—-]|\(?\w{1,2}[.)、]|\[\d{1,2}\])\s+\S")
_ADDRESS = re.compile(r"(?i)https?://|www\.|[^\s@]{1,60}@[^\s@]{1,80}\.[^\s.@]|\+?\d[\d ()-]{8,}")
_RESULT = re.compile(
    r"(?!.*\d{4})(?:(?=.* (?:[-–—]|vs?\.?) )|(?!.*\b(?:[01]?\d|2[0-3]):[0-5]\d\b))"
    r"[^\d\W].{0,60}(?:\b\d{1,3}\b.{1,40}\D|\b\d{1,3} ?[-–:] ?)\d{1,3}\)?"
)
"""Who played and how it ended: two numbers, the last at the line's end, no year and, without a dash, no time of day."""
_LONGEST_RESULT = 100
"""Characters."""
_TITLE_OF_LIST = 5
"""Words."""
_RUN = 3
"""Neighbours of one kind that are a list or results: of two, one may be anything that begins so."""
_SCORE = re.compile(r"\d\s?[-–:]\s?\d|\b\d{1,3}$")
_HASHES = re.compile(r"^#{1,6}\s")
_PLAIN_LEAST, _PLAIN_LEAST_ELSEWHERE = 5, 3
"""Words of a plain sentence: on a page, where shorter ones are prompts, and in copy that has none."""
_NO_COPY = (_PROMPT, _PROMPT_ELSEWHERE, _CREDIT, _ADDRESS, _CONTRIBUTED, _MADE_BY)
"""What no plain sentence of a story has."""
_YOU = re.compile(
    r"(?i)\b(?:you|your|we|our|us|sie|ihre?n?|unsere?n?|vous|votre|vos|notre|nos|usted|su|tu|nuestr[oa]s?)\b"
)
_OPENING = "“\"'‘«「『"


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
        return [is_date(text) or _mostly_date(text) for text in self.texts]

    @cached_property
    def boilerplate(self) -> list[bool]:
        """Whether each is surely none of the story wherever it stands."""
        return [is_furniture(text) or _is_contact(text) for text in self.texts]

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
        return furniture or (self.counts[at] < _SHORT_PROMPT and _has(_PROMPT, self.texts[at]))

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
            if 2 <= self.counts[at] <= 40 and not self.boilerplate[at] and not self.dates[at]
            and self.bylines[at] is None and not is_caption(self.texts[at])
        ]  # fmt: skip

    @cached_property
    def page_end(self) -> int:
        """Where a page's own matter begins behind the running text: a copyright, tags, comments, a list of others."""
        found = (at for at in range(self.first_prose + 1, len(self.items)) if self._ends_page(at))
        return min(next(found, len(self.items)), self.first_list)

    def _ends_page(self, at: int) -> bool:
        text = self.texts[at]
        about = self.is_release and not ends_sentence(text) and bool(_ABOUT.fullmatch(text))
        button = bool(_BUTTON.fullmatch(text)) and any(self.prose[at + 1 : at + 1 + _NEAR_BUTTON])
        short = self.counts[at] < _SHORT_PROMPT and not button
        return about or (short and bool(_PAGE_END.search(text[:120])))

    @cached_property
    def is_release(self) -> bool:
        """Whether somebody who wants to be written about sent the text."""
        return any(_RELEASE.search(text[:400]) for text in self.texts)

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
        named = at > 1 and (self.bylines[at - 1] is not None or _has(_CREDIT, self.texts[at - 1]))
        if named and self.counts[at - 1] < 9 and _has_same_line(self, at - 2):
            return True
        near = (self.texts[one] for one in (at - 1, at + 1) if 0 <= one < len(self.items))
        return any(_says_with_credit(text, self.texts[at]) for text in near)

    def is_teaser(self, at: int) -> bool:
        """Whether a paragraph is the beginning of another."""
        return self._teasers[at]

    @cached_property
    def _teasers(self) -> list[bool]:
        """Of each: in the order of their letters one that begins another stands right before such a one."""
        begin: set[str] = set()
        following = ""
        for own in sorted(set(self.keys), reverse=True):
            if len(own) >= _LEAST_SENTENCE and following.startswith(own):
                begin.add(own)
            following = own
        return [own in begin for own in self.keys]

    def is_sure(self, at: int) -> bool:
        """Whether a paragraph is surely of the body: a plain sentence, or a row, before the page's own matter."""
        first = self.first_prose if self.last_prose >= 0 else 0
        if not first <= at < self.page_end or self.repeats_line(at):
            return False
        if (
            self._is_subhead(at)
            or _HAN_HEADING.match(self.texts[at])
            or (not self.is_page and self.is_plain(at) and self._says_something(at))
        ):
            return True
        row, heading = self.items[at].lines[0].row, bool(_HASHES.search(self.texts[at]))
        return _is_plain_sentence(self, at) or row or heading

    def _is_subhead(self, at: int) -> bool:
        """Whether a short line stands alone between two paragraphs of running text."""
        if not 0 < at < len(self.items) - 1 or not self.prose[at + 1]:
            return False
        if not self.prose[at - 1] and not _is_plain_sentence(self, at - 1):
            return False
        return 2 <= self.counts[at] <= 6 and self.is_plain(at)

    def _says_something(self, at: int) -> bool:
        """Whether a line of copy that is no page is more than the few words of a signature behind the last sentence."""
        text = self.texts[at]
        return at < self.last_prose or ends_sentence(text) or bool(_LISTED.match(text)) or self.counts[at] >= _LONG_LINE

    def is_plain(self, at: int) -> bool:
        """Whether nothing speaks against a line: no furniture, date, name, caption, prompt or address."""
        text = self.texts[at][:400]
        plain = not self.boilerplate[at] and not self.dates[at] and self.bylines[at] is None and not is_caption(text)
        return plain and self.keys[at] != "" and not any(_has(pattern, text) for pattern in _NO_COPY)

    def is_listed(self, at: int) -> bool:
        """Whether a line is an item of a list, and a line beside it, too."""
        near = [self.texts[one] for one in (at - 1, at + 1) if 0 <= one < len(self.items)]
        own = not self.boilerplate[at] and bool(_LISTED.match(self.texts[at]))
        return own and any(map(_LISTED.match, near))

    @cached_property
    def lists(self) -> list[range]:
        """Where the story's own lists and results stand, also on a page."""
        kinds = [self._kind_of_item(at) for at in range(len(self.items))]
        return [run for run in _runs(kinds) if self._is_of_story(run)]

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
        if _LISTED.match(text):
            return "listed"
        return "result" if _is_result(text) and self._may_be_item(at) else ""

    def _may_be_item(self, at: int) -> bool:
        """Whether nothing speaks against an item; names may stand in a list."""
        text = self.texts[at]
        return not self.boilerplate[at] and not self.dates[at] and not any(_has(one, text) for one in _NO_COPY)

    def _is_of_story(self, run: range) -> bool:
        """Whether a list stands right above running text or in it; one behind the last of a page has to be led in."""
        plain = sum(map(self._may_be_item, run))
        if len(run) < _RUN or 2 * plain <= len(run) or run[-1] >= self.page_end:
            return False
        if run[-1] < self.first_prose:
            return any(self.prose[run[-1] + 1 : run[-1] + 2])
        return run[-1] < self.last_prose or self._is_led_in(run)

    def _is_led_in(self, run: range) -> bool:
        """Whether running text, or a colon, stands right before a list, or most of its items have numbers."""
        before = max(run[0] - 1, 0)
        numbers = sum(any(map(str.isdigit, _without_sign(self.texts[at]))) for at in run)
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

    def may_be_dek(self, at: int) -> bool:
        """Whether a line close below the headline and above a sure byline may be the dek, though it reads as a name."""
        own, below = self.bylines[at], self.bylines[at + 1] if at + 1 < len(self.items) else None
        signed = below is not None and below.sure and not (own and (own.sure or own.people & below.people))
        close = self.items[at].lines[0].gap == 0 and 3 <= self.counts[at] <= _LONGEST_DEK
        return signed and close and (own is not None or self.is_plain(at)) and not self.repeats_line(at)

    def repeats_line(self, at: int) -> bool:
        """Whether a line stands elsewhere, too, or is the beginning of another, or tells of a picture."""
        again = _has_same_line(self, at) and self.repeats[self.keys[at]] <= _MOST_REPEATS
        return again or self.is_teaser(at) or self.is_pictured(at)

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each, as far as they are compared."""
        return [_words(text[:_COMPARED]) for text in self.texts]

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


def _runs(kinds: Sequence[str]) -> list[range]:
    """The places of neighbours of one kind; those of none are no run."""
    found: list[range] = []
    for kind, group in groupby(range(len(kinds)), kinds.__getitem__):
        places = list(group)
        found += [range(places[0], places[-1] + 1)] if kind else []
    return found


def _without_sign(text: str) -> str:
    """The text of a list's item."""
    found = _LISTED.match(text)
    return text[found.end() - 1 :] if found else text


def _is_result(text: str) -> bool:
    """Whether a line says who played and how it ended."""
    return len(text) <= _LONGEST_RESULT and bool(_RESULT.fullmatch(text))


def _is_contact(text: str) -> bool:
    """Whether a paragraph says whom to ask, and how they are reached."""
    return len(text) < _CONTACT_LONGEST and len(_ADDRESS.findall(text)) >= _CONTACTS


def _says_with_credit(longer: str, text: str) -> bool:
    """Whether a line is another one with who took the picture behind it."""
    rest = longer[len(text) :] if longer.startswith(text) else ""
    return 0 < len(rest) < 80 and bool(_CREDIT.search(rest) or _CREDIT_BEHIND.search(longer[-80:]))


@lru_cache(maxsize=LINES_KNOWN)
def _has(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the beginning of a paragraph has what a pattern looks for; each is asked several times."""
    return bool(pattern.search(text[:_LOOKED_AT]))


def reads_on(text: str) -> bool:
    """Whether a paragraph reads like running text: whole sentences, not a line of a head or a menu."""
    count = words(text)
    return (ends_sentence(text) and count >= 12) or count >= 35


def _words(text: str) -> list[str]:
    return [word[:6] for word in _WORD.findall(text.casefold())]


_DATE_WORD = re.compile(
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|avr|juin|juil|août|märz|mai|juni|juli|okt"
    r"|dez)[a-zé]{0,9}\.?\b|"
    r"\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\b|\b[ap]\.?m\b|\d{4}年|\d{1,2}[月日]|"
    r"\b(?:published|updated|posted|changed|printed|modified|ago|read|minutes?|hours?|utc|gmt|[ecp][sd]?t|cet)\b"
)


def _mostly_date(text: str) -> bool:
    """Whether numbers and names of dates are nearly all a short line has."""
    if len(text) > 100 or not any(char.isdigit() for char in text):
        return False
    left = re.sub(r"[\W_]+", "", _DATE_WORD.sub(" ", text))
    whole = re.sub(r"[\W_]+", "", text)
    return (
        bool(whole)
        and len(left) <= 0.4 * len(whole)
        and bool(re.search(r"(?:19|20)\d\d|\d[:.]\d\d|\d月\d{1,2}日", text))
    )


_COMPARED = 1_000
"""Characters of a paragraph that are compared with others."""
Question = Callable[[Paragraphs, int], bool]


def _near(question: Callable[[Paragraphs, int], bool], step: int) -> Question:
    return lambda all_, at: 0 <= at + step < len(all_.items) and question(all_, at + step)


def _count(least: int, most: int) -> Question:
    return lambda all_, at: least <= all_.counts[at] <= most


def _matches(pattern: re.Pattern[str]) -> Question:
    return lambda all_, at: _has(pattern, all_.texts[at])


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
    found = [word for word in all_.texts[at].split() if word[:1].isalpha() and len(word) > 3]
    return len(found) > 2 and all(word[0].isupper() for word in found)


def _has_same_line(all_: Paragraphs, at: int) -> bool:
    return len(all_.keys[at]) > 8 and all_.repeats[all_.keys[at]] > 1


def _said_before(all_: Paragraphs, at: int) -> bool:
    return len(all_.keys[at]) > 5 and all_.keys[at] in all_.keys[:at]


def _said_again_longer(all_: Paragraphs, at: int) -> bool:
    return any(
        len(all_.keys[at]) > 10 and near != at and says_again(text, all_.texts[at])
        for near, text in enumerate(all_.texts[:40])
    )


def _is_said_in_lede(all_: Paragraphs, at: int) -> bool:
    own = all_.keys[at]
    return 20 < len(own) < _COMPARED and any(own in other and own != other for other in all_.keys)


def _begins_like_next_prose(all_: Paragraphs, at: int) -> bool:
    """Whether running text further down tells the same: most words of this stand in one paragraph."""
    own = all_.word_sets[at]
    if len(own) < 6:
        return False
    later = (other for near, other in enumerate(all_.word_sets) if near > at and all_.prose[near])
    return any(len(own & other) >= 0.6 * len(own) for other in later)


def _says_sentence_of_another(all_: Paragraphs, at: int) -> bool:
    """Whether a sentence of a paragraph stands in a later one, too."""
    own = [key(one) for one in _SENTENCES.split(all_.texts[at][:400])]
    later = [other for near, other in enumerate(all_.keys[: at + 40]) if near > at]
    return any(len(one) >= _LEAST_SENTENCE and any(one in other for other in later) for one in own)


def _shares_with_later(least: float, most: float) -> Question:
    """Whether so great a share of a paragraph's words stands in one later paragraph of running text."""

    def question(all_: Paragraphs, at: int) -> bool:
        own = all_.word_sets[at]
        later = (
            len(own & all_.word_sets[near]) for near in range(at + 1, min(at + 12, len(all_.items))) if all_.prose[near]
        )
        return len(own) >= 6 and least <= max(later, default=0) / len(own) < most

    return question


def _has_titles_below(all_: Paragraphs) -> bool:
    return len(all_.titles) >= _BRIEFS


def _is_plain_sentence(all_: Paragraphs, at: int) -> bool:
    """Whether a whole sentence asks nothing of the reader, credits nobody and names no address."""
    text = _AGENCY_LAST.sub("", all_.texts[at])
    least = _PLAIN_LEAST if all_.is_page else _PLAIN_LEAST_ELSEWHERE
    return (
        ends_sentence(text) and all_.counts[at] >= least and not text.endswith((":", "：", "...", "…"))
        and not all_.boilerplate[at] and not is_caption(text)
        and not any(_has(pattern, text) for pattern in _NO_COPY)
    )  # fmt: skip


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
    "plain sentence": _is_plain_sentence,
    "plain sentence on a page that has not ended": lambda all_, at: at < all_.page_end and _is_plain_sentence(all_, at),
    "behind the page's end": lambda all_, at: at >= all_.page_end,
    "prose behind the page's end": lambda all_, at: at >= all_.page_end and all_.prose[at],
    "ends the page": lambda all_, at: bool(_PAGE_END.search(all_.texts[at][:120])),
    "about in a release": lambda all_, at: all_.is_release and bool(_ABOUT.fullmatch(all_.texts[at])),
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
    "prompt": _matches(_PROMPT),
    "prompt elsewhere": _matches(_PROMPT_ELSEWHERE),
    "short prompt": lambda all_, at: all_.counts[at] < 15 and _has(_PROMPT, all_.texts[at]),
    "caption": lambda all_, at: is_caption(all_.texts[at]),
    "credit": _matches(_CREDIT),
    "short credit": lambda all_, at: all_.counts[at] < 30 and _has(_CREDIT, all_.texts[at]),
    "agency": lambda all_, at: all_.texts[at].startswith(("-", "(")) and bool(_AGENCY.fullmatch(all_.texts[at])),
    "made by": _matches(_MADE_BY),
    "contributed": _matches(_CONTRIBUTED),
    "address": _matches(_ADDRESS),
    "short with address": lambda all_, at: all_.counts[at] < 12 and _has(_ADDRESS, all_.texts[at]),
    "list item": _matches(_LISTED),
    "score": lambda all_, at: all_.counts[at] < 9 and _has(_SCORE, all_.texts[at]),
    "crumbs": lambda all_, at: all_.counts[at] < 20 and len(re.findall(r"[|>»/•·]", all_.texts[at])) >= 1,
    "hashes": _matches(_HASHES),
    "dateline": lambda all_, at: all_.datelines[at],
    "sure byline": _is_sure_byline,
    "bare name": _is_bare_name,
    "no name": lambda all_, at: all_.bylines[at] is None,
    "short and no name": lambda all_, at: all_.bylines[at] is None and all_.counts[at] < 6,
    "paper or agency": lambda all_, at: is_company(all_.texts[at]),
    "short prompt elsewhere": lambda all_, at: all_.counts[at] < 25 and _has(_PROMPT_ELSEWHERE, all_.texts[at]),
    "prompt behind the page's end": lambda all_, at: at >= all_.page_end and _has(_PROMPT, all_.texts[at]),
    "sure body": lambda all_, at: all_.is_sure(at),
    "speaks to you": lambda all_, at: bool(_YOU.search(all_.texts[at][:400])) and all_.texts[at][:1] not in _OPENING,
    "newsroom": lambda all_, at: is_newsroom(all_.texts[at]),
    "row of a table": lambda all_, at: all_.items[at].lines[0].row,
    "credit at its end": lambda all_, at: bool(_CREDIT_BEHIND.search(all_.texts[at][-80:])),
    "person said again": _says_person_again,
    "name used in text": _is_name_used,
    "same line elsewhere": _has_same_line,
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
    "credit next": _near(lambda all_, at: all_.counts[at] < 30 and _has(_CREDIT, all_.texts[at]), 1),
    "credit before": _near(lambda all_, at: all_.counts[at] < 30 and _has(_CREDIT, all_.texts[at]), -1),
    "repeated headline before": _near(_said_before, -1),
    "repeated in two before": _near(_said_before, -2),
    "short before": _near(lambda all_, at: all_.counts[at] < 6, -1),
    "short next": _near(lambda all_, at: all_.counts[at] < 6, 1),
    "score before": _near(lambda all_, at: all_.counts[at] < 9 and _has(_SCORE, all_.texts[at]), -1),
    "score next": _near(lambda all_, at: all_.counts[at] < 9 and _has(_SCORE, all_.texts[at]), 1),
    "list item before": _near(_matches(_LISTED), -1),
}
"""Every question, by its name in the table of weights."""


def answers(all_: Paragraphs) -> list[list[str]]:
    """For each paragraph the questions that it answers with yes."""
    return [[name for name, question in FEATURES.items() if question(all_, at)] for at in range(len(all_.items))]
