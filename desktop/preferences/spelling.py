"""Words that spelling takes for right, one's own and the newsroom's, and the dictionaries there are."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import SameFileError, copyfile

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton

from db.acts import Act, why_never
from db.errors import NewsroomError, Refused
from db.language_codes import tidy_language
from db.newsroom import Newsroom
from db.style.word_lists import Words, base_of
from db.values import Account
from desktop.localization import in_order, tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import PreferencesPage, field_label
from desktop.settings import folder_of_dictionaries
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.language import LANGUAGES, LanguageField
from desktop.widgets.rows import NotedList, add_row
from exports.spelling.dictionary_files import DictionaryFiles, dictionaries_in, dictionary_folders
from exports.spelling.hunspell_library import try_dictionary

_OWN, _NEWSROOMS = range(2)
_ENDINGS = (".aff", ".dic")
_LIST = 30 * GRID
"""Pixels of the list's height at least: four words."""


class SpellingPage(PreferencesPage):
    """A list of words, which are added and taken off one by one; it counts at once."""

    name, title = "spelling", "Spelling"
    about = "Words that no dictionary has and that are right all the same. Name* stands for a name with any ending."
    for_chief = False

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme)
        self._lists: tuple[Words, Words] = ({}, {})
        self._build()
        self._show_dictionaries()
        self.load()

    def load(self) -> None:
        """Read the lists."""
        self.read(word_lists, self.account.login, on_done=self._fill)

    def _fill(self, lists: tuple[Words, Words]) -> None:
        self._lists = lists
        self._show()

    @property
    def own(self) -> bool:
        """Whether one's own list is shown, and not the newsroom's."""
        return self.whose.currentIndex() == _OWN

    @Slot()
    def _show(self) -> None:
        words = self._lists[self.whose.currentIndex()].get(base_of(self.language.code), [])
        self.words.clear()
        for word in words:
            add_row(self.words, word)
        why = "" if self.own else why_never(Act.ADD_WORD, self.account.role)
        for widget in (self.fresh, self.add, self.remove):
            widget.setEnabled(not why)
            widget.setToolTip(why)
        self.remove.setEnabled(not why and bool(words))

    @Slot()
    def _on_add(self) -> None:
        if self.fresh.text().strip():
            word, language = self.fresh.text(), self.language.code
            self.write(add_word, word, language, self.account, self.own, on_done=self._on_added)

    def _on_added(self, word: str) -> None:
        self.fresh.clear()
        self.said.emit(tr("“{word}” is right from now on.").format(word=word), True)
        self.load()

    @Slot()
    def _on_remove(self) -> None:
        row = self.words.currentItem()
        if row is not None:
            word, language = row.text(), self.language.code
            self.write(remove_word, word, language, self.account, self.own, on_done=self._on_removed)

    def _on_removed(self, word: str) -> None:
        self.said.emit(tr("“{word}” is off the list.").format(word=word), True)
        self.load()

    # dictionaries

    @Slot()
    def _on_dictionary_wanted(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("A dictionary of Hunspell"), "", tr("Dictionaries (*.dic)"),
        )  # fmt: skip
        if chosen:
            self.take_dictionary(Path(chosen))

    def take_dictionary(self, words: Path) -> None:
        """Try a dictionary, and keep a copy of it for this person at this computer."""
        self.write(keep_dictionary, words, folder_of_dictionaries(), on_done=self._on_dictionary)

    def _on_dictionary(self, language: str) -> None:
        self._show_dictionaries()
        self.said.emit(tr("Stories in {language} are checked from now on.").format(language=_named(language)), True)

    def _show_dictionaries(self) -> None:
        found = dictionaries_in(dictionary_folders(folder_of_dictionaries()))
        self.dictionaries.setText(tr("Dictionaries: {names}.").format(names=", ".join(_names(found))))

    # putting it together

    def _build(self) -> None:
        self.whose, self.language, self.words = ChoiceBox(), LanguageField(), NotedList(tr("No words yet."))
        CurrentRow(self.words)
        self.fresh, self.add = QLineEdit(), QPushButton(tr("Add"))
        self.remove, self.take = QPushButton(tr("Take off the list")), QPushButton(tr("Add a dictionary…"))
        self.dictionaries = QLabel()
        self.whose.addItems([tr("My words"), tr("Words of the newsroom")])
        self.language.show_code(self.account.writes_in)
        for widget, said in (
            (self.whose, tr("Whose words")), (self.language, tr("Language of the words")),
            (self.words, tr("List of words")), (self.fresh, tr("Another word")),
        ):  # fmt: skip
            widget.setAccessibleName(said)
        self.fresh.setPlaceholderText(tr("Another word, or Name*"))
        self.fresh.setMinimumHeight(FIELD_HEIGHT)
        self.dictionaries.setWordWrap(True)
        set_property(self.dictionaries, "tone", "muted")
        self.body.addLayout(_row(field_label(tr("List")), self.whose, self.language))
        self.words.setMinimumHeight(_LIST)
        self.body.addWidget(self.words, 1)
        self.body.addLayout(_row(self.fresh, self.add, self.remove))
        self.body.addWidget(self.dictionaries)
        self.body.addLayout(_row(self.take))
        self._connect()

    def _connect(self) -> None:
        for button in (self.add, self.remove, self.take):
            button.setAutoDefault(False)
        self.whose.currentIndexChanged.connect(self._show)
        self.language.currentIndexChanged.connect(self._show)
        self.fresh.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.take.clicked.connect(self._on_dictionary_wanted)


def _row(*widgets: QLabel | QLineEdit | QPushButton | ChoiceBox | LanguageField) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * GRID)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    if not any(isinstance(widget, QLineEdit) for widget in widgets):
        row.addStretch()
    return row


def _names(languages: Iterable[str]) -> list[str]:
    return in_order(map(_named, languages), str)


def _named(language: str) -> str:
    """Its own name for itself, where Galley has none: its code says little."""
    return LANGUAGES.get(language) or QLocale(language).nativeLanguageName() or language


def word_lists(newsroom: Newsroom, login: str) -> tuple[Words, Words]:
    """A person's words and the newsroom's, by language."""
    return newsroom.words.all(login), newsroom.words.all()


def add_word(newsroom: Newsroom, word: str, language: str, actor: Account, own: bool) -> str:
    """Let a word be right; given back as it is kept."""
    return newsroom.words.add(word, language=language, actor=actor, own=own)


def remove_word(newsroom: Newsroom, word: str, language: str, actor: Account, own: bool) -> str:
    """Take a word off a list."""
    newsroom.words.remove(word, language=language, actor=actor, own=own)
    return word


def keep_dictionary(_newsroom: Newsroom, words: Path, folder: Path) -> str:
    """Copy a dictionary into a folder, after it was tried; its language is given back.

    Raises Refused for a file whose name is no language, or whose other half is missing, Unreadable for no dictionary.
    """
    language = tidy_language(words.stem)
    files = DictionaryFiles(language, words.with_suffix(_ENDINGS[0]), words)
    if not files.affixes.is_file():
        raise Refused(f"A dictionary has two files: {files.affixes.name} is not beside {words.name}.")
    try_dictionary(files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in (files.affixes, files.words):
            with suppress(SameFileError):  # it lies there already
                copyfile(path, folder / f"{language}{path.suffix}")
    except OSError as error:
        raise NewsroomError(f"{words.name} cannot be copied to {folder}: {error.strerror}.") from error
    return language
