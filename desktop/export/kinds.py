"""The kinds of file, standards and formats a story can leave in, as the exporters and its approval have them."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QCheckBox

from db.values import StoryCard
from desktop.localization import tr
from desktop.widgets.choice_box import ChoiceBox
from exports import EXPORTERS, Exporter


class KindField(ChoiceBox):
    """A choice of all kinds; where there is one alone nobody need be asked."""

    def __init__(self) -> None:
        super().__init__()
        for name, one in EXPORTERS.items():
            self.addItem(tr(one.label), name)

    @property
    def kind(self) -> str:
        """The name of the kind that is chosen."""
        return str(self.currentData())

    @property
    def exporter(self) -> Exporter:
        """The exporter that makes files of that kind."""
        return EXPORTERS[self.kind]

    @property
    def is_choice(self) -> bool:
        """Whether there is more than one."""
        return self.count() > 1


class FlavourField(ChoiceBox):
    """The standards a kind of file can be held to; that of the format stands first."""

    def offer(self, exporter: Exporter) -> None:
        """Show those of an exporter; what was chosen stays so where that has it, too."""
        before = self.currentData()
        self.clear()
        self.addItem(tr("As the format says"), "")
        for name, title in exporter.flavours.items():
            self.addItem(title, name)
        self.setCurrentIndex(max(self.findData(before), 0))

    @property
    def is_choice(self) -> bool:
        """Whether there is more than one."""
        return self.count() > 1


class FormatField(ChoiceBox):
    """The formats stories can leave in: those that are approved with a format leave in that one alone."""

    def __init__(self, formats: Mapping[str, str]) -> None:
        """`formats` are labels by name."""
        super().__init__()
        self._formats = formats
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, own: str, cards: Iterable[StoryCard]) -> None:
        """Show what stands for the own format of each story, and the others where no approval names one."""
        before = self.currentData()
        self.clear()
        self.addItem(own, "")
        if not is_format_approved(cards):
            for name, label in self._formats.items():
                self.addItem(label, name)
        self.setCurrentIndex(max(self.findData(before), 0))

    @property
    def chosen(self) -> str:
        """The name of the format that is chosen; that of each story when empty."""
        return str(self.currentData())


def is_format_approved(cards: Iterable[StoryCard]) -> bool:
    """Whether the format of any of these was approved with its text; in older approvals it was not."""
    return any(card.sign_off and card.sign_off.layout for card in cards)


def export_title() -> str:
    """Title of a button that exports: it names the kind of file while there is one alone."""
    (first, *others) = EXPORTERS.values()
    return tr("Export") if others else tr("Export as {name}").format(name=first.name)


class MarksField(QCheckBox):
    """Whether marks stand outside the page; a format may leave them out in any case."""

    def __init__(self) -> None:
        super().__init__(tr("Crop and registration marks, colour bar"))
        self.setChecked(True)
        self.setToolTip(tr("Without them for printers who measure the ink of the whole sheet."))
