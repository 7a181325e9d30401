"""Pictures: originals, what their bytes say, and what they say of themselves."""
