"""The story that comes of arriving copy: its fields, each waiting for a line of the original once it is pressed."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from db.values import Draft
from desktop.arrivals.roles import SHOWN, CopyRole
from desktop.localization import tr, words
from desktop.look.icons import pixmap
from desktop.look.theme import GRID, RADIUS, Theme

_SMALL = 11
_SIGN = 14
_SIZES = {"headline": 20, "dek": 15}
"""Pixels at 100 % of the words of a field: as they are weighed in print."""
_USUAL = 14
_BESIDE = ("byline", "dateline")
"""Short fields that stand side by side."""
_TITLE = 5 * GRID
"""Pixels of the line with a field's name."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
_TALLEST = 10_000
"""Pixels of room in which a text is measured: more than any field takes."""


class FieldButton(QAbstractButton):
    """A field of the story. Pressed, it waits for the line of the original that is to stand in it."""

    def __init__(self, theme: Theme, role: CopyRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._theme = theme
        self._title = theme.fonts.sans(_SMALL, bold=True)
        weight = QFont.Weight.Bold if role.name == "headline" else QFont.Weight.Normal
        self._font = theme.fonts.printed(_SIZES.get(role.name, _USUAL), weight=weight, italic=role.name == "dek")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Press, then click the line of the original that is the {field}").format(field=self._name))
        theme.changed.connect(self._on_theme_changed)

    @property
    def _name(self) -> str:
        return tr(self.role.title).lower()

    def show_value(self, value: str) -> None:
        """Show what stands in the field."""
        self.setText(value)
        self.setAccessibleName(f"{tr(self.role.title)}: {value or tr('none')}")
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its words, which fill the width."""
        box = QFontMetrics(self._font).boundingRect(QRect(0, 0, self._room, _TALLEST), _WRAPPED, self.text() or "—")
        return QSize(60 * GRID, box.height() + _TITLE + 2 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        painter.drawPixmap(
            QPoint(2 * GRID, GRID + 2),
            pixmap(self.role.sign, self._theme, self.role.colour, _SIGN, self.devicePixelRatioF()),
        )
        painter.setFont(self._title)
        painter.setPen(self._theme.color(self.role.colour))
        line = QRect(2 * GRID + _SIGN + GRID, GRID, self.width(), _TITLE)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._said)
        painter.setFont(self._font)
        painter.setPen(self._theme.color("text" if self.text() else "muted"))
        painter.drawText(QRect(2 * GRID, _TITLE + GRID, self._room, self.height()), _WRAPPED, self.text() or "—")

    @property
    def _said(self) -> str:
        waits = tr("click the line of the original that is it")
        return f"{tr(self.role.title)} — {waits}" if self.isChecked() else tr(self.role.title)

    @property
    def _room(self) -> int:
        return max(self.width() - 4 * GRID, 20 * GRID)

    def _draw_frame(self, painter: QPainter) -> None:
        """A ground while it waits, a line where the keyboard is or the mouse over it."""
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        focused, over = self.hasFocus(), self.underMouse()
        painter.setPen(
            QPen(self._theme.color("accent" if focused or self.isChecked() else "strong_line"), 1.5)
            if focused or over or self.isChecked()
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(self._theme.color("accent_soft") if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


class StoryView(QWidget):
    """All fields, one of which may wait, and the body under them."""

    field_chosen = Signal(str)
    """Name of the field that waits now; empty when none does any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {role.name: FieldButton(theme, role, self) for role in SHOWN}
        self.body = QPlainTextEdit()
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setProperty("field", True)
        self.body.setFont(theme.fonts.printed(_USUAL))
        self.body.setAccessibleName(tr("The text of the story"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        beside = QHBoxLayout()
        for name, field in self.fields.items():
            field.toggled.connect(self._on_toggled)
            (beside if name in _BESIDE else layout).addWidget(field)
        layout.addLayout(beside)
        layout.addWidget(self.body, 1)

    @property
    def waiting(self) -> str:
        """Name of the field that waits for a line; empty when none does."""
        return next((name for name, field in self.fields.items() if field.isChecked()), "")

    def rest(self) -> None:
        """Let no field wait any more."""
        for field in self.fields.values():
            field.setChecked(False)

    def show_draft(self, draft: Draft) -> None:
        """Show the story as it would be taken in."""
        for name, field in self.fields.items():
            field.show_value(getattr(draft.text, name))
        place = self.body.verticalScrollBar().value()
        self.body.setPlainText("\n\n".join(block.text for block in draft.text.body.blocks))
        self.body.verticalScrollBar().setValue(place)
        self.body.setToolTip(words(draft.text.body.words))

    @Slot(bool)
    def _on_toggled(self, waits: bool) -> None:
        """Of several fields the newest waits."""
        sender = self.sender()
        if waits:
            for field in self.fields.values():
                field.setChecked(field is sender)
        self.field_chosen.emit(self.waiting)
