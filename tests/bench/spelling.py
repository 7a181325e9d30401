"""Spelling and house style: words checked from nothing, gaps of the event loop while suggestions are made, many rules.

It tells each number beside its goal, and leaves the judging to the reader: on a busy machine all of them are noise.

    PYTHONPATH=. python tests/bench/spelling.py [FOLDER]

In the folder, or where the system keeps them, lies the dictionary of German, which Galley does not ship: without one
its row is left out. Work is told as processor time, gaps of the event loop as they are felt, beside an idle one.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from itertools import islice, pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.style.rule_matching import RuleSet
from db.style.style_rules import StyleRule
from desktop.editor.proofreading.remarks import Standards
from desktop.spare_time import SLICE
from exports.spelling.dictionary_files import dictionary_folders, find_dictionary
from exports.spelling.hunspell_library import Dictionary, open_dictionary
from exports.spelling.known_names import KnownNames
from exports.spelling.spell_check import SpellCheck
from exports.spelling.text_words import text_words
from tests.bench.texts import texts

WORDS, RULES, RULED = 10_000, 500, 1_000
MISSPELT = {
    "nl": ("verantwoordelijkheidsgevoell", "havengeldern", "gemeenteraadsverkiezingenn"),
    "de": ("Verantwortungsgefühll", "Hafengebürenordnung", "Stadtverordnetenversamlung"),
}


def paragraphs(words: int) -> list[str]:
    """Paragraphs of so many words at least."""
    found, counted = list[str](), 0
    for part in (part for text in texts(200) for part in text["paras"]):
        found.append(part)
        counted += part.count(" ") + 1
        if counted >= words:
            break
    return found


def milliseconds(act: Callable[[], object]) -> float:
    """Processor time that an act takes on this thread."""
    begun = time.thread_time()
    act()
    return (time.thread_time() - begun) * 1000


def told(name: str, value: float, goal: str) -> None:
    """Print what was measured."""
    print(f"{name:66} {value:8.1f} ms   {goal}")


def checked(dictionary: Dictionary) -> None:
    """Ten thousand words, of which nothing is remembered, beside asking the dictionary alone for each of them."""
    parts = paragraphs(WORDS)
    words = [word.text for part in parts for word in text_words(part, "en-GB")]
    told(
        f"{len(words):,} words, each asked of the dictionary alone",
        milliseconds(lambda: [*map(dictionary.knows, words)]),
        "",
    )
    standards = Standards(SpellCheck("en-GB", dictionary, KnownNames(["Anna Lind"])))
    each = [milliseconds(lambda part=part: standards.remarks(part)) for part in parts]
    told("  checked from nothing", sum(each), "goal ≤ 150")
    told("  the longest paragraph", max(each), f"with a slice of {SLICE * 1000:.0f} ms: at once ≤ 8")
    again = [milliseconds(lambda part=part: standards.remarks(part)) for part in parts]
    told("  once more, the words known", sum(again), "")


def ruled() -> None:
    """Five hundred rules on a thousand words: as they are made ready, and as each paragraph is read."""
    parts = paragraphs(RULED)
    words = list(dict.fromkeys(word.text for part in paragraphs(WORDS) for word in text_words(part, "en")))
    finds = [*(" ".join(pair) for pair in pairwise(words))][: RULES - 50]
    rules = [StyleRule(find, "x", name=find) for find in finds]
    rules += [StyleRule(rf"\b{word}(ing|ed)? (the|a)\b", "x", name=word, pattern=True) for word in islice(words, 50)]
    made: list[RuleSet] = []
    told(f"{len(rules)} rules made ready", milliseconds(lambda: made.append(RuleSet(rules))), "")
    taken = milliseconds(lambda: [made[0].matches(part) for part in parts])
    told(f"  on {sum(part.count(' ') + 1 for part in parts):,} words", taken, "goal ≤ 30")


def longest_gap(work: Callable[[], object]) -> float:
    """Milliseconds of the longest gap of the event loop while some work is done on another thread."""
    app, last, longest = QApplication.instance(), [time.perf_counter()], [0.0]
    assert app is not None
    worker = threading.Thread(target=work)

    def tick() -> None:
        now = time.perf_counter()
        longest[0] = max(longest[0], now - last[0])
        last[0] = now
        if not worker.is_alive():
            app.quit()

    timer = QTimer(interval=0)
    timer.timeout.connect(tick)
    timer.start()
    worker.start()
    last[0] = time.perf_counter()
    app.exec()
    return longest[0] * 1000


def suggested(folders: Sequence[Path]) -> None:
    """German and Dutch: what suggestions take, and what the event loop feels of it."""
    for language, words in MISSPELT.items():
        files = find_dictionary(language, folders)
        if files is None:
            print(f"no dictionary of {language}")
            continue
        dictionary = open_dictionary(files)
        dictionary.suggest(words[0])
        taken = milliseconds(lambda dictionary=dictionary, words=words: [dictionary.suggest(word) for word in words])
        told(f"{len(words)} suggestions, {language}", taken, "")
        busy = longest_gap(lambda dictionary=dictionary, words=words: [dictionary.suggest(word) for word in words])
        told("  longest gap of the event loop meanwhile", busy, "goal ≤ 20")
        idle = longest_gap(lambda taken=taken: time.sleep(taken / 1000))
        told("  longest gap of it for as long with nothing to do", idle, "")


def main() -> int:
    """Measure all of it."""
    app = QApplication([])
    own = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    folders = dictionary_folders(own)
    files = find_dictionary("en-GB", folders)
    assert files is not None
    opened: list[Dictionary] = []
    told("the dictionary of British English opened", milliseconds(lambda: opened.append(open_dictionary(files))), "")
    checked(opened[0])
    ruled()
    suggested(folders)
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
