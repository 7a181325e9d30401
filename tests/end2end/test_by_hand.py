"""A story goes from a text file to a page by hand alone: the real program, its keys, two people one after the other."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf

from db.newsroom import Newsroom
from db.stages import Stage
from resources import resource
from tests.db.conftest import signed_in
from tests.end2end.conftest import ROOT, Desk, eventually

SLUG = "pilots-stay-old"


def test_a_text_file_becomes_a_page(newsroom: Newsroom, sit_down: Callable[[str], Desk], tmp_path: Path) -> None:
    reporter = sit_down("reporter")
    import_by_the_menu(reporter, newsroom)
    write_and_submit(reporter, newsroom)
    reporter.close()
    editor = sit_down("editor")
    approve(editor, newsroom)
    page = export(editor, newsroom, tmp_path / "pages")
    editor.close()
    assert (reporter.process.returncode, editor.process.returncode) == (0, 0)
    check(page)


def import_by_the_menu(desk: Desk, newsroom: Newsroom) -> None:
    """Ctrl+O, the file's path, Enter."""
    desk.press("ctrl+o")
    desk.wait_for("Import stories")
    desk.type(str(resource("samples/harbour-pilots.txt")))
    desk.press("Return")
    desk.gone("Import stories")
    eventually(lambda: [card.slug for card in newsroom.stories.list()] == [SLUG], "the story was imported")


def write_and_submit(desk: Desk, newsroom: Newsroom) -> None:
    """Open the card, write a line at the end, go back, submit by the card's menu."""
    eventually(lambda: _opened(desk), "the story was opened")
    desk.press("ctrl+End")
    desk.press("Return")
    desk.type("The council meets again on Monday.")
    reporter = signed_in(newsroom, "reporter")
    story = newsroom.stories.get(SLUG)

    def stored() -> bool:
        copy = newsroom.stories.working_copy(story.id, actor=reporter)
        return copy is not None and copy.text.body.blocks[-1].text == "The council meets again on Monday."

    eventually(stored, "what was typed is stored")
    desk.press("alt+Left")
    eventually(lambda: newsroom.stories.get(SLUG).version == story.version + 1, "leaving saved a revision")
    eventually(lambda: _submitted(desk, newsroom), "the story was submitted")


def approve(desk: Desk, newsroom: Newsroom) -> None:
    """Find the story by its slug, approve it by the card's menu, and agree to whom that tells."""
    desk.press("ctrl+f")
    desk.type(SLUG)
    desk.press("Return")
    eventually(lambda: _approved(desk, newsroom), "the story was approved")


def export(desk: Desk, newsroom: Newsroom, folder: Path) -> Path:
    """Ctrl+Shift+E, the folder's path, Enter."""
    folder.mkdir()

    def asked() -> bool:
        desk.press("ctrl+shift+e")
        return any("Export" in title for title in desk.windows())

    eventually(asked, "the export dialog opened")
    desk.wait_for("Export")
    desk.type(str(folder))
    desk.press("Return")
    eventually(lambda: newsroom.stories.get(SLUG).exported is not None, "the export was recorded")
    # The record comes first, so that no page lies there which the newsroom does not know of.
    eventually(lambda: list(folder.glob("*.pdf")), "the page lies in the folder")
    (page,) = folder.glob("*.pdf")
    return page


def _opened(desk: Desk) -> bool:
    """Press Enter on the selected card, unless it is open already: the window is called after it then."""
    if not _open(desk):
        desk.press("Return")
    return _open(desk)


def _open(desk: Desk) -> bool:
    return any(title.startswith(SLUG) for title in desk.windows())


def _stands(newsroom: Newsroom, stage: Stage) -> bool:
    return newsroom.stories.get(SLUG).stage is stage


def _approved(desk: Desk, newsroom: Newsroom) -> bool:
    """Agree in the dialog that says who will be told; until it is there, choose the move in the menu."""
    asks = f"Approve {SLUG}"
    if asks in desk.windows():
        desk.wait_for(asks)
        desk.press("Return")
        desk.gone(asks)
    elif not _stands(newsroom, Stage.PUBLISH):
        _choose(desk, down=3)
    return _stands(newsroom, Stage.PUBLISH)


def _submitted(desk: Desk, newsroom: Newsroom) -> bool:
    if not _stands(newsroom, Stage.EDIT):
        _choose(desk, down=2)
    return _stands(newsroom, Stage.EDIT)


def _choose(desk: Desk, *, down: int) -> None:
    """Choose an item of the selected card's menu."""
    desk.press("Escape", "shift+F10")
    desk.press(*["Down"] * down, "Return")


def check(page: Path) -> None:
    """The page passes the press check, and holds what was typed."""
    command = [sys.executable, str(ROOT / "tests/press/check_pdfx.py"), str(page), "--tac", "240"]
    report = subprocess.run(command, capture_output=True, text=True)
    assert report.returncode == 0, report.stdout
    text = subprocess.run(["pdftotext", str(page), "-"], capture_output=True, text=True, check=True).stdout
    assert "meets again on Monday" in " ".join(text.split())
    with pikepdf.open(page) as pdf:
        assert len(pdf.pages) == 1
