"""Where a headline is better not divided: behind a word that belongs to what follows, or, in Chinese, inside a clause.

Editors call a line that ends in “of” or “the” a bad break.
"""

from exports.typeset.line.script.cjk import HALF, is_square

_WEAK = 25.0
"""What a line costs that ends in a weak word; one a fifth shorter than it might be costs 16."""

_CLAUSE = 12.0
"""What one costs that ends between two Chinese characters and not behind a mark."""

_WORDS = {
    "en": "a an and are as at be but by for from if in into is of on or than that the their to was with",
    "de": "als am an auf aus bei das dem den der des die durch ein eine einem einen einer eines für gegen im in mit "
    "nach oder ohne über um und unter vom von vor wegen wie zu zum zur",
    "es": "a al con de del el en la las los o para por que se sin su un una y",
    "fr": "à au aux avec ce dans de des du en et la le les mais ou par pour que qui sa sans ses son sous sur un une",
    "it": "a al alla che con da dal dalla dei del della di e gli i il in la le lo nel nella o per su un una",
    "nl": "aan als bij de een en het in met na naar of om op over te tegen uit van voor",
    "pt": "a ao aos as com da das de do dos e em na no o os ou para pela pelo por que se sem um uma",
}
"""Articles, prepositions, conjunctions and their like, by language."""

_WEAK_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_MARKS = "“”‘’„«»\"'()"
_STOPS = HALF | frozenset("！？”’…—")


def bad_break(text: str, end: int, language: str) -> float:
    """Cost of ending a line of a headline at an offset of its text, on the scale of its lines' evenness."""
    last = text[end - 1 : end]
    if is_square(last):
        return 0.0 if last in _STOPS else _CLAUSE
    weak = _WEAK_WORDS.get(language.replace("_", "-").partition("-")[0].lower(), frozenset[str]())
    words = text[:end].split()
    return _WEAK if words and words[-1].strip(_MARKS).lower() in weak else 0.0
