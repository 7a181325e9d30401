"""Places: the cities datelines start with most, and whether a few words can name a place."""

import re

from db.intake.dates import MONTHS

_CITY_NAMES = """
beijing|shanghai|tianjin|chongqing|guangzhou|shenzhen|nanjing|hangzhou|suzhou|wuhan|chengdu|xi'an|xi’an|xian
qingdao|dalian|ningbo|xiamen|fuzhou|jinan|zhengzhou|changsha|kunming|harbin|shenyang|changchun|hefei|nanchang
nanning|guiyang|haikou|sanya|lanzhou|xining|yinchuan|urumqi|ürümqi|lhasa|hohhot|taiyuan|shijiazhuang|wuxi
wenzhou|dongguan|foshan|zhuhai|yiwu|quanzhou|yantai|macao|macau|taipei|kaohsiung|hong kong|hongkong|singapore
tokyo|osaka|kyoto|seoul|busan|pyongyang|hanoi|ho chi minh city|bangkok|jakarta|manila|kuala lumpur|phnom penh
yangon|vientiane|new delhi|delhi|mumbai|kolkata|dhaka|colombo|kathmandu|islamabad|karachi|kabul|tehran|baghdad
riyadh|dubai|abu dhabi|doha|jerusalem|tel aviv|beirut|damascus|ankara|istanbul|cairo|nairobi|lagos|abuja|accra
addis ababa|johannesburg|cape town|moscow|st petersburg|kyiv|kiev|warsaw|berlin|frankfurt|munich|hamburg|vienna
zurich|geneva|bern|brussels|the hague|amsterdam|rotterdam|paris|london|edinburgh|dublin|madrid|barcelona|lisbon
rome|milan|athens|copenhagen|oslo|stockholm|helsinki|prague|budapest|bucharest|sofia|belgrade|new york
washington|boston|chicago|los angeles|san francisco|seattle|houston|toronto|vancouver|ottawa|montreal
mexico city|havana|bogota|bogotá|lima|santiago|buenos aires|brasilia|sao paulo|são paulo|rio de janeiro|canberra
sydney|melbourne|wellington|auckland|davos|united nations|almaty|astana|tashkent
"""
CITIES = frozenset(_CITY_NAMES.strip().replace("\n", "|").split("|"))
_LONGEST_PLACE = 5
"""Words of a place, as in Salt Lake City or Santa Cruz de Tenerife."""
_LOOKED_AT = 200
"""Characters at the beginning of a lede: no dateline is longer, with date and agency."""
_LEAST_LEDE = 12
"""Characters behind a dateline; less is a line in capitals with a dash in it."""
_LONGEST_BARE = 60
"""Characters of a dateline in a line of its own."""


def is_place(text: str, *, known: bool = False) -> bool:
    """Whether a few words can name a place: each starts with a capital; with `known`, only one of the listed cities."""
    if text.casefold() in CITIES:
        return True
    words = text.replace(",", " ").replace("/", " ").split()
    if known or not 0 < len(words) <= _LONGEST_PLACE:
        return False
    return all(word[0].isupper() and all(c.isalpha() or c in "'’.-" for c in word) for word in words)


