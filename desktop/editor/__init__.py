"""The story page: where a story is read, written, moved on, and seen as it will be printed."""
