"""How long a keystroke in a long story waits for its length, beside measuring the story anew.

    python tests/bench/measure.py

Two hundred single characters are typed into a story of 10,000 words, each measured; a full measure starts with nothing
remembered. The text is read anew for each, as the editor does.
"""

import random
import time
from dataclasses import replace
from itertools import cycle, islice

from db.document import Document
from db.intake import read_file
from db.values import Story
from exports.formats import load_format
from exports.typeset import measure
from exports.typeset.line.lines import set_paragraph
from exports.typeset.page.block.block_rows import row_setter
from resources import resource
from tests.bench.page import samples

WORDS = 10_000
EDITS = 200
OVER = 5
"""Lines over its target: near enough for paragraphs to be offered that could be tightened."""


def long_story() -> Story:
    """A story of so many words, no two paragraphs alike."""
    story = next(samples())
    texts = [block.text for block in read_file(resource("samples/harbour-pilots.txt")).text.body.blocks]
    parts, words = [], 0
    for number, text in enumerate(islice(cycle(texts), WORDS)):
        parts.append(f"{number} {text}")
        words += len(parts[-1].split())
        if words >= WORDS:
            break
    return replace(story, body=Document.from_paragraphs(parts), words=words)


def edited(story: Story, chance: random.Random) -> Story:
    """The story with one more character somewhere, every block a new object."""
    texts = [block.text for block in story.body.blocks]
    at = chance.randrange(len(texts))
    place = chance.randrange(len(texts[at]))
    texts[at] = texts[at][:place] + chance.choice("aeinrst ") + texts[at][place:]
    return replace(story, body=Document.from_paragraphs(texts))


def milliseconds(story: Story) -> float:
    """One measure."""
    start = time.perf_counter()
    measure(story, load_format("tabloid"), {})
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print p50 and p95 of the keystrokes beside a full measure."""
    story, chance = long_story(), random.Random(7)
    lines = measure(story, load_format("tabloid"), {}).lines
    story = replace(story, target_lines=lines - OVER)
    set_paragraph.cache_clear()
    row_setter.cache_clear()
    whole = milliseconds(story)
    times = []
    for _ in range(EDITS):
        story = edited(story, chance)
        times.append(milliseconds(story))
    times.sort()
    p50, p95 = times[EDITS // 2], times[int(EDITS * 0.95)]
    print(f"{'measured anew, 10,000 words':<44}{whole:8.1f} ms")
    print(f"{'after a keystroke, p50':<44}{p50:8.1f} ms   {p50 / whole:6.1%} of it")
    print(f"{'after a keystroke, p95':<44}{p95:8.1f} ms   {p95 / whole:6.1%} of it")


if __name__ == "__main__":
    main()
