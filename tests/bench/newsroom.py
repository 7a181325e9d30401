"""A newsroom of 100,000 stories: lists, search, typing, opening, auditing, each against plain SQLite in the same run.

It tells each number beside its goal, and leaves the judging to the reader: on a busy machine all of them are noise.

python tests/bench/newsroom.py [--stories N] [--events N]
"""

import argparse
import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role, Stage
from db.store import seals
from db.store.log import GENESIS, record_hash
from db.store.tables import EventRow
from db.text.search_words import tokens
from db.values import StoryText

BATCH = 2_000
ROUNDS = 40
ASKED = 20
"""Searches of each kind."""
START = datetime(2020, 1, 1, tzinfo=UTC)
PLAIN_SEARCH = (
    "SELECT s.*, d.name, a.login FROM story_search f JOIN story s ON s.id = f.rowid JOIN desk d ON d.id = s.desk_id "
    "JOIN account a ON a.id = s.writer_id WHERE story_search MATCH ? ORDER BY f.rowid DESC LIMIT 51"
)


def words(seed: int, number: int, rng: random.Random, vocabulary: Sequence[str]) -> str:
    """A text whose words are as unevenly frequent as those of a language."""
    return " ".join(vocabulary[min(int(rng.paretovariate(0.7)), len(vocabulary) - 1)] for _ in range(number))


def fill(path: Path, stories: int) -> list[str]:
    """Put stories of some 600 words into a newsroom, past its gateway because that would take an hour."""
    rng = random.Random(7)
    vocabulary = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(3, 9))) for _ in range(40_000)]
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=OFF")
    stages = [str(stage) for stage in Stage]
    for first in range(0, stories, BATCH):
        raw.execute("BEGIN")
        for number in range(first, min(first + BATCH, stories)):
            _insert(raw, number, words(number, 600, rng, vocabulary), rng, stages)
        raw.execute("COMMIT")
    raw.execute("INSERT INTO story_search(story_search) VALUES ('optimize')")
    raw.close()
    return vocabulary


def _insert(raw: sqlite3.Connection, number: int, body: str, rng: random.Random, stages: Sequence[str]) -> None:
    text = StoryText(
        slug=f"story-{number}",
        headline=" ".join(body.split()[:8]),
        byline="By Bench",
        body=Document.from_paragraphs([body]),
    )
    moment = f"{START + timedelta(minutes=10 * number):%Y-%m-%d %H:%M:%S.%f}"
    values = {
        "id": number + 1, "slug": text.slug, "stage": rng.choice(stages), "desk_id": 1 + number % 4, "writer_id": 1,
        "version": 1, "kicker": "", "headline": text.headline, "dek": "", "byline": text.byline, "dateline": "",
        "ednote": "", "language": "en-US", "content_hash": "00", "words": 600, "pictures": 0, "layout": "tabloid",
        "corrections": 0, "last_note": "", "created": moment, "changed": moment,
    }  # fmt: skip
    _row(raw, "story", values)
    shared = ("slug", "kicker", "headline", "dek", "byline", "dateline", "ednote", "language", "words", "content_hash")
    revision = {name: values[name] for name in shared} | {
        "story_id": number + 1, "number": 1, "author_id": 1, "made": moment, "note": "", "label": "",
        "body": text.body.to_json(),
    }  # fmt: skip
    _row(raw, "revision", revision)
    raw.execute(
        "INSERT INTO story_search (rowid, headline, dek, byline, slug, body, cutlines) VALUES (?, ?, '', ?, ?, ?, '')",
        (number + 1, text.headline, text.byline, text.slug, " ".join(tokens(body))),
    )


