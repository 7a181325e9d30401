"""A rule that some text can make run for long is refused before it is published."""

import pytest

from db.errors import Refused
from db.style.style_rules import StyleRule
from db.style.style_trial import refuse_wild


@pytest.mark.parametrize("find", [r"(?:un|in|unin)+able", r"(?:.*,){11}P"])
def test_what_runs_wild_on_its_own_words_and_signs_is_refused(find: str) -> None:
    with pytest.raises(Refused, match="would run for long on some texts"):
        refuse_wild(StyleRule(find, pattern=True))


def test_what_repeats_without_harm_is_taken() -> None:
    refuse_wild(StyleRule(r"(the|The) (?:\1 )+", pattern=True))
    refuse_wild(StyleRule("(a+)+b"))
