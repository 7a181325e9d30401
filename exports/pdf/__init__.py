"""PDF for print: pages of placed things in, PDF/X out; and the press check of any PDF."""

from exports.pdf.press import Press
from exports.pdf.write import write_pdf

__all__ = ["Press", "write_pdf"]
