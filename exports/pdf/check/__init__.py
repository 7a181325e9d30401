"""The press check: whether a PDF, Galley's or any other program's, will be taken by a printer. One table of rules.

Rules follow ISO 15930-7 (PDF/X-4) and ISO 15930-4 (PDF/X-1a:2003) as far as public material tells them; those marked
“press” are trade practice. Nothing is rendered: inks that mix only on the plate are beyond this check.
"""

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pikepdf

from db.values import Problem
from exports.pdf.check.file_rules import FILE_RULES
from exports.pdf.check.opened import Opened, Rule, Wanted
from exports.pdf.check.paint_rules import PAINT_RULES

RULES: tuple[Rule, ...] = (*FILE_RULES, *PAINT_RULES)
"""Every rule, in the order its findings are listed."""

_MOST_PLACES = 3


def check_pdf(
    source: bytes | Path,
    *,
    flavour: Literal["x4", "x1a"] = "x4",
    ink_limit: float | None = None,
    min_ppi: int | None = None,
    bleed: float = 3.0,
) -> list[Problem]:
    """What stands in the way of printing a PDF, in the order of the rules; none for a sound one.

    `ink_limit` in percent and `min_ppi` are not checked when None; `bleed` in millimetres. A file that cannot be
    read is one blocker.
    """
    wanted = Wanted(flavour, ink_limit, min_ppi, bleed)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            data = source.read_bytes() if isinstance(source, Path) else source
            with pikepdf.open(io.BytesIO(data)) as pdf:
                opened = Opened(pdf, wanted)
                return [problem for rule in RULES for problem in _broken(rule, opened)]
    except pikepdf.PasswordError:
        return [Problem("encrypted", "The file is locked with a password.", mend="Save it without a password.")]
    except OSError as error:
        return [Problem("unreadable", f"The file cannot be read: {error.strerror or error}.")]
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return [Problem("unreadable", "The file is not a PDF that can be read.", mend="Export it again.")]


def _broken(rule: Rule, opened: Opened) -> Iterator[Problem]:
    """One problem for a broken rule, with the first places it is broken at."""
    found = list(dict.fromkeys(rule.find(opened)))
    if not found:
        return
    details = list(dict.fromkeys(detail for _, detail in found if detail))
    more = f" and {len(details) - _MOST_PLACES} more" if len(details) > _MOST_PLACES else ""
    said = f" ({', '.join(details[:_MOST_PLACES])}{more})" if details else ""
    places = ", ".join(dict.fromkeys(place for place, _ in found[:_MOST_PLACES] if place))
    yield Problem(rule.name, f"{rule.sentence}{said}.", rule.severity, places, rule.mend)