def _row(raw: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    places = ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", tuple(values.values()))


def times(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each round, sorted."""
    work()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def medians(ours: Callable[[], object], plain: Callable[[], object], rounds: int = 9) -> tuple[float, float]:
    """Milliseconds that each of two takes, turn by turn: what else the machine does hits both, and neither's median."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for work, into in zip((ours, plain), taken, strict=True):
            start = time.perf_counter()
            work()
            if number:
                into.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken[0]), statistics.median(taken[1])


def tell(name: str, ours: float, reference: float, goal: float | None = None, most: float | None = None) -> None:
    """One line: ours, the reference, the ratio and what it should be; and what ours should be under, milliseconds."""
    ratio = ours / reference
    kept = goal is None or (ratio <= goal and (most is None or ours <= most))
    under = f" and under {most:.0f} ms" if most is not None else ""
    verdict = f"  (goal {goal} ×{under}: {'kept' if kept else 'MISSED'})" if goal is not None else ""
    print(f"{name:40} {ours:8.2f} ms {reference:8.2f} ms {ratio:6.2f} ×{verdict}", flush=True)


def share(taken: list[float], part: float) -> float:
    """The value below which this part of the sorted times lies."""
    return taken[min(int(len(taken) * part), len(taken) - 1)]


def bench_lists(newsroom: Newsroom, raw: sqlite3.Connection) -> None:
    """A page of fifty, filtered by stage and desk."""
    ours = times(lambda: newsroom.stories.list(stages=[Stage.EDIT], desk="City", limit=50))
    query = (
        "SELECT s.*, d.name, a.login FROM story s JOIN desk d ON d.id = s.desk_id JOIN account a ON a.id = s.writer_id "
        "WHERE s.stage = 'Edit' AND s.desk_id = 1 ORDER BY s.changed DESC, s.id DESC LIMIT 50"
    )
    plain = times(lambda: raw.execute(query).fetchall())
    tell("page of 50 by stage and desk, median", statistics.median(ours), statistics.median(plain), 5)


def mix(vocabulary: Sequence[str], raw: sqlite3.Connection) -> dict[str, list[str]]:
    """What is looked for, by kind, as many of each; words by how common they are, phrases as they stand in stories."""
    rng = random.Random(11)

    def some(first: int, last: int) -> list[str]:
        return rng.sample(vocabulary[first:last], ASKED)

    def phrases(length: int) -> list[str]:
        numbers = rng.sample(range(1, raw.execute("SELECT max(id) FROM revision").fetchone()[0] + 1), ASKED)
        stored = (raw.execute("SELECT body FROM revision WHERE id = ?", (number,)).fetchone()[0] for number in numbers)
        bodies = [Document.from_json(body).body_text.split() for body in stored]
        starts = [rng.randrange(len(body) - length) for body in bodies]
        return [f'"{" ".join(body[start : start + length])}"' for body, start in zip(bodies, starts, strict=True)]

    return {
        "commonest words": some(1, 21),
        "middling words": some(200, 2_000),
        "rare words": some(20_000, 40_000),
        "two words": [" ".join(two) for two in zip(some(1, 200), some(200, 2_000), strict=True)],
        "phrases of two": phrases(2),
        "phrases of three": phrases(3),
        "beginnings of three letters": [f"{word[:3]}*" for word in some(200, 2_000)],
        "beginnings of five letters": [f"{word[:5]}*" for word in some(200, 2_000)],
    }


def bench_search(newsroom: Newsroom, raw: sqlite3.Connection, vocabulary: Sequence[str]) -> None:
    """All kinds of searches, newest first, each asked several times; the goal is for their mix."""
    everything: list[tuple[float, float]] = []
    for kind, asked in mix(vocabulary, raw).items():
        taken = [medians(partial(newsroom.search.find, one, snippets=False), partial(plain, raw, one)) for one in asked]
        tell(f"  {kind}, p95", *(share(sorted(side), 0.95) for side in zip(*taken, strict=True)))
        everything += taken
    ours, others = (share(sorted(side), 0.95) for side in zip(*everything, strict=True))
    tell("search, newest first, p95", ours, others, 2, most=25)


def plain(raw: sqlite3.Connection, asked: str) -> list[object]:
    """The same page by plain FTS5."""
    words = asked if '"' in asked else " AND ".join(asked.split())
    return raw.execute(PLAIN_SEARCH, (words,)).fetchall()


def bench_typing(newsroom: Newsroom, raw: sqlite3.Connection, vocabulary: Sequence[str]) -> None:
    """Keeping a working copy, against an update of one row that waits for the disk."""
    actor, story = newsroom.accounts.sign_in("bench"), newsroom.stories.get(1)
    rng = random.Random(3)
    texts = [story.text.with_(body=Document.from_paragraphs([words(n, 600, rng, vocabulary)])) for n in range(20)]
    count = iter(range(10**6))
    ours = times(lambda: newsroom.stories.keep(1, texts[next(count) % 20], actor=actor, base=1), 300)
    raw.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT)")
    raw.execute("INSERT INTO plain VALUES (1, '')")
    packed = json.dumps(texts[0].body.plain())
    plain = times(lambda: raw.execute("UPDATE plain SET text = ? WHERE id = 1", (packed + str(next(count)),)), 300)
    tell("autosave of 600 words, p99", share(ours, 0.99), share(plain, 0.99), 5)


