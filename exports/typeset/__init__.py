"""Typesetting: stories and formats to pages of placed lines. No PDF, no Qt: the editor's galley view uses the same."""

from exports.typeset.story import (
    StoryLayout,
    fit_of,
    measure,
    number_lines,
    pages_run_in,
    set_run_in,
    set_story,
    sheets_of,
)

__all__ = ["StoryLayout", "fit_of", "measure", "number_lines", "pages_run_in", "set_run_in", "set_story", "sheets_of"]
