"""The story page: the fields and the body to write in, the page as it will print beside them, the facts at the side."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from db.text.typewriter_marks import mended
from db.values import Account, Story, StoryText, WorkingCopy
from desktop.editor.copyfitting import Copyfitting
from desktop.editor.form import StoryForm
from desktop.editor.header import StoryHeader
from desktop.editor.holding import StoryHolding
from desktop.editor.last_places import LastPlaces
from desktop.editor.moves import StoryMoves
from desktop.editor.opening_screen import OpeningScreen
from desktop.editor.page_beside import PageBeside
from desktop.editor.pane_split import PaneSplit
from desktop.editor.panes import StoryPanes
from desktop.editor.pending_conflict import PendingConflict
from desktop.editor.pictures.actions import Originals, PictureActions
from desktop.editor.plan import StoryPlan
from desktop.editor.proofreading.proofreader import Proofreader
from desktop.editor.proofreading.remark_menu import RemarkActions
from desktop.editor.review import StoryReview
from desktop.editor.session.assessment import Assessment
from desktop.editor.session.opening import OpenedStory, plain_text
from desktop.editor.session.saving import Saved
from desktop.editor.session.story_session import StorySession
from desktop.editor.session.story_setting import SetStory, set_here
from desktop.editor.side.details import Details
from desktop.editor.side.picture_list import listed
from desktop.editor.story_revisions import StoryRevisions
from desktop.editor.story_status import StoryStatus
from desktop.editor.take_over import TakeOver
from desktop.editor.text.text_ranges import place_of
from desktop.editor.text.typing_habits import TypingHabits
from desktop.editor.text.undo_memory import UndoMemory
from desktop.editor.writing import StoryWriting
from desktop.localization import tr
from desktop.look.theme import LEAST_WIDTH, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preview.preview import Preview
from desktop.settings import LocalSettings, folder_of_dictionaries
from desktop.widgets.message import Message, Tone
from exports.typeset.galley.page_places import TextPlace


class StoryPage(QWidget):
    """One story at a time."""

    back_requested = Signal()
    proof_requested = Signal()
    redline_requested = Signal(int, int)
    """Number of an earlier revision, and of the one whose proof shows what changed since."""
    export_requested = Signal()
    message = Signal(object)
    """Message"""
    moved = Signal(object, object)
    """Move and MovedStories: the story stands elsewhere now."""
    status_changed = Signal(str, str)
    """Length of the story and the time it was stored last, for the status bar."""
    left_clashing = Signal(object)
    """Clash, in the story that was just left."""
    shown = Signal(object)
    """Story: it is shown as it stands in the newsroom now."""

    def __init__(
        self,
        door: NewsroomDoor,
        account: Account,
        theme: Theme,
        habits: TypingHabits | None = None,
        settings: LocalSettings | None = None,
        set_story: SetStory = set_here,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._door, self._account, self._theme = door, account, theme
        self._work = StorySession(door, account, self._read, self, set_story)
        self._opened: OpenedStory | None = None
        self._shown = StoryText()
        self._places = LastPlaces(settings, account.login, door.facts.identity)
        self._undo = UndoMemory()
        self._place: TextPlace | str | None = None
        """Where the cursor is to be when the lines are set."""
        self.header = StoryHeader(theme)
        self.form = StoryForm(theme, Originals(door).find, habits)
        self.preview = Preview(theme)
        self.details = Details(theme, door.facts.formats)
        body = self.form.body
        self._choice = PendingConflict(theme, self)
        self._take_over = TakeOver(theme, self._work, self)
        self._moves = StoryMoves(door, account, theme, self._work, self._read, self)
        self._holding = StoryHolding(door, account, theme, self._work, self.details.holding, self)
        self.header.add_acts(self._holding.actions)
        self._plan = StoryPlan(door, account, self._work, self.details)
        self._pictures = PictureActions(door, account, theme, body, self)
        self._review = StoryReview(
            door, account, theme, self._work, self.form, self.details, self._read, self._change, self
        )  # fmt: skip
        split = PaneSplit(self.header, self.form, self.preview, self.details)
        self._panes = StoryPanes(self, self.header, self.form, self.preview, split.side, settings, account.login)
        for wanted in (*self.details.ways_to_text, self.preview.page_view.clicked):
            wanted.connect(self._panes.show_text)
        self.writing = StoryWriting(self.form, settings, account.login)
        self._beside = PageBeside(door, self._work, self._read, self.form, self.preview)
        self.proofreader = Proofreader(
            door, account, theme, self.form.proofread, habits or TypingHabits(), folder_of_dictionaries(), self
        )
        self._remarks = RemarkActions(door, account, self.proofreader, self)
        self.status = StoryStatus(self._work, self.form, self.details, self.writing, self.proofreader, self)
        self.revisions = StoryRevisions(theme, self._work, self._read, self._change, self)
        self._copyfitting = Copyfitting(body, self.details)
        self._screen = OpeningScreen(self, split)
        self._connect_work()
        self._connect_widgets()

    @property
    def story(self) -> Story | None:
        """The open story as it was last read, without what is being typed."""
        return self._work.story

    @property
    def story_id(self) -> int:
        """Its number; 0 when none is open."""
        return self._work.story.id if self._work.story else 0

    @property
    def selected_words(self) -> str:
        """What is selected in a line of the story, to be looked for elsewhere."""
        return self.form.find_bar.selected_words

    @property
    def text(self) -> StoryText:
        """The text as it stands on the screen."""
        return self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen, or where all is drawn large, the text needs the room of the page beside it."""
        super().resizeEvent(event)
        self._panes.fit()

    def minimumSizeHint(self) -> QSize:
        """That of the text alone: what has no room beside it goes."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    def open_story(self, story_id: int, place: TextPlace | str | None = None) -> None:
        """Show a story, to write in when this person may; at a place in its text, as soon as its lines are set.

        What was typed in another one is stored first, and that is given back.
        """
        if self.story_id != story_id:
            self.close_story()
            self._screen.wait()
        self._place = place
        self.preview.show_none(tr("Setting the page …"))
        self._work.open(story_id)

    def close_story(self) -> None:
        """Store what was typed and give the story back."""
        self._keep_place()
        self._pictures.forget()
        self._review.suggestions.end()
        self._beside.forget()
        self.revisions.forget()
        self._keep_undo()
        self._work.close()
        self._opened = None

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self.form, self.preview, self.details, self.header]

    def _keep_place(self) -> None:
        """Remember where the open story is left."""
        if self._opened is not None:
            self._places.keep(self._opened.story.id, place_of(self.form.body.textCursor()))

    def _keep_undo(self) -> None:
        """Remember where undo leads back to in the open story."""
        if self._opened is not None:
            self.form.keep_undo(self._undo, self._opened.story.id)

    def keep_now(self) -> None:
        """Write down what was typed, at once, on this thread: the program may end. Raises OSError."""
        try:
            self._review.suggestions.keep_now()
        finally:
            self._work.keep_now()

    def send_now(self) -> None:
        """Send what was typed to be stored."""
        self._work.send_now()

    def go_to(self, place: TextPlace | str) -> None:
        """Put the cursor at a place in the text, or where a problem is, by the place that it names."""
        self.form.go_to_place(place)

    def refresh(self, parts: frozenset[str] = frozenset()) -> None:
        """The newsroom has changed: show what others did."""
        self._work.refresh()
        self._holding.refresh()
        self.proofreader.heed(parts)

    def show_times(self) -> None:
        """The clock of the newsroom is another one now."""
        if self._work.story is not None:
            self.details.show_story(self._work.story, may=self._plan.settable(self._work.story))
            self._work.look()
            self.status.notify()

    # what is shown

    @Slot(object)
    def _on_opened(self, opened: OpenedStory) -> None:
        with self._review.suggestions.put_aside():
            self._show_opened(opened)

    def _show_opened(self, opened: OpenedStory) -> None:
        story, text = opened.story, opened.text
        another = self._opened is None or self._opened.story.id != story.id
        if another:
            self._keep_undo()
        self._opened = opened
        self._screen.show_story()
        self._choice.hold(opened.deferred)
        self.header.show_story(story, writing=opened.claimed)
        self.details.offer_kinds(opened.kinds)
        self.details.offer_desks(self._door.facts.desks)
        self.details.show_story(story, may=self._plan.settable(story))
        self.writing.open(opened)
        self._fill(text, anew=another)
        if another:
            self.form.restore_undo(self._undo, story.id)
        self.proofreader.open(story.id, text.language, story.desk)
        if another:
            self._refuse_slug("")
            self._review.forget()
            self.form.begin(self._places.of(story.id))
        self._set_writable(not opened.why_not)
        self._show_banner()
        self.status.open(story, read_only=bool(opened.why_not))
        if not opened.why_not and not self._has_focus():
            (self.form.body if text.headline else self.form.headline).setFocus()
        self.shown.emit(story)

    @Slot(object)
    def _on_changed(self, text: StoryText) -> None:
        """Another's text was put together with what is being typed."""
        with self._review.suggestions.put_aside():
            self._fill(text, anew=False)

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        story = saved.story
        self.header.show_story(story, writing=True)
        self.details.show_story(story, may=self._plan.settable(story))
        self.status.saved = story.changed
        self._refuse_slug(saved.slug_refused)
        if self._opened is not None:
            self._opened = replace(self._opened, story=story, said="", unsaved="")
        self._show_banner()
        self.status.notify()
        self.shown.emit(story)

    @Slot()
    def _on_edited(self) -> None:
        """From the first key on it is what is being typed now."""
        if self._review.suggestions.typing:
            self._review.suggestions.typed()
            return
        if self._opened is not None and self._opened.unsaved and self._work.writable:
            self._opened = replace(self._opened, unsaved="")
            self._show_banner()
        self._place = None
        self._work.touched()

    @Slot()
    def _on_claimed(self) -> None:
        self.header.set_writing(True)

    @Slot()
    def _on_not_opened(self) -> None:
        """There is nothing to show but the story that is open, where that was to be opened again."""
        if self._work.story is None:
            self.back_requested.emit()
        self._screen.show_story()

    def _fill(self, text: StoryText, *, anew: bool) -> None:
        self._shown = text
        self.form.fill(text, anew=anew)
        self.details.fill(text, anew=anew)

    def _read(self) -> StoryText:
        """The story's own text as it stands; what is suggested of it is no part of it."""
        if self._review.accepted is not None:
            return self._review.accepted
        return self.details.read(self.form.read(self._shown))

    @Slot()
    def _show_banner(self) -> None:
        """The reason why one cannot write, or a choice that was deferred and the way back to it."""
        if self._opened is not None:
            self.form.banner.show_opened(self._opened, self._choice.undecided(self._opened.story.id))

    def _set_writable(self, writable: bool) -> None:
        self.form.set_writable(writable)
        self.details.set_writable(writable)

    @Slot(object)
    def _on_looked(self, look: Assessment) -> None:
        self._moves.offer(look.story.stage)
        self.header.show_options(look.story.stage, look.options)
        self._refuse_slug(look.slug_refused)
        self.form.limit(look.longest)
        self.details.show_claim(look.story)
        self._holding.show(look)
        self.details.show_history(look.history)
        self.details.show_threads(look.threads)
        self._review.look(look.threads)
        if look.sheets and look.galley is not None:
            self.details.show_problems(look.problems, look.fit)
            self._beside.show(look.sheets, look.galley.fmt)
        else:
            self.details.show_unchecked()
            self.preview.show_none(look.why_no_page)
        self._pictures.fmt = look.galley.fmt if look.galley else None
        self.details.show_pictures(listed(self._read().body, look.galley))
        language = self._read().language
        self.writing.look(look, language)
        self.proofreader.open(look.story.id, language, look.story.desk)
        if self._place is not None:
            place, self._place = self._place, None
            self.go_to(place)
        self.status.notify()

    def _refuse_slug(self, why: str) -> None:
        """Say at the field and in the status bar that the slug is not taken."""
        self.form.refuse_slug(why)
        self.status.slug_refused = bool(why)

    @Slot(object)
    def _on_kept(self, copy: WorkingCopy) -> None:
        self.status.saved = copy.saved
        self.status.notify()

    @Slot(object)
    def _on_said(self, message: Message) -> None:
        """It may be that nothing can be stored now, or that it can again."""
        self.message.emit(message)
        self.status.notify()

    def _has_focus(self) -> bool:
        focused = self.focusWidget()
        return focused in (*self.form.fields(), *self.details.fields()) and focused.hasFocus()

    # what the person does

    @Slot(str)
    def _on_banner(self, link: str) -> None:
        """`take` the story over, show it as it is `now`, `write` in it, or `choose` where two changed one place."""
        if link == "choose":
            self._choice.ask_again(self.story_id, self._read())
        elif link == "take":
            self._take_over.ask()
        elif self._work.story is not None:
            self._work.open(self._work.story.id, claim=link == "write")

    @Slot(str, str)
    def _on_copy_offered(self, sentence: str, text: str) -> None:
        copy = partial(QGuiApplication.clipboard().setText, text)
        self.message.emit(Message(sentence, Tone.REFUSED, tr("Copy my text"), copy))

    @Slot(str, str)
    def _on_lost(self, why: str, became: str) -> None:
        """The text stays to be read and copied; nothing more can be typed."""
        with self._review.suggestions.put_aside():
            self._set_writable(False)
        self.header.set_writing(False)
        self.status.lose()
        self.form.banner.show_lost(why)
        self._on_copy_offered(f"{why} {became}", plain_text(self._read()))

    @Slot()
    def _on_choice_needless(self) -> None:
        self.form.banner.hide()
        self.message.emit(Message(tr("Nothing is left to choose: both texts say the same there."), Tone.DONE))

    @Slot(object)
    def _on_plan_changed(self, story: Story) -> None:
        self.header.show_story(story, writing=self.header.writing)
        self.details.offer_desks(self._door.facts.desks)
        self.details.show_story(story, may=self._plan.settable(story))
        self._work.look()
        self.shown.emit(story)

    @Slot()
    def _on_marks_wanted(self) -> None:
        """Set the marks of its language in all fields and the body, in one step of undo."""
        text = self._read()
        self._change(mended(text, text.language))

    def _change(self, text: StoryText) -> None:
        """Show another text in place of what stands on the screen, in one step of undo."""
        if self._work.writable:
            self._shown = text
            self.form.change(text)
            self.details.fill(text, anew=False)
            self._work.touched()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self.message.emit(Message(sentence, Tone.REFUSED))

    # putting it together

    def _connect_work(self) -> None:
        work, choice = self._work, self._choice
        work.opened.connect(self._on_opened)
        work.not_opened.connect(self._on_not_opened)
        work.looked.connect(self._on_looked)
        work.kept.connect(self._on_kept)
        work.said.connect(self._on_said)
        work.moved.connect(self.moved)
        work.changed.connect(self._on_changed)
        work.saved.connect(self._on_saved)
        work.planned.connect(self._on_plan_changed)
        work.claimed.connect(self._on_claimed)
        work.copy_offered.connect(self._on_copy_offered)
        work.lost.connect(self._on_lost)
        work.clashed.connect(choice.ask)
        work.left_clashing.connect(self.left_clashing)
        choice.resolved.connect(work.resolve)
        choice.deferred.connect(self._show_banner)
        choice.needless.connect(work.forget)
        choice.needless.connect(self._on_choice_needless)

    def _connect_widgets(self) -> None:
        header, form, details = self.header, self.form, self.details
        header.back_requested.connect(self.back_requested)
        header.move_requested.connect(self._moves.ask)
        self._moves.refused.connect(self._on_refused)
        self._holding.refused.connect(self._on_refused)
        header.give_back_requested.connect(self._work.give_back)
        header.proof_requested.connect(self.proof_requested)
        header.export_requested.connect(self.export_requested)
        form.edited.connect(self._on_edited)
        self.status.changed.connect(self.status_changed)
        self.revisions.redline_requested.connect(self.redline_requested)
        self._remarks.said.connect(self.message)
        self.writing.focus_changed.connect(self._panes.show_text_alone)
        form.banner.linkActivated.connect(self._on_banner)
        form.toolbar.picture_wanted.connect(self._pictures.ask)
        self._pictures.said.connect(self.message)
        self._review.said.connect(self.message)
        form.body.paste_refused.connect(self._on_refused)
        form.toolbar.refused.connect(self._on_refused)
        details.edited.connect(self._on_edited)
        details.language_chosen.connect(form.set_language)
        details.compare.clicked.connect(self.revisions.compare)
        details.place_wanted.connect(form.go_to)
        details.marks_wanted.connect(self._on_marks_wanted)
        details.planned.connect(self._plan.send)
        details.pictures.find_images(form.body.picture_of_use)
        details.pictures.place_wanted.connect(form.go_to)
        details.pictures.picture_wanted.connect(self._pictures.ask)
        form.body.picture_came.connect(details.pictures.show_images)
        self._plan.refused.connect(self._on_refused)
        QShortcut(QKeySequence.StandardKey.Save, self, self._work.save)
