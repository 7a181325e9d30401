"""Length in words."""

import pytest

from desktop.editor.side.length import Length


@pytest.mark.parametrize(
    ("lines", "target", "fit", "size"),
    [
        (16, 12, "▲ 4 lines over · 1.6 cm · about 28 words", "16 of 12 lines · 6.2 cm · 2.4 column in"),
        (11, 12, "1 line under · 0.4 cm · about 10 words", "11 of 12 lines · 4.3 cm · 1.7 column in"),
        (12, 12, "Fits", "12 of 12 lines · 4.7 cm · 1.8 column in"),
        (1, None, "", "1 line · 0.4 cm · 0.2 column in"),
    ],
)
def test_length_is_told_in_lines_centimetres_and_words(lines: int, target: int | None, fit: str, size: str) -> None:
    length = Length(lines, target, 11.0, 112)
    assert (length.fit, length.size) == (fit, size)
