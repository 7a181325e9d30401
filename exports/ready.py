"""What every process that makes files needs, loaded once: the others are copies of the one that loads this."""

import gc

gc.disable()
"""What is loaded here is kept: it is not searched for garbage, and the copies begin anew."""

import exports.many  # noqa: E402
import exports.pdf.finish  # noqa: E402
import exports.pdf.write  # noqa: E402
import exports.preflight  # noqa: E402
import exports.typeset  # noqa: E402, F401

gc.freeze()
