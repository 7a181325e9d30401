"""Bylines: who wrote a story, out of the many ways a page says it, in the one way a paper prints it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from db.intake.boilerplate import is_outlet, is_section
from db.intake.datelines import CITIES, is_place
from db.intake.dates import is_date
from db.intake.lines import HAN, LINES_KNOWN, han

_BY = re.compile(
    r"(?i:(?:(?:text|story|words|posted|published|submitted|written|reported|reporting|report|compiled|article"
    r"|interview|interviewed|reviewed)"
    r"(?: and photos?)? )?by|byline|author|authors|writer|writers|reporter|reporters|correspondent)(?: ?[:：] ?"
    r"| )(?=\S)"
)
_BY_ELSEWHERE = re.compile(
    r"(?P<word>(?:Par|PAR|Propos recueillis par|Texte|Von|VON|Por|POR|Di|DI|di|Door|DOOR|Av|AV|Af|AF|Przez"
    r"|Napisał|Napisała"
    r"|Автор|Текст|Kirjoittanut|Írta|Scris de|Yazan|Oleh|OLEH|Bởi|Text|Tekst|Autor|Autora|Texto|Testo)(?: ?:)?) (?=\S)"
)
"""What stands before a writer's name where it is not English."""
_PARTICLE_WORDS = "de van von der den bin ibn al el da di del la le y dos das ter ten zu af av"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_LETTER = rf"[^\W\d_{HAN}]"
_NAME_WORD = re.compile(rf"(?:{_LETTER}\.){{1,4}}|{_LETTER}++(?:['’.-]{_LETTER}++)*+['’]?\.?,?")
_HAN_NAME = re.compile(rf"[(（]?[{HAN}]{{2,4}}(?:·[{HAN}]{{1,6}})*[)）]?")
_ROLE = re.compile(
    r"(?i)(?:our |special |senior |chief |staff |foreign |contributing |guest |china |asia )*"
    r"(?:staff writer|staff reporter|staff|writer|reporter|correspondent|editor|columnist|contributor|freelancer"
    r"|intern)s?"
    r"(?: (?:for|at|of|with) .{2,40})?"
)
_OFFICE = re.compile(
    r"(?:[A-Z][\w&'’-]{1,20} ){0,4}(?i:editor|editor-in-chief|correspondent|reporter|writer|critic|columnist|chief"
    r"|redakteurin|redakteur|korrespondentin|korrespondent|correspondant|correspondante|corresponsal|redactora?)"
)
"""What somebody is: `Health Editor`, `Political Correspondent`."""
_OFFICE_ALONE = re.compile(
    r"(?:(?i:by|from) )?(?:(?i:our|an?|the|from our) )?"
    r"(?i:special|staff|own|senior|chief|agency|legal|(?<=our )[\w-]{3,20})"
    r"(?: [A-Z][\w-]{2,20})? (?i:correspondents?|reporters?|writers?)|(?i:(?:by )?our correspondents?)"
)
"""Who wrote a story that names nobody: `Special Correspondent`, `By Our Cricket Correspondent`."""
_NO_PERSON = frozenset(
    [
        "dear",
        "sir",
        "madam",
        "sehr",
        "liebe",
        "lieber",
        "cher",
        "chère",
        "chers",
        "monsieur",
        "madame",
        "estimado",
        "estimada",
        "señor",
        "señora",
        "gentile",
        "egregio",
        "geachte",
        "szanowny",
        "szanowna",
        "sayın",
        "league",
        "division",
        "results",
        "group",
        "final",
        "liga",
        "table",
    ]
)
"""Words of greetings to an editor, and of titles of results, that are in no name."""
_COMPANY_WORDS = """
courier times news herald post tribune gazette journal chronicle dispatch observer mail express press daily weekly
bureau service agency radio tv television media network magazine review standard telegraph guardian argus echo bugle
sentinel ledger register citizen reporter zeitung anzeiger nachrichten tageblatt presse-agentur pressedienst agentur
nachrichtenagentur presse agence dépêche diario periódico agencia agenzia giornale gazzetta desk wire online today
correspondents newspapers group university college staff
"""
_NEWSROOM_WORDS = "bureau service agency presse-agentur pressedienst staff correspondents desk"
_NEWSROOM = frozenset(_NEWSROOM_WORDS.split())
"""Last words of names of those who write and are no person."""
_AGENCY_LONGEST = 5
"""Small letters of an agency's name behind a writer's: `dpa`, `ats`."""
_LONGEST_COMPANY = 6
"""Words of the name of a paper or an agency."""
_BEHIND_NAME = re.compile(
    r"^(?P<name>(?:[A-Z][A-Z'’.-]+ ){1,3}?[A-Z][A-Z'’.-]+|(?:[A-Z][\w.'’-]+ )[A-Z][\w.'’-]+) (?:[A-Z][a-z]{2,20} )?"
    r"(?:Editor|Correspondent|Reporter|Writer|Critic|Columnist)$"
)
"""A name with what its owner is, and nothing between them."""
_IN_PLACES = re.compile(r" in [A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30})?(?= and )")
_COMPANY = frozenset(_COMPANY_WORDS.split())
"""Last words of the names of papers and agencies."""
_OF_PICTURE = re.compile(r"(?i)[(\[](?:image|photo|picture|foto|file|pic|credit|symbolbild)\b")
_PLACE_WORDS = (" reporting from ", " reports from ", " in ", " from ")
_FOR = re.compile(r" (?:for|of|at) (?=(?:the )?[A-Z])")
_NAMES_SPLIT = re.compile(
    r", (?i:and|und|et|y|e) |,| (?i:and|with|und|mit|et|avec|och|og|en|и|und|ve) | [ye] |[&;；、]"
)
_SEGMENTS = re.compile(
    r"[|｜丨¦•·]| [/／–—-] | (?=(?i:last )?(?i:published|updated|posted|source|editors?) ?(?:[:：]|(?i:on|at)\b))"
)
"""Where a line with single spaces is parted."""
_SURNAME_WORDS = """
an bai bao bi bian cai cao cen chan chang chao che chen cheng cheung chi chu cui dai deng ding dong dou du
duan fan fang fei feng fu gan gao ge geng gong gu guan guo han hao he hong hou hu hua huang huo ji jia jian
jiang jiao jin jing ke kong kuang lai lam lan lang lau lee lei leng li lian liang liao lin ling liu long lou
lu luan luo lyu lv ma man mao mei meng mi miao min mo mou mu ni nie niu ou ouyang pan pang pei peng pi ping
pu qi qian qiang qiao qin qiu qu quan ran rao ren rong ruan sha shan shang shao shen sheng shi shu si song
su sui sun tan tang tao teng tian tong tu wan wang wei wen weng wong wu xi xia xian xiang xiao xie xin xing
xiong xu xue yan yang yao ye yi yin ying you yu yuan yue yun zang zeng zha zhan zhang zhao zhen zheng zhi
zhong zhou zhu zhuang zhuo zong zou zuo
"""
_SURNAMES = frozenset(_SURNAME_WORDS.split())
_HAN_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤施柳洪季樊葛庄祝申倪尤瞿俞殷章"
    "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇魏呂盧鍾譚陸範賈韋鄒龍賀顧龔萬錢嚴湯莊"
)
_HAN_ROLE = r"(?:[\u4e00-\u9fff]{0,8}(?:记者|記者)|[\u4e00-\u9fff]{0,4}(?:通讯员|通訊員)|特约撰稿人|实习生)"
_HAN_NAMES = rf"[{HAN}·]{{2,8}}(?:[\s、，,/／]+[{HAN}·]{{2,8}}){{0,7}}"
_HAN_LABEL = re.compile(
    rf"(?:作\s*者|撰\s*文|撰\s*稿|采\s*写|采写|文字|图文|文/图|文图|文并图|文|口述)\s*[:：]\s*({_HAN_NAMES})"
)
_HAN_ROLES = re.compile(rf"({_HAN_ROLE})(?:\s*[:：])?\s*")
_HAN_WORD = re.compile(rf"[{HAN}·]{{2,8}}")
_TOOK_PICTURE = ("摄", "攝", "供图", "供圖")
_MOST_NAMES = 8
"""Behind one role."""
_HAN_LABEL_BAR = re.compile(r"(作\s*者|撰文|撰稿|采写|文字|图文|文|图|编辑|摄影|设计|责编|来源)\s*[|｜丨/／]\s*")
_HAN_SEGMENTS = re.compile(r" (?=[\u4e00-\u9fff/ ]{1,8}[:：])|[|｜丨]")
_HAN_COMMAS = re.compile(r"[\s、，,/／]+")
_BOUND = 160
_LONGEST_ROLE = 6
"""Words behind a name that may say what the person is."""
_LONGEST_DATE = 8
"""Words at the beginning of a line with a date behind them that may be names."""
_LONGEST_NAME = 50
"""Characters of a name."""
_MOST_PARTS = 4
"""Words of a name; one more after “By”, where it may be an agency’s."""
_SHORT_CAPITALS = 3
"""Letters of a name in capitals that are initials, and stay."""
_LEAST_MC = 4
"""Letters of a name from which on MC is its beginning: MCCOY, and not MC."""
_LONGEST_HAN_PART = 30
"""Characters of a source, a date or an editor beside a Chinese byline."""
_MOST_BARE = 4
"""Chinese names in a line without a role."""
_LONGEST_HAN_NAME = 4
"""Characters of a Chinese name, whose family name may have two."""


