"""Spelling: the words of a text that no dictionary, no list and no name of the newsroom knows."""
