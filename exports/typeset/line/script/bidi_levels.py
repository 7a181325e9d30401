"""Embedding levels of a line's characters: Unicode Standard Annex 9 (Unicode 15), rules X1 to I2 and L1.

Brackets go by pairs (BD16, N0), isolates stand apart (X5a to X6a).
"""

from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional, normalize

_DEEPEST = 125
"""The deepest level of embedding (BD2)."""

_MOST_PAIRS = 63
"""Opening brackets that are remembered at the most (BD16)."""

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩"
    "\u2329\u232a⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Brackets that are pairs, each opening one before its closing one (BidiBrackets.txt); those that are the same as
others, and that a text editor might make of them, by their numbers.
"""

_CLOSES = {_PAIRS[at]: normalize("NFC", _PAIRS[at + 1]) for at in range(0, len(_PAIRS), 2)}
_CLOSING = frozenset(_CLOSES.values()) | frozenset(_PAIRS[1::2])

_ISOLATES = ("LRI", "RLI", "FSI")
_EXPLICIT = ("LRE", "RLE", "LRO", "RLO")
_REMOVED = (*_EXPLICIT, "PDF", "BN")
"""Classes of characters that take no part in what follows the explicit levels (X9)."""

_NEUTRAL = ("B", "S", "WS", "ON", *_ISOLATES, "PDI")
_OVERRIDES = {"LRO": "L", "RLO": "R"}

_IMPLICIT = ({"R": 1, "AN": 2, "EN": 2}, {"L": 1, "AN": 1, "EN": 1})
"""Levels by which types lie deeper than an even and an odd level (I1, I2)."""

Types = list[str]


def levels_of(text: str, base: int) -> list[int]:
    """The embedding level of each character of a paragraph that runs in a direction: 0 from the left, 1 from the right.

    What is not assigned counts as neutral, what takes no part has the level of what stands before it.
    """
    types = [bidirectional(character) or "ON" for character in text]
    matches = _matching_isolates(types)
    explicit, resolved = _explicit(types, matches, base)
    levels = list(explicit)
    for sequence in _sequences(types, explicit, matches):
        kinds = _resolved(text, resolved, explicit, sequence, base)
        for at, kind in zip(sequence, kinds, strict=True):
            levels[at] += _IMPLICIT[explicit[at] % 2].get(kind, 0)
    _reset_ends(types, levels, base)
    return levels


def base_level(text: str) -> int:
    """The level of a paragraph by its first letter that stands in no isolate: 1 when it runs from right to left."""
    types = [bidirectional(character) for character in text]
    return _first_strong(types, 0, len(types), _matching_isolates(types))


def _matching_isolates(types: Types) -> dict[int, int]:
    """The place of the PDI that ends each isolate (BD9), and that of the initiator for each such PDI."""
    found, waiting = dict[int, int](), list[int]()
    for at, kind in enumerate(types):
        if kind in _ISOLATES:
            waiting.append(at)
        elif kind == "PDI" and waiting:
            begun = waiting.pop()
            found[begun], found[at] = at, begun
    return found


def _first_strong(types: Types, start: int, end: int, matches: dict[int, int]) -> int:
    """The direction of the first letter between two places that stands in no isolate (P2, P3)."""
    at = start
    while at < end:
        if types[at] in ("L", "R", "AL"):
            return int(types[at] != "L")
        at = matches.get(at, end) if types[at] in _ISOLATES else at
        at += 1
    return 0


def _explicit(types: Types, matches: dict[int, int], base: int) -> tuple[list[int], Types]:
    """Levels and types as embeddings, overrides and isolates have them (X1 to X8)."""
    levels, resolved = [base] * len(types), list(types)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    over_isolates = over_embeddings = isolates = 0
    for at, kind in enumerate(types):
        level, override, _ = stack[-1]
        levels[at] = level
        if kind in _EXPLICIT or kind in _ISOLATES:
            isolate = kind in _ISOLATES
            if isolate and override:
                resolved[at] = override
            rightwards = kind[0] == "R" or (
                kind == "FSI" and _first_strong(types, at + 1, matches.get(at, len(types)), matches) == 1
            )
            deeper = (level + 1) | 1 if rightwards else (level + 2) & ~1
            if deeper <= _DEEPEST and not over_isolates and not over_embeddings:
                isolates += isolate
                stack.append((deeper, _OVERRIDES.get(kind, ""), isolate))
            elif isolate:
                over_isolates += 1
            elif not over_isolates:
                over_embeddings += 1
            levels[at] = level if isolate else stack[-1][0]
        elif kind == "PDI":
            if over_isolates:
                over_isolates -= 1
            elif isolates:
                over_embeddings = 0
                while not stack.pop()[2]:
                    pass
                isolates -= 1
            levels[at] = stack[-1][0]
            resolved[at] = stack[-1][1] or kind
        elif kind == "PDF":
            if over_isolates:
                pass
            elif over_embeddings:
                over_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
            levels[at] = stack[-1][0]
        elif kind == "B":
            levels[at] = base
        elif override and kind != "BN":
            resolved[at] = override
    return levels, resolved


def _sequences(types: Types, levels: Sequence[int], matches: dict[int, int]) -> list[list[int]]:
    """The isolating run sequences: places of characters of one level that follow one another (BD13, X10)."""
    kept = [at for at, kind in enumerate(types) if kind not in _REMOVED]
    runs = [list(run) for _, run in groupby(kept, key=levels.__getitem__)]
    begun = {run[0]: run for run in runs}
    found = []
    for run in runs:
        if types[run[0]] == "PDI" and run[0] in matches:
            continue
        sequence = list(run)
        while types[sequence[-1]] in _ISOLATES and sequence[-1] in matches:
            sequence += begun[matches[sequence[-1]]]
        found.append(sequence)
    return found


def _resolved(text: str, types: Types, levels: Sequence[int], sequence: Sequence[int], base: int) -> Types:
    """The types of one sequence, each a direction or a figure (W1 to N2)."""
    level, last = levels[sequence[0]], sequence[-1]
    before, after = range(sequence[0] - 1, -1, -1), range(last + 1, 0 if types[last] in _ISOLATES else len(types))
    beside = (next((levels[at] for at in side if types[at] not in _REMOVED), base) for side in (before, after))
    begins, ends = ("R" if max(level, one) % 2 else "L" for one in beside)
    original = [types[at] for at in sequence]
    kinds = _weak(original, begins)
    _brackets([text[at] for at in sequence], kinds, original, begins, level)
    _neutrals(kinds, begins, ends, level)
    return kinds


def _weak(original: Types, begins: str) -> Types:
    """Marks, figures and what stands among them (W1 to W7)."""
    kinds, before = list(original), begins
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = "ON" if before in (*_ISOLATES, "PDI") else before
        before = kinds[at]
    strong = begins
    for at, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        around = kinds[at - 1], kinds[at + 1]
        if (kinds[at] in ("ES", "CS") and around == ("EN", "EN")) or (kinds[at] == "CS" and around == ("AN", "AN")):
            kinds[at] = around[0]
    _terminators(kinds)
    strong = begins
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _terminators(kinds: Types) -> None:
    """Signs beside figures, as % and currencies, become figures; other separators neutral (W5, W6)."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at and "EN" in (kinds[at - 1] if at else "", kinds[end] if end < len(kinds) else ""):
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)
    for at, kind in enumerate(kinds):
        if kind in ("ET", "ES", "CS"):
            kinds[at] = "ON"


