"""The files of formats and profiles: listed, tried out, and put into the newsroom's own folder."""

from dataclasses import dataclass
from pathlib import Path

from db.errors import NewsroomError
from db.input_files import read_input
from db.partial_files import discard, new_partial, put_in_place
from db.sandbox import sandboxed
from exports.formats import Format, format_names, load_format, read_format
from exports.profiles import LARGEST, try_profile

_PROFILES = (".icc", ".icm")


@dataclass(frozen=True)
class Listed:
    """A format as it stands in the list of formats."""

    name: str
    own: bool
    """Whether it is the newsroom's own, not shipped with Galley."""
    format: Format | None
    fault: str = ""
    """Why it cannot be used; empty when it can."""


def list_formats(folder: Path | None = None) -> list[Listed]:
    """Every format by name, those that cannot be used with the reason."""
    return [_listed(name, folder) for name in format_names(folder)]


def check_file(path: Path) -> str:
    """One line that says what a sound format or profile is. Raises NewsroomError with the first fault."""
    return sandboxed(_checked, path, path.parent, name=path.name)


def add_file(path: Path, folder: Path) -> Path:
    """Check a format or a profile and copy it into the newsroom's folder. Returns where it lies now.

    Raises NewsroomError when it is neither, or cannot be used, or the folder cannot be written. A profile must lie
    there before the format that names it.
    """
    sandboxed(_checked, path, folder, name=path.name)
    data, target = read_input(path, LARGEST), folder / path.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (target.exists() and target.samefile(path)):
            _write(target, data)
    except OSError as error:
        raise NewsroomError(f"{target} cannot be written: {error.strerror}.") from error
    return target


def _write(target: Path, data: bytes) -> None:
    """In one step; a link of that name is replaced, and what it leads to is left alone."""
    partial = new_partial(target, private=False)
    try:
        partial.write_bytes(data)
        put_in_place(partial, target)
    finally:
        discard(partial)


def _checked(path: Path, folder: Path) -> str:
    kind = path.suffix.lower()
    if kind in _PROFILES:
        try_profile(path)
        return "a CMYK profile of a press"
    if kind != ".toml":
        raise NewsroomError(f"{path.name} is neither a format (.toml) nor an ICC profile (.icc).")
    fmt = read_format(path, folder)
    try_profile(fmt.profile)
    return fmt.label


def _listed(name: str, folder: Path | None) -> Listed:
    own = bool(folder and (folder / f"{name}.toml").is_file())
    try:
        return Listed(name, own, load_format(name, folder))
    except NewsroomError as error:
        return Listed(name, own, None, str(error))
