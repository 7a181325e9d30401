"""Two revisions of a story side by side, word by word."""
