"""Learns the weights by which arriving copy is labelled, from labelled copy, and writes `resources/intake/labels.json`.

    PYTHONPATH=. python tools/learn_labels.py [FOLDER ...] [--check PARTS]

A folder holds NAME.txt as it was copied and NAME.json with its parts. With --check the copy is divided into so many
parts, each labelled by what the others teach, and the errors are told; nothing is written.

An averaged perceptron (Collins 2002) whose decoder is made to prefer costly errors while it learns: a paragraph of the
body that is taken for anything else costs four, a line of furniture that stays one.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from db.intake import labels
from db.intake.boilerplate import without_site
from db.intake.decode import decode
from db.intake.envelope import Cover, open_envelope
from db.intake.features import answers
from db.intake.files import copy_of
from db.intake.labels import Label
from db.intake.lines import key, split_lines
from db.intake.mail import read_mail
from db.intake.names import read_byline
from db.intake.paragraphs import Paragraphs
from db.intake.text import clean_breaks, stands_alone
from db.intake.wrap import Item, gather

ROOT = Path(__file__).resolve().parent.parent
COPY = tuple(ROOT / "tests" / "db" / "intake" / "copy" / name for name in ("pages", "shapes", "more"))
TABLE = ROOT / "resources" / "intake" / "labels.json"
ROUNDS = 10
"""Times all copy is gone through: from there on the errors on copy not seen fall no more."""
STEP = 0.1
VARIANTS = 2
"""Of each text, beside itself and its bare copy."""
ODDS = ((Label.HEADLINE, 0.1), (Label.DEK, 0.4), (Label.BYLINE, 0.3), (Label.SIGNATURE, 0.2), (Label.BODY, 0.1))
"""How often the parts of a story are taken out of a variant."""
GO = (Label.ABOVE, Label.UNDER, Label.WITHIN, Label.BEHIND)
"""Labels of what is left out."""


@dataclass
class Lesson:
    """One labelled text."""

    name: str
    items: list[Item]
    subject: str
    kinds: list[str | None]
    """Of each paragraph its field, `body`, `go`, or None where it may stay or go."""

    def __post_init__(self) -> None:
        self.paragraphs = Paragraphs(self.items, self.subject)
        self.answers = answers(self.paragraphs)
        self.labels = _placed(self.kinds)
        self.texts = [item.text for item in self.items]

    def without(self, gone: Callable[[int], bool]) -> "Lesson":
        """The same text with some of its paragraphs taken out."""
        left = [at for at in range(len(self.items)) if not gone(at)]
        return Lesson(self.name, [self.items[at] for at in left], self.subject, [self.kinds[at] for at in left])


def lesson(path: Path) -> Lesson:
    """What a labelled file teaches."""
    case = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text, cover = _opened(path)
    envelope = open_envelope(split_lines(clean_breaks(text)).lines, cover)
    items = gather(envelope.lines, stands_alone)
    return Lesson(path.stem, items, envelope.fields.get("headline", ""), _kinds(case, [item.text for item in items]))


def variants(one: Lesson) -> list[Lesson]:
    """The same text as others would have sent it: with no more than the copy itself, and with some of all the rest.

    Labelled copy is mostly pages, where there is much to leave out; what reporters send has hardly anything.
    """
    chance = random.Random(one.name)
    found = [one, one.without(lambda at: one.kinds[at] in ("go", None))]
    for _ in range(VARIANTS):
        odds = {label: chance.choice((0.0, 0.5, 1.0)) for label in Label} | dict(ODDS)
        gone = {at for at, label in enumerate(one.labels) if chance.random() < odds[label]}
        found.append(one.without(gone.__contains__))
    return [variant for variant in found if "body" in variant.kinds]


def _opened(path: Path) -> tuple[str, Cover]:
    """A file's copy, and what came with it."""
    data = path.read_bytes()
    mail = read_mail(data, path.name)
    return copy_of(mail) if mail else (decode(data, path.name).text, Cover())


def _kinds(case: dict[str, Any], texts: list[str]) -> list[str | None]:
    """Of each paragraph its field, `go`, or None where it may stay or go."""
    body = {key(text) for text in (*case["paragraphs"], *case.get("paragraphs_full", ()))}
    spare = {key(text) for text in case.get("optional", ())}
    people = {key(name) for name in _names(case.get("byline"))}
    left = {"headline": key(case.get("headline") or ""), "dek": key(case.get("dek") or "")}
    found: list[str | None] = []
    for text in texts:
        own = key(text)
        field = next((name for name, wanted in left.items() if wanted and wanted in (own, key(without_site(text)))), "")
        if field and own not in body:
            found.append(field)
            del left[field]
        elif own in body or (
            len(own) > 15 and any(own in other or own.endswith(other) for other in body if len(other) > 15)
        ):
            found.append("body")
        elif (own and own == key(case.get("byline_line", ""))) or _names_one_of(people, text):
            found.append("byline")
        else:
            found.append(None if own in spare else "go")
    return found


def _names_one_of(people: set[str], text: str) -> bool:
    byline = read_byline(text)
    return byline is not None and bool(people & {key(name) for name in byline.names})


def _names(byline: str | None) -> list[str]:
    return (
        []
        if byline in (None, "*")
        else [part for part in byline.replace(" and ", ",").replace("，", ",").split(",") if part]
    )


