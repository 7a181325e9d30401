"""Settings that the window remembers on this computer: place, the theme, who signed in, the last view and folder."""

from pathlib import Path

from platformdirs import user_config_path, user_data_path
from PySide6.QtCore import QByteArray, QSettings

from desktop.language import Language
from desktop.look.theme import ThemeChoice

_MOST_RECENT = 8
_MOST_FILES = 50
"""Files whose page is remembered: the pages of two editions."""


class LocalSettings:
    """Kept in an ini file; nothing of the newsroom is in it."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The theme that was chosen."""
        value = self._text("window/theme")
        return ThemeChoice(value) if value in list(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("window/theme", choice.value)

    @property
    def language(self) -> Language:
        """The language that was chosen."""
        value = self._text("window/language")
        return Language(value) if value in list(Language) else Language.SYSTEM

    @language.setter
    def language(self, choice: Language) -> None:
        self._store.setValue("window/language", choice.value)

    @property
    def geometry(self) -> QByteArray:
        """Place of the window, as QWidget.saveGeometry gives it; empty when it never did."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def view(self) -> str:
        """Key of the view of the board that was shown last."""
        return self._text("board/view")

    @view.setter
    def view(self, key: str) -> None:
        self._store.setValue("board/view", key)

    @property
    def desks(self) -> tuple[str, list[str]]:
        """Identity of the newsroom that was shown last, and the names its desks had then."""
        return self._text("board/newsroom"), self._texts("board/desks")

    @desks.setter
    def desks(self, seen: tuple[str, list[str]]) -> None:
        self._store.setValue("board/newsroom", seen[0])
        self._store.setValue("board/desks", seen[1])

    @property
    def login(self) -> str:
        """Login of the person who signed in last."""
        return self._text("signin/login")

    @login.setter
    def login(self, login: str) -> None:
        self._store.setValue("signin/login", login)

    @property
    def recent(self) -> list[str]:
        """The newsrooms that were opened lately, newest first: files, and addresses without passwords."""
        return self._texts("newsrooms/recent")

    def remember(self, place: str) -> None:
        """Put a newsroom first among those opened lately."""
        places = [place, *(known for known in self.recent if known != place)]
        self._store.setValue("newsrooms/recent", places[:_MOST_RECENT])

    @property
    def folder(self) -> Path:
        """Folder to which files were exported last, or the home folder."""
        path = Path(self._text("files/folder"))
        return path if path.is_absolute() and path.is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("files/folder", str(folder))

    def flag(self, name: str, *, default: bool) -> bool:
        """A choice between yes and no."""
        return self._text(f"choices/{name}", str(default)).lower() == "true"

    def set_flag(self, name: str, *, on: bool) -> None:
        """Remember such a choice."""
        self._store.setValue(f"choices/{name}", on)

    def layout(self, name: str) -> QByteArray:
        """Size of a dialog, or the borders in it, as Qt gives them; empty when they never were kept."""
        value = self._store.value(f"layouts/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_layout(self, name: str, layout: QByteArray) -> None:
        """Remember the size of a dialog, or the borders in it."""
        self._store.setValue(f"layouts/{name}", layout)

    def view_of(self, login: str, name: str) -> str:
        """A setting of how one person sees their stories, by its name; empty when they never chose."""
        return self._text(f"views/{login}/{name}")

    def keep_view(self, login: str, name: str, value: str) -> None:
        """Remember how one person sees their stories."""
        self._store.setValue(f"views/{login}/{name}", value)

    def page_of(self, file: Path) -> int:
        """Number of the page at which a file was left, counted from 0."""
        found = dict(one.rsplit("\t", 1) for one in self._texts("proof/pages") if "\t" in one).get(str(file), "")
        return int(found) if found.isdecimal() else 0

    def keep_page(self, file: Path, page: int) -> None:
        """Remember at which page a file was left."""
        others = [one for one in self._texts("proof/pages") if not one.startswith(f"{file}\t")]
        self._store.setValue("proof/pages", [f"{file}\t{page}", *others][:_MOST_FILES])

    def save(self) -> None:
        """Write what was set."""
        self._store.sync()

    def _texts(self, key: str) -> list[str]:
        """A list of words, which Qt gives back as a word when it was of one."""
        value = self._store.value(key, [])
        return [value] if isinstance(value, str) and value else [*value] if isinstance(value, list) else []

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return str(value) if isinstance(value, str | bool) else default


def own_settings() -> LocalSettings:
    """The settings of the person at this computer."""
    return LocalSettings(user_config_path("galley", appauthor=False) / "window.ini")


def folder_of_dictionaries() -> Path:
    """Folder of the dictionaries that the person at this computer added; it may not be there yet."""
    return user_data_path("galley", appauthor=False) / "dictionaries"