def _brackets(characters: Sequence[str], kinds: Types, original: Types, begins: str, level: int) -> None:
    """Brackets by pairs take the direction of what they hold, or of what stands before them (N0)."""
    own = "R" if level % 2 else "L"
    for opening, closing in _bracket_pairs(characters, kinds):
        held = {_strong(kind) for kind in kinds[opening + 1 : closing]}
        if own in held:
            chosen = own
        elif held & {"L", "R"}:
            before = next((strong for at in range(opening - 1, -1, -1) if (strong := _strong(kinds[at]))), begins)
            chosen = before
        else:
            continue
        for place in (opening, closing):
            kinds[place] = chosen
            for at in range(place + 1, len(kinds)):
                if original[at] != "NSM":
                    break
                kinds[at] = chosen


def _bracket_pairs(characters: Sequence[str], kinds: Types) -> list[tuple[int, int]]:
    """The brackets that belong together, in the order of the opening ones (BD16)."""
    found, waiting = list[tuple[int, int]](), list[tuple[str, int]]()
    for at, character in enumerate(characters):
        if kinds[at] != "ON":
            continue
        if character in _CLOSES:
            if len(waiting) == _MOST_PAIRS:
                return []
            waiting.append((_CLOSES[character], at))
        elif character in _CLOSING:
            closing = normalize("NFC", character)
            place = next((number for number in reversed(range(len(waiting))) if waiting[number][0] == closing), -1)
            if place >= 0:
                found.append((waiting[place][1], at))
                del waiting[place:]
    return sorted(found)


def _strong(kind: str) -> str:
    """The direction of a type as brackets and neutrals see it; figures run as Arabic does."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _neutrals(kinds: Types, begins: str, ends: str, level: int) -> None:
    """Neutrals between text of one direction take it, all others that of their level (N1, N2)."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _strong(kinds[at - 1]) if at else begins
            after = _strong(kinds[end]) if end < len(kinds) else ends
            kinds[at:end] = [before if before == after else "R" if level % 2 else "L"] * (end - at)
        at = max(end, at + 1)


def _reset_ends(types: Types, levels: list[int], base: int) -> None:
    """Separators, and white space before them and at the end, stand in the direction of the paragraph (L1); what takes
    no part has the level of what stands before it.
    """
    at_end = True
    for at in reversed(range(len(types))):
        kind = types[at]
        if kind in ("B", "S"):
            levels[at], at_end = base, True
        elif kind in ("WS", *_ISOLATES, "PDI", *_REMOVED) and at_end:
            levels[at] = base
        elif kind not in _REMOVED:
            at_end = False
    before = base
    for at, kind in enumerate(types):
        if kind in _REMOVED:
            levels[at] = before
        before = levels[at]
