"""Which character set bytes without a mark are in: a kept detector's word, and how likely the decoded words are.

charset-normalizer tells scripts and multi-byte sets apart well, but confuses single-byte sets of one script, where
a few letters differ. Those are weighed here by the words and letters of the languages that are written in them.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from charset_normalizer import from_bytes

_SAMPLE = 12_000
"""Bytes whose words and letters are weighed: more changes no verdict, and takes longer."""

_ASKED = 200_000
"""Bytes that the detector is given; it looks at some places in them, and decodes them all in each set."""

_CERTAIN = 0.1
"""What each character in which the likeliest reading differs from the next must gain on average; with less, the person
is told that another set may be meant.
"""

_TRUST = 0.1
"""What the detector's first choice is worth beside words and letters; its second half of that, and so on."""

_SETS_OF_LATIN = (
    "cp1252",
    "cp1250",
    "mac_roman",
    "iso8859_15",
    "iso8859_2",
    "cp1254",
    "cp1257",
    "cp850",
    "cp852",
    "cp437",
    "mac_latin2",
    "mac_turkish",
)
_SETS_OF_CYRILLIC = ("cp1251", "koi8_u", "koi8_r", "iso8859_5", "mac_cyrillic", "cp866", "cp855")
_SETS_OF_OTHERS = (
    "cp1253", "iso8859_7", "mac_greek", "cp737", "cp1255", "iso8859_8", "cp862", "cp1256", "iso8859_6", "cp874",
    "cp1258",
)  # fmt: skip
_MOST_OTHERS = 5
"""Other sets that are named, where the characters of one are wrong."""
_LIKELY = 0.5
"""What a text scores at least that is in the set it is read in: half of what is not ASCII fits its language."""

_WORDS_WEIGH = 2.0
_ALPHABET = 20
"""Letters from which on they are all that a language is written with, and not only what it adds to a to z."""

_CAPITAL = 0.5
"""What a capital counts beside its small letter: running text has few."""

_KNOWN_MOST = 0.3
"""The commonest words are a third of any text: more of them tell nothing more."""

SINGLE_BYTE = (*_SETS_OF_LATIN, *_SETS_OF_CYRILLIC, *_SETS_OF_OTHERS)
"""Sets weighed by words and letters, the commoner first."""

