"""Text that is pasted, in the shapes in which programs put it on the clipboard."""

import pytest

from db.intake.pasted import one_line, paragraphs, text_of_clip

LEDE, SECOND, THIRD = "The ferry is back.", "It sails at noon.", "Nobody waits for it."


@pytest.mark.parametrize(
    "text",
    [
        f"{LEDE}\n{SECOND}\n\n{THIRD}",
        f"{LEDE}\r\n{SECOND}\r\n\r\n\r\n{THIRD}\r\n",
        f"{LEDE}\v{SECOND}\v\v{THIRD}",
        f"{LEDE}\f{SECOND}\u2029{THIRD}\u2029",
        f"\ufeff{LEDE}\r{SECOND}\r{THIRD}\0",
    ],
    ids=["one empty line", "Word and Outlook", "line ends of Word", "page and paragraph ends", "old Macs"],
)
def test_each_paragraph_stays_one_whatever_parts_the_others(text: str) -> None:
    assert paragraphs(text) == (LEDE, SECOND, THIRD)


def test_lines_of_a_mail_wrapped_by_hand_are_joined() -> None:
    wrapped = (
        "The last ferry of the day leaves at half past six in the evening from\n"
        "the old quay, and whoever misses it has to wait until the next\n"
        "morning or call for a boat.\n\nNobody has complained so far."
    )
    first, second = paragraphs(wrapped)
    assert "from the old quay" in first
    assert second == "Nobody has complained so far."


@pytest.mark.parametrize("text", [" word ", "12\u00a0000\u202f€", "Donau\u00addampfer", "a  b"])
def test_what_stands_in_one_line_stays_as_it_is(text: str) -> None:
    assert paragraphs(text) == (text,)


def test_no_break_spaces_and_soft_hyphens_stay_in_paragraphs_and_in_fields() -> None:
    text = "12\u00a0000 Donau\u00addampfer.\nEnde\u202f!"
    assert paragraphs(text) == tuple(text.split("\n"))
    assert one_line(f"  {text} \r\n") == text.replace("\n", " ")


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
 p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument>
</xml><![endif]--></head><body lang=EN-GB><!--StartFragment-->
<p class=MsoNormal><span lang=EN-GB>The ferry
is back.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>It sails<span style='mso-spacerun:yes'>  </span>at noon.<![if !supportLists]><![endif]></p>
<!--EndFragment--></body></html>"""
CHROME = (
    "Version:0.9\r\nStartHTML:0000000105\r\n<html>\r\n<body>\r\n<!--StartFragment--><p>The ferry is back."
    "</p><p>It sails at noon.</p><!--EndFragment-->\r\n</body>\r\n</html>"
)
GOOGLE = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7d3f"><p dir="ltr"><span>The ferry is '
    'back.</span></p><br /><p dir="ltr"><span>It sails at noon.</span></p></b><br class="Apple-interchange-newline">'
)
FIREFOX = "<div><p>The <a href='x'>ferry</a> is back.</p>\n\n<p>It sails at noon.</p></div>"
LIBRE = (
    '<!DOCTYPE html>\n<html><head><meta http-equiv="content-type"/><title></title><style type="text/css">p {}</style>'
    '</head><body lang="en-GB"><p style="line-height: 100%">\nThe ferry is back.</p>\n<p>It sails at noon.</p>'
    "\n</body></html>"
)
OUTLOOK = (
    "<html><head><meta name=Generator content='Microsoft Word 15'></head><body><!--StartFragment--><div>The ferry is "
    "back.</div><div>It sails at noon.</div><!--EndFragment--></body></html>"
)


@pytest.mark.parametrize("html", [WORD, CHROME, GOOGLE, FIREFOX, LIBRE, OUTLOOK])
def test_html_alone_is_read_as_its_paragraphs(html: str) -> None:
    assert paragraphs(text_of_clip(html)) == (LEDE, SECOND)


def test_a_picture_copied_in_a_browser_has_no_words() -> None:
    assert (
        text_of_clip('<meta http-equiv="content-type" content="text/html"><img src="https://example.org/a.png">') == ""
    )
