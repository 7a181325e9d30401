"""What is wanted exported, done off the main thread."""

from pathlib import Path
from threading import Event

from db.newsroom import Newsroom
from desktop.export.request import ExportRequest, carry_out
from tests.db.conftest import signed_in
from tests.desktop.press.test_batch import approved


def test_the_work_itself_tells_how_far_it_is(newsroom: Newsroom, tmp_path: Path) -> None:
    made = approved(newsroom, ["one", "two"])
    shares: list[float] = []
    request = ExportRequest([story.id for story in made], tmp_path, one_file="city")
    carry_out(newsroom, request, signed_in(newsroom, "production"), Event(), progress=shares.append)
    assert shares == [0.5, 1.0]
