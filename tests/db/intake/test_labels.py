"""What paragraphs are is decided for all at once; no plain sentence of a story is left out."""

import pytest

from db.intake.labels import Label, LabelFound, Weights, best_way, bound, guarded, labelled, margins, scores
from db.intake.paragraphs import Paragraphs
from tests.db.intake.ferry import BODY, HEAD, MENU, items_of


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


@pytest.mark.parametrize(
    ("title", "items"),
    [
        ("Oat loaf", ["• 300 grams of oats", "• 1 egg", "• Salt"]),
        ("Zutaten", ["- 250 g Linsen", "- 2 feste Birnen", "- Essig nach Geschmack"]),
    ],
)
def test_a_list_right_above_the_first_running_text_of_a_page_is_body(title: str, items: list[str]) -> None:
    paragraphs = Paragraphs(items_of("\n\n".join([MENU, f"Heute: {title}, Oat loaf", title, *items, BODY])))
    assert paragraphs.is_page
    given = [Label.ABOVE] * 2 + [Label.HEADLINE, Label.BYLINE] + [Label.UNDER] * 3 + [Label.BODY] * 2
    assert guarded(given, paragraphs) == [*given[:3], *[Label.BODY] * 6]


def test_a_headline_right_above_a_list_stays_one() -> None:
    paragraphs = Paragraphs(items_of(f"{MENU}\n\nOat loaf for all\n\n• 1 egg\n\n• 1 loaf\n\n• Salt\n\n{BODY}"))
    given = [Label.ABOVE] * 2 + [Label.HEADLINE] + [Label.UNDER] * 3 + [Label.BODY] * 2
    assert guarded(given, paragraphs) == [*given[:3], *[Label.BODY] * 5]


@pytest.mark.parametrize(
    ("title", "items"),
    [
        ("Scoreboard", ["Houston 26, South Panola, 28", "East 0, Arlington 24", "Brighton 27, Covington 38"]),
        ("Ergebnisse", ["Lotsen – Schlepper 1:2", "Segelmacher – Zoll 22:21", "Fischmarkt – Seiler 3:1 (1:0)"]),
    ],
)
@pytest.mark.parametrize("page", ["", MENU])
def test_results_behind_the_last_running_text_are_body(title: str, items: list[str], page: str) -> None:
    paragraphs = Paragraphs(items_of("\n\n".join([BODY, title, *items, page])))
    found = guarded([Label.BODY] * 2 + [Label.BEHIND] * (len(paragraphs.items) - 2), paragraphs)
    assert found == [Label.BODY] * 6 + [Label.BEHIND] * (len(found) - 6)


def test_what_copy_says_three_times_is_left_out_not_once() -> None:
    lede = BODY.split("\n\n")[0]
    paragraphs = Paragraphs(items_of("\n\n".join([HEAD.split("\n")[0], lede, lede, lede])))
    found = guarded([Label.HEADLINE, Label.UNDER, Label.UNDER, Label.BODY], paragraphs)
    assert found == [Label.HEADLINE, *[Label.BODY] * 3]


def test_a_teaser_that_breaks_off_is_no_dek() -> None:
    paragraphs = Paragraphs(items_of(f"{BODY[:70]}…\n\n{BODY}"))
    assert guarded([Label.DEK, Label.BODY, Label.BODY], paragraphs)[0] is Label.UNDER


def test_a_title_right_above_the_first_of_several_is_no_headline() -> None:
    first, second = BODY.split("\n\n")
    paragraphs = Paragraphs(items_of(f"What two papers wrote\n\nBoats stay\n\n{first}\n\nQuay mended\n\n{second}"))
    found = guarded([Label.DEK, Label.HEADLINE, Label.BODY, Label.BODY, Label.BODY], paragraphs)
    assert found == [Label.HEADLINE, *[Label.BODY] * 4]


def test_the_whole_paragraph_is_kept_and_not_its_beginning() -> None:
    paragraphs = Paragraphs(items_of(f"{BODY[:70]}…\n\n{BODY}"))
    found = guarded([Label.BODY, Label.BEHIND, Label.BODY], paragraphs)
    assert found[1] is Label.BODY


def test_a_short_line_above_copy_that_has_no_other_headline_is_it() -> None:
    paragraphs = Paragraphs(items_of(f"Brieven\n\n{BODY}"))
    assert guarded([Label.ABOVE, Label.BODY, Label.BODY], paragraphs)[0] is Label.HEADLINE


def test_a_sentence_right_above_the_text_of_a_mail_is_its_lede() -> None:
    items = items_of(f"The last shave\n\nRavi Menon has a rule: nobody talks first.\n\n{BODY}")
    head = [Label.HEADLINE, Label.DEK, Label.BODY, Label.BODY]
    assert guarded(head, Paragraphs(items, "Barber"))[1] is Label.BODY
    assert guarded(head, Paragraphs(items))[1] is Label.DEK


def test_what_is_surely_body_is_decided_before_all_else() -> None:
    paragraphs = Paragraphs(items_of(f"{BODY}\n\nNobody spoke for the boats."))
    scored = bound([dict.fromkeys(Label, 0.0) | {Label.BEHIND: 9.0} for _ in range(3)], paragraphs)
    assert Label.BEHIND not in best_way(scored, Weights({}, {}))
