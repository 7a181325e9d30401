"""The body of a story as rows: each kind of block in its own way."""
