"""What every process that makes files needs, loaded once: the others are copies of the one that loads this."""

import gc

gc.disable()
"""What is loaded here is kept: it is not searched for garbage, and the copies begin anew."""

import exports.many  # noqa: E402  what follows is loaded while garbage is not searched for
import exports.preflight  # noqa: E402
import exports.typeset  # noqa: E402, F401
from exports.formats import load_format  # noqa: E402
from exports.pdf.finish import deflated  # noqa: E402
from exports.pdf.subset import subset  # noqa: E402
from exports.pdf.write import write_parts  # noqa: E402, F401
from exports.typeset.line.hyphens import hyphenator  # noqa: E402


def open_what_is_common() -> None:
    """Patterns, profile and faces that most stories ask for."""
    fmt = load_format("tabloid")
    hyphenator("en-US")
    deflated(fmt.profile)
    for name in type(fmt.styles).model_fields:
        subset(getattr(fmt.styles, name).face, frozenset())


open_what_is_common()
gc.freeze()