@dataclass(frozen=True)
class Byline:
    """Who wrote a story, as read from one line."""

    names: tuple[str, ...]
    printed: str
    place: str = ""
    """Where from, in capitals, when the line says so (`By X in Beijing`)."""
    sure: bool = True
    """False for a bare name, which may be something else."""
    whole: bool = True
    """Whether names and place are all the line says."""
    word: str = ""
    """What the line says before the names: `By`, `Par`, `Von`."""

    def printed_in(self, language: str) -> str:
        """The byline as papers of a language print it: English ones alone put “By” before bare names."""
        if language == "en" or self.word or not self.printed.startswith("By "):
            return self.printed
        return ", ".join(self.names)

    def joined(self, other: "Byline") -> "Byline":
        """The byline of two lines, each with persons of its own."""
        names = (*self.names, *other.names)
        kept = self.word not in ("", "By") or han(self.printed)
        printed = f"{self.printed}, {', '.join(other.names)}" if kept else f"By {_listed(names)}"
        return replace(self, names=names, printed=printed, place=self.place or other.place)

    @property
    def people(self) -> frozenset[str]:
        """The names in a form to compare by."""
        return frozenset(name.casefold() for name in self.names)


@lru_cache(maxsize=LINES_KNOWN)
def read_byline(text: str) -> Byline | None:
    """The byline a line is, or None when it is something else."""
    if len(text) > 2 * _BOUND:
        return None
    text = _without_address(" ".join(text.strip("^<* ").split()).removeprefix("- "))
    if len(text) > _BOUND:
        return None
    if han(text) and not re.search(r"[A-Za-z]{2}", text):
        return _read_chinese(text)
    if _OF_PICTURE.search(text) or text.casefold().startswith("for immediate"):
        return None
    inner = text[1:-1].strip() if text[:1] in "([（【" and text[-1:] in ")]）】" else text
    segments = [segment.strip() for segment in _SEGMENTS.split(inner) if segment.strip()]
    return _from_segments(segments) if segments else None


