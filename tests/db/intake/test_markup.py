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