_UPPER = "".join(char for char in map(chr, range(0x41, 0x530)) if char.isupper())
"""Capitals of the Latin, Greek and Cyrillic alphabets."""
_MONTH = rf"(?i:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DATE = (
    rf"(?:,? {_MONTH} \d{{1,2}}(?:, \d{{4}})?|,? \d{{1,2}}\.? (?i:de )?{_MONTH}(?:(?i: de)? \d{{4}}(?: [rг]\.)?)?"
    r"|,? \d{1,2}\.\d{1,2}\.\d{4})"
)
_DATE_OF_YEAR = rf",? \d{{1,2}}\.? (?i:de )?{_MONTH}(?i: de)? \d{{4}}(?: [rг]\.)?"
_CAPITALS = rf"[{_UPPER}][{_UPPER}'’.-]{{1,40}}(?:[ /](?:[{_UPPER}][{_UPPER}'’.-]{{0,40}}|de|la|del|of|and)){{0,4}}"
_PLACE = rf"[{_UPPER}][\w'’.-]+(?: (?:[{_UPPER}][\w'’.-]+|de|la|del|am|an|der|sur|di|do|da)){{0,3}}"
_REGION = rf"(?:, [{_UPPER}][\w'’.]*(?:[ -][{_UPPER}][\w'’.]*){{0,3}}){{0,2}}"
_AGENCY = r"\([\w.&'’/-]{1,30}(?: [\w.&'’/-]{1,30}){0,4}\)"
_KNOWN_AGENCY = (
    r"\((?i:dpa|afp|efe|ansa|agi|adnkronos|pap|lusa|anp|belga|ats|sda|apa|epd|kna|sid|ap|aap|upi|reuters|tt|ntb"
    r"|ritzau|stt|mti|čtk|ctk|tasr|agerpres|aa|dha|iha|pti|ani|ians|xinhua|kyodo|europa press|cp|pa)"
    r"(?:/[\w-]{2,10})?\)"
)
_MARK = r"(?:\.?\s*(?:—|–|--|―)\s*|\s+[-_]\s*|\.?-\s+)"
_BEGINS = rf"(?=[“„\"'‘«{_UPPER}0-9$£€])"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<line>{_CAPITALS}{_REGION}(?:{_DATE})?(?: ?{_AGENCY})?){_MARK}{_BEGINS}(?P<rest>.+)",
        rf"(?P<line>{_CAPITALS}{_REGION}{_DATE}(?: ?{_AGENCY})?)[:.]?\s+{_BEGINS}(?P<rest>.+)",
        rf"(?P<line>{_CAPITALS}{_REGION}{_DATE}\. ?/[\w-]{{2,20}}/)\.?\s+{_BEGINS}(?P<rest>.+)",
        rf"(?P<line>{_CAPITALS}{_REGION} ?{_AGENCY})[:.]?\s+{_BEGINS}(?P<rest>.+)",
        rf"(?P<line>[{_UPPER}]{{4,}}(?: [{_UPPER}]{{2,}}){{0,2}}):\s+{_BEGINS}(?P<rest>.+)",
        rf"(?P<line>{_PLACE}{_REGION}{_DATE} ?{_AGENCY})(?:{_MARK}|[:.]?\s+){_BEGINS}(?P<rest>.+)",
        rf"(?P<line>{_PLACE}{_REGION} ?{_KNOWN_AGENCY})(?:{_MARK}|[:.]?\s+){_BEGINS}(?P<rest>.+)",
        rf"(?P<line>{_PLACE} \([\w./-]{{2,20}}\))\s?[–—-]\s{_BEGINS}(?P<rest>.+)",
        rf"(?P<line>{_PLACE}{_DATE_OF_YEAR})(?:{_MARK}|[:.]\s+){_BEGINS}(?P<rest>.+)",
        rf"(?P<line>{_PLACE})\. ?[–—-]{{1,2}}\s{_BEGINS}(?P<rest>.+)",
        rf"(?P<city>{_PLACE})(?P<more> ?{_AGENCY})\s+{_BEGINS}(?P<rest>.+)",
        rf"(?P<city>{_PLACE})(?P<more>{_REGION}(?:{_DATE})?(?: ?{_AGENCY})?)(?:{_MARK}|: ){_BEGINS}(?P<rest>.+)",
        r"(?P<line>[\u0620-\u064a]{2,20}(?: [\u0620-\u064a]{2,20}){0,3} ?\([^()]{2,30}\)) ?[–—-] ?(?P<rest>.+)",
    )
)
_AGENCY_BEFORE = re.compile(rf"(?P<agency>\([A-Z]{{2,10}}\)) [–-] (?=[{_UPPER}]{{3}})")
"""How Italian agencies begin: their own name, a dash, and the place."""
_BARE = re.compile(r"(?P<line>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}(?:, [A-ZÀ-Þ][\w'’. ]{2,30})?) ?[—–-]")
_HAN_FORM = re.compile(
    r"[（(]?(?P<line>(?:本报|新华社|中新社|新华网|中新网)?[\u4e00-\u9fff、]{0,10}?\d{1,2}月\d{1,2}日(?:电|讯|消息)"
    r"(?:\s*[（(].{1,40}?[）)])?|(?:本报|本刊|本網|本网|[\u4e00-\u9fff]{1,3}[报報社网網])[讯訊](?:\s*[（(].{1,40}?[）)]|\s)"
    r"|[【〔][^】〕]{2,40}[】〕])[）)]?\s*(?:[—-]+\s*)?(?P<rest>\S.+)"
)


def split_dateline(text: str) -> tuple[str, str] | None:
    """The dateline at the beginning of a lede, and the rest: in capitals with a dash, a date or an agency; in small
    letters with a date and an agency; a known city with a dash or colon; `新华社北京11月24日电`.
    """
    head = text[:_LOOKED_AT]
    if han_form := _HAN_FORM.match(head):
        return han_form["line"].strip(), text[han_form.start("rest") :]
    before = _AGENCY_BEFORE.match(head)
    if before and (behind := split_dateline(text[before.end() :])):
        return f"{behind[0]} {before['agency']}", behind[1]
    for form in _FORMS:
        found = form.match(head)
        if found is None:
            continue
        if "city" in found.groupdict():
            if found["city"].casefold() not in CITIES:
                continue
            return f"{found['city']}{found['more']}".strip(), text[found.start("rest") :]
        if len(found["rest"]) >= _LEAST_LEDE or len(text) > _LOOKED_AT:
            return found["line"].strip(), text[found.start("rest") :]
    return None


def bare_dateline(text: str) -> str:
    """The place in a line of its own that a lede follows: `Dachau -`; empty for other lines."""
    found = _BARE.fullmatch(text) if len(text) < _LONGEST_BARE else None
    return found["line"] if found else ""


def starts_with_dateline(text: str) -> bool:
    """Whether running text begins with a dateline."""
    return split_dateline(text) is not None
