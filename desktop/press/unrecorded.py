"""Files of exports that stand in place while nothing is recorded yet: noted on this computer, put right after a kill.

A file gets its name inside the transaction that records it. A program that is killed between that and the commit
leaves a file no newsroom knows. The note says so to the next program of the same person, and it takes the file away,
as the program itself does when the commit fails. No Qt.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType

from platformdirs import user_state_path

from db.newsroom import Newsroom
from db.partial_files import abandoned, discard, new_partial
from db.private_files import make_folder


@dataclass(frozen=True)
class _Note:
    """What is about to be put in place."""

    newsroom: str
    """Its identity."""
    file: str
    sha256: str
    earlier: str
    """Where the file lies that stood there before; empty when none did."""


class HandoverNote:
    """The note of one file, from the moment before it is in place to the moment it is recorded or taken away."""

    def __init__(self, newsroom: Newsroom, file: Path, sha256: str) -> None:
        self._newsroom, self._file, self._sha256 = newsroom.identity, file.absolute(), sha256
        self._path: Path | None = None

    def __enter__(self) -> "HandoverNote":
        return self

    def write(self, earlier: Path | None) -> None:
        """The file is about to be put in place; `earlier` keeps what stands there.

        Where no note can be written the export goes on: `verify` still says that nothing is recorded.
        """
        kept = str(earlier.absolute()) if earlier else ""
        note = _Note(self._newsroom, str(self._file), self._sha256, kept)
        with suppress(OSError):
            make_folder(_folder())
            self._path = new_partial(_folder() / self._file.name, private=True)
            self._path.write_text(json.dumps(asdict(note)), encoding="utf-8")

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        if self._path is not None:
            discard(self._path)


def settle_unrecorded(newsroom: Newsroom) -> list[str]:
    """Take away the files that killed programs put in place and did not record. Returns a sentence for each.

    What stood there before is put back. A file that was recorded after all, or is another by now, stays as it is.
    """
    said = []
    for path in abandoned(_folder()):
        note = _read(path)
        if note is None or note.newsroom == newsroom.identity:
            said += [_settle(newsroom, note)] if note else []
            discard(path)
    return [sentence for sentence in said if sentence]


def _folder() -> Path:
    return user_state_path("galley", appauthor=False) / "exports"


def _read(path: Path) -> _Note | None:
    """None for a note that was not written to its end: its file was not in place then."""
    try:
        return _Note(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _settle(newsroom: Newsroom, note: _Note) -> str:
    file, earlier = Path(note.file), Path(note.earlier) if note.earlier else None
    sentence = ""
    if not newsroom.exported.is_recorded(note.sha256) and _hash(file) == note.sha256:
        sentence = _take_back(file, earlier if earlier and earlier.exists() else None)
    if earlier is not None:
        discard(earlier)
    return sentence


def _take_back(file: Path, earlier: Path | None) -> str:
    begun = f"The export of {file} was stopped before it was recorded"
    try:
        earlier.replace(file) if earlier else file.unlink()
    except OSError as error:
        return f"{begun}, and the file cannot be taken away ({error.strerror}): do not print it."
    what = "the file from before is there again" if earlier else "the file was taken away"
    return f"{begun}: {what}; export it once more."


def _hash(file: Path) -> str:
    with suppress(OSError), file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
    return ""
