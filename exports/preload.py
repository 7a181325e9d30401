"""What every process that makes files needs, loaded once: the others are copies of the one that loads this."""

import gc
from importlib import import_module

_NEEDED = ("exports.batch", "exports.preflight", "exports.typeset", "exports.pdf.write", "exports.pdf.finish")


def load() -> None:
    """Load the press, and open what most stories ask for: patterns, profile, faces.

    All of it is kept, so it is not searched for garbage.
    """
    collected = gc.isenabled()
    gc.disable()
    for name in _NEEDED:
        import_module(name)
    from exports.formats import load_format
    from exports.pdf.draw.subset import subset
    from exports.pdf.finish import deflated
    from exports.typeset.line.word.hyphenation import hyphenator

    fmt = load_format("tabloid")
    hyphenator("en-US")
    deflated(fmt.profile)
    for name in type(fmt.styles).model_fields:
        subset(getattr(fmt.styles, name).face, frozenset())
    gc.freeze()
    if collected:
        gc.enable()


load()
