"""Spelling and house style while one writes: what is remarked, shown in the text, and made of it."""
