"""A story set for whoever writes it: its pages, the space it takes, what preflight finds, and how the body stands."""

from dataclasses import dataclass

from db.values import Problem
from exports import Order
from exports.preflight import preflight_of
from exports.typeset import fit_of, sheets_of
from exports.typeset.galley.body_setting import BodySetting, body_setting
from exports.typeset.sheet import Fit, Sheet


@dataclass(frozen=True)
class StoryAsSet:
    """A story as the press has it."""

    problems: tuple[Problem, ...]
    fit: Fit
    setting: BodySetting
    sheets: tuple[Sheet, ...]


def set_story(order: Order) -> StoryAsSet:
    """Set the story of an order. Raises NewsroomError when it cannot be set."""
    problems = tuple(preflight_of(order.layout, order.originals))
    return StoryAsSet(problems, fit_of(order.layout), body_setting(order.layout), tuple(sheets_of(order.layout)))
