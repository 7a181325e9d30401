"""PDF for print: pages of placed things in, PDF/X out; and the press check of any PDF."""

from exports.pdf.parts import Part, Written, write_part
from exports.pdf.provenance import Press
from exports.pdf.write import bind, write_pdf

__all__ = ["Part", "Press", "Written", "bind", "write_part", "write_pdf"]
