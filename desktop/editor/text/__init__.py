"""The body of a story while it is written: the edit, its kinds and marks, its toolbar."""