def _placed(kinds: list[str | None]) -> list[Label]:
    """The labels by field and place."""
    body = [at for at, kind in enumerate(kinds) if kind == "body"]
    first, last = (body[0], body[-1]) if body else (len(kinds), len(kinds))
    title = kinds.index("headline") if "headline" in kinds else len(kinds)
    found = []
    for at, kind in enumerate(kinds):
        behind = Label.WITHIN if at < last else Label.BEHIND
        if kind == "body":
            found.append(Label.BODY)
        elif at < first:
            before = Label.ABOVE if at < title else Label.UNDER
            found.append({"headline": Label.HEADLINE, "dek": Label.DEK, "byline": Label.BYLINE}.get(kind or "", before))
        else:
            found.append(Label.SIGNATURE if kind == "byline" and at > last else behind)
    return found


def cost(right: Label, taken: Label) -> float:
    """What it costs to take a paragraph for something else."""
    if right is taken:
        return 0.0
    if right is Label.BODY:
        return 2.5
    if right in GO:
        return 0.2 if taken in GO else 1.0
    return 2.0


def learn(lessons: list[Lesson], seed: int = 0) -> labels.Weights:
    """The weights that these lessons teach."""
    lessons, chance = [variant for one in lessons for variant in variants(one)], random.Random(seed)
    weights = labels.Weights(defaultdict(lambda: defaultdict(float)), defaultdict(float))
    total = labels.Weights(defaultdict(lambda: defaultdict(float)), defaultdict(float))
    steps = 0
    for _round in range(ROUNDS):
        chance.shuffle(lessons)
        for one in lessons:
            _correct(one, weights, total, steps)
            steps += 1
    return _averaged(weights, total, steps)


def _correct(one: Lesson, weights: labels.Weights, total: labels.Weights, step: int) -> None:
    """Move the weights towards the right labels of a text and away from those it was given (cost-augmented)."""
    scored = []
    for given, right, kind in zip(one.answers, one.labels, one.kinds, strict=True):
        found = labels.scores(given, weights)
        scored.append(found if kind is None else {label: value + cost(right, label) for label, value in found.items()})
    taken = labels.best_way(scored, weights)
    for at, (right, wrong) in enumerate(zip(one.labels, taken, strict=True)):
        if right is not wrong:
            for name in one.answers[at]:
                for label, by in ((right, STEP), (wrong, -STEP)):
                    weights.of_answer[name][label] += by
                    total.of_answer[name][label] += by * step
    for step_right, step_taken in zip(pairwise(one.labels), pairwise(taken), strict=True):
        if step_right != step_taken:
            for pair, by in ((step_right, STEP), (step_taken, -STEP)):
                weights.of_step[pair] += by
                total.of_step[pair] += by * step


def _averaged(weights: labels.Weights, total: labels.Weights, steps: int) -> labels.Weights:
    """The mean of the weights over all steps, from what was added to each and when."""
    return labels.Weights(
        {
            name: {label: value - total.of_answer[name][label] / steps for label, value in row.items()}
            for name, row in weights.of_answer.items()
        },
        {pair: value - total.of_step[pair] / steps for pair, value in weights.of_step.items()},
    )


def errors(lessons: list[Lesson], weights: labels.Weights, told: Counter[str], *, aloud: bool) -> None:
    """Count what these weights get wrong in texts they may not have seen."""
    for one in lessons:
        scored = labels.bound([labels.scores(given, weights) for given in one.answers], one.paragraphs)
        best = labels.best_way(scored, weights)
        taken = labels.guarded(best, one.paragraphs)
        wrong = [
            (text, right, got)
            for text, right, got, kind in zip(one.texts, one.labels, taken, one.kinds, strict=True)
            if kind is not None and right is not got and not (right in GO and got in GO)
        ]
        told.update(
            texts=1, right=not wrong, paragraphs=one.labels.count(Label.BODY), go=sum(r in GO for r in one.labels)
        )
        for name in (Label.HEADLINE, Label.DEK):
            told[name] += all(name not in (right, got) for _text, right, got in wrong)
        told["byline"] += all(Label.BYLINE not in pair and Label.SIGNATURE not in pair for _text, *pair in wrong)
        told["lost"] += sum(right is Label.BODY for _text, right, _got in wrong)
        told["stayed"] += sum(got is Label.BODY for _text, _right, got in wrong)
        told["whole"] += all(Label.BODY not in pair for _text, *pair in wrong)
        for text, right, got in wrong if aloud else ():
            print(f"{one.name}: {right} -> {got} | {text[:90]}")


def write(weights: labels.Weights) -> None:
    """Write the table, rounded; what is nearly nothing is left out."""
    rows = {
        name: {str(label): round(row[label], 2) for label in Label if abs(row.get(label, 0)) >= 0.01}
        for name, row in sorted(weights.of_answer.items())
    }
    steps: dict[str, dict[str, float]] = defaultdict(dict)
    for (before, label), value in sorted(weights.of_step.items()):
        if abs(value) >= 0.01:
            steps[str(before)][str(label)] = round(value, 2)
    TABLE.write_text(
        json.dumps({"answers": rows, "steps": steps}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def main() -> None:
    """Learn and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=COPY)
    parser.add_argument("--check", type=int, default=0, metavar="PARTS")
    parser.add_argument("--aloud", action="store_true", help="name each error")
    options = parser.parse_args()
    lessons = [lesson(path) for folder in options.folders for path in sorted(folder.glob("*.txt"))]
    told: Counter[str] = Counter()
    if options.check:
        order = list(lessons)
        random.Random(1).shuffle(order)
        for part in range(options.check):
            rest = [one for at, one in enumerate(order) if at % options.check != part]
            errors(order[part :: options.check], learn(rest), told, aloud=options.aloud)
    else:
        weights = learn(lessons)
        write(weights)
        errors(lessons, weights, told, aloud=options.aloud)
    print(dict(told))


if __name__ == "__main__":
    main()
