"""Finding stories: what was asked, the index, the search."""
