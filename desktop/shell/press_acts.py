"""Export and proof, as acts of the window: of the story that is open, of what is selected, of cards from their menu."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from db.acts import Act, why_never
from db.stages import Role, Stage
from db.values import StoryCard
from desktop.export.batch_export import BatchExport
from desktop.export.story_export import StoryExport
from desktop.localization import tr
from desktop.proof.proof_windows import ProofWindows
from desktop.shell.page_stack import PageStack
from desktop.widgets.message import Message, Tone

if TYPE_CHECKING:
    from desktop.editor.page import StoryPage


class PressActs(QObject):
    """Finds out which story or stories an act is about, and has it done; only what can be done is enabled."""

    said = Signal(object)
    """Message."""

    def __init__(
        self, story: StoryExport, several: BatchExport, proofs: ProofWindows, pages: PageStack,
        actions: Mapping[str, QAction], role: Role,
    ) -> None:  # fmt: skip
        super().__init__(pages)
        self._story, self._several, self._proofs = story, several, proofs
        self._pages, self._actions = pages, actions
        self._may_export = not why_never(Act.EXPORT, role)
        self._connect()
        self._enable(None)

    def slots(self) -> dict[str, Callable[[], None]]:
        """Slots of the menu's entries, by the names of their actions."""
        return {
            "export": self.export, "export_many": self.export_many, "proof": self.write_proof,
            "look_at_proof": self.look, "open_pdf": self._proofs.ask_file,
        }  # fmt: skip

    @Slot()
    def export(self) -> None:
        """Export what is selected, or the open story."""
        card = self._pages.subject
        if card is None:
            return
        if self._pages.on_board and self._several.chosen:
            self._several.ask()
            return
        self._story.export(card)

    @Slot()
    def export_many(self) -> None:
        """Export several stories, which are chosen on the board."""
        self._pages.leave_story()
        self._several.ask()

    @Slot(object)
    def export_cards(self, cards: list[StoryCard]) -> None:
        """Export these."""
        if len(cards) == 1:
            self._story.export(cards[0])
        else:
            self._several.ask_about(cards)

    @Slot()
    def write_proof(self) -> None:
        """Write a proof of the open story, with what is being typed, or of the selected one."""
        card = self._pages.subject
        if card is None:
            return
        if self._pages.on_board and self._several.chosen:
            text = tr("{n} stories are selected, and a proof is of one: select that, or take it from a card’s menu.")
            self.said.emit(Message(text.format(n=len(self._several.chosen)), Tone.REFUSED))
            return
        self._pages.story.send_now()
        self._story.proof(card, self._pages.text)

    @Slot(object)
    def write_proof_of(self, card: StoryCard) -> None:
        """Write a proof of this story."""
        self._story.proof(card, None)

    @Slot()
    def look(self) -> None:
        """Show the page of the open story, with what is being typed, or of the selected one."""
        card = self._pages.subject
        if card is not None:
            self._proofs.show_story(card.id, card.slug, self._pages.text)

    @Slot(object)
    def look_at(self, card: StoryCard) -> None:
        """Show the page of this story."""
        self._proofs.show_story(card.id, card.slug)

    @Slot(int, int)
    def _on_redline(self, old: int, new: int) -> None:
        story = self._pages.story.story
        if story is not None:
            self._story.redline(story, old, new)

    @Slot(object)
    def _enable(self, card: StoryCard | None) -> None:
        """Only an approved story is exported, and there must be one to proof."""
        approved = card is not None and card.stage is Stage.PUBLISH
        for name in ("proof", "look_at_proof"):
            self._actions[name].setEnabled(card is not None)
        self._actions["export"].setEnabled(self._may_export and (approved or bool(self._several.chosen)))

    @Slot()
    def _on_picked(self) -> None:
        """Several cards are exported together."""
        self._enable(self._pages.subject)

    @Slot()
    def _on_loaded(self) -> None:
        self._several.refresh()
        self._enable(self._pages.subject)

    @Slot(object)
    def _on_story_made(self, story: "StoryPage") -> None:
        story.export_requested.connect(self.export)
        story.proof_requested.connect(self.look)
        story.redline_requested.connect(self._on_redline)
        story.shown.connect(self._enable)

    def _connect(self) -> None:
        board = self._pages.board
        board.board.chosen.connect(self._enable)
        board.board.picked.connect(self._on_picked)
        board.loaded.connect(self._on_loaded)
        self._pages.story_made.connect(self._on_story_made)
        self._story.look_wanted.connect(self._proofs.show_file)
