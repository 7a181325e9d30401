"""Lines that are nothing but a date or a time: when a page was published, updated, or how long it takes to read."""

import re

_MONTH_NAMES = """
jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
november dec december
januar jänner februar märz mär mrz mai juni juli okt oktober dez dezember
janv janvier févr février mars avr avril juin juil juillet août septembre octobre novembre déc décembre
ene enero febrero marzo abr abril mayo junio julio ago agosto sept septiembre octubre noviembre dic diciembre
gen gennaio febbraio mag maggio giu giugno lug luglio set settembre ott ottobre dicembre
janeiro fev fevereiro março maio junho julho setembro out outubro novembro dez dezembro
januari februari maart mrt mei augustus maj juni juli augusti
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев мар апр авг сен окт ноя дек
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
"""
_DAYS = """
mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi
dimanche
lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota niedziela
понедельник вторник среда четверг пятница суббота воскресенье pazartesi salı çarşamba perşembe cuma cumartesi pazar
"""
_FRAME = """
published publish updated update posted created modified last first on at the of am pm gmt utc cst est edt et bst
cet hkt sgt beijing shanghai time local date hours hour hrs minutes minute mins min days day weeks week months
ago read reading to yesterday today just now online print edition release released issue
veröffentlicht aktualisiert stand vom am um uhr zuletzt publié mis à jour le modifié mise publicado actualizado
actualizada a las el de del h pubblicato aggiornato alle ore il atualizado às em gepubliceerd bijgewerkt om
opublikowano aktualizacja godz dnia r опубликовано обновлено в г yayınlanma güncelleme tarihi saat
"""
_AGO = frozenset(("ago", "read", "reading", "yesterday", "today"))
MONTHS = frozenset(_MONTH_NAMES.split())
"""Names of months and what they are cut to, in the languages of most copy."""
_KNOWN = MONTHS | frozenset(f"{_DAYS} {_FRAME}".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?|utc[+-]\d{1,2}|gmt[+-]\d{1,2}|[+-]\d{1,4}(?::\d\d)?")
_FULL_DATE = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:t\d{1,2}:\d{2}[\d:.]*(?:z|[+-]\d\d:?\d\d)?)?"
)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:am|pm|h)?|\d{1,2}(?:am|pm)")
_CHINESE = re.compile(
    r"(?:发布|更新|发表|发稿|出版|刊登|上传|录入)?(?:时间|日期|于)?(?:\s*[:：])?\s*"
    r"(?:\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}(?:\s*[日号])?|\d{1,2}月\d{1,2}日)"
    r"(?:\s*(?:星期|周|礼拜|週)[一二三四五六日天])?(?:\s*(?:上午|下午|晚上|晚))?"
    r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*"
)
_SPLIT = re.compile(r"[\s,|·•()\[\]–—]+")
_MOST_TOKENS = 16
_DATE_WORD = re.compile(
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|avr|juin|juil|août|märz|mai|juni|juli|okt"
    r"|dez)[a-zé]{0,9}\.?\b|"
    r"\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\b|\b[ap]\.?m\b|\d{4}年|\d{1,2}[月日]|"
    r"\b(?:published|updated|posted|changed|printed|modified|ago|read|minutes?|hours?|utc|gmt|[ecp][sd]?t|cet)\b"
)
_LONGEST = 120
"""Characters of a line that is nothing but dates, with words such as “published” and “updated”."""
_LONGEST_MIXED = 100
"""Characters of a line of dates with a word or two of something else."""
_OTHER = 0.4
"""Share of its letters and figures that may be of something else; more is a sentence with a date in it."""


def is_date(text: str) -> bool:
    """Whether a short text says a date, a time, or how long ago, and nothing else."""
    if len(text) > _LONGEST:
        return False
    if _CHINESE.fullmatch(text.strip("()（）[]【】 ")):
        return True
    place, comma, rest = text.partition(", ")
    if comma and place[:1].isupper() and place.replace(" ", "").isalpha() and _YEAR.search(rest):
        return is_date(rest)
    tokens = [
        token for token in (raw.strip(".:：;") for raw in _SPLIT.split(text.casefold().replace(".m.", "m"))) if token
    ]
    return 0 < len(tokens) <= _MOST_TOKENS and all(map(_is_token, tokens)) and _is_strong(tokens)


def _is_token(token: str) -> bool:
    return bool(
        token in _KNOWN or _NUMBER.fullmatch(token) or _FULL_DATE.fullmatch(token) or _TIME.fullmatch(token)
        or token in ("-", "/", "--", "min-read")
    )  # fmt: skip


def _is_strong(tokens: list[str]) -> bool:
    """Whether the tokens are enough for a date: a full one, a time, a month with a number, or a word like `ago`."""
    numbers = any(token[0].isdigit() for token in tokens)
    named = numbers and any(token in MONTHS for token in tokens)
    telling = numbers and any(token in _AGO for token in tokens)
    return named or telling or any(_FULL_DATE.fullmatch(token) or _TIME.fullmatch(token) for token in tokens)


def is_mostly_date(text: str) -> bool:
    """Whether numbers and names of dates are nearly all a short line has."""
    if len(text) > _LONGEST_MIXED or not any(char.isdigit() for char in text):
        return False
    left = re.sub(r"[\W_]+", "", _DATE_WORD.sub(" ", text))
    whole = re.sub(r"[\W_]+", "", text)
    return (
        bool(whole)
        and len(left) <= _OTHER * len(whole)
        and bool(re.search(r"(?:19|20)\d\d|\d[:.]\d\d|\d月\d{1,2}日", text))
    )
