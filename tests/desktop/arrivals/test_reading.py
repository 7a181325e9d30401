"""What is said of files that were brought in."""

from pathlib import Path
from typing import Any

from desktop.arrivals.reading import Arrived, sum_up
from desktop.widgets.message import Tone
from tests.desktop.conftest import make_card


def test_a_message_names_a_few_stories_and_a_few_refusals() -> None:
    cards: list[Any] = [make_card(number, f"story-{number}") for number in range(9)]
    made = [Arrived(Path("a"), story=card) for card in cards]
    refused = [Arrived(Path("b"), refusal=f"File {number} is empty.") for number in range(9)]
    sentence, tone = sum_up([*made, *refused])
    assert sentence.startswith("9 stories imported: story-0, story-1, story-2, story-3, story-4 ….")
    assert "File 4 is empty. 4 more were refused." in sentence
    assert tone is Tone.REFUSED


def test_a_file_is_called_by_its_name_without_its_folder() -> None:
    assert Arrived(Path("/in/mail.eml")).name == "mail.eml"
