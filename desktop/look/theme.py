"""Look of the program: colours by role, fonts, icons; and how they are put on the application.

A widget asks its `Theme` for `color("muted")` or `fonts.printed(20)`, and paints again on `changed`: the same Theme
stays for the life of the program and takes up other colours. What a style sheet can say is in
`resources/themes/style.qss`; a widget chooses there by a property, such as `kind="primary"` on a button.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.look.fonts import Fonts, load_fonts
from resources import resource

GRID = 4
"""Pixels at 100 %: every margin and gap is a multiple of it."""
FIELD_HEIGHT = 30
"""Pixels at 100 % of a field or button in a dialog: a line of text with room for a finger, and still a dozen of them
on the smallest screen. Labels beside them have it too, so that both stand on one line.
"""
LEAST_WIDTH = 126 * GRID
"""Pixels at 100 % in which board and story have room: those of a screen of 1024 that draws all twice as large."""
RADIUS = 6.0
"""Pixels of the round corners of cards and of chosen rows: seen as round, and no text comes near them."""


class ThemeChoice(StrEnum):
    """The appearances a person may set: follow the system, or always the one or the other; or high contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    """Words 7 : 1 against their ground, as WCAG's level AAA asks; light or dark as the system is."""


@dataclass(frozen=True)
class Colours:
    """One theme file."""

    name: str
    dark: bool
    by_role: Mapping[str, str]
    """Role → `#rrggbb`."""


def load_colours(name: str) -> Colours:
    """The theme file of that name, such as `light` or `contrast-dark`."""
    data = tomllib.loads(resource(f"themes/{name}.toml").read_text(encoding="utf-8"))
    return Colours(data["name"], data["dark"], data["colours"])


class Theme(QObject):
    """The colours in force and the fonts. One for the whole program, handed to every widget that paints."""

    changed = Signal()
    """Other colours are in force: paint again, ask for icons again."""

    def __init__(self, colours: Colours, fonts: Fonts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fonts = fonts
        self._take(colours)

    @property
    def name(self) -> str:
        """That of its file: `light`, `dark`, `contrast-light` or `contrast-dark`."""
        return self.colours.name

    def color(self, role: str) -> QColor:
        """The colour of a role, such as `accent_soft`. Raises KeyError for a role no theme has."""
        return self._colors[role]

    def use(self, colours: Colours) -> None:
        """Take up other colours and tell everybody."""
        self._take(colours)
        self.changed.emit()

    def _take(self, colours: Colours) -> None:
        self.colours = colours
        self._colors = {role: QColor(value) for role, value in colours.by_role.items()}


def make_theme(name: str = "light", parent: QObject | None = None) -> Theme:
    """A theme with its fonts loaded. Needs a QApplication."""
    return Theme(load_colours(name), load_fonts(), parent)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the application: Fusion, our palette, our font, our style sheet.

    One that is dressed so already is not dressed again, but for its palette, which a change of the system's scheme
    replaces: a style sheet has every widget there is looked at.
    """
    app.setPalette(palette(theme))
    sheet = style_sheet(theme.colours)
    if app.styleSheet() != sheet:
        app.setStyle("Fusion")
        app.setPalette(palette(theme))
        app.setFont(theme.fonts.sans())
        app.setStyleSheet(sheet)


def style_sheet(colours: Colours) -> str:
    """The style sheet in these colours. Raises KeyError when it names a role the theme lacks."""
    name = "dark" if colours.dark else "light"
    signs = {sign: resource(f"themes/arrows/{name}-{file}.svg").as_posix() for sign, file in _SIGNS.items()}
    return Template(resource("themes/style.qss").read_text(encoding="utf-8")).substitute(colours.by_role, **signs)


_SIGNS = {
    "arrow_up": "up", "arrow_down": "down", "arrow_left": "left", "arrow_right": "right", "check": "check",
    "folder_above": "above", "folder_new": "folder", "as_tiles": "tiles", "as_rows": "rows",
}  # fmt: skip
"""Pictures of the style sheet, and their files of each theme: Qt's own are drawn for a light ground."""


_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "panel",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "strong_line",
    QPalette.ColorRole.Shadow: "shadow",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(theme: Theme) -> QPalette:
    """Qt's palette in the colours of the theme."""
    result = QPalette()
    for role, name in _PALETTE.items():
        result.setColor(role, theme.color(name))
    for role in _DISABLED:
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.color("faint"))
    return result


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and have the widget dressed again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()


class Appearance(QObject):
    """Keeps the application dressed as the person chose, or as the system is dressed."""

    def __init__(self, app: QApplication, theme: Theme, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(theme)
        self._app = app
        self.theme = theme
        self.choice = choice
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self.choose(choice)

    def choose(self, choice: ThemeChoice) -> None:
        """Dress so from now on."""
        self.choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._dress()

    @Slot()
    def _on_system_changed(self) -> None:
        if self.choice in (ThemeChoice.SYSTEM, ThemeChoice.CONTRAST):
            self._dress()

    def _dress(self) -> None:
        name = _name_of(self.choice, self._app.styleHints().colorScheme())
        if name != self.theme.name:
            self.theme.use(load_colours(name))
        apply_theme(self._app, self.theme)


_SCHEMES = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
    ThemeChoice.CONTRAST: Qt.ColorScheme.Unknown,
}


def _name_of(choice: ThemeChoice, system: Qt.ColorScheme) -> str:
    of_system = "dark" if system is Qt.ColorScheme.Dark else "light"
    return {ThemeChoice.SYSTEM: of_system, ThemeChoice.CONTRAST: f"contrast-{of_system}"}.get(choice, choice.value)
