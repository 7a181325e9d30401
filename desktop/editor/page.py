"""The story page: the fields and the body to write in, the page as it will print beside them, the facts at the side."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from db.anchors import Range
from db.comments import Thread
from db.document import PictureUse
from db.errors import NotFound
from db.newsroom import Newsroom
from db.values import Account, MoveOption, Picture, Revision, Story, StoryText, WorkingCopy
from desktop.board.card_menu import ask_for
from desktop.compare.page import CompareDialog
from desktop.editor.fields import GrowingEdit, Labelled, LineField
from desktop.editor.header import StoryHeader, heading_font
from desktop.editor.meeting import Clash, ClashDialog
from desktop.editor.pictures.crop import upright
from desktop.editor.pictures.dialog import PictureDialog
from desktop.editor.side.details import Details, fit_words
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.toolbar import Toolbar
from desktop.editor.work.work import Look, Opened, StoryWork
from desktop.look.theme import GRID, Theme, set_property
from desktop.press.handover import formats_folder
from desktop.preview.preview import Preview
from desktop.shell.message import Message, Tone
from desktop.tasks import TaskRunner
from desktop.widgets.ask import ask_note
from desktop.words import second, tr, words
from exports.formats import format_names
from exports.typeset.sheet import Copyfit

_DETAILS = 66 * GRID
_MOST_DETAILS = 90 * GRID
_TEXT = 130 * GRID
"""The widest a line of text becomes."""
_MARGIN = 6 * GRID
_LINES = {"slug": "Slug", "byline": "Byline", "dateline": "Dateline", "kicker": "Kicker"}
_DEK_LONGEST = 160


class StoryPage(QWidget):
    """One story at a time."""

    back_requested = Signal()
    proof_requested = Signal()
    redline_requested = Signal(int, int)
    """Number of an earlier revision, and of the one whose proof shows what changed since."""
    export_requested = Signal()
    message = Signal(object)
    """Message"""
    status_changed = Signal(str)
    """What the status bar says of the story."""
    left_clashing = Signal(object)
    """Clash, in the story that was just left."""
    shown = Signal(object)
    """Story: it is shown as it stands in the newsroom now."""

    def __init__(
        self, newsroom: Newsroom, account: Account, runner: TaskRunner, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._newsroom, self._account, self._runner, self._theme = newsroom, account, runner, theme
        self._work = StoryWork(newsroom, account, runner, self._read, self)
        self._saved_at: datetime | None = None
        self._fit = ("", "")
        self._undecided: Clash | None = None
        self._opened: Opened | None = None
        self._shown = StoryText()
        self._why_not, self._may_take_over = "", False
        self.header = StoryHeader(theme, account)
        self.headline = GrowingEdit(heading_font(theme), tr("Headline"), tr("Headline"))
        self.dek = GrowingEdit(
            theme.fonts.printed(17, italic=True), tr("Dek"), tr("Dek: one sentence under the headline")
        )
        self.lines = {name: LineField(tr(title), "—") for name, title in _LINES.items()}
        self.body = BodyEdit(theme, self._image)
        self.toolbar = Toolbar(theme, self.body)
        self.preview = Preview(theme)
        self.details = Details(theme, format_names(formats_folder(newsroom)))
        self._banner, self._scroll, self._sheet = QLabel(), QScrollArea(), QWidget()
        self._labelled: dict[str, Labelled] = {}
        self._build()
        self._connect()

    @property
    def story(self) -> Story | None:
        """The open story as it was last read, without what is being typed."""
        return self._work.story

    @property
    def story_id(self) -> int:
        """Its number; 0 when none is open."""
        return self._work.story.id if self._work.story else 0

    @property
    def text(self) -> StoryText:
        """The text as it stands on the screen."""
        return self._read()

    def open_story(self, story_id: int) -> None:
        """Show a story, to write in when this person may."""
        self.preview.show_none(tr("Setting the page …"))
        self._work.open(story_id)

    def close_story(self) -> None:
        """Store what was typed and give the story back."""
        self._work.close()

    def keep_now(self) -> None:
        """Store what was typed, at once, on this thread."""
        self._work.keep_now()

    def refresh(self) -> None:
        """The newsroom has changed: show what others did."""
        self._work.refresh()

    def show_times(self) -> None:
        """The clock of the newsroom is another one now."""
        if self._work.story is not None:
            self.details.show_story(self._work.story, may_plan=self._may_plan(self._work.story))
            self._work.look()
            self._tell_status()

    # what is shown

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        story, text = opened.story, opened.text
        self._opened = opened
        self.header.show_story(story, writing=not opened.why_not)
        self.details.show_story(story, may_plan=self._may_plan(story))
        self._fill(text)
        self._why_not, self._may_take_over = opened.why_not, opened.may_take_over
        self._set_writable(not opened.why_not)
        self._show_banner(opened)
        self._saved_at = story.changed
        self._tell_status()
        if not opened.why_not and not self._has_focus():
            (self.body if text.headline else self.headline).setFocus()
        self.shown.emit(story)

    def _fill(self, text: StoryText) -> None:
        """Show a text; what is the same is left alone, with its cursor and its undo."""
        self._shown = text
        self.headline.fill(text.headline)
        self.dek.fill(text.dek)
        self.details.ednote.fill(text.ednote)
        for name, field in self.lines.items():
            field.fill(getattr(text, name))
        if self.body.read() != text.body:
            self.body.fill(text.body)
        self._remark()

    def _read(self) -> StoryText:
        return self._shown.with_(
            headline=self.headline.text, dek=self.dek.text, ednote=self.details.ednote.text, body=self.body.read(),
            **{name: field.text() for name, field in self.lines.items()},
        )  # fmt: skip

    def _show_banner(self, opened: Opened) -> None:
        sentence = " ".join(filter(None, (opened.why_not, opened.said)))
        if self._undecided is not None and self._undecided.story_id == opened.story.id:
            said = tr("You and {name} changed the same place; yours stands.").format(name=self._undecided.name)
            sentence = f'{escape(said)} <a href="choose">{tr("Choose")}</a>'
        elif opened.given_back:
            sentence += f' <a href="now">{tr("Write in it")}</a>'
        elif opened.may_take_over:
            sentence += f' <a href="take">{tr("Take it over")}</a>'
        self._banner.setText(sentence)
        self._banner.setVisible(bool(sentence))

    def _set_writable(self, writable: bool) -> None:
        for edit in (self.headline, self.dek, self.body):
            edit.setReadOnly(not writable)
        for line in self.lines.values():
            line.setReadOnly(not writable)
        self.details.set_writable(writable)
        self.toolbar.set_writable(writable)

    @Slot(object)
    def _on_looked(self, look: Look) -> None:
        self.header.show_options(look.story.stage, look.options)
        self.details.show_problems(look.problems, look.fit)
        self.details.show_history(look.history)
        self.details.show_threads(look.threads)
        self.body.mark(thread.where for thread in look.threads if thread.where and not thread.resolved)
        if look.page:
            self.preview.show_pages(look.page)
        else:
            self.preview.show_none(look.why_no_page)
        if look.fit is not None:
            fit = look.fit
            self._fit = fit_words(fit.lines, fit.depth_mm, fit.column_inches, fit.over, fit.target)
        self._tell_status()

    @Slot(object)
    def _on_kept(self, copy: WorkingCopy) -> None:
        self._saved_at = copy.saved
        self._tell_status()

    def _tell_status(self) -> None:
        if self._work.story is None:
            return
        number = self.body.read().words
        self.details.show_words(number)
        saved = tr("Saved {time}").format(time=second(self._saved_at)) if self._saved_at else ""
        fit, size = self._fit
        if fit.startswith("▲"):
            fit = f'<span style="color: {self._theme.color("bad").name()}">{fit}</span>'
        parts = [fit, size, words(number), self._why_not and tr("read only"), saved]
        self.status_changed.emit("&nbsp;&nbsp;&nbsp;&nbsp; ".join(filter(None, parts)))

    def _remark(self) -> None:
        """How long the dek has become."""
        length = len(self.dek.text)
        tone = "bad" if length > _DEK_LONGEST else "muted"
        self._labelled["dek"].remark(f"{length} / {_DEK_LONGEST}" if length else "", tone)

    def _may_plan(self, story: Story) -> bool:
        return story.writer == self._account.login or self._account.role.edits

    def _has_focus(self) -> bool:
        focused = self.focusWidget()
        writing = (self.headline, self.dek, self.body, self.details.ednote, *self.lines.values())
        return focused in writing and focused.hasFocus()

    # what the person does

    @Slot()
    def _on_edited(self) -> None:
        self._remark()
        self._work.touched()

    @Slot(object)
    def _on_move(self, option: MoveOption) -> None:
        story = self._work.story
        if story is None:
            return
        told = self._newsroom.inbox.would_tell(option.move, story, self._account)
        note = ask_for(option, story.slug, told, self._theme, self)
        if note is not None:
            self._work.move(option.move, note)

    @Slot(str)
    def _on_banner(self, link: str) -> None:
        """`take` the story over, show it as it is `now`, or `choose` where two changed the same place."""
        if link == "choose":
            self._choose()
        elif self._work.story is not None:
            self._work.open(self._work.story.id, take_over=link == "take")

    @Slot(str)
    def _on_lost(self, why: str) -> None:
        """The text stays to be read and copied; nothing more can be typed."""
        self._set_writable(False)
        self._why_not = why
        said = tr("This is your text as you left it; you can read and copy it.")
        self._banner.setText(f'{escape(f"{why} {said}")} <a href="now">{tr("Show the story as it is now")}</a>')
        self._banner.show()
        text = tr("{why} What you typed until then is a revision of its own.").format(why=why)
        copy = partial(QGuiApplication.clipboard().setText, plain_text(self._read()))
        self.message.emit(Message(text, Tone.REFUSED, tr("Copy my text"), copy))

    @Slot(object)
    def _on_clash(self, clash: Clash) -> None:
        self._undecided = clash
        dialog = ClashDialog(self._theme, clash, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_settled)
        dialog.rejected.connect(self._on_put_off)
        dialog.open()

    @Slot(object)
    def _on_settled(self, chosen: StoryText) -> None:
        self._undecided = None
        self._work.settle(chosen)

    @Slot()
    def _on_put_off(self) -> None:
        """Mine stands, and the banner leads back to the choice."""
        if self._opened is not None:
            self._show_banner(self._opened)

    def _choose(self) -> None:
        """Show the places again that are still different."""
        clash = self._undecided
        if clash is None or clash.story_id != self.story_id:
            return
        again = replace(clash, mine=self._read())
        if again.conflicts:
            self._on_clash(again)
        else:
            self._undecided = None
            self._banner.hide()
            self.message.emit(Message(tr("Nothing is left to choose: both texts say the same there."), Tone.DONE))

    @Slot(dict)
    def _on_planned(self, values: dict[str, Any]) -> None:
        if self._work.story is not None:
            plan = partial(self._newsroom.stories.plan, self._work.story.id, actor=self._account, **values)
            self._runner.run(plan, on_done=self._on_plan_kept, in_order=True)

    def _on_plan_kept(self, story: Story) -> None:
        if self._work.story is not None and self._work.story.id == story.id:
            self.details.show_story(story, may_plan=self._may_plan(story))
            self._work.look()

    @Slot()
    def _on_comment_wanted(self) -> None:
        """On the selected words, or on the whole story."""
        where = self.body.selected()
        about = tr("About the selected words:") if where else tr("About the whole story:")
        body = ask_note(self._theme, tr("Comment"), about, tr("Comment"), self)
        if body:
            self._work.comment(body, where)
            self.details.setCurrentIndex(1)

    @Slot(object)
    def _on_reply_wanted(self, thread: Thread) -> None:
        body = ask_note(self._theme, tr("Reply"), thread.comments[-1].body, tr("Reply"), self)
        if body:
            self._work.reply(thread, body)

    @Slot(object)
    def _on_thread_shown(self, thread: Thread) -> None:
        if thread.where is not None:
            self.body.show_place(thread.where)

    @Slot()
    def _on_compare(self) -> None:
        self._work.ask_revisions(self._on_revisions)

    def _on_revisions(self, revisions: list[Revision]) -> None:
        dialog = CompareDialog(self._theme, revisions, may_restore=self._work.writable, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_wanted.connect(self._work.restore)
        dialog.proof_wanted.connect(self.redline_requested)
        dialog.open()

    @Slot()
    def _on_picture_wanted(self) -> None:
        kinds = tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)")
        name, _ = QFileDialog.getOpenFileName(self, tr("Insert a picture"), "", kinds)
        if name:
            add = partial(self._newsroom.pictures.add, Path(name), actor=self._account)
            self._runner.run(add, on_done=self._on_picture_added, in_order=True)

    def _on_picture_added(self, picture: Picture) -> None:
        use = PictureUse(sha256=picture.sha256, credit=picture.credit, columns=2)
        dialog = PictureDialog(
            self._theme, use, cutline=picture.caption, known=picture, image=self._upright(picture.sha256), parent=self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.body.insert_picture(dialog.picture, dialog.cutline))
        dialog.open()

    @Slot(object)
    def _on_picture_opened(self, picture: PictureUse) -> None:
        image, known = self._upright(picture.sha256), self._known(picture.sha256)
        dialog = PictureDialog(self._theme, picture, known=known, image=image, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.body.change_picture(dialog.picture))
        dialog.open()

    @Slot(str)
    def _on_place_wanted(self, place: str) -> None:
        """Go to where a problem is."""
        if place.startswith("block "):
            block = self.body.document().findBlockByNumber(int(place.removeprefix("block ")) - 1)
            cursor = self.body.textCursor()
            cursor.setPosition(max(block.position(), 0))
            self.body.setTextCursor(cursor)
        field = {"headline": self.headline, "dek": self.dek, **self.lines}.get(place, self.body)
        field.setFocus()

    @Slot(object)
    def _on_cut_wanted(self, cut: tuple[int, int]) -> None:
        block, offset = cut
        self.body.show_place(Range(block, offset, offset))

    @Slot(object)
    def _on_copyfit_wanted(self, offer: Copyfit) -> None:
        if not self.body.isReadOnly():
            self.body.show_place(Range(offer.block, 0, 0))
            self.body.set_looseness(offer.lines)

    @Slot()
    def _on_cursor_moved(self) -> None:
        """The page scrolls to where one writes: the body itself is as high as its text."""
        box = self.body.cursorRect()
        spot = self.body.viewport().mapTo(self._sheet, box.center())
        self._scroll.ensureVisible(spot.x(), spot.y(), 0, 12 * GRID)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self.message.emit(Message(sentence, Tone.REFUSED))

    def _image(self, sha256: str) -> QImage:
        try:
            data = self._newsroom.pictures.original(sha256).data
        except NotFound:
            return QImage()
        return QImage.fromData(data)

    def _upright(self, sha256: str) -> QImage:
        """The picture as it is printed, for choosing a part of it."""
        try:
            return upright(self._newsroom.pictures.original(sha256).data)
        except NotFound:
            return QImage()

    def _known(self, sha256: str) -> Picture | None:
        try:
            return self._newsroom.pictures.get(sha256)
        except NotFound:
            return None

    # putting it together

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._build_text())
        split.addWidget(self.preview)
        split.addWidget(self._build_details())
        split.setSizes([640, 372, _DETAILS])
        for number, share in enumerate((5, 3, 0)):
            split.setStretchFactor(number, share)
        self.preview.setMinimumWidth(50 * GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(split, 1)

    def _build_text(self) -> QWidget:
        pane = QWidget()
        pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        pane.setProperty("bar", "surface")
        bar = QHBoxLayout()
        bar.setContentsMargins(_MARGIN - 2 * GRID, 3 * GRID, _MARGIN, 2 * GRID)
        bar.addWidget(self.toolbar)
        self._banner.setWordWrap(True)
        self._banner.setContentsMargins(0, GRID, 0, GRID)
        set_property(self._banner, "badge", "warning")
        self._banner.hide()
        banner = QHBoxLayout()
        banner.setContentsMargins(_MARGIN, 0, _MARGIN, 2 * GRID)
        banner.addWidget(self._banner)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(banner)
        layout.addWidget(self._build_scroll(), 1)
        return pane

    def _build_scroll(self) -> QScrollArea:
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(_MARGIN, GRID, _MARGIN, 10 * GRID)
        column.setSpacing(3 * GRID)
        for title, name, field in ((tr("Headline"), "headline", self.headline), (tr("Dek"), "dek", self.dek)):
            self._labelled[name] = Labelled(title, field)
            column.addWidget(self._labelled[name])
        column.addLayout(self._build_lines())
        rule = QFrame()
        rule.setProperty("rule", "h")
        column.addWidget(rule)
        column.addWidget(self.body)
        column.addStretch()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sheet)
        return self._scroll

    def _build_lines(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5 * GRID)
        for name in ("slug", "byline", "dateline", "kicker"):
            row.addWidget(Labelled(tr(_LINES[name]), self.lines[name]), 3 if name == "byline" else 2)
        return row

    def _build_details(self) -> QWidget:
        side = QWidget()
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setProperty("bar", "details")
        side.setMinimumWidth(50 * GRID)
        side.setMaximumWidth(_MOST_DETAILS)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(4 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        inner.addWidget(self.details)
        return side

    def _connect(self) -> None:
        header, work = self.header, self._work
        header.back_requested.connect(self.back_requested)
        header.move_requested.connect(self._on_move)
        header.give_back_requested.connect(self._work.give_back)
        header.proof_requested.connect(self.proof_requested)
        header.export_requested.connect(self.export_requested)
        work.opened.connect(self._on_opened)
        work.looked.connect(self._on_looked)
        work.kept.connect(self._on_kept)
        work.said.connect(self.message)
        work.lost.connect(self._on_lost)
        work.clashed.connect(self._on_clash)
        work.left_clashing.connect(self.left_clashing)
        for edited in (self.headline.edited, self.dek.edited, self.body.edited, self.details.ednote.edited):
            edited.connect(self._on_edited)
        for line in self.lines.values():
            line.edited.connect(self._on_edited)
        self.headline.left.connect(self.dek.take_focus)
        self.dek.left.connect(self.body.setFocus)
        self.body.cursorPositionChanged.connect(self._on_cursor_moved)
        self.body.picture_opened.connect(self._on_picture_opened)
        self.toolbar.picture_wanted.connect(self._on_picture_wanted)
        self.toolbar.comment_wanted.connect(self._on_comment_wanted)
        self.details.compare.clicked.connect(self._on_compare)
        threads = self.details.threads
        threads.place_wanted.connect(self._on_thread_shown)
        threads.reply_wanted.connect(self._on_reply_wanted)
        threads.resolve_wanted.connect(self._work.resolve)
        self.toolbar.refused.connect(self._on_refused)
        self.details.place_wanted.connect(self._on_place_wanted)
        self.details.cut_wanted.connect(self._on_cut_wanted)
        self.details.copyfit_wanted.connect(self._on_copyfit_wanted)
        self.details.planned.connect(self._on_planned)
        self._banner.linkActivated.connect(self._on_banner)
        QShortcut(QKeySequence.StandardKey.Save, self, self._work.save)


def plain_text(text: StoryText) -> str:
    """All a person typed, without marks: for the clipboard."""
    return "\n\n".join(filter(None, (text.headline, text.dek, text.byline, text.body.body_text, text.ednote)))
