"""The galley view: the text document of a body laid out by the lines of the press."""
