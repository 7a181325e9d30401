"""The language of the window: what can be chosen, and how the application is made to speak it."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from desktop.sentences import NEWSROOM, WINDOW, SentenceTranslator, messages_in
from resources import resource


class Language(StrEnum):
    """The languages a person may choose; the value is the code."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


NAMES = {Language.ENGLISH: "English", Language.CHINESE: "简体中文"}
"""Each in itself, so that whoever does not read the others finds it."""

_REGION = {Language.ENGLISH: "en_GB", Language.CHINESE: "zh_CN"}
"""Where days and numbers are written as the window writes them."""


class Translation(QObject):
    """Has the application speak a language. What is on screen already keeps its own until it is made anew."""

    def __init__(self, app: QCoreApplication, choice: Language = Language.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.choice = choice
        self.choose(choice)

    @property
    def language(self) -> Language:
        """The language that is spoken."""
        return spoken(self.choice, QLocale.system())

    def choose(self, choice: Language) -> None:
        """Speak this one from now on."""
        self.choice = choice
        for old in self._installed:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._installed = self._translators(self.language)
        for one in self._installed:
            self._app.installTranslator(one)
        QLocale.setDefault(QLocale(_REGION[self.language]))

    def _translators(self, language: Language) -> list[QTranslator]:
        """Qt's words, ours, and the newsroom's; English has plurals alone. The one installed last is asked first."""
        found: list[QTranslator] = []
        for folder, name in ((QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"), ("", "galley")):
            one = QTranslator(self)
            if one.load(f"{name}_{language.value}.qm", folder or str(resource("translations"))):
                found.append(one)
        if language is not Language.ENGLISH:
            file = resource(f"translations/galley_{language.value}.ts")
            found.append(SentenceTranslator(messages_in(file, NEWSROOM), messages_in(file, WINDOW), self))
        return found


def spoken(choice: Language, system: QLocale) -> Language:
    """The language of a choice: that of the system where there is one of it, else English."""
    if choice is not Language.SYSTEM:
        return choice
    return Language.CHINESE if system.language() is QLocale.Language.Chinese else Language.ENGLISH
