"""Pictures: originals kept unchanged under the hash of their bytes, with what they say of themselves."""

import hashlib
from pathlib import Path

from db.acts import Act
from db.document import Document
from db.errors import NotFound, Unreadable
from db.input_files import read_input
from db.picture.size import MAX_BYTES
from db.sandbox import sandboxed
from db.store.tables import PictureDataRow, PictureRow
from db.store.unit_of_work import Database
from db.values import Account, Original, Picture, Progress, no_progress, short_hash

_BYTES_A_SECOND = 8_000_000
"""Of a file, for which a second more of work is given: a PNG of 200 megapixels takes some six seconds, and has 50 MB.
A small file that unpacks to as much is given no more than any other.
"""


class Pictures:
    """The picture store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, source: Path | bytes, *, name: str = "", actor: Account | None, watch: Progress = no_progress
    ) -> Picture:
        """Store an original; the same bytes are stored once. Raises Unreadable when it is no picture we take.

        `watch` is told how much of the time for reading it is gone, and ends it by raising.
        """
        data, picture = _read(source, name, watch)
        with self._database.change(actor, Act.ADD_PICTURE) as unit:
            kept = unit.session.get(PictureRow, picture.sha256)
            if kept is not None:
                return _value(kept)
            row = PictureRow(**vars(picture), added=unit.now)
            unit.session.add(row)
            unit.seal(row)
            unit.session.flush()
            unit.session.add(PictureDataRow(sha256=picture.sha256, data=data))
            unit.record("add picture", note=picture.name, details=picture.sha256)
            unit.touch("pictures")
        return picture

    def get(self, sha256: str) -> Picture:
        """The facts of a stored picture. Raises NotFound."""
        with self._database.reading() as session:
            row = session.get(PictureRow, sha256)
            if row is None:
                raise NotFound(f"The picture {short_hash(sha256)} is not in this newsroom.")
            return _value(row)

    def original(self, sha256: str) -> Original:
        """A stored picture with its bytes. Raises NotFound."""
        with self._database.reading() as session:
            row, data = session.get(PictureRow, sha256), session.get(PictureDataRow, sha256)
            if row is None or data is None:
                raise NotFound(f"The picture {short_hash(sha256)} is not in this newsroom.")
            return Original(**vars(_value(row)), data=data.data)

    def of(self, document: Document) -> dict[str, Original]:
        """The originals a body uses, by hash; those that are missing are left out, for preflight to name."""
        found = {}
        for sha256 in dict.fromkeys(use.sha256 for use in document.pictures):
            try:
                found[sha256] = self.original(sha256)
            except NotFound:
                continue
        return found


def _read(source: Path | bytes, name: str, watch: Progress) -> tuple[bytes, Picture]:
    """The bytes of a picture, and what another process found in them (`db/sandbox.py`)."""
    from db.picture.pixels import inspect, inspect_file  # Pillow, which few starts of the program need

    if isinstance(source, bytes):
        name = name or "The picture"
        return source, sandboxed(inspect, source, name, name=name, watch=watch, longer=len(source) / _BYTES_A_SECOND)
    name = name or source.name
    picture = sandboxed(inspect_file, source, name, name=name, watch=watch, longer=_size(source) / _BYTES_A_SECOND)
    data = read_input(source, MAX_BYTES)
    if hashlib.sha256(data).hexdigest() != picture.sha256:
        raise Unreadable(f"{name} was changed while it was read; add it again.")
    return data, picture


def _size(source: Path) -> int:
    """Bytes of a file, up to the most that are read; reading it says what is wrong with one that is not there."""
    try:
        return min(source.stat().st_size, MAX_BYTES)
    except (OSError, ValueError):
        return 0


def _value(row: PictureRow) -> Picture:
    names = ("sha256", "name", "width", "height", "mode", "size", "caption", "credit", "taken", "alt")
    return Picture(**{name: getattr(row, name) for name in names})
