"""The faces of the program: ours, a serif for print, a sans and a serif for Chinese, and the system's sans for that."""

from dataclasses import dataclass

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from resources import resource

TEXT_SIZE_PX = 13
"""Pixels at 100 % of the program's own words, as of most programs: what one reads for a moment, not for an hour."""
HEADING_SIZE = 19
"""Pixels at 100 % of the heading of a dialog or page: half as large again as the words, so that one begins there."""

_FACES = {
    "ui": ("LibreFranklin-Regular", "LibreFranklin-Bold", "LibreFranklin-Italic"),
    "serif": (
        "SourceSerifPro-Regular",
        "SourceSerifPro-It",
        "SourceSerifPro-Semibold",
        "SourceSerifPro-Bold",
        "SourceSerifPro-BoldIt",
        "SourceSerifPro-Black",
    ),
    "han": ("NotoSerifSC-Regular", "NotoSerifSC-Bold"),
}

_OTHERS = tuple(
    f"NotoSerif{script}-{weight}"
    for script in ("Devanagari", "Bengali", "Gurmukhi", "Oriya", "Telugu", "Kannada", "Thai")
    for weight in ("Regular", "Bold")
)
"""Faces in which Qt finds by itself what ours and the system's lack."""


_HAN_SANS = (
    "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
    "Source Han Sans CN", "Hiragino Sans GB", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
"""Sans faces for simplified Chinese that systems have, the best first: a whole one of ours would be 8 MB more."""


@dataclass(frozen=True)
class Fonts:
    """Family names as this system knows our files, which differ from one system to the next."""

    ui: str
    serif: str
    han: str
    han_sans: str = ""
    """The system's own sans for Chinese; empty where it has none, and Chinese is in the serif everywhere."""

    def sans(self, size: int = TEXT_SIZE_PX, *, bold: bool = False, italic: bool = False) -> QFont:
        """The face of the program, `size` in pixels at 100 %."""
        return _font(
            (self.ui, self.han_sans, self.han), size, QFont.Weight.Bold if bold else QFont.Weight.Normal, italic
        )

    def printed(self, size: int = 16, *, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
        """The face of the paper, `size` in pixels at 100 %."""
        return _font((self.serif, self.han), size, weight, italic)


def load_fonts() -> Fonts:
    """Make our font files known to Qt. Needs a QGuiApplication; loading twice does no harm.

    Of each script that a face lacks Qt would say so at the terminal, though another has it.
    """
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false\nqt.text.font.db.debug=false")
    for file in _OTHERS:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{file}.ttf")))
    ours = {role: _load(files) for role, files in _FACES.items()}
    return Fonts(**ours, han_sans=next(filter(QFontDatabase.hasFamily, _HAN_SANS), ""))


def _load(files: tuple[str, ...]) -> str:
    """Load all files of a face; its family is what Qt calls the first."""
    numbers = [QFontDatabase.addApplicationFont(str(resource(f"fonts/{file}.ttf"))) for file in files]
    return QFontDatabase.applicationFontFamilies(numbers[0])[0]


def _font(families: tuple[str, ...], size: int, weight: QFont.Weight, italic: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(filter(None, families)))
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setItalic(italic)
    return font
