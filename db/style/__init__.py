"""The language of a newsroom: words and names it knows, its house style, and what people made of remarks on both."""
