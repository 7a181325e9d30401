"""The byline as it is printed: with the word that its language has before a name."""

_BYLINE_WORDS = {
    "en": "By", "de": "Von", "fr": "Par", "es": "Por", "pt": "Por", "it": "Di", "nl": "Door", "ca": "Per", "da": "Af",
    "sv": "Av", "nb": "Av", "nn": "Av", "no": "Av",
}  # fmt: skip
"""The word before a name in a byline, by language; all others print the name alone."""

_BYLINE_BEGUN = (
    "by ", "from ", "photo", "von ", "foto", "par ", "por ", "di ", "da ", "door ", "van ", "per ", "af ", "av ", "de ",
    "text", "story ",
)  # fmt: skip
"""Beginnings of bylines that have such a word already, in whatever language."""

_LATIN_END = "\u0250"
"""The first character behind Latin letters: a name in another script stands alone."""


def byline_as_set(byline: str, language: str) -> str:
    """A byline as it is printed: in languages that have a word for it, it begins with that."""
    name = byline.strip()
    word = _BYLINE_WORDS.get(language.replace("_", "-").partition("-")[0].lower(), "")
    begun = name.casefold().startswith(_BYLINE_BEGUN)
    return f"{word} {name}" if name and word and name[0] < _LATIN_END and not begun else name
