"""Questions before several stories are exported: which, where to, in which format, in how many files."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from db.clearance import why_not_clean
from db.values import StoryCard
from desktop.export.kinds import FlavourField, FormatField, KindField, MarksField, is_format_approved
from desktop.export.request import ExportRequest, StoryChoice
from desktop.localization import count, stories, tr, words
from desktop.look.theme import GRID, set_property
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.folder import FolderField
from desktop.widgets.stacked import column, row

_HEIGHT = 30
"""Pixels of a row at 100 %: as high as a field with its frame."""
_LISTED = 27 * GRID
"""Pixels: five lines of stories; more scroll, so that the dialog fits a small screen."""


class BatchExportForm(QWidget):
    """Everything has an answer already; the person changes what is to be otherwise."""

    changed = Signal()

    def __init__(
        self, choices: Sequence[StoryChoice], formats: Mapping[str, str], folder: Path, today: datetime
    ) -> None:
        super().__init__()
        self._choices = choices
        self.which, self.sum, self.listed = ChoiceBox(), QLabel(), QTextBrowser()
        self.folder = FolderField(folder, tr("Export into"))
        self.kind, self.layout_name, self.flavour = KindField(), FormatField(formats), FlavourField()
        self.why_format = QLabel(tr("Their format was approved with them: in another only proofs can be made."))
        self.marks = MarksField()
        self._suffix = QLabel()
        self.each, self.together = QRadioButton(tr("A file for each story")), QRadioButton(tr("One file named"))
        self.name = QLineEdit(f"stories-{today.astimezone():%Y-%m-%d}")
        self.run_in = QCheckBox(tr("Stories share pages, one below the other"))
        for choice in choices:
            self.which.addItem(choice.title)
        self._build()
        self.each.setChecked(True)
        self._connect()
        self._show_kind()

    @property
    def cards(self) -> Sequence[StoryCard]:
        """The stories that are chosen."""
        return self._choices[self.which.currentIndex()].cards

    @property
    def exportable(self) -> Sequence[StoryCard]:
        """Those of them that can be exported."""
        return [card for card in self.cards if not why_not_clean(card)]

    @property
    def request(self) -> ExportRequest:
        """The request as it is filled in."""
        together = self.together.isChecked()
        return ExportRequest(
            stories=[card.id for card in self.exportable],
            folder=self.folder.path or Path(),
            kind=self.kind.kind,
            layout=self.layout_name.chosen,
            flavour=self.flavour.currentData(),
            marks=self.marks.isChecked(),
            one_file=self.name.text().strip() if together else "",
            run_in=together and self.run_in.isChecked(),
        )

    @property
    def lacks(self) -> str:
        """The field that is still to be filled in; empty when nothing is."""
        if not self.exportable:
            return tr("None of these stories can be exported.")
        if self.folder.path is None:
            return tr("Choose the folder the files go into.")
        if self.together.isChecked() and not self.name.text().strip():
            return tr("Give the file a name.")
        return ""

    def _build(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(3 * GRID)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for said in (self.sum, self.why_format):
            set_property(said, "tone", "muted")
            said.setWordWrap(True)
        self.listed.setProperty("field", True)
        self.listed.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.listed.setFixedHeight(_LISTED)
        self.listed.setAccessibleName(tr("Which stories are exported, and which stay, and why"))
        for title, field in (
            (tr("Stories"), column(self.which, self.sum, self.listed)),
            (tr("Folder"), self.folder),
            (tr("Kind of file"), self.kind),
            (tr("Format"), column(self.layout_name, self.why_format)),
            (tr("Files"), self._build_files()),
            (tr("Standard"), self.flavour),
            (tr("Marks"), self.marks),
        ):
            form.addRow(_label(title), field)
        for name, widget in (
            (tr("Stories"), self.which), (tr("Folder"), self.folder), (tr("Kind of file"), self.kind),
            (tr("Format"), self.layout_name), (tr("Name of the file"), self.name), (tr("Standard"), self.flavour),
            (tr("Marks"), self.marks),
        ):  # fmt: skip
            widget.setAccessibleName(name)
            widget.setMinimumHeight(_HEIGHT)

    def _build_files(self) -> QWidget:
        together = QButtonGroup(self)
        for choice in (self.each, self.together):
            choice.setMinimumHeight(_HEIGHT)
            together.addButton(choice)
        sharing = QHBoxLayout()
        sharing.addSpacing(5 * GRID)
        sharing.addWidget(self.run_in)
        files = column(self.each, row(self.together, self.name, self._suffix))
        inner = files.layout()
        assert isinstance(inner, QVBoxLayout)
        inner.addLayout(sharing)
        return files

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(self._show)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.together.toggled.connect(self._show)
        self.folder.changed.connect(self._show)
        self.name.textChanged.connect(self._show)

    @Slot()
    def _show_kind(self) -> None:
        """Offer the choices that the chosen kind of file has."""
        exporter = self.kind.exporter
        self._suffix.setText(exporter.suffix)
        self.flavour.offer(exporter)
        self.together.setEnabled(exporter.holds_several)
        if not exporter.holds_several:
            self.each.setChecked(True)
        self._form.setRowVisible(self.kind, self.kind.is_choice)
        self._form.setRowVisible(self.flavour, self.flavour.is_choice)
        self._form.setRowVisible(self.marks, bool(exporter.flavours))
        self._show()

    @Slot()
    def _show(self) -> None:
        self.name.setEnabled(self.together.isChecked())
        self.run_in.setEnabled(self.together.isChecked())
        self.sum.setText(sum_of(self.cards))
        self.listed.setPlainText("\n".join(fates(self.cards)))
        self.layout_name.offer(tr("Each story’s own"), self.exportable)
        self.why_format.setVisible(is_format_approved(self.exportable))
        self.changed.emit()


def sum_of(cards: Sequence[StoryCard]) -> str:
    """Number of stories and words, and of those not approved: they will be refused."""
    total = f"{stories(len(cards))} · {words(sum(card.words for card in cards))}"
    missing = sum(bool(why_not_clean(card)) for card in cards)
    if not missing:
        return total
    return f"{total} · {count(missing, '{n} is not approved and stays', '{n} are not approved and stay')}"


def fates(cards: Sequence[StoryCard]) -> list[str]:
    """A line for each story: why it stays, of those that do, and then what goes."""
    found = [(why_not_clean(card), card) for card in cards]
    stays = [tr("– {why}").format(why=why) for why, _ in found if why]
    again, new = tr("+ {slug}, exported before"), tr("+ {slug}")
    return stays + [(again if card.exported else new).format(slug=card.slug) for why, card in found if not why]


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setFixedHeight(_HEIGHT)
    set_property(label, "tone", "muted")
    return label