_LETTERS_AND_WORDS = {
    "en": ("éèïñôöüç", "the and of to in that is was for on with said it he at by from has"),
    "fr": ("àâæçéèêëîïôœùûüÿ", "le la les de des et en un une du que qui est dans pour sur pas au par il"),
    "de": ("äöüßé", "der die das und den von mit ist des dem nicht ein eine auf für sich im zu"),
    "es": ("áéíóúñüº", "el la los las de que y en un una por con se del para es su al no"),
    "pt": ("áâãàçéêíóôõúüº", "o a os as de que e do da em um uma para com não se por no na"),
    "it": ("àèéìíòóùú", "il la le di che e un una per del della con non si in è da sono al"),
    "nl": ("éëïóöüèê", "de het een van en in is dat op te zijn met voor niet aan er om"),
    "da": ("æøåéö", "og i at det en den til er som på de med af for ikke der var har et"),
    "sv": ("åäöéü", "och i att det som en på är av för med till den har de inte om ett"),
    "no": ("æøåéòóô", "og i det er på som en av for med at til den har ikke de et om"),
    "fi": ("äöåšž", "ja on ei se että oli hän mutta kun myös ovat joka ole sen kuin"),
    "is": ("áéíóúýþæöð", "og að í á er var sem ekki um til við en hann það með"),
    "pl": ("ąćęłńóśźż", "i w na z do się nie to że jest o za po jak od przez dla są ale"),
    "cs": ("áčďéěíňóřšťúůýž", "a v na se je že z s o do to k za pro po ve by jako si ale"),
    "sk": ("áäčďéíĺľňóôŕšťúýž", "a v na sa je že z s o do to k za pre po vo by ako si ale"),
    "hu": ("áéíóöőúüű", "a az és hogy nem is egy ez meg de volt csak már van mint azt ha"),
    "ro": ("ăâîșşțţ", "de și în a la cu un o nu pe din ce este să care mai pentru"),
    "hr": ("čćđšž", "i u je na se da za su od s a ne o kao iz koji to po bi"),
    "sl": ("čšžćđ", "in je v na se da za so ki z tudi ne po bi iz pa kot"),
    "et": ("äõöüšž", "ja on ei et ka see oli mis kui aga ning oma ta"),
    "lv": ("āčēģīķļņšūž", "un ir ar no uz par ka kas lai bet arī pēc vai"),
    "lt": ("ąčęėįšųūž", "ir kad su iš į yra tai bet kaip buvo už apie"),
    "tr": ("çğıiöşüâîû", "ve bir bu için de da ile olarak en çok daha ne gibi"),
    "ru": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "и в не на что с он как по это из к но за от у а о"),
    "uk": ("оанивіертлскмдупязьгчбхйцжїєюшфщґ", "і в не на що з як до у та за це від про й а"),
    "bg": ("аоиентрсвлдкпмзъугчбщяюжхшцйфь", "на и да се в за от не с е че си са по до"),
    "sr": ("аоиенрсјтукдвлмпзгбчшћцжљхђњџф", "и у је да на се за од су са не а о"),
    "be": ("аніеорстклдыумвпязьбўгйцчхшжюфэё", "і у не на што з як да ён але за"),
    "el": ("αοιετσνηυρπκμλςωόίδγάέήχθφύώβξζψϊϋΐΰ", "και το να του η της με που την από για είναι στο δεν οι τα"),
    "he": ("יוהלאמרשתבנכםדעחטפקגסצזןךףץ", "של את על לא הוא זה גם עם כי אם"),
    "ar": ("الينمرتوبدهعسفكةقحأجشصطخىزثإذضغئءظؤآ", "من في على إلى أن عن مع ما هذا التي لا"),
    "th": ("านรอกเง่มยลวดท้สตะปัิีบคหแจพุชื์ำขูใไโผธซถศณ็ภฐญษึฟๆฮ๊๋ฉฎฏฝฆฬฒฌฑ", ""),
    "vi": ("ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ", "và của là có cho các trong được với"),
}  # fmt: skip
"""Letters beyond a to z, where they are a whole alphabet the commonest first, and the commonest short words, of the
languages whose newsrooms still meet old sets.
"""

