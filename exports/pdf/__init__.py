"""PDF for print: pages of placed things in, PDF/X out; and the press check of any PDF."""

from exports.pdf.parts import FilePart, Written, write_part
from exports.pdf.provenance import Provenance
from exports.pdf.write import bind, write_pdf

__all__ = ["FilePart", "Provenance", "Written", "bind", "write_part", "write_pdf"]
