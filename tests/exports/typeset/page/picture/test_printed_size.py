"""Size and sharpness of a picture on paper."""

import pytest

from db.document import Crop, PictureUse
from db.values import Picture
from exports.formats import load_format
from exports.typeset.page.picture.printed_size import printed_size

PICTURE = Picture(sha256="c" * 64, name="quay.jpg", width=1200, height=800, mode="RGB", size=1)
USE = PictureUse(sha256=PICTURE.sha256, columns=2)


def test_it_is_as_wide_as_its_columns_and_as_high_as_its_part() -> None:
    fmt = load_format("tabloid")
    size = printed_size(USE, PICTURE, fmt)
    assert size.width == pytest.approx(fmt.span_width(2) / 72 * 25.4)
    assert size.height == pytest.approx(size.width * 2 / 3)
    assert size.ppi == pytest.approx(1200 / (size.width / 25.4))


def test_a_part_of_it_has_fewer_pixels_for_the_same_width() -> None:
    fmt = load_format("tabloid")
    whole, part = (
        printed_size(USE.model_copy(update={"crop": crop}), PICTURE, fmt) for crop in (None, Crop(right=0.4))
    )
    assert part.ppi == pytest.approx(whole.ppi * 0.4)
    assert (whole.too_coarse, part.too_coarse) == (False, True)