def _without_address(text: str) -> str:
    """A line without the address behind the name."""
    before, found, last = text.rpartition(" ")
    return before if found and "@" in last[1:-2] else text


def _from_segments(segments: list[str]) -> Byline | None:
    """The byline of a line whose other parts are dates, outlets or places."""
    people = [(number, found) for number, segment in enumerate(segments) if (found := _read_person(segment))]
    if not people:
        return None
    number, byline = people[0]
    others = segments[:number] + segments[number + 1 :]
    if not others:
        return byline
    dated = any(is_date(other) for other in others)
    place = next((other for other in others if other.strip().casefold() in CITIES), "")
    for other in others:
        known = is_date(other) or is_outlet(other) or is_section(other) or other == place
        if not known and not ((byline.sure or dated) and len(other.split()) <= _LONGEST_ROLE and number == 0):
            return None
    sure = byline.sure or dated or any(map(is_outlet, others))
    return replace(byline, sure=sure, whole=False, place=byline.place or place.strip().upper())


def _read_person(segment: str) -> Byline | None:
    """Names, perhaps after `By`, with a place, a role or a date behind them."""
    if _OFFICE_ALONE.fullmatch(segment):
        return Byline((_BY.sub("", segment, count=1),), segment, sure=segment.casefold().startswith("by "))
    segment, office = _BEHIND_NAME.subn(r"\g<name>", segment.rstrip("—–- "))
    if is_newsroom(segment) and _is_title(segment) and not is_outlet(segment):
        return Byline((segment,), f"By {segment}", sure=False)
    english, other = _BY.match(segment), _BY_ELSEWHERE.match(segment)
    found = english or other
    rest = (segment[found.end() :] if found else segment).strip(" .,")
    rest, cut = _without_date(rest)
    rest, place = _without_place(rest)
    if not found and (works := _FOR.split(rest, maxsplit=1)[1:]) and not (is_company(works[0]) or is_outlet(works[0])):
        return None
    rest, role = _without_roles(rest)
    names = tuple(_plain_name(name) for name in _NAMES_SPLIT.split(rest) if name.strip())
    if len(names) > 1 and names[-1].casefold() in CITIES and not place:
        names, place = names[:-1], names[-1].upper()
    if found and is_company(rest) and _is_title(rest):
        names = (rest,)
    elif not names or len(names) > _MOST_NAMES or not all(_is_name(name, bool(found)) for name in names):
        return None
    if other and not english:
        printed = f"{other['word']} {_NAMES_SPLIT.sub(_kept_word, rest)}"
        return Byline(names, " ".join(printed.split()), place, True, not (cut or role or office), other["word"])
    sure = bool(found or office) or (all(map(has_known_surname, names)) and bool(place or cut))
    word = "By" if english and english.group().casefold().startswith("by") else ""
    return Byline(names, f"By {_listed(names)}", place, sure, not (cut or role or office), word)


