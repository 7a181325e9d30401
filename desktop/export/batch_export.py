"""Several stories of the board, selected or all of a view, on their way to the export dialog."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from db.acts import Act, why_never
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.stages import Stage
from db.values import Account, StoryCard
from desktop.board.board import Board
from desktop.export.batch_dialog import BatchExportDialog
from desktop.export.request import StoryChoice
from desktop.localization import tr
from desktop.look.theme import Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.press.format_folders import formats_folder
from desktop.settings import LocalSettings
from desktop.widgets.message import Message, Tone
from desktop.widgets.move_menu import of_all
from exports.formats import format_names, load_format

_PRINT = "print"


class BatchExport(QObject):
    """The button at the board's head, what it offers to export, and the dialog."""

    said = Signal(object)
    """Message."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, settings: LocalSettings, board: Board,
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._door, self._account, self._theme = door, account, theme
        self._settings, self._board, self._window = settings, board, window
        self.button = QPushButton()
        set_property(self.button, "kind", "chip")
        self.button.clicked.connect(self.ask)
        board.head.add_button(self.button)
        board.picked.connect(self.refresh)
        board.chosen.connect(self.refresh)

    @property
    def chosen(self) -> list[int]:
        """The selected stories when they are more than one; else none."""
        picked = self._board.selected()
        return picked if len(picked) > 1 else []

    @Slot()
    def refresh(self) -> None:
        """Say on the button what it would export; it is there where there is something to."""
        chosen = self.chosen
        waiting = self._board.view.key == _PRINT and bool(self._board.shown(approved=True))
        number = of_all(len(self._board.selected(approved=True)), len(chosen))
        self.button.setText(tr("Export {n}…").format(n=number) if chosen else tr("Export all…"))
        self.button.setToolTip(tr("Print-ready files of several stories, with a manifest"))
        may_export = not why_never(Act.EXPORT, self._account.role)
        self.button.setVisible(may_export and (bool(chosen) or waiting))

    @Slot()
    def ask(self) -> None:
        """Open the dialog, on what is selected or else on what the view shows."""
        board = self._board
        picked, shown = board.selected(), board.shown(approved=True)
        self._door.read(read_offer, picked, shown, board.view.heading, on_done=self._ask, key="batch")

    def ask_about(self, cards: Sequence[StoryCard]) -> None:
        """Open the dialog on these stories."""
        offer = partial(BatchOffer, [selected_choice(cards)])
        self._door.read(format_labels, on_done=lambda formats: self._ask(offer(formats)), key="batch")

    def _ask(self, offer: "BatchOffer") -> None:
        if not offer.choices:
            self.said.emit(Message(tr("No story here is approved: there is nothing to export."), Tone.REFUSED))
            return
        dialog = BatchExportDialog(
            self._door, self._account, self._theme, offer.choices, offer.formats, self._settings.folder, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        dialog = self.sender()
        if isinstance(dialog, BatchExportDialog) and dialog.request is not None and dialog.request.folder.is_dir():
            self._settings.folder = dialog.request.folder


@dataclass(frozen=True)
class BatchOffer:
    """What the dialog offers: stories, and formats with their labels."""

    choices: Sequence[StoryChoice]
    formats: Mapping[str, str]


def read_offer(newsroom: Newsroom, picked: Sequence[int], shown: Sequence[int], heading: str) -> BatchOffer:
    """What may be exported of the stories that are selected, and of the approved ones that a view shows."""
    cards = {card.id: card for card in newsroom.cards.cards({*picked, *shown}).cards}
    chosen, others = ([cards[number] for number in some if number in cards] for some in (picked, shown))
    return BatchOffer(choices_of(chosen, others, heading), format_labels(newsroom))


def choices_of(picked: Sequence[StoryCard], shown: Sequence[StoryCard], heading: str) -> list[StoryChoice]:
    """Choices of stories to export from those a view shows; when several are picked, those."""
    approved = _approved(shown)
    new = [card for card in approved if card.exported is None]
    chosen = [selected_choice(picked)] if len(picked) > 1 else []
    whole = [
        StoryChoice(tr("All {n} not exported yet").format(n=len(new)), new),
        StoryChoice(tr("All {n} approved in “{view}”").format(n=len(approved), view=heading), approved),
    ]
    alone = [StoryChoice(tr("Only {slug}").format(slug=card.slug), [card]) for card in picked[:1] if len(picked) == 1]
    offered = [*chosen, *whole, *alone] if whole[0].cards != approved else [*chosen, whole[1], *alone]
    return [choice for choice in offered if choice in chosen or _approved(choice.cards)]


def selected_choice(cards: Sequence[StoryCard]) -> StoryChoice:
    """The stories that are selected, whether they can be exported or not."""
    return StoryChoice(tr("The {n} selected").format(n=len(cards)), cards)


def format_labels(newsroom: Newsroom) -> dict[str, str]:
    """Each format's name with its label, those of the newsroom's own among them."""
    return labels(formats_folder(newsroom))


def labels(folder: Path) -> dict[str, str]:
    """Each format's name with its label; one that is wrong keeps its name, and says so when it is used."""
    return {name: _label(name, folder) for name in format_names(folder)}


def _label(name: str, folder: Path) -> str:
    try:
        return load_format(name, folder).label
    except NewsroomError:
        return name


def _approved(cards: Sequence[StoryCard]) -> list[StoryCard]:
    return [card for card in cards if card.stage is Stage.PUBLISH]
