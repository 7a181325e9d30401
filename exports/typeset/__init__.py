"""Typesetting: stories and formats to pages of placed lines. No PDF, no Qt: the editor's galley view uses the same."""

from exports.typeset.story import measure, number_lines, set_run_in, set_story

__all__ = ["measure", "number_lines", "set_run_in", "set_story"]