def bench_opening(full: Path, empty: Path) -> None:
    """Opening a full newsroom against an empty one."""
    tell(
        "opening, median",
        statistics.median(times(lambda: open_newsroom(full).close(), 15)),
        statistics.median(times(lambda: open_newsroom(empty).close(), 15)), 1.3,
    )  # fmt: skip


def bench_audit(folder: Path, events: int) -> None:
    """A long log."""
    import resource as limits

    path = folder / "log.db"
    newsroom = open_newsroom(path)
    newsroom.desks.add("City", actor=None)
    newsroom.accounts.add(login="bench", name="Bench", role=Role.CHIEF, actor=None)
    writer = newsroom.accounts.sign_in("bench")
    newsroom.stories.create(StoryText(headline="Bench"), desk="City", actor=writer)
    newsroom.close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=OFF")
    number, previous = raw.execute(
        "SELECT max(number), (SELECT hash FROM event ORDER BY number DESC) FROM event"
    ).fetchone()
    number, previous = number or 0, previous or GENESIS
    (created,) = raw.execute("SELECT sealed FROM event WHERE action = 'create'").fetchone()
    *_, last = seals.unpack(created)
    sealed = seals.pack([replace(last, earlier=last.state)])
    raw.execute("BEGIN")
    for _ in range(events):
        number += 1
        row = EventRow(
            number=number, at=START, action="save", slug="s", previous=previous, hash="", sealed=sealed, details=""
        )
        row.hash = previous = record_hash(row)
        stored = f"{START:%Y-%m-%d %H:%M:%S.%f}"
        raw.execute(
            "INSERT INTO event (number, at, action, slug, note, content_hash, details, sealed, previous, hash) "
            "VALUES (?, ?, 'save', 's', '', '', '', ?, ?, ?)", (number, stored, sealed, row.previous, row.hash),
        )  # fmt: skip
    raw.execute("UPDATE log_end SET number = ?, hash = ?", (number, previous))
    raw.execute("COMMIT")
    raw.close()
    newsroom = open_newsroom(path)
    start = time.perf_counter()
    found = newsroom.audit()
    taken = time.perf_counter() - start
    assert found.passed, found.fault
    memory = limits.getrusage(limits.RUSAGE_SELF).ru_maxrss / 1024
    kept = taken <= 60 * events / 1_000_000 and memory <= 300
    print(
        f"audit of {found.records:,} records: {taken:.1f} s, {memory:.0f} MB at most (goal 60 s, 300 MB for a million: "
        f"{'kept' if kept else 'MISSED'})",
        flush=True,
    )
    newsroom.close()


def main() -> None:
    """Run all, in a folder that is removed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=1_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench_audit(folder, options.events)
        for path in (folder / "full.db", folder / "empty.db"):
            newsroom = open_newsroom(path)
            for desk in ("City", "Sport", "Business", "Culture"):
                newsroom.desks.add(desk, actor=None)
            newsroom.accounts.add(login="bench", name="Bench", role=Role.CHIEF, actor=None)
            newsroom.close()
        vocabulary = fill(folder / "full.db", options.stories)
        newsroom = open_newsroom(folder / "full.db")
        raw = sqlite3.connect(folder / "full.db", isolation_level=None)
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA cache_size=-32000")
        bench_lists(newsroom, raw)
        bench_search(newsroom, raw, vocabulary)
        bench_typing(newsroom, raw, vocabulary)
        newsroom.close()
        raw.close()
        bench_opening(folder / "full.db", folder / "empty.db")


if __name__ == "__main__":
    main()
