"""How long a page takes, as a ratio: our typesetting and PDF/X against reportlab's platypus with none of it.

    python tests/bench/page.py

Both set the same text in the same run; medians of several, because machines are noisy.
"""

import io
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count, islice

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from db.document import Document
from db.intake import read_file
from db.stages import Stage
from db.values import Story, StoryText
from exports import Order, export_story
from exports.formats import load_format
from exports.typeset import measure, set_story
from resources import resource

ROUNDS = 15
AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def samples() -> Iterator[Story]:
    """The sample story, one and a half times over: some 650 words. No two are alike, so that no line is set twice."""
    text = read_file(resource("samples/harbour-pilots.txt")).text
    for number in count():
        parts = [f"{number} {block.text}" for block in text.body.blocks]
        yield _story(text, Document.from_paragraphs(parts + parts[: len(parts) // 2]))


def _story(text: StoryText, body: Document) -> Story:
    return Story(
        id=1, slug="harbour-pilots", headline=text.headline, dek=text.dek, byline=text.byline, dateline=text.dateline,
        ednote="", stage=Stage.EDIT, desk="City", writer="rita", writer_name="Rita", version=3, content_hash="ab" * 32,
        words=body.words, changed=AT, body=body,
    )  # fmt: skip


def median(work: Callable[[Story], object], stories: Iterator[Story]) -> float:
    """Milliseconds that a piece of work takes on a story it has not seen, once everything is warm."""
    work(next(stories))
    times = []
    for story in islice(stories, ROUNDS):
        start = time.perf_counter()
        work(story)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    """Print a line per piece of work: milliseconds, and times the reference."""
    stories, fmt = samples(), load_format("tabloid")
    style = getSampleStyleSheet()["Normal"]

    def platypus(story: Story) -> None:
        paragraphs = [Paragraph(block.text, style) for block in story.body.blocks]
        SimpleDocTemplate(io.BytesIO()).build(paragraphs)

    reference = median(platypus, stories)
    print(f"{next(stories).words} words\n{'platypus, greedy, no PDF/X':32} {reference:6.1f} ms    1.00")
    for name, work in (
        ("measured", lambda story: measure(story, fmt, {})),
        ("set", lambda story: set_story(story, fmt, {})),
        ("set and written as PDF/X-4", lambda story: export_story(Order(story, fmt, {}, AT, proof=True))),
    ):
        taken = median(work, stories)
        print(f"{name:32} {taken:6.1f} ms  {taken / reference:6.2f}")


if __name__ == "__main__":
    main()
