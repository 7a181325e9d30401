"""A paragraph: words shaped, divided and broken into lines, each line spaced and turned into runs of glyphs."""