def _is_title(text: str) -> bool:
    """Whether all words of a short name have capitals."""
    words = text.split()
    return len(words) <= _LONGEST_COMPANY and all(word[0].isupper() or word in _PARTICLES for word in words)


def _kept_word(mark: "re.Match[str]") -> str:
    """What stands between two names, as it is printed."""
    return ", " if mark.group() == "," else mark.group()


def _without_date(text: str) -> tuple[str, bool]:
    """The text without a date at its end."""
    tokens = text.split()
    for start in range(1, min(len(tokens), 1 + _LONGEST_DATE)):
        if is_date(" ".join(tokens[start:])):
            return " ".join(tokens[:start]).strip(" ,-–—"), True
    return text, False


def _without_place(text: str) -> tuple[str, str]:
    text = _IN_PLACES.sub("", text)
    for word in _PLACE_WORDS:
        before, found, place = text.rpartition(word)
        if found and is_place(place.strip(" .")):
            return before.strip(" ,"), place.strip(" .").upper()
    return text, ""


def _without_roles(text: str) -> tuple[str, bool]:
    """The names without what follows them: a role, an outlet, an address."""
    start, found, outlet = text.partition(" (")
    if found and outlet.endswith(")") and not han(outlet):
        return _without_roles(start)[0], True
    parts = [part.strip() for part in text.split(",")]
    kept = parts[:1] + [part for part in parts[1:] if not _is_aside(part)]
    names = _FOR.split(", ".join(kept))[0].strip()
    return names, names != ", ".join(parts)


def _is_aside(part: str) -> bool:
    """Whether what stands behind a name is no second person: what the first is, or whom they work for."""
    agency = part.islower() and len(part) <= _AGENCY_LONGEST
    return agency or bool(_ROLE.fullmatch(part) or _OFFICE.fullmatch(part)) or is_outlet(part) or is_company(part)


def is_company(text: str) -> bool:
    """Whether a name of several words is that of a paper or an agency by its last word."""
    words = text.casefold().split()
    return len(words) > 1 and words[-1].strip(".") in _COMPANY


def is_newsroom(text: str) -> bool:
    """Whether a name is that of those who write for several: `The Hindu Bureau`, `Express News Service`."""
    words = text.casefold().split()
    return len(words) > 1 and words[0] not in ("by", "news", "customer") and words[-1] in _NEWSROOM


def _plain_name(name: str) -> str:
    """A name in capitals and small letters, as papers print it."""
    name = name.strip(" .") if not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", name) else name.strip()
    letters = [c for c in name if c.isalpha()]
    if len(letters) > _SHORT_CAPITALS and all(c.isupper() for c in letters) and " " in name:
        first, *more = (_LETTERS.sub(_capitalised, word) for word in name.split())
        return " ".join([first, *(word.lower() if word.lower() in _PARTICLES else word for word in more)])
    return name


