"""Colours of light as the inks that a press makes of them."""

import pytest
from PIL import ImageCms

from exports.pdf.check.paint.colour_spaces import RGB


def test_red_becomes_magenta_and_yellow() -> None:
    cyan, magenta, yellow, black = RGB.inks((1.0, 0.0, 0.0))
    assert magenta > 0.8
    assert yellow > 0.8
    assert cyan < 0.1
    assert black < 0.1


def test_no_profile_is_written_for_a_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A photograph has thousands of colours; each with its profile took so long that sound files were refused."""
    monkeypatch.delattr(ImageCms.ImageCmsProfile, "tobytes")
    assert RGB.inks((0.2, 0.4, 0.6)) != RGB.inks((0.2, 0.4, 0.7))
