"""Furniture: the page line over the type area, and the lines that say where a story goes on and whence it comes."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.formats import Format, Style
from exports.typeset.line.lines import Line, ragged, set_plain
from exports.typeset.sheet import Item, Rule

_ENDLESS = 1e5
"""Points that no line of furniture fills."""

_FOLIO_RISE = 0.8
"""Rise of the page line above the type area, in grid lines: its rule stays clear of the first line's ascenders."""

_FOLIO_GAP = 12
"""Points kept free between the two parts of a page line: less reads as one."""

_RULE_DROP, _RULE_WIDTH = 3.5, 0.75
"""Points from the page line's baseline to the rule under it, below its descenders; and the rule's width."""


class _Jump(NamedTuple):
    """Both jump lines of a language, the second as it stands behind other words; the page's number for the braces."""

    to: str
    whence: str


_JUMPS = {
    "en": _Jump("Continued on page {}", "from page {}"),
    "as": _Jump("বাকী অংশ পৃষ্ঠা {}ত", "পৃষ্ঠা {}ৰ পৰা"),
    "bn": _Jump("বাকি অংশ পৃষ্ঠা {}", "পৃষ্ঠা {}-এর পর"),
    "hi": _Jump("शेष पृष्ठ {} पर", "पृष्ठ {} से जारी"),
    "kn": _Jump("{}ನೇ ಪುಟಕ್ಕೆ", "{}ನೇ ಪುಟದಿಂದ"),
    "mr": _Jump("उर्वरित पान {} वर", "पान {} वरून"),
    "or": _Jump("ପୃଷ୍ଠା {}ରେ ଦେଖନ୍ତୁ", "ପୃଷ୍ଠା {}ରୁ"),
    "pa": _Jump("ਬਾਕੀ ਸਫ਼ਾ {} ’ਤੇ", "ਸਫ਼ਾ {} ਦੀ ਬਾਕੀ"),
    "te": _Jump("మిగతా {}వ పేజీలో", "{}వ పేజీ తరువాయి"),
    "th": _Jump("อ่านต่อหน้า {}", "ต่อจากหน้า {}"),
    "ar": _Jump("التتمة في الصفحة {}", "تتمة الصفحة {}"),
    "bg": _Jump("Продължава на стр. {}", "продължение от стр. {}"),
    "ca": _Jump("Continua a la pàgina {}", "ve de la pàgina {}"),
    "cs": _Jump("Pokračování na straně {}", "pokračování ze strany {}"),
    "da": _Jump("Fortsættes på side {}", "fortsat fra side {}"),
    "de": _Jump("Fortsetzung auf Seite {}", "Fortsetzung von Seite {}"),
    "el": _Jump("Συνέχεια στη σελίδα {}", "συνέχεια από τη σελίδα {}"),
    "es": _Jump("Continúa en la página {}", "viene de la página {}"),
    "fi": _Jump("Jatkuu sivulla {}", "jatkoa sivulta {}"),
    "fr": _Jump("Suite page {}", "suite de la page {}"),
    "he": _Jump("המשך בעמוד {}", "המשך מעמוד {}"),
    "hr": _Jump("Nastavak na stranici {}", "nastavak sa stranice {}"),
    "it": _Jump("Continua a pagina {}", "segue da pagina {}"),
    "ja": _Jump("{}面に続く", "{}面から続く"),
    "nb": _Jump("Fortsetter på side {}", "fortsatt fra side {}"),
    "nl": _Jump("Lees verder op pagina {}", "vervolg van pagina {}"),
    "nn": _Jump("Held fram på side {}", "framhald frå side {}"),
    "no": _Jump("Fortsetter på side {}", "fortsatt fra side {}"),
    "pl": _Jump("Ciąg dalszy na stronie {}", "ciąg dalszy ze strony {}"),
    "pt": _Jump("Continua na página {}", "continuação da página {}"),
    "ro": _Jump("Continuare în pagina {}", "urmare din pagina {}"),
    "ru": _Jump("Продолжение на стр. {}", "продолжение, начало на стр. {}"),
    "sk": _Jump("Pokračovanie na strane {}", "pokračovanie zo strany {}"),
    "sl": _Jump("Nadaljevanje na strani {}", "nadaljevanje s strani {}"),
    "sv": _Jump("Fortsättning på sidan {}", "fortsättning från sidan {}"),
    "uk": _Jump("Продовження на с. {}", "продовження, початок на с. {}"),
    "zh": _Jump("下转第{}版", "上接第{}版"),
    "zh-hant": _Jump("下轉第{}版", "上接第{}版"),
}
"""Jump lines by a story's language or its first letters; stories in any other have the English ones."""

_TRADITIONAL = ("zh-hant", "zh-hk", "zh-mo", "zh-tw")


def jump_to(page: int, language: str) -> str:
    """The line under a story that goes on."""
    return _jump(language).to.format(page)


def jump_from(page: int, language: str, named: str = "") -> str:
    """The line over a story that was begun before, behind the words it is named by, if any."""
    whence = _jump(language).whence.format(page)
    return f"{named} — {whence}" if named else whence[:1].upper() + whence[1:]


def _jump(language: str) -> _Jump:
    named = language.replace("_", "-").lower()
    key = "zh-hant" if named.startswith(_TRADITIONAL) else named.partition("-")[0]
    return _JUMPS.get(key, _JUMPS["en"])


def in_one_line(texts: Sequence[str], style: Style, width: float) -> Line:
    """The first of some texts that goes into one line of so many points; if none does, the last one, made smaller."""
    for text in texts:
        lines = set_plain(text, ragged(style), width)
        if len(lines) == 1 and lines[0].width <= width:
            return lines[0]
    whole = set_plain(texts[-1], ragged(style), _ENDLESS)[0]
    smaller = style.model_copy(update={"size": style.size * width / whole.width})
    return set_plain(texts[-1], ragged(smaller), _ENDLESS)[0]


def _extent(line: Line) -> float:
    """Width of a line's letters; one from right to left ends where its measure does."""
    return line.width - line.runs[0].x


def rule_rise(fmt: Format) -> float:
    """Points by which the rule over a page, or between two stories, lies above where the head may begin."""
    return _FOLIO_RISE * fmt.baseline - _RULE_DROP


def folio(fmt: Format, first: str, seconds: Sequence[str], *, leftwards: bool = False) -> list[Item]:
    """The page line above the type area, over its whole width, with a rule under it; in page coordinates.

    The first part stands where reading begins. At the other end is the first of `seconds` that does not touch it, if
    any.
    """
    style, width = ragged(fmt.styles.folio), fmt.trim_width - fmt.left - fmt.right
    y = fmt.top - _FOLIO_RISE * fmt.baseline
    begun = set_plain(first, style, width)[:1]
    room = width - sum(map(_extent, begun)) - _FOLIO_GAP
    ended = (set_plain(second, style, width) for second in seconds)
    closing = next((lines for lines in ended if len(lines) == 1 and _extent(lines[0]) < room), ())
    items: list[Item] = []
    for side, shown in ((leftwards, begun), (not leftwards, closing)):
        for line in shown:
            x = width - line.width if side else -line.runs[0].x
            items += line.at(fmt.left + x, y)
    return [*items, Rule(fmt.left, y + _RULE_DROP, fmt.left + width, y + _RULE_DROP, _RULE_WIDTH)]
