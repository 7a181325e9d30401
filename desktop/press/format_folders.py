"""Formats of stories, and folders in which newsrooms keep their own. Known without the press, which loads slowly."""

import os
from pathlib import Path

from platformdirs import user_data_path

from db.newsroom import Newsroom
from db.store.engine import database_url
from db.values import Story
from exports.formats import Format, load_format


def formats_folder(newsroom: Newsroom) -> Path:
    """Folder in which a newsroom keeps formats of its own: beside its file; with a server, where `own_formats` says."""
    return _formats_in(newsroom.folder)


def own_formats(place: str) -> Path:
    """Folder in which the newsroom at a place keeps formats of its own, without opening it."""
    url = database_url(place)
    return _formats_in(Path(str(url.database)).parent if url.get_backend_name() == "sqlite" else None)


def _formats_in(folder: Path | None) -> Path:
    """`GALLEY_FORMATS`, a folder all desks share, goes first; a server has no folder: then it is this user's data."""
    shared = os.environ.get("GALLEY_FORMATS")
    return Path(shared) if shared else (folder or user_data_path("galley", appauthor=False)) / "formats"


def format_of(newsroom: Newsroom, story: Story, layout: str = "") -> Format:
    """The format a story is set in. Raises NewsroomError when there is none of that name."""
    return load_format(layout or story.layout, formats_folder(newsroom))
