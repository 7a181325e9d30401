"""House style: the chief drafts rules, tries them on printed stories, publishes them, and sees what is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.style.judgements import RuleTally
from db.style.starter_rules import starter_rules
from db.style.style_rules import StyleRule
from db.style.style_trial import StyleTrial
from db.style.stylebook import StyleEntry
from db.values import Account, Severity
from desktop.localization import count, tr
from desktop.look.theme import GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import PreferencesPage, field_label
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.language import LANGUAGES
from desktop.widgets.rows import NotedList, add_row

_MOST_SHOWN = 60
"""Hits of a trial that are listed: who reads them knows what the rule does."""
_LIST, _HITS = 30 * GRID, 24 * GRID
"""Pixels of the lists' heights: four rules, three hits, so that the whole page is seen in the window of settings."""


@dataclass(frozen=True)
class StylebookSeen:
    """The rules, with what was made of their remarks, and the desks they may hold in."""

    entries: tuple[StyleEntry, ...] = ()
    tallies: dict[str, RuleTally] | None = None
    desks: tuple[str, ...] = ()


class StylePage(PreferencesPage):
    """The rules in a list, the one that is chosen in fields below; its buttons act at once."""

    name, title = "style", "House style"
    about = (
        "What the newsroom writes otherwise is marked by dots in its stories. A rule holds once it is published: try "
        "it on the newest thousand stories before. Several words are parted by |, and word* has any ending."
    )

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme)
        self._seen = StylebookSeen()
        self._build()
        self.setEnabled(False)
        self.load()

    def load(self) -> None:
        """Read the rules; the one that is chosen stays so."""
        self.read(read_stylebook, on_done=self._fill)

    def _fill(self, seen: StylebookSeen) -> None:
        chosen = self.chosen
        self._seen = seen
        self._fill_desks(seen.desks)
        self.rules.blockSignals(True)
        self.rules.clear()
        for entry in seen.entries:
            row = add_row(self.rules, entry_words(entry, (seen.tallies or {}).get(entry.name, RuleTally())))
            row.setData(Qt.ItemDataRole.UserRole, entry.name)
            row.setToolTip(entry.off)
        names = [entry.name for entry in seen.entries]
        self.rules.setCurrentRow(names.index(chosen) if chosen in names else -1)
        self.rules.blockSignals(False)
        self.setEnabled(True)
        self._offer()

    @property
    def chosen(self) -> str:
        """Name of the rule that is chosen; empty for a new one."""
        row = self.rules.currentItem()
        return str(row.data(Qt.ItemDataRole.UserRole)) if row else ""

    @property
    def rule(self) -> StyleRule:
        """The rule in the fields."""
        return StyleRule(
            self.finds.text(), self.prefers.text(), self.reason.text(), self.chosen,
            Severity(self.severity.currentData()), str(self.language.currentData()), str(self.desk.currentData()),
            pattern=self.pattern.isChecked(), case=self.case.isChecked(),
        )  # fmt: skip

    def show_rule(self, rule: StyleRule) -> None:
        """Put a rule into the fields."""
        for field, text in ((self.finds, rule.find), (self.prefers, rule.prefer), (self.reason, rule.why)):
            field.setText(text)
        for box, value in (
            (self.severity, rule.severity), (self.language, rule.language), (self.desk, rule.desk),
        ):  # fmt: skip
            box.setCurrentIndex(max(0, box.findData(str(value))))
        self.pattern.setChecked(rule.pattern)
        self.case.setChecked(rule.case)
        self.hits.hide()
        self.tried.clear()

    # what the chief does

    @Slot()
    def _on_chosen(self) -> None:
        entry = self._entry()
        if entry is not None:
            self.show_rule(entry.newest)
        self._offer()

    @Slot()
    def _on_new(self) -> None:
        self.rules.setCurrentRow(-1)
        self.show_rule(StyleRule(""))
        self._offer()
        self.finds.setFocus()

    @Slot()
    def _on_draft(self) -> None:
        self.write(draft_rule, self.rule, self.account, on_done=self._on_drafted)

    def _on_drafted(self, name: str) -> None:
        self.said.emit(tr("“{name}” is drafted: it holds once it is published.").format(name=name), True)
        self._reload(name)

    @Slot()
    def _on_try(self) -> None:
        self.hits.hide()
        self.tried.setText(tr("Trying it on the newest stories …"))
        rule = self.rule
        self.door.read(
            try_rule, rule, on_done=partial(self._on_tried, rule), on_error=self._on_not_tried, key="trial of a rule"
        )  # fmt: skip

    def _on_not_tried(self, error: NewsroomError) -> None:
        self.tried.clear()
        self._on_refused(error)

    def _on_tried(self, rule: StyleRule, trial: StyleTrial) -> None:
        """What came of it, unless another rule stands in the fields by now."""
        if rule != self.rule:
            self.tried.clear()
            return
        self.tried.setText(trial_words(trial))
        self.hits.clear()
        self.hits.setVisible(bool(trial.hits))
        for hit in trial.hits[:_MOST_SHOWN]:
            said = f"{hit.quote.before}[{hit.quote.text}]{hit.quote.after}"
            self.hits.addItem(f"{hit.slug}: …{said}…" + (f" → {hit.prefer}" if hit.prefer else ""))

    @Slot()
    def _on_publish(self) -> None:
        self.write(publish_rule, self.rule, self._is_changed(), self.account, on_done=self._on_published)

    def _on_published(self, name: str) -> None:
        self.said.emit(tr("“{name}” holds from now on.").format(name=name), True)
        self._reload(name)

    @Slot()
    def _on_retire(self) -> None:
        self.write(retire_rule, self.chosen, self.account, on_done=self._on_retired)

    def _on_retired(self, name: str) -> None:
        self.said.emit(tr("“{name}” is a draft again.").format(name=name), True)
        self._reload(name)

    @Slot()
    def _on_remove(self) -> None:
        self.write(remove_rule, self.chosen, self.account, on_done=self._on_removed)

    def _on_removed(self, name: str) -> None:
        self.said.emit(tr("“{name}” is taken out.").format(name=name), True)
        self._on_new()
        self.load()

    @Slot()
    def _on_starter(self) -> None:
        self.write(draft_starter_set, self.account, on_done=self._on_started)

    def _on_started(self, number: int) -> None:
        self.said.emit(count(number, "{n} rule is drafted.", "{n} rules are drafted."), True)
        self.load()

    # helpers

    def _reload(self, name: str) -> None:
        """Read the rules again, with one of them chosen."""
        row = QListWidgetItem(name)
        row.setData(Qt.ItemDataRole.UserRole, name)
        self.rules.blockSignals(True)
        self.rules.addItem(row)
        self.rules.setCurrentItem(row)
        self.rules.blockSignals(False)
        self.load()

    def _entry(self) -> StyleEntry | None:
        return next((entry for entry in self._seen.entries if entry.name == self.chosen), None)

    def _is_changed(self) -> bool:
        """Whether the fields say another thing than what is kept."""
        entry = self._entry()
        return entry is None or replace(entry.newest, name=entry.name) != self.rule

    def _offer(self) -> None:
        entry = self._entry()
        self.retire.setEnabled(entry is not None and entry.published is not None)
        self.remove.setEnabled(entry is not None)

    def _fill_desks(self, desks: Sequence[str]) -> None:
        chosen = self.desk.currentData()
        self.desk.clear()
        self.desk.addItem(tr("All desks"), "")
        for desk in desks:
            self.desk.addItem(desk, desk)
        self.desk.setCurrentIndex(max(0, self.desk.findData(chosen)))

    # putting it together

    def _build(self) -> None:
        self.rules = NotedList(tr("No rules yet: write one below, or draft the starter set."))
        self.hits, self.tried = QListWidget(), QLabel()
        CurrentRow(self.rules)
        self.finds, self.prefers, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.severity, self.language, self.desk = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.pattern, self.case = QCheckBox(tr("Regular expression")), QCheckBox(tr("Capitals differ"))
        self.fresh, self.draft = QPushButton(tr("New rule")), QPushButton(tr("Keep as draft"))
        self.try_out, self.publish = QPushButton(tr("Try it")), QPushButton(tr("Publish the rule"))
        self.retire, self.remove = QPushButton(tr("Retire")), QPushButton(tr("Take out"))
        self.starter = QPushButton(tr("Draft the starter set"))
        self.severity.addItem(tr("Warns"), str(Severity.WARNING))
        self.severity.addItem(tr("Stops the story"), str(Severity.BLOCKER))
        self.language.addItem(tr("All languages"), "")
        self.language.addItem(tr("English"), "en")
        for code, title in LANGUAGES.items():
            self.language.addItem(title, code)
        self.rules.setMinimumHeight(_LIST)
        self.hits.setFixedHeight(_HITS)
        self.hits.hide()
        self.tried.setWordWrap(True)
        set_property(self.tried, "tone", "muted")
        self._name_all()
        self._build_rows()
        self._connect()

    def _name_all(self) -> None:
        for widget, said in (
            (self.rules, tr("Rules")), (self.hits, tr("Where the rule would have remarked something")),
            (self.finds, tr("Find")), (self.prefers, tr("Prefer")), (self.reason, tr("Why")),
            (self.severity, tr("What breaking it does")), (self.language, tr("Language it holds in")),
            (self.desk, tr("Desk it holds in")),
        ):  # fmt: skip
            widget.setAccessibleName(said)

    def _build_rows(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(2 * GRID)
        for title, field in ((tr("Find"), self.finds), (tr("Prefer"), self.prefers), (tr("Why"), self.reason)):
            form.addRow(field_label(title), field)
        form.addRow(field_label(tr("Holds in")), _beside(self.language, self.desk))
        form.addRow(field_label(tr("Breaking it")), _beside(self.severity))
        form.addRow("", _beside(self.pattern, self.case))
        self.body.addWidget(self.rules, 1)
        self.body.addWidget(_beside(self.fresh, self.starter, self.retire, self.remove))
        self.body.addLayout(form)
        self.body.addWidget(_beside(self.try_out, self.draft, self.publish))
        self.body.addWidget(self.tried)
        self.body.addWidget(self.hits)

    def _connect(self) -> None:
        self.rules.currentRowChanged.connect(self._on_chosen)
        for button, slot in (
            (self.fresh, self._on_new), (self.starter, self._on_starter), (self.try_out, self._on_try),
            (self.draft, self._on_draft), (self.publish, self._on_publish), (self.retire, self._on_retire),
            (self.remove, self._on_remove),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(slot)


def _beside(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * GRID)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch()
    return row


def entry_words(entry: StyleEntry, tally: RuleTally) -> str:
    """A rule in the list: what it finds and prefers, how it stands, and what was made of its remarks."""
    rule = entry.newest
    changed = tr("published, changed in draft") if entry.draft else tr("published")
    state = tr("switched off") if entry.off else changed if entry.published else tr("draft")
    made = tr("taken up {n}, dismissed {m}").format(n=tally.accepted, m=tally.dismissed)
    judged = made if tally.accepted or tally.dismissed else ""
    return " · ".join(filter(None, (f"{rule.find} → {rule.prefer or '…'}", state, judged)))


def trial_words(trial: StyleTrial) -> str:
    """What came of a trial, in a sentence."""
    if not trial.count:
        return tr("In the newest {n} stories it would have remarked nothing.").format(n=f"{trial.stories:,}")
    places = count(trial.count, "{n} place", "{n} places")
    said = tr("It would have remarked {places} in {hit} of the newest {n} stories.")
    return said.format(places=places, hit=f"{trial.hit:,}", n=f"{trial.stories:,}")


def read_stylebook(newsroom: Newsroom) -> StylebookSeen:
    """The rules, what was made of them, and the desks."""
    book = newsroom.stylebook
    return StylebookSeen(tuple(book.all()), newsroom.judgements.tallies(), tuple(newsroom.desks.all()))


def draft_rule(newsroom: Newsroom, rule: StyleRule, actor: Account) -> str:
    """Keep a rule as a draft."""
    return newsroom.stylebook.draft(rule, actor=actor)


def publish_rule(newsroom: Newsroom, rule: StyleRule, is_changed: bool, actor: Account) -> str:
    """Let a rule hold as it stands in the fields."""
    name = newsroom.stylebook.draft(rule, actor=actor) if is_changed else rule.name
    newsroom.stylebook.publish(name, actor=actor)
    return name


def retire_rule(newsroom: Newsroom, name: str, actor: Account) -> str:
    """Let a rule hold no more."""
    newsroom.stylebook.retire(name, actor=actor)
    return name


def remove_rule(newsroom: Newsroom, name: str, actor: Account) -> str:
    """Take a rule out."""
    newsroom.stylebook.remove(name, actor=actor)
    return name


def try_rule(newsroom: Newsroom, rule: StyleRule) -> StyleTrial:
    """What a rule would have remarked."""
    return newsroom.stylebook.trial(rule)


def draft_starter_set(newsroom: Newsroom, actor: Account) -> int:
    """Draft the rules of the starter set that the stylebook does not have yet; their number is given back."""
    known = {entry.newest.find for entry in newsroom.stylebook.all()}
    fresh = [rule for rule in starter_rules() if rule.find not in known]
    for rule in fresh:
        newsroom.stylebook.draft(rule, actor=actor)
    return len(fresh)
