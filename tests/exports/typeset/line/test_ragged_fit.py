"""Text tried without being set has the lines it has when it is set."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports.formats import load_format
from exports.typeset.line.lines import ragged, set_plain
from exports.typeset.line.ragged_fit import RaggedFit
from exports.typeset.line.word.faces import face

STYLE = load_format("tabloid").styles.headline
WORDS = (
    "Pilots",
    "stay",
    "in",
    "harbour-side",
    "“town”",
    "吴静",
    "港口",
    "incomprehensibilities",
    "\u2028",
    "a",
    "المحطة",
)


@settings(max_examples=80, deadline=None)
@example([*["Pilots"] * 3, "harbour-side", "Pilots", "harbour-side"], 57.0, 532.9375)
@example(["المحطة", "\u2028", "harbour-side"], 25.5, 70.0)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.floats(8, 60), st.floats(30, 700))
def test_a_trial_has_the_lines_that_are_set(words: list[str], size: float, width: float) -> None:
    text = " ".join(words)
    lines = set_plain(text, ragged(STYLE.model_copy(update={"size": size})), width)
    tried = RaggedFit(text, STYLE).lines(size, width)
    assert [line.end for line in tried] == [line.end for line in lines]
    widest = max((face(STYLE.face).width(word) for word in text.split()), default=0.0)
    if widest * size / 1000 <= width and "المحطة" not in words:
        assert [line.width for line in tried] == pytest.approx([line.width for line in lines], abs=0.01)


def test_nothing_has_no_lines() -> None:
    assert RaggedFit("", STYLE).lines(20.0, 100.0) == []
