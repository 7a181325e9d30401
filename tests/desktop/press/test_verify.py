"""A printed file is traced back within a bound, whatever it says of itself."""

from pathlib import Path

import pytest

from db.newsroom import Newsroom
from desktop.press import verify
from exports.pdf.trace import Stamp


def test_of_ten_thousand_stamps_that_are_forged_one_is_looked_up(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = [Stamp("ferry", 1, "0" * 64, proof=False, signature=str(number)) for number in range(10_000)]
    asked: list[str] = []
    monkeypatch.setattr(verify, "read_printed", lambda _path: (forged * 2, "0" * 64))
    monkeypatch.setattr(newsroom.exported, "sign_off", asked.append)
    verdict = verify.verify_file(newsroom, Path("ferry.pdf"))
    assert verdict.sentence == "ferry.pdf names an approval of ferry that this newsroom never gave."
    assert len(asked) == 1
