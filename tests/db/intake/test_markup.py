"""The words of HTML."""

import pytest

from db.intake.markup import text_of_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>two", "One\ntwo"),
        ("<head><title>No</title></head><body>Yes<script>no()</script></body>", "Yes"),
        ("<ul><li>One</li><li>Two</li></ul>", "• One\n\n• Two"),
        ("Caf&eacute; &amp; <b>bar</b>", "Café & bar"),
        ("<p>open <b>and <i>crossed</b></i>", "open and crossed"),
    ],
)
def test_each_block_is_a_paragraph_and_what_is_not_seen_is_left_out(html: str, text: str) -> None:
    assert text_of_html(html) == text


@pytest.mark.parametrize("piece", ["<", "<!--", "<![", "<?", "<!", "<a b='", "&#", "<script><"])
def test_html_that_never_ends_is_read_in_a_moment(piece: str) -> None:
    text_of_html(piece * (100_000 // len(piece)))


def test_words_behind_a_comment_that_never_ends_are_kept() -> None:
    assert text_of_html("<p>One</p><!-- two <p>Three &amp; four <b") == "One\n\ntwo\n\nThree & four"
