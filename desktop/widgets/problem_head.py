"""How a finding of preflight or of the press check begins wherever it is shown: a sign, and its sentence beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from db.values import Problem
from desktop.localization import tr, worded
from desktop.look.theme import GRID

_SIGN = (7 * GRID, 5 * GRID)
"""Pixels; known before the sign is dressed, as the sentence beside it is measured by it."""


class ProblemHead(QHBoxLayout):
    """What stops is told from what is worth a look by the sign's shape, its colour and its name."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        sign, sentence = QLabel("✕" if problem.blocks else "!"), QLabel(worded(problem.sentence))
        sign.setProperty("badge", "bad" if problem.blocks else "warning")
        sign.setFixedSize(*_SIGN)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setAccessibleName(tr("Stops export") if problem.blocks else tr("Worth a look"))
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.setSpacing(2 * GRID)
        self.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(sentence, 1)
