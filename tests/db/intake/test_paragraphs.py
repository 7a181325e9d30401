"""What all paragraphs of arriving copy tell of each: running text, lists, where a page ends."""

import pytest

from db.intake import read_bytes
from db.intake.paragraphs import Paragraphs
from tests.db.intake.ferry import BODY, MENU, items_of

LINKS = "• Council sells the old baths\n\n• Two swans stop the bus\n\n• Why the clock is late"


def test_a_menu_above_and_links_behind_the_text_of_a_page_stay_out() -> None:
    paragraphs = Paragraphs(items_of(f"• Town\n\n• Harbour\n\n• Courts\n\nBoats stay\n\n{BODY}\n\nMore\n\n{LINKS}"))
    assert not paragraphs.listed
    paragraphs = Paragraphs(items_of(f"{MENU}\n\n{BODY}\n\nAlso from this town\n\n{LINKS}"))
    assert paragraphs.is_page
    assert not paragraphs.listed
    paragraphs = Paragraphs(items_of(f"{MENU}\n\n{BODY}\n\nRead more:\n\n{LINKS}"))
    assert not paragraphs.listed


def test_news_with_the_time_behind_them_are_no_results() -> None:
    lines = "Boats stay 11:39\n\nQuay mended 9:15\n\nBaths sold 23:54\n\nHarbour grew by 7 in 2013\n\nPort 2 in 2012"
    assert not Paragraphs(items_of(f"{BODY}\n\n{lines}")).listed


@pytest.mark.parametrize("word", ["caf√©", "cafÃ©"])
def test_a_letter_that_was_misread_makes_a_sentence_no_credit(word: str) -> None:
    paragraphs = Paragraphs(items_of(f"{MENU}\n\n{BODY}\n\nThe {word} by the quay stays open.\n\nBoat ©Reeve stays."))
    assert paragraphs.is_sure(4)
    assert not paragraphs.is_sure(5)


def test_a_button_below_an_entry_of_a_live_page_does_not_end_it() -> None:
    first, second = BODY.split("\n\n")
    assert Paragraphs(items_of(f"{first}\n\nShare\n\nLast boat\n\n{second}")).page_end == 4
    assert Paragraphs(items_of(f"{BODY}\n\nShare\n\nTop")).page_end == 2


def test_results_at_the_top_of_what_is_no_page_are_of_the_story() -> None:
    results = "Ash Vale 2, Corley 2\n\nMarsh Lane P, Quay Rangers P\n\nHallow Cross 4, Penford 3"
    title = "Saturday's results\n\nDivision One"
    assert Paragraphs(items_of(f"{title}\n\n{results}\n\nDivision Two\n\n{BODY}")).listed == {2, 3, 4}


def test_names_and_places_under_letters_are_of_the_body() -> None:
    first, second = BODY.split("\n\n")
    paragraphs = Paragraphs(items_of(f"{first}\n\nKeith Ballard\n\nSeaton\n\n{second}\n\nAnn Sprott\n\nLympstone"))
    assert all(map(paragraphs.is_sure, range(6)))


@pytest.mark.parametrize("line", ["Print", "Subscribe now to support us", "Flyers"])
def test_what_a_page_puts_behind_its_text_is_never_body(line: str) -> None:
    paragraphs = Paragraphs(items_of(f"{MENU}\n\n{BODY}\n\n{line}"))
    assert paragraphs.is_surely_of_page(4)
    assert not Paragraphs(items_of(f"{BODY}\n\n{line}")).is_surely_of_page(2)


@pytest.mark.parametrize(
    "line", ["November 3, 2026", "Home > City > Harbour", "To all members:", "Photo: Ida Holm / Echo"]
)
def test_dates_trails_captions_and_greetings_cannot_be_a_headline(line: str) -> None:
    assert not Paragraphs(items_of(f"{line}\n\n{BODY}")).can_be_headline(0)


@pytest.mark.parametrize(
    "sentence",
    [
        "Whoever wants to come may write to the harbour office at boats@quay.example, or look at "
        "https://quay.example/days?year=2026&page=12, where all days of the summer stand, the harbour master said.",
        "Seats for the last evening, which had been thought lost, are at http://www.quay.example/seats/ again.",
        "Die Pläne liegen bis Ende März im Rathaus und unter https://www.quai.example/plaene für alle aus.",
        "وقال المجلس إن العنوان https://quay.example/board?year=2026 منشور للجميع "
        "وإن الرصيف سيبقى مفتوحا طوال الشتاء القادم كله.",
    ],
)
@pytest.mark.parametrize("order", [slice(None), slice(None, None, -1)])
def test_a_sentence_that_names_an_address_by_the_way_is_of_the_body(sentence: str, order: slice) -> None:
    said = ["Boats stay", "By Ida Holm", *[BODY.split("\n\n")[0], sentence][order]]
    draft = read_bytes("\n\n".join(said).encode())
    assert [block.text for block in draft.text.body.blocks][-2:] == said[-2:]
    assert draft.dropped == ()


def test_on_a_page_an_address_behind_the_text_stays_out() -> None:
    asks = "Everybody on the quay who has seen something of it can write to our desk at desk@quay.example at night."
    paragraphs = Paragraphs(items_of(f"{MENU}\n\n{BODY}\n\n{asks}"))
    assert paragraphs.is_page
    assert not paragraphs.is_sure(len(paragraphs.items) - 1)
