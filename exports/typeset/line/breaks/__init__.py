"""Where the lines of a paragraph end."""
