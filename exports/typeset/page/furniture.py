"""Furniture: the page line over the type area, and the lines that say where a story goes on and whence it comes."""

from typing import NamedTuple

from exports.formats import Format
from exports.typeset.line.lines import ragged, set_plain
from exports.typeset.sheet import Item, Rule


class _Jump(NamedTuple):
    """Both jump lines of a language; the page's number stands for the braces."""

    to: str
    whence: str


_JUMPS = {
    "en": _Jump("Continued on page {}", "From page {}"),
    "ar": _Jump("التتمة في الصفحة {}", "تتمة الصفحة {}"),
    "de": _Jump("Fortsetzung auf Seite {}", "Fortsetzung von Seite {}"),
    "es": _Jump("Continúa en la página {}", "Viene de la página {}"),
    "fr": _Jump("Suite page {}", "Suite de la page {}"),
    "he": _Jump("המשך בעמוד {}", "המשך מעמוד {}"),
    "it": _Jump("Continua a pagina {}", "Segue da pagina {}"),
    "nl": _Jump("Lees verder op pagina {}", "Vervolg van pagina {}"),
    "pt": _Jump("Continua na página {}", "Continuação da página {}"),
    "zh": _Jump("下转第{}版", "上接第{}版"),
}
"""By the first letters of a story's language; stories in any other have the English ones."""


def jump_to(page: int, language: str) -> str:
    """The line under a story that goes on."""
    return _jump(language).to.format(page)


def jump_from(page: int, language: str) -> str:
    """The line over a story that was begun before."""
    return _jump(language).whence.format(page)


def _jump(language: str) -> _Jump:
    return _JUMPS.get(language.partition("-")[0].lower(), _JUMPS["en"])


def folio(fmt: Format, first: str, second: str, *, leftwards: bool = False) -> list[Item]:
    """The page line above the type area, over its whole width, with a rule under it; in page coordinates.

    The first part stands where reading begins; the second is left out where both would touch.
    """
    style, width = ragged(fmt.styles.folio), fmt.trim_width - fmt.left - fmt.right
    y = fmt.top - 0.8 * fmt.baseline
    lines = [set_plain(text, style, width)[:1] for text in (first, second)]
    room = width - sum(line.width for side in lines for line in side)
    items: list[Item] = []
    for side, shown in ((leftwards, lines[0]), (not leftwards, lines[1] if room > 12 else ())):
        for line in shown:
            items += line.at(fmt.left + (width - line.width if side else 0.0), y)
    return [*items, Rule(fmt.left, y + 3.5, fmt.left + width, y + 3.5, 0.75)]
