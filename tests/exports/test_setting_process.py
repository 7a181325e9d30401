"""A story is set in a process of its own as it is set here, and what goes wrong there is told here."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from db.errors import NewsroomError
from db.values import Story
from exports import Order
from exports.formats import load_format
from exports.set_story import set_story
from exports.setting_process import SettingProcess
from tests.bench.texts import stories


def order_of(story: Story) -> Order:
    """The order of a story without pictures."""
    return Order(story, load_format("tabloid"), {}, datetime(2026, 5, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def order() -> Order:
    """The order of a story."""
    return order_of(next(iter(stories(1))))


@pytest.fixture(scope="module")
def process(order: Order) -> Iterator[SettingProcess]:
    """A process that has been started."""
    process = SettingProcess()
    process.set(order)
    assert process._begun.wait(60)
    yield process
    process.end()


def test_a_story_is_set_there_as_it_is_here(process: SettingProcess, order: Order) -> None:
    assert process.set(order) == set_story(order)


def test_a_page_that_is_as_it_was_is_not_sent_again(process: SettingProcess, order: Order) -> None:
    first, again = process.set(order), process.set(order)
    assert all(one is other for one, other in zip(first.sheets, again.sheets, strict=True))
    other = process.set(replace(order, story=replace(order.story, headline="Another")))
    assert other.sheets[0] != first.sheets[0]


def test_whoever_waits_no_longer_is_let_go_when_its_turn_comes(process: SettingProcess, order: Order) -> None:
    def unwanted(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        process.set(order, unwanted)
    assert process.set(order).sheets


def test_stories_are_set_here_until_the_process_can_set_them(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    starting, go_on, process = threading.Event(), threading.Event(), SettingProcess()

    def start(_self: SettingProcess) -> bool:
        starting.set()
        return go_on.wait(60) and False

    monkeypatch.setattr(SettingProcess, "_start", start)
    process.set(order)
    assert starting.wait(60)
    assert process.set(order).sheets, "though it is still being started"
    go_on.set()
    assert process._begun.wait(60)


def test_a_mistake_made_there_shows_here_as_it_is(process: SettingProcess, order: Order) -> None:
    broken = replace(order, format=replace(order.format, baseline=0.0))
    with pytest.raises(ZeroDivisionError):
        process.set(broken)
    assert process.set(order) == set_story(order)


def test_a_process_that_ends_is_told_of_and_another_takes_its_place(process: SettingProcess, order: Order) -> None:
    assert process._process is not None
    process._process.kill()
    process._process.join()
    with pytest.raises(NewsroomError, match="ended without a word"):
        process.set(order)
    assert process.set(order) == set_story(order)
