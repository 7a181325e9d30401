"""Rules of house style as values: where they hold, what they find, and which cannot be read."""

import pytest

from db.errors import Refused
from db.style.starter_rules import starter_rules
from db.style.style_rules import StyleRule, expression, tidy_rule
from db.values import Severity


@pytest.mark.parametrize(
    ("language", "desk", "holds"),
    [("en-US", "City", True), ("en-GB", "City", True), ("nl", "City", False), ("en-GB", "Sport", False)],
)
def test_a_rule_holds_in_its_language_and_desk(language: str, desk: str, holds: bool) -> None:
    assert StyleRule("per cent", language="en", desk="City").holds_in(language, desk) is holds
    assert StyleRule("per cent").holds_in(language, desk)


@pytest.mark.parametrize(
    ("find", "text", "found"),
    [
        ("per cent", "Ten per\u00a0cent", "per\u00a0cent"), ("per cent", "super center", ""),
        ("e-mail*", "E‑mailed", "E‑mailed"),
        ("web site|web-site", "a web-site", "web-site"), ("can't", "can’t", "can’t"), ("&", "R&D", "&"),
        ("tot", "total", ""), ("tot*", "total", "total"), ("a.m.", "9 a.m. sharp", "a.m."),
    ],
)  # fmt: skip
def test_words_are_found_as_they_are_printed(find: str, text: str, found: str) -> None:
    match = expression(StyleRule(find)).search(text)
    assert (match[0] if match else "") == found


def test_capitals_differ_where_a_rule_says_so() -> None:
    assert expression(StyleRule("internet", case=True)).search("The Internet") is None
    assert tidy_rule(StyleRule("Internet", "internet", case=True))


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (StyleRule(" "), "needs words"), (StyleRule("|*"), "needs words"), (StyleRule("x" * 301), "300 characters"),
        (StyleRule("per cent", "Per Cent"), "cannot prefer"), (StyleRule("(", pattern=True), "no regular expression"),
        (StyleRule("a", r"\3", pattern=True), "no regular expression"),
        (StyleRule("a*", pattern=True), "finds nothing"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_read_is_refused(rule: StyleRule, why: str) -> None:
    with pytest.raises(Refused, match=why):
        tidy_rule(rule)


def test_a_rule_comes_back_from_json_as_it_was() -> None:
    rule = StyleRule("per cent", "percent", "Why.", "per-cent", Severity.BLOCKER, "en", "City", case=True)
    assert StyleRule.from_plain(rule.plain() | {"newer": 1}) == rule


def test_every_rule_of_the_starter_set_can_be_read() -> None:
    assert len(starter_rules()) >= 15
    assert all(tidy_rule(rule).why for rule in starter_rules())
