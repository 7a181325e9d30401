"""The bar over an open story: back to the board, which story it is and where it stands, the moves, proof and export."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from db.stages import BY_MOVE, Move, Stage
from db.values import MoveOption, Story
from desktop.export.kinds import export_title
from desktop.localization import tr, worded
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.icons import dress, icon
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.widgets.menu_tool import open_menu
from desktop.widgets.mnemonics import with_mnemonics
from desktop.widgets.move_menu import OPTIONAL, TITLES, WITH_NOTE, title

_HEIGHT = 12 * GRID
_ROOM_FOR_FACTS = 250 * GRID
"""Pixels in which writer and revision stand beside slug, stage and all moves, in whole words."""
_ROOM_FOR_ACTS = 190 * GRID
"""Pixels in which proof, export and giving back stand beside the moves; under it they are in the menu behind."""
_HEADLINE = 28
"""Pixels at 100 %: a headline of sixty letters breaks into two lines above the text, as it does on the page."""
_FORWARD = {Stage.DRAFT: Move.SUBMIT, Stage.EDIT: Move.APPROVE}
"""The move that is the one filled button in each stage."""
_BADGES = {
    Stage.DRAFT: "draft", Stage.EDIT: "edit", Stage.PUBLISH: "publish", Stage.SPIKED: "off_path", Stage.KILLED: "bad",
}  # fmt: skip

REST_MS = 600
"""Milliseconds for which buttons that have come in the place of others cannot be pressed. A hand on its way to a button
cannot be called back within a quarter of a second, and the second press of a double click comes within half of one;
much longer, and whoever means the new button thinks that it is broken.
"""


class StoryHeader(QWidget):
    """Shows what it is told; asks for what is clicked."""

    back_requested = Signal()
    move_requested = Signal(object)
    """MoveOption"""
    give_back_requested = Signal()
    """The claim is to be released."""
    details_requested = Signal()
    """The details are wanted in the place of the text, or the text in theirs."""
    proof_requested = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writing = self._approved = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "header")
        self.setFixedHeight(_HEIGHT)
        self.back, self.more, self.details = QToolButton(), QToolButton(), QToolButton()
        self._slug, self._stage, self._facts = QLabel(), QLabel(), QLabel()
        self.proof, self.export = QPushButton(tr("Proof")), QPushButton(export_title())
        self.give_back = QPushButton(tr("Give back"))
        self.moves: dict[Move, QPushButton] = {}
        self._options: dict[Move, MoveOption] = {}
        self._elsewhere: list[MoveOption] = []
        """Moves of other stages, which nobody can make now."""
        self._others = list[QAction]()
        """Acts of the story that are no moves."""
        self._in_menu: object = None
        """What the menu was made of: it is made anew when that is another."""
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._on_rested)
        self._row, self._places = QHBoxLayout(self), QHBoxLayout()
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the moves have it; writer and revision stand in the details, too."""
        super().resizeEvent(event)
        self._facts.setVisible(event.size().width() >= _ROOM_FOR_FACTS)
        self._show_acts()
        self._make_room()

    def show_story(self, story: Story, *, writing: bool) -> None:
        """Which story it is, and whether it is claimed for writing here."""
        self.set_writing(writing)
        self._slug.setText(story.slug)
        set_property(self._stage, "badge", _BADGES[story.stage])
        self._stage.setText(tr(story.stage.value))
        self._facts.setText(f"{story.writer_name} · {tr('revision {n}').format(n=story.version)}")
        self._approved = story.stage is Stage.PUBLISH
        set_property(self.export, "kind", "primary" if self._approved else "")
        self._show_acts()
        self._make_room()

    def add_acts(self, acts: Iterable[QAction]) -> None:
        """Put acts of the story that are no moves at the end of the menu."""
        self._others.extend(acts)
        self._in_menu = None
        self._make_room()

    def set_back(self, view: str) -> None:
        """Name the view of the board that the way back leads to."""
        self.back.setText(f" {view}")
        self.back.setAccessibleName(view)

    def add_menus(self, *buttons: QToolButton) -> None:
        """Put the menus of the window at its end: who is at work, and that of the newsroom."""
        for button in buttons:
            self._row.addWidget(button)
        self._make_room()

    @property
    def options(self) -> list[MoveOption]:
        """The moves of the story, those that can be made now first."""
        return [*self._options.values(), *self._elsewhere]

    @property
    def writing(self) -> bool:
        """Whether the story is claimed for writing here."""
        return self._writing

    def set_writing(self, writing: bool) -> None:
        """Whether it is claimed for writing here: only then is there something to give back."""
        self._writing = writing
        self._show_acts()
        self._make_room()

    def show_details(self, shown: bool | None) -> None:
        """Whether the details stand in the place of the text; None where they have their own beside it."""
        self.details.setVisible(shown is not None)
        self.details.setChecked(bool(shown))
        self._make_room()

    @property
    def _acts(self) -> tuple[tuple[QPushButton, bool], ...]:
        """The buttons that move nothing, and whether each is wanted now."""
        return (self.give_back, self._writing), (self.proof, True), (self.export, self._approved)

    def _show_acts(self) -> None:
        for button, wanted in self._acts:
            button.setVisible(wanted and self.width() >= _ROOM_FOR_ACTS)

    def show_options(self, stage: Stage, options: Sequence[MoveOption]) -> None:
        """The moves of this stage as buttons, refused ones greyed with the reason; others in the menu behind.

        A button stays as long as its move does, so that nobody loses a press to it. Where another move comes in its
        place, none can be pressed for a moment: the press on its way was meant for what stood there.
        """
        options = [option for option in options if option.shown]
        here = [option for option in options if stage in BY_MOVE[option.move].sources]
        here.sort(key=lambda option: option.move is _FORWARD.get(stage))
        self._options = {option.move: option for option in here}
        if list(self.moves) != list(self._options):
            if self.moves:
                self._rest.start()
            self._place_buttons(stage)
        for move, button in self.moves.items():
            _say_option(button, self._options[move], ready=not self._rest.isActive())
        self._elsewhere = [option for option in options if option.move not in self._options]
        self._make_room()

    def _place_buttons(self, stage: Stage) -> None:
        for button in self.moves.values():
            button.hide()
            button.deleteLater()
        self.moves = {move: self._button(move, primary=move is _FORWARD.get(stage)) for move in self._options}
        for button in self.moves.values():
            self._places.addWidget(button)

    def _make_room(self) -> None:
        """Where the bar is too narrow for all moves, those that do not lead forward stand in the menu behind.

        The button that a claim brings is always counted: it moves no other.
        """
        self._show_back()
        roomy = self.width() >= _ROOM_FOR_ACTS
        away = [button for button in (*self.moves.values(), *([self.give_back] if roomy else [])) if button.isHidden()]
        needed = self._row.minimumSize().width()
        needed += sum(button.minimumSizeHint().width() + self._row.spacing() for button in away)
        for button in self.moves.values():
            button.setHidden(needed > self.width() and button.property("kind") != "primary")
        behind = [option for move, option in self._options.items() if self.moves[move].isHidden()]
        acts = [button for button, wanted in self._acts if wanted and not roomy]
        wanted = (behind, self._elsewhere, list(self._options.values()), acts)
        if wanted != self._in_menu:
            self._in_menu = wanted
            self._fill_more(behind, acts)

    def _show_back(self) -> None:
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.back.setToolButtonStyle(beside if self.width() >= _ROOM_FOR_ACTS else alone)

    def _fill_more(self, behind: Sequence[MoveOption], acts: Sequence[QPushButton]) -> None:
        """One menu for all times: an act that stood in another that is gone would be nowhere for a screen reader."""
        menu = self.more.menu() or self._more_menu()
        menu.clear()
        for option in (*behind, *self._elsewhere):
            action = menu.addAction(icon(TITLES[option.move][1], self._theme, "muted"), title(option))
            action.setEnabled(option in behind and option.allowed)
            action.setToolTip(worded(option.reason))
            action.triggered.connect(partial(self._on_move_clicked, option.move))
        for option in self._options.values():
            if BY_MOVE[option.move].takes_note:
                noted = menu.addAction(icon("message-square", self._theme, "muted"), tr(WITH_NOTE))
                noted.setEnabled(option.allowed)
                noted.setToolTip(option.reason)
                noted.triggered.connect(partial(self.move_requested.emit, replace(option, asks=OPTIONAL)))
        menu.addSeparator()
        menu.addActions(self._others)
        if acts:
            menu.addSeparator()
        for button in acts:
            act = menu.addAction(button.text(), button.click)
            act.setEnabled(button.isEnabled())
            act.setToolTip(button.toolTip())

    def _more_menu(self) -> QMenu:
        menu = with_mnemonics(QMenu(self.more))
        menu.setToolTipsVisible(True)
        open_menu(self.more, menu)
        return menu

    @Slot()
    def _on_rested(self) -> None:
        for move, button in self.moves.items():
            _say_option(button, self._options[move], ready=True)

    def _button(self, move: Move, *, primary: bool) -> QPushButton:
        button = QPushButton(title(self._options[move]))
        button.setProperty("kind", "primary" if primary else "")
        button.setMinimumHeight(FIELD_HEIGHT)
        button.clicked.connect(partial(self._on_move_clicked, move))
        return button

    def _on_move_clicked(self, move: Move) -> None:
        self.move_requested.emit(self._options[move])

    def _build(self) -> None:
        row = self._row
        row.setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
        row.setSpacing(3 * GRID)
        self._slug.setFont(self._theme.fonts.sans(TEXT_SIZE_PX, bold=True))
        self._stage.setProperty("badge", "draft")
        set_property(self._facts, "tone", "muted")
        for widget in (self.back, self._slug, self._stage, self._facts):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        self._places.setSpacing(3 * GRID)
        row.addWidget(self.give_back)  # it comes and goes with the claim, and moves no other here
        row.addLayout(self._places)
        for button in (self.more, self.proof, self.export, self.details):
            row.addWidget(button)
        self._build_buttons()

    def _build_buttons(self) -> None:
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setToolTip(tr("Back to the board (Alt+Left)"))
        dress(self.back, "chevron-left", self._theme, "muted")
        self.back.clicked.connect(self.back_requested)
        QShortcut(QKeySequence("Alt+Left"), self, self.back.click)
        self.more.setToolTip(tr("The other moves, and why they cannot be made now"))
        self.more.setAccessibleName(tr("Other moves"))
        dress(self.more, "ellipsis", self._theme, "muted")
        self.details.setCheckable(True)
        self.details.setToolTip(tr("Details (Ctrl+Alt+D)"))
        self.details.setAccessibleName(tr("Details"))
        self.details.hide()
        dress(self.details, "panel-right", self._theme, "muted")
        self.details.clicked.connect(self.details_requested)
        tips = (
            (self.give_back, tr("Let others write in it; what you typed is saved")),
            (self.proof, tr("The page as it will print, its plates and its ink (F12)")),
            (self.export, tr("The print-ready file")),
        )  # fmt: skip
        for button, tip in tips:
            button.setToolTip(tip)
            button.setMinimumHeight(FIELD_HEIGHT)
        self.give_back.clicked.connect(self.give_back_requested)
        self.proof.clicked.connect(self.proof_requested)
        self.export.clicked.connect(self.export_requested)


def _say_option(button: QPushButton, option: MoveOption, *, ready: bool) -> None:
    """Whether the button can be pressed, and else why not."""
    button.setEnabled(option.allowed and ready)
    button.setToolTip(worded(option.reason))
    button.setAccessibleDescription(worded(option.reason))


def heading_font(theme: Theme) -> QFont:
    """The face of headlines, as the paper prints them."""
    return theme.fonts.printed(_HEADLINE, weight=QFont.Weight.Black)
