"""Numbers of results that are kept to be used again, by what they are: more costs memory, less costs time."""

HEAVY = 16
"""What takes a megabyte or more each, as tables of inks and patterns of hyphenation: a day's formats have a few."""
FORMATS = 32
"""What a format or a profile has one of: more than a newsroom prints in."""
STYLES = 64
"""What a type style or a face has one of: a format has a dozen, and several formats may be in use at once."""
SHORT_TEXTS = 256
"""Labels, initials, headlines, and what a style has for each language: those of some pages."""
PARAGRAPHS = 8_192
"""Set paragraphs: those of a batch of two hundred stories, so that a story that is measured is not set again."""
WORDS = 60_000
"""Shaped words: the vocabulary of a paper for some weeks, at a few hundred bytes each."""
DIVISIONS = 1_024
"""Divisions of a page's rows into columns, of a kilobyte each: those that a story of some pages tries at each key."""
