"""Each question about a paragraph has a name in the table of weights."""

from db.intake.features import FEATURES, answers
from db.intake.paragraphs import Paragraphs
from tests.db.intake.ferry import BODY, HEAD, items_of


def test_each_question_can_be_asked_of_each_paragraph() -> None:
    given = answers(Paragraphs(items_of(HEAD + BODY + "\n\nTop")))
    assert all("any" in one and set(one) <= FEATURES.keys() for one in given)