_MARKS = frozenset("“”‘’„‚«»‹›–—…•·§©®™°€£¥¢¿¡ªº½¼¾×÷±²³µ¶†‡‰\u00a0\u00ad№")
_IN_PLACE = re.compile(
    "(?<!\\w)[“„‘«‹‚¿¡](?=\\w)|(?<=[\\w.,!?…])[”’»›“…](?!\\w)|(?<=\\w)’(?=\\w)|(?<=\\s)[–—•](?=\\s)|[£€](?=\\d)"
)
"""Marks that stand as they do in running text."""
_SIGN = 0.3
"""What a sign counts wherever it stands: any set has some in the places of letters."""
_PLACED = 0.7
"""What a mark counts more that stands as it should: nearly what a letter does."""
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"[^\W\d_][^\w\s'’.,:;/&@·\-–—…»«“”()\u00ad\u00a0][^\W\d_]")
"""A sign between two letters, where a wrong set has put it."""
_CAPITAL_INSIDE = re.compile(r"[a-zß-öø-ÿа-яα-ω][À-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢŁŃŇŐŒŔŘŚŠŤŮŰŹŻŽА-ЯΑ-Ω]|[ß-öø-ÿ][A-Z]")
"""A capital behind a small letter."""
_MIXED = re.compile("[A-Za-z][\u0370-\u06ff\u0e00-\u0e7f]|[\u0370-\u06ff\u0e00-\u0e7f][A-Za-z]")
"""Letters of two alphabets in one word."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\x80-\x9f\ufffd\ue000-\uf8ff]")


@dataclass(frozen=True)
class Detected:
    """A character set, and whether another might be meant."""

    charset: str
    doubtful: bool = False
    language: str = ""
    others: tuple[str, ...] = ()
    """Sets in which the bytes read otherwise, the likeliest first."""


class Likelihood(NamedTuple):
    """How well a text reads, and in which language."""

    score: float
    language: str


@lru_cache(maxsize=1)
def _languages() -> dict[str, tuple[dict[str, float], frozenset[str]]]:
    return {code: (_weighs(letters), frozenset(words.split())) for code, (letters, words) in _LETTERS_AND_WORDS.items()}


def _weighs(letters: str) -> dict[str, float]:
    """What each letter of a language speaks for it: in a whole alphabet by how common it is, capitals less."""
    alphabet = len(letters) > _ALPHABET
    found: dict[str, float] = {}
    for place, letter in enumerate(letters):
        share = 1.2 - place / len(letters) if alphabet else 1.0
        found[letter] = share
        found.setdefault(letter.upper(), share * (_CAPITAL if alphabet else 1.0))
    return found


_SQUARES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "hz": "hz", "big5": "big5hkscs", "cp950": "big5hkscs",
    "big5hkscs": "big5hkscs", "shift_jis": "cp932", "shift_jis_2004": "cp932", "shift_jisx0213": "cp932",
    "cp932": "cp932",
    "euc_jp": "euc_jp", "euc_jis_2004": "euc_jp", "euc_jisx0213": "euc_jp", "cp949": "cp949", "euc_kr": "cp949",
    "johab": "johab", "iso2022_jp": "iso2022_jp_2", "iso2022_jp_2": "iso2022_jp_2", "iso2022_kr": "iso2022_kr",
}  # fmt: skip
"""Sets of Chinese, Japanese and Korean as the detector calls them, each with the widest set that holds it."""


_COMMON_HAN = frozenset(
    "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于"
    "起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长月二将"
)
_COMMON_SHARE = 0.2
"""Of the characters of a text: in Chinese over a third are these, in other text read as Chinese one in fifty."""
_LONGEST_WORD = 200
"""Bytes of a text in which there is a space or a line end."""
_PAUSE = re.compile(rb"\s")
_BEYOND, _LATIN = re.compile("[^\x00-\x7f]+"), re.compile(rb"[A-Za-z]+")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]{4,}")
_WORDS_OF_KANA = 3
"""Words of four kana and more, which bytes of no other set make: eight in a row would have to be é or â and a capital
with an accent by turns.
"""
_FRAME = bytes([*range(0x09), *range(0x0E, 0x20)])
"""Controls that frame a wire's message: they read alike in all sets of one byte, and speak for none."""
_SINGLE = 0.8
"""Of the stretches beyond ASCII in a text with accents, those of one character; names in Chinese have two and more."""
_APART = 4
"""Letters of a to z for each such stretch: in a text with many accents there are ten."""


def detect(data: bytes) -> Detected | None:
    """The set in which bytes read as text, or None when they do in no set that Galley knows. They are no UTF-8."""
    sample = _sampled(data)
    told = [match.encoding for match in from_bytes(data[:_ASKED])]
    if _reads_as_japanese(sample):
        return Detected("cp932")
    if told and told[0] in _SQUARES and not _is_sprinkled(sample, _SQUARES[told[0]]):
        return Detected(_SQUARES[told[0]])
    if _reads_as_chinese(sample):
        return Detected("gb18030")
    return _weighed(sample, told) or next((Detected(_SQUARES[name], True) for name in told if name in _SQUARES), None)


def _is_sprinkled(sample: bytes, charset: str) -> bool:
    """Whether characters beyond ASCII stand one by one in text of a to z, as accents do and those of Chinese do not."""
    runs = _BEYOND.findall(sample.decode(charset, "ignore"))
    letters = sum(map(len, _LATIN.findall(sample)))
    single = sum(len(run) == 1 for run in runs)
    return single >= _SINGLE * len(runs) and letters >= _APART * len(runs)