_LETTERS = re.compile(r"[^\W\d_]+")


def _capitalised(word: "re.Match[str]") -> str:
    """A part of a name; `MCBRIDE` is McBride."""
    text = word.group()
    return f"Mc{text[2:].capitalize()}" if text.startswith("MC") and len(text) > _LEAST_MC else text.capitalize()


def _is_name(name: str, explicit: bool) -> bool:
    """Whether words can be a person's name (or, after `By`, an agency's)."""
    if _HAN_NAME.fullmatch(name):
        return True
    parts = name.split()
    if not _NO_PERSON.isdisjoint(part.strip(",").casefold() for part in parts):
        return False
    if not (1 if explicit else 2) <= len(parts) <= _MOST_PARTS + explicit or len(name) > _LONGEST_NAME:
        return False
    if not explicit and (
        is_section(name) or is_outlet(name) or any(map(is_section, parts)) or is_place(name, known=True)
    ):
        return False
    return all(map(_is_name_word, parts)) and parts[0].casefold() not in ("the", "a", "an", "design")


def _is_name_word(part: str) -> bool:
    if part in _PARTICLES or _HAN_NAME.fullmatch(part):
        return True
    return bool(_NAME_WORD.fullmatch(part)) and part[0].isupper()


def has_known_surname(name: str) -> bool:
    """Whether a name holds one of the commoner Chinese family names, first or last, in Latin letters or Han."""
    if han(name):
        return name.strip("(（")[:1] in _HAN_SURNAMES
    parts = name.casefold().split()
    return len(parts) in (2, 3) and (parts[0] in _SURNAMES or parts[-1] in _SURNAMES)


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def as_byline(names: str) -> Byline | None:
    """The byline that a labelled field gives, with or without `By`."""
    found = read_byline(names) or read_byline(f"By {names}")
    return replace(found, sure=True) if found else None


def _read_chinese(text: str) -> Byline | None:
    """A byline in Chinese: its names as a Chinese paper prints them, `本报记者 张伟` with the role, others bare."""
    inner = text[1:-1] if text[0] in "(（【[□" and text[-1] in ")）】]" else text.lstrip("□■ ")
    segments = _HAN_SEGMENTS.split(_HAN_LABEL_BAR.sub(r"\1：", inner))
    for segment in filter(None, map(str.strip, segments)):
        found = _read_chinese_segment(segment)
        if found and _known_company(segments, segment):
            return replace(found, whole=len(segments) == 1)
    return _bare_chinese(inner)


def _known_company(segments: list[str], but: str) -> bool:
    """Whether the other parts of the line are short ones, such as a source, a date, an editor."""
    return all(len(segment) <= _LONGEST_HAN_PART for segment in segments if segment.strip() != but)


def _read_chinese_segment(segment: str) -> Byline | None:
    label = _HAN_LABEL.fullmatch(segment)
    if label:
        names = tuple(_HAN_COMMAS.split(label.group(1)))
        return Byline(names, " ".join(names))
    words = _HAN_COMMAS.split(_HAN_ROLES.sub(r" \1 ", segment).strip())
    if words[-1].endswith(_TOOK_PICTURE):
        return None
    names = tuple(word for word in words if not _is_han_role(word))
    return Byline(names, " ".join(words)) if _are_reporters(words) else None


def _is_han_role(word: str) -> bool:
    return bool(_HAN_ROLES.fullmatch(word))


def _are_reporters(words: list[str]) -> bool:
    """Whether words are a role and the names of those who have it, perhaps several times."""
    runs = [(role, list(run)) for role, run in groupby(words, _is_han_role)]
    roles, names = runs[::2], runs[1::2]
    return (
        len(roles) == len(names) and roles[0][0] and all(len(run) == 1 for _, run in roles)
        and all(len(run) <= _MOST_NAMES and all(map(_HAN_WORD.fullmatch, run)) for _, run in names)
    )  # fmt: skip


def _bare_chinese(text: str) -> Byline | None:
    names = tuple(re.split(r"[\s、，,]+", text.strip()))
    if (
        len(names) > _MOST_BARE
        or is_section(text)
        or not all(2 <= len(n) <= _LONGEST_HAN_NAME and n[0] in _HAN_SURNAMES and han(n) == len(n) for n in names)
    ):
        return None
    return Byline(names, " ".join(names), sure=False)
