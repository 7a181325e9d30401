"""The furniture of a news page, line by line."""

import pytest

from db.intake.boilerplate import (
    is_caption,
    is_furniture,
    is_menu_word,
    is_outlet,
    is_section,
    is_trail,
    says_again,
    starts_list,
    without_site,
)


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Home > China > Society",
        "© 2026 Harbour Courier",
        "All rights reserved.",
        "Contact the writer at ida@example.org",
        "ida@example.org",
        "E-mail: ida@example.org",
        "https://example.org/a",
        "Editor: Bo Lund",
        "责任编辑：李明",
        "12 comments",
        "* * *",
        "Read more: the bridge",
        "2026-10-02 08:15 来源：港口晚报",
        "xinhuanet",
        "example.co.uk",
        "share | tweet | print",
        "Page 1 of 3",
    ],
)
def test_furniture_is_told(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["The ferry stops.", "Ida Holm", "a@b and c@d met", "12 boats", "Home is where the ferry is", "x" * 400]
)
def test_a_line_of_a_story_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_sections_trails_and_outlets_are_told_apart() -> None:
    assert is_section("China / Society")
    assert not is_section("China / Ferry")
    assert is_trail("Home > Harbour > Ferry line")
    assert not is_trail("Ferry > Line")
    assert is_outlet("(China Daily)")
    assert not is_outlet("Harbour")


def test_the_names_of_sites_behind_a_title_are_taken_off_however_many() -> None:
    assert without_site("Ferry line to close - China - Chinadaily.com.cn") == "Ferry line to close"
    title = "Ferry " * 2_000
    assert without_site(title + " - bbc" * 2_000).startswith("Ferry")


def test_a_headline_is_known_again_with_a_site_behind_it() -> None:
    assert says_again("Ferry line to close | Harbour Courier", "Ferry line to close")
    assert not says_again("Ferry line to close in winter", "Ferry line to close")
    assert not says_again("Ferry " * 900, "Ferry")


def test_captions_and_titles_of_lists_are_told() -> None:
    assert is_caption("The old ferry at North Quay. [Photo/Harbour Courier]")
    assert not is_caption("The old ferry at North Quay.")
    assert starts_list("Related stories:")
    assert not starts_list("Related boats")


@pytest.mark.parametrize(
    "line",
    ["ylg/mab/sp", "MJC // JAP", "/ATS/nb/", "epd lob/cro", "AFP 240812 GMT NOV 26", "NOTA DE PRENSA", "- (Meridian)"],
)
def test_marks_of_agencies_and_what_a_release_is_called_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["Pie de foto: Los vecinos suben la campana.", "Cork fans cheer. Lars Geczy / INPHO"])
def test_captions_of_other_languages_and_with_an_agency_are_told(line: str) -> None:
    assert is_caption(line)


def test_a_menus_word_is_told_from_the_name_of_a_section() -> None:
    assert is_menu_word("Print")
    assert not is_menu_word("Health")
