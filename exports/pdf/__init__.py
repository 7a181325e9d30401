"""PDF for print: pages of placed things in, PDF/X out; and the press check of any PDF."""

from exports.pdf.press import Press
from exports.pdf.write import Part, write_parts, write_pdf

__all__ = ["Part", "Press", "write_parts", "write_pdf"]
