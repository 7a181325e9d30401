"""The menu of a remark: what may stand there instead, words to be kept, and what is to be ignored here."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QFont, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from db.acts import Act, why_never
from db.newsroom import Newsroom
from db.style.judgements import Quote
from db.values import Account
from desktop.editor.proofreading.proofed_text import ProofedText
from desktop.editor.proofreading.proofreader import Proofreader
from desktop.editor.proofreading.remarks import Remark
from desktop.editor.proofreading.standards import suggest
from desktop.localization import tr
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.message import Message, Tone

MENU_KEYS, NEXT_KEYS, BACK_KEYS = "Ctrl+.", "F7", "Shift+F7"
_MOST = 7
"""Suggestions that are offered: the likeliest stand first, and whoever must read more types the word."""
_STEPS = 2
"""Of the acts with keys, those that go to other remarks."""


class RemarkActions(QObject):
    """Acts on the remarks of a proofreader, for the person at this window."""

    said = Signal(object)
    """Message"""

    def __init__(self, door: NewsroomDoor, account: Account, proofreader: Proofreader, owner: QWidget) -> None:
        super().__init__(owner)
        self._door, self._account, self._proofreader, self._owner = door, account, proofreader, owner
        self.actions: list[QAction] = []
        """Acts that have keys."""
        self.menu: QMenu | None = None
        """The menu that was opened last."""
        self._build_actions()
        proofreader.switched_off.connect(self._on_switched_off)
        for text in proofreader.texts:
            text.edit.customContextMenuRequested.connect(self._on_menu_wanted)

    @Slot()
    def go_on(self) -> None:
        """Go to the next remark."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the remark before."""
        self._step(-1)

    @Slot()
    def open_menu(self) -> None:
        """Open the menu of the remark at the cursor, or of the next one."""
        text = self._proofreader.texts[self._proofreader.here()]
        if text.remark_at(text.edit.textCursor().selectionStart()) is None and not self._step(1):
            return
        text = self._proofreader.texts[self._proofreader.here()]
        self._popup(text, text.edit.textCursor().selectionStart(), text.edit.cursorRect().bottomLeft())

    def _step(self, by: int) -> bool:
        found = self._proofreader.next(by)
        if found is None:
            self.said.emit(Message(tr("Spelling and house style find nothing to remark in this story."), Tone.DONE))
            return False
        text, place, remark = found
        text.edit.setFocus()
        text.edit.setTextCursor(text.cursor_over(place, remark))
        return True

    @Slot(str)
    def _on_switched_off(self, name: str) -> None:
        said = tr("The rule “{name}” of house style takes too long and is switched off: the chief can mend it.")
        self.said.emit(Message(said.format(name=name)))

    @Slot(QPoint)
    def _on_menu_wanted(self, point: QPoint) -> None:
        text = next(one for one in self._proofreader.texts if one.edit is self.sender())
        self._popup(text, text.edit.cursorForPosition(point).position(), point)

    def _popup(self, text: ProofedText, place: int, point: QPoint) -> None:
        self.menu = text.edit.createStandardContextMenu()
        found = text.remark_at(place)
        if found is not None:
            self._fill(self.menu, text, *found)
        self.menu.addSeparator()
        self.menu.addActions([*self.actions[:_STEPS], *text.edit.actions()])
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        self.menu.popup(text.edit.viewport().mapToGlobal(point))

    # what stands in the menu

    def _fill(self, menu: QMenu, text: ProofedText, cursor: QTextCursor, remark: Remark) -> None:
        """Put what may be done about a remark above what can always be done."""
        first = menu.actions()[0]
        put = Replacing(cursor, partial(self._on_put, remark), writable=not text.edit.isReadOnly())
        parts = (self._preferred if remark.broken else self._suggested)(menu, put, remark)
        for part in parts:
            menu.insertActions(first, part)
            menu.insertSeparator(first)
        menu.setToolTipsVisible(True)

    def _suggested(self, menu: QMenu, put: "Replacing", remark: Remark) -> list[list[QAction]]:
        """What spelling offers: suggestions, which come when they are there; the word to be kept; the place ignored."""
        waiting = _told(menu, tr("Looking for suggestions …"))
        word = remark.unknown.word if remark.unknown else ""
        check = self._proofreader.standards.check_in(remark.language)
        if check is not None:
            offer = _Offer(menu, waiting, put)
            self._door.read(suggest, check, word, on_done=offer.show, key="suggestions")
        for_me = _action(
            menu, tr("Add “{word}” for me").format(word=word), partial(self._keep, word, remark.language, own=True)
        )
        title = tr("Add “{word}” for the newsroom").format(word=word)
        for_all = _action(menu, title, partial(self._keep, word, remark.language, own=False))
        _refuse(for_all, why_never(Act.ADD_WORD, self._account.role))
        return [[waiting], [for_me, for_all, self._ignoring(menu, tr("Ignore here"), remark)]]

    def _preferred(self, menu: QMenu, put: "Replacing", remark: Remark) -> list[list[QAction]]:
        """What house style offers: what it prefers, why, and to dismiss it."""
        assert remark.broken is not None
        rule, prefer = remark.broken.rule, remark.broken.prefer
        first = [put.action(menu, prefer)] if prefer else [_told(menu, tr("Write it in another way"))]
        if rule.why:
            first.append(_told(menu, rule.why))
        dismiss = self._ignoring(menu, tr("Dismiss here"), remark)
        if not remark.may_be_dismissed:
            _refuse(dismiss, tr("This rule stops the story: the chief can change it."))
        return [first, [dismiss]]

    def _ignoring(self, menu: QMenu, title: str, remark: Remark) -> QAction:
        action = _action(menu, title, partial(self._ignore, remark))
        _refuse(action, why_never(Act.JUDGE, self._account.role))
        return action

    def _on_put(self, remark: Remark) -> None:
        """What house style prefers was taken up: that is counted."""
        if remark.broken is not None:
            story_id = self._proofreader.story_id
            self._door.write(accept_rule, story_id, remark.quote, remark.rule, self._account)

    def _keep(self, word: str, language: str, *, own: bool) -> None:
        self._door.write(
            keep_word, word, language or self._proofreader.language, self._account, own, on_done=self._on_kept
        )

    def _on_kept(self, word: str) -> None:
        self.said.emit(Message(tr("“{word}” is kept: Settings, Spelling has the lists.").format(word=word), Tone.DONE))
        self._proofreader.refresh()

    def _ignore(self, remark: Remark) -> None:
        story_id = self._proofreader.story_id
        self._door.write(
            dismiss_remark, story_id, remark.quote, remark.rule, self._account, on_done=self._on_ignored
        )  # fmt: skip

    def _on_ignored(self, _nothing: object) -> None:
        self._proofreader.refresh()

    def _build_actions(self) -> None:
        for title, keys, slot in (
            (tr("Next remark"), NEXT_KEYS, self.go_on), (tr("Remark before"), BACK_KEYS, self.go_back),
            (tr("Suggestions"), MENU_KEYS, self.open_menu),
        ):  # fmt: skip
            action = QAction(title, self._owner)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self._owner.addAction(action)
            self.actions.append(action)