def _reads_as_japanese(sample: bytes) -> bool:
    """Whether there are words of kana in the sample as Windows writes Japanese, whatever lists and tags stand round."""
    return len(_KANA.findall(sample.decode("cp932", "ignore"))) >= _WORDS_OF_KANA


def _reads_as_chinese(sample: bytes) -> bool:
    """Whether the commonest characters of Chinese are as common as they are in any text of it (GB 18030)."""
    text = sample.decode("gb18030", "ignore")
    han = [char for char in text if "\u4e00" <= char <= "\u9fff"]
    high = sum(char > "\x7f" for char in text)
    return (
        bool(han) and len(han) * 10 >= high * 8 and sum(char in _COMMON_HAN for char in han) >= _COMMON_SHARE * len(han)
    )


def _weighed(sample: bytes, told: list[str]) -> Detected | None:
    """The likeliest of the sets of one byte a character."""
    if len(sample) > _LONGEST_WORD and not _PAUSE.search(sample):
        return None
    sample = sample.translate(None, _FRAME)
    readings = {name: text for name in SINGLE_BYTE if (text := _decoded(sample, name)) is not None}
    likely = {name: likelihood(text) for name, text in readings.items()}
    if not likely:
        return None
    trust = {name: _TRUST / (1 + place) for place, name in enumerate(told)}
    ranked = sorted(likely, key=lambda name: -likely[name].score - trust.get(name, 0))
    best = ranked[0]
    rival = next((name for name in ranked[1:] if readings[name] != readings[best]), None)
    doubtful = likely[best].score < _LIKELY or (rival is not None and not _is_sure(best, rival, readings, likely))
    common = next(name for name in SINGLE_BYTE if readings.get(name) == readings[best])
    others = tuple({readings[name]: name for name in reversed(ranked[1:]) if readings[name] != readings[best]}.values())
    return Detected(common, doubtful, likely[best].language, others[::-1][:_MOST_OTHERS])


def _is_sure(best: str, rival: str, readings: dict[str, str], likely: dict[str, Likelihood]) -> bool:
    """Whether the characters in which two readings differ speak for the better one."""
    differing = sum(a != b for a, b in zip(readings[best], readings[rival], strict=True))
    high = sum(char > "\x7f" for char in readings[best])
    return (likely[best].score - likely[rival].score) * high / differing >= _CERTAIN


def _sampled(data: bytes) -> bytes:
    """What is looked at of long bytes: their first lines, and of the others those with characters beyond ASCII."""
    if len(data) <= _SAMPLE:
        return data
    lines = [line for line in data[_SAMPLE // 2 : _SAMPLE * 20].splitlines(keepends=True) if not line.isascii()]
    return data[: _SAMPLE // 2] + b"".join(lines)[: _SAMPLE // 2]


def _decoded(sample: bytes, charset: str) -> str | None:
    try:
        return sample.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


def likelihood(text: str) -> Likelihood:
    """How likely a text is, in the language it reads best in."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return Likelihood(0.0, "")
    counted = Counter(words)
    high = Counter(char for char in text if char > "\x7f")
    odd = sum(len(sign.findall(text)) for sign in (_CONTROL, _INSIDE, _CAPITAL_INSIDE, _MIXED))
    placed = _PLACED * len(_IN_PLACE.findall(text))
    spoiled = (odd - placed) / max(high.total(), 1)
    scored = (_in_language(code, counted, high) for code in _LETTERS_AND_WORDS)
    best = max(scored)
    return Likelihood(best.score - spoiled, best.language)


def _in_language(code: str, words: Counter[str], high: Counter[str]) -> Likelihood:
    letters, common = _languages()[code]
    known = sum(number for word, number in words.items() if word in common) / words.total()
    fits = sum(number * _fit(char, letters) for char, number in high.items()) / max(high.total(), 1)
    return Likelihood(_WORDS_WEIGH * min(known, _KNOWN_MOST) + fits, code)


def _fit(char: str, weighs: dict[str, float]) -> float:
    """How well a character beyond ASCII fits a language."""
    return _SIGN if char in _MARKS else weighs.get(char, 0.0)
