"""One sitting at a story: opened, kept while typing, saved, assessed and given back, off the main thread."""
