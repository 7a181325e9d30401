"""What the story page asks of the newsroom, off the main thread."""
