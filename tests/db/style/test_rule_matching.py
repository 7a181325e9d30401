"""Where a text breaks the rules, and what is preferred there."""

import pytest

from db.style import rule_matching
from db.style.rule_matching import RuleSet, rule_set
from db.style.starter_rules import starter_rules
from db.style.style_rules import StyleRule


def said(rules: list[StyleRule], text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.prefer) for one in RuleSet(rules).matches(text)]


def test_each_place_says_what_is_preferred_with_the_capital_it_has() -> None:
    rules = [StyleRule("in order to", "to", name="a"), StyleRule("web site*", "website", name="b")]
    assert said(rules, "In order to see web sites") == [("In order to", "To"), ("web sites", "website")]


def test_of_places_that_overlap_the_longest_counts() -> None:
    rules = [StyleRule("due to", "because of", name="a"), StyleRule("due to the fact that", "because", name="b")]
    assert said(rules, "due to the fact that it rains") == [("due to the fact that", "because")]


def test_an_expression_puts_its_groups() -> None:
    rule = StyleRule(r"\b(\d+) ?%", r"\1 percent", name="a", pattern=True)
    assert said([rule], "up 10%, or 12 %.") == [("10%", "10 percent"), ("12 %", "12 percent")]


def test_what_is_written_as_preferred_is_not_found() -> None:
    assert said([StyleRule("internet", "internet", name="a", case=True)], "the internet") == []


def test_rules_of_signs_and_of_short_beginnings_are_tried_too() -> None:
    rules = [StyleRule("&", "and", name="a"), StyleRule("re*", "", name="b"), StyleRule("!!", "!", name="c")]
    assert [found for found, _ in said(rules, "R&D returns!!")] == ["&", "returns", "!!"]


def test_a_rule_that_runs_wild_is_named_and_tried_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(100))
    monkeypatch.setattr(rule_matching, "thread_time", lambda: float(next(ticks)))
    rules = RuleSet([StyleRule("a+b", name="slow", pattern=True)])
    assert [one.rule.name for one in rules.matches("aab")] == ["slow"]
    assert rules.wild == {"slow": 1.0}
    assert rules.matches("aab") == []


def test_a_long_paragraph_is_given_more_time_in_step_with_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(100))
    monkeypatch.setattr(rule_matching, "thread_time", lambda: next(ticks) * 10 * rule_matching.WILD_SECONDS)
    rules = RuleSet([StyleRule("report", name="much", pattern=True)])
    assert len(rules.matches("report " * 4_000)) == 4_000
    assert rules.wild == {}


def test_the_starter_set_finds_what_it_is_about() -> None:
    rules = [rule for rule in starter_rules() if rule.holds_in("en-US", "")]
    text = "On the 3rd of June the the end result was 10% up, due to the fact that it rained."
    found = [one.prefer for one in RuleSet(rules).matches(text)]
    assert found == ["June 3", "the", "result", "10 percent", "because"]


def test_the_same_rules_are_made_ready_once_unless_one_ran_wild() -> None:
    rules = [StyleRule("due to", "because of", name="a")]
    known = rule_set(rules)
    assert rule_set(list(rules)) is known
    assert rule_set([*rules, StyleRule("web site", "website", name="b")]) is not known
    known.wild["a"] = 1.0
    assert not rule_set(rules).wild


def test_a_paragraph_that_is_known_is_not_looked_through_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = RuleSet([StyleRule("due to", "because of", name="a")])
    found = rules.matches("due to rain")
    monkeypatch.setattr(rules, "_find", lambda *_: pytest.fail("looked through again"))
    assert rules.matches("due to rain") == found
