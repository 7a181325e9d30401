"""The margin beside the text: what is said of its words, and what became of them, each at the height of its place."""
