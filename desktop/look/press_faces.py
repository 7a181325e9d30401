"""Faces of the press as Qt knows them: for text that is written in, and for glyphs that are only painted."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QPainter, QRawFont

from exports.formats import SHIPPED
from exports.typeset.sheet import Run
from exports.units import PER_EM
from resources import resource

_WEIGHTS = {"semibold": QFont.Weight.DemiBold, "bold": QFont.Weight.Bold, "black": QFont.Weight.Black}
"""Weights by the word in a face's key that names them: font files do not agree how they say so."""


class PressFaces:
    """Opened once, with all that is made of them. Needs a QGuiApplication."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, int], QFont] = {}
        self._raw: dict[tuple[str, float], QRawFont] = {}
        self._families = {key: _load(file) for key, file in SHIPPED.items()}
        self._others = list(dict.fromkeys(self._families.values()))
        """Families in which Qt finds what a face lacks, in the order in which the press does."""

    def font(self, key: str, pixels: int) -> QFont:
        """A face at a size, with the features that its key names behind `+`. No letters are joined to ligatures."""
        found = self._fonts.get((key, pixels))
        if found is None:
            found = self._fonts[key, pixels] = self._font(key, pixels)
        return found

    def _font(self, key: str, pixels: int) -> QFont:
        name, *features = key.split("+")
        words = name.split("-")
        font = QFont()
        font.setFamilies([self._families[name], *self._others])
        font.setPixelSize(pixels)
        font.setWeight(next((_WEIGHTS[word] for word in words if word in _WEIGHTS), QFont.Weight.Normal))
        font.setItalic("italic" in words)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("liga"), 0)
        font.setFeature(QFont.Tag("chws"), 1)
        for feature in features:
            font.setFeature(QFont.Tag(feature), 1)
        return font

    def paint(self, painter: QPainter, run: Run, scale: float) -> None:
        """Paint glyphs where they stand; so many pixels are a point."""
        raw = self._raw_font(run.face, run.size * scale)
        x, y, em = run.x * scale, run.y * scale, run.size * scale / PER_EM
        numbers, places = [], []
        for number, advance, dx, dy, source in run.glyphs:
            numbers.append(number)
            places.append(QPointF(x + dx * em * run.scale, y - dy * em))
            x += (advance + run.tracking + (run.space if source == " " else 0.0)) * run.scale * em
        glyphs = QGlyphRun()
        glyphs.setRawFont(raw)
        glyphs.setGlyphIndexes(numbers)
        glyphs.setPositions(places)
        painter.drawGlyphRun(QPointF(), glyphs)

    def _raw_font(self, key: str, pixels: float) -> QRawFont:
        name = key.partition("+")[0]
        found = self._raw.get((name, pixels))
        if found is None:
            path = str(resource(SHIPPED[name]))
            found = self._raw[name, pixels] = QRawFont(path, pixels, QFont.HintingPreference.PreferNoHinting)
        return found


def _load(file: str) -> str:
    number = QFontDatabase.addApplicationFont(str(resource(file)))
    return QFontDatabase.applicationFontFamilies(number)[0]
