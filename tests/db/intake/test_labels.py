"""What paragraphs are is decided for all at once; no plain sentence of a story is left out."""

from db.intake.features import FEATURES, Paragraphs, answers
from db.intake.labels import Label, LabelFound, Weights, best_way, guarded, labelled, margins, scores
from db.intake.lines import split_lines
from db.intake.wrap import Item, gather
from tests.db.intake.ferry import BODY, HEAD


def items_of(text: str) -> list[Item]:
    return gather(split_lines(text).lines, lambda _line: False)


def test_head_and_body_of_plain_copy_are_told_apart() -> None:
    found = [one.label for one in labelled(items_of(HEAD + BODY))]
    assert found == [Label.HEADLINE, Label.BYLINE, Label.BODY, Label.BODY]


def test_nothing_is_labelled_where_there_is_nothing() -> None:
    assert labelled([]) == []


def test_the_middle_of_a_long_text_is_body() -> None:
    found = labelled(items_of(HEAD + f"{BODY}\n\n" * 300))
    assert found[100:300] == [LabelFound(Label.BODY)] * 200


def test_a_plain_sentence_is_body_whatever_the_weights_say() -> None:
    paragraphs = Paragraphs(items_of(f"{BODY}\n\nNobody spoke for the boats."))
    assert guarded([Label.BODY, Label.BODY, Label.BEHIND], paragraphs) == [Label.BODY] * 3


def test_the_best_way_keeps_what_may_follow_what() -> None:
    weights = Weights({"any": {Label.HEADLINE: 1.0}}, {})
    assert best_way([scores(["any"], weights)] * 2, weights).count(Label.HEADLINE) == 1


def test_what_is_told_apart_by_little_has_a_small_margin() -> None:
    weights = Weights({"any": {Label.HEADLINE: 1.0}, "sure": {Label.BODY: 9.0}}, {})
    open_, sure = margins([scores(["any"], weights), scores(["sure"], weights)], weights)
    assert open_ < 2 < sure


def test_lines_that_are_no_furniture_stay_where_a_text_is_no_page() -> None:
    paragraphs = Paragraphs(items_of(f"{BODY}\n\n[1] Quay mended\n\nTwo-point game!"))
    assert guarded([Label.BODY, Label.BODY, Label.BEHIND, Label.BEHIND], paragraphs) == [Label.BODY] * 4


def test_a_teaser_that_breaks_off_is_no_dek() -> None:
    paragraphs = Paragraphs(items_of(f"{BODY[:70]}…\n\n{BODY}"))
    assert guarded([Label.DEK, Label.BODY, Label.BODY], paragraphs)[0] is Label.UNDER


def test_a_title_right_above_the_first_of_several_is_no_headline() -> None:
    first, second = BODY.split("\n\n")
    paragraphs = Paragraphs(items_of(f"What two papers wrote\n\nBoats stay\n\n{first}\n\nQuay mended\n\n{second}"))
    found = guarded([Label.DEK, Label.HEADLINE, Label.BODY, Label.BODY, Label.BODY], paragraphs)
    assert found == [Label.HEADLINE, *[Label.BODY] * 4]


def test_a_button_below_an_entry_of_a_live_page_does_not_end_it() -> None:
    first, second = BODY.split("\n\n")
    assert Paragraphs(items_of(f"{first}\n\nShare\n\nLast boat\n\n{second}")).page_end == 4
    assert Paragraphs(items_of(f"{BODY}\n\nShare\n\nTop")).page_end == 2


def test_the_whole_paragraph_is_kept_and_not_its_beginning() -> None:
    paragraphs = Paragraphs(items_of(f"{BODY[:70]}…\n\n{BODY}"))
    found = guarded([Label.BODY, Label.BEHIND, Label.BODY], paragraphs)
    assert found[1] is Label.BODY


def test_each_question_can_be_asked_of_each_paragraph() -> None:
    given = answers(Paragraphs(items_of(HEAD + BODY + "\n\nTop")))
    assert all("any" in one and set(one) <= FEATURES.keys() for one in given)