class Replacing:
    """Puts words in the place of others, in one step of undo, unless something else stands there by now."""

    def __init__(self, cursor: QTextCursor, then: Callable[[], None], *, writable: bool) -> None:
        self._cursor, self._then, self._writable = cursor, then, writable
        self._wrong = cursor.selectedText()

    def action(self, menu: QMenu, chosen: str) -> QAction:
        """The act of a menu that puts these words."""
        action = _action(menu, chosen, partial(self._put, chosen))
        font = QFont(action.font())
        font.setBold(True)
        action.setFont(font)
        action.setEnabled(self._writable)
        return action

    def _put(self, chosen: str) -> None:
        if self._cursor.selectedText() == self._wrong:
            first = QTextCursor(self._cursor.document())
            first.setPosition(self._cursor.selectionStart() + 1)
            self._cursor.insertText(_as_typed(chosen, self._wrong), first.charFormat())
            self._then()


class _Offer:
    """Suggestions in a menu that is open already: they take the place of what says that they are looked for."""

    def __init__(self, menu: QMenu, waiting: QAction, put: Replacing) -> None:
        self._menu, self._waiting, self._put = menu, waiting, put

    def show(self, suggestions: Sequence[str]) -> None:
        """Show them, the first so that Enter takes it."""
        if not isValid(self._menu):
            return
        for suggestion in suggestions[:_MOST]:
            self._menu.insertAction(self._waiting, self._put.action(self._menu, suggestion))
        self._waiting.setText(tr("No suggestions"))
        self._waiting.setVisible(not suggestions)
        if suggestions:
            self._menu.setActiveAction(self._menu.actions()[0])
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """The menu has grown: where its foot would be off the screen it moves up."""
        self._menu.adjustSize()
        below = self._menu.geometry().bottom() - self._menu.screen().availableGeometry().bottom()
        if below > 0:
            self._menu.move(self._menu.x(), max(self._menu.y() - below, 0))


def _as_typed(chosen: str, wrong: str) -> str:
    """A suggestion with the apostrophe of print, where the story has that."""
    return chosen.replace("'", "’") if "'" not in wrong else chosen


def _action(menu: QMenu, title: str, slot: Callable[[], object]) -> QAction:
    action = QAction(title.replace("&", "&&"), menu)
    action.triggered.connect(lambda _checked: slot())
    return action


def _told(menu: QMenu, sentence: str) -> QAction:
    """A line of a menu that only says something."""
    action = QAction(sentence.replace("&", "&&"), menu)
    action.setEnabled(False)
    return action


def _refuse(action: QAction, why: str) -> None:
    """Let an act be greyed, and say why, if there is a reason."""
    if why:
        action.setEnabled(False)
        action.setToolTip(why)


def keep_word(newsroom: Newsroom, word: str, language: str, actor: Account, own: bool) -> str:
    """Let a word be right for the newsroom, or for the actor alone."""
    return newsroom.words.add(word, language=language, actor=actor, own=own)


def dismiss_remark(newsroom: Newsroom, story_id: int, quote: Quote, rule: str, actor: Account) -> None:
    """Let a remark be made no more at these words of a story."""
    newsroom.judgements.dismiss(story_id, quote, actor=actor, rule=rule)


def accept_rule(newsroom: Newsroom, story_id: int, quote: Quote, rule: str, actor: Account) -> None:
    """Count that what a rule prefers was taken up."""
    newsroom.judgements.accept(story_id, quote, actor=actor, rule=rule)
