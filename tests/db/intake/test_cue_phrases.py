"""What a paragraph says tells what it is: whom to ask, who took the picture, what the reader is to do."""

from db.intake.cue_phrases import ADDRESS, CREDIT, PROMPT, has, is_contact, says_with_credit


def test_two_ways_to_reach_somebody_are_a_contact_and_one_is_none() -> None:
    assert is_contact("Ida Holm, press@quay.example, +44 20 7946 0018")
    assert not is_contact("Ida Holm, press@quay.example")
    assert not is_contact("The whole report can be read at https://www.quay.example/report, the board said.")


def test_a_caption_with_its_credit_says_the_same_as_the_caption() -> None:
    assert says_with_credit("The last ferry leaves. Photo: Ida Holm", "The last ferry leaves.")
    assert not says_with_credit("The last ferry leaves.", "The last ferry leaves.")
    assert not says_with_credit("The last ferry leaves at nine.", "The last ferry leaves")


def test_only_the_beginning_of_a_paragraph_is_looked_at() -> None:
    assert has(PROMPT, "Subscribe to read on")
    assert not has(PROMPT, "The ferry stays. " * 30 + "Subscribe to read on")


def test_a_letter_that_was_misread_is_no_credit() -> None:
    assert has(CREDIT, "Boat ©Reeve")
    assert not has(CREDIT, "The cafÃ© stays")


def test_the_scores_of_a_match_are_no_telephone_number() -> None:
    assert not has(ADDRESS, "Shaw bt Brandt 7-6 6-7 10-8")
    assert has(ADDRESS, "Call 02 99 55 01 13")
    assert has(ADDRESS, "Call 1-800-555-0142")
