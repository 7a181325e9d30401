"""Tells how well labelled copy comes in: whole drafts against their labels, field by field and paragraph by paragraph.

    PYTHONPATH=. python tools/score_copy.py [--aloud]

Three figures: the copy in `unseen`, labelled by the table that is shipped; that in `pages` and `shapes`, in four parts,
each labelled by what all the rest teaches; and the same, labelled by what `more` alone teaches.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import learn_labels

from db.intake import labels, read_bytes
from db.intake.lines import key
from db.values import Draft

COPY = learn_labels.ROOT / "tests" / "db" / "intake" / "copy"
PARTS = 4
FIELDS = ("headline", "dek", "byline", "dateline", "body")
_FRAGMENT = 12
"""Letters from which on a part of a paragraph is known as one."""
_BETWEEN_NAMES = re.compile(r"\s*(?:,|，|、| and |&)\s*|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def judge(case: dict[str, Any], draft: Draft) -> Counter[str]:
    """The fields that are right, and what became of paragraphs and of lines that should go."""
    text, spare = draft.text, set(map(key, case.get("optional", ())))
    short, full = case["paragraphs"], case.get("paragraphs_full", case["paragraphs"])
    wanted = [(key(one), key(other)) for one, other in zip(short, full, strict=True)]
    body = [own for block in text.body.blocks if (own := key(block.text))]
    body = [own for own in body if own not in spare or any(own in pair for pair in wanted)]
    dek = key(case.get("dek") or "")
    right = {
        "headline": key(text.headline) == key(case.get("headline") or ""),
        "dek": key(text.dek) in ({dek} if dek else {"", *spare}),
        "byline": case.get("byline") == "*" or _people(text.byline) == _people(case.get("byline") or ""),
        "dateline": _is_place(text.dateline.upper(), (case.get("dateline") or "").upper()),
        "body": len(body) == len(wanted)
        and all(
            got in pair or (not at and got.endswith(pair[0]))
            for at, (got, pair) in enumerate(zip(body, wanted, strict=True))
        ),
    }
    told = Counter({name: int(is_right) for name, is_right in right.items()})
    return told + _fates(wanted, body) + _stayed(case, body)


def _is_place(got: str, wanted: str) -> bool:
    return wanted == "*" or (got.startswith(wanted) if wanted else not got)


def _people(byline: str) -> set[str]:
    names = re.sub(r"^(?:by|记者|本报记者)\s+", "", byline.strip(), flags=re.IGNORECASE)
    return {key(name) for name in _BETWEEN_NAMES.split(names)} - {""}


def _fates(wanted: Sequence[tuple[str, str]], body: Sequence[str]) -> Counter[str]:
    """Paragraphs that are not whole, by what befell them."""
    told, joined = Counter(paragraphs=len(wanted)), "".join(body)
    for short, full in wanted:
        if short in body or full in body or any(own.endswith(short) for own in body[:1]):
            continue
        if any(short in own for own in body):
            told["glued"] += 1
        elif short in joined:
            told["torn"] += 1
        else:
            told["cut" if any(len(own) > _FRAGMENT and own in full for own in body) else "lost"] += 1
    return told


def _stayed(case: dict[str, Any], body: Sequence[str]) -> Counter[str]:
    """Lines that should go, and those of them that stand in the body."""
    wanted = set(map(key, case["paragraphs"]))
    lines = [
        own
        for name in ("furniture", "captions", "kickers", "bylines", "absent")
        for own in map(key, case.get(name, ()))
        if own
    ]
    stand = (
        own in body or (len(own) >= _FRAGMENT and any(own in got and got not in wanted for got in body))
        for own in lines
    )  # fmt: skip
    return Counter({"to go": len(lines), "stayed": sum(stand)})


def score(paths: Sequence[Path], *, aloud: bool) -> Counter[str]:
    """All that came of some labelled files."""
    told: Counter[str] = Counter()
    for path in paths:
        case = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        one = judge(case, read_bytes(path.read_bytes(), path.name))
        told += one + Counter(files=1)
        wrong = [name for name in FIELDS if not one[name]]
        if aloud and wrong:
            print(f"  {path.stem}: {', '.join(wrong)}")
    return told


def tell(name: str, told: Counter[str]) -> None:
    """Print the figures of some files."""
    files, right = told["files"], sum(told[field] for field in FIELDS)
    fields = ", ".join(f"{field} {told[field]}" for field in FIELDS)
    print(f"{name}: {right} of {5 * files} fields right ({100 * right / (5 * files):.1f} %): {fields} of {files};")
    fates = ", ".join(f"{told[fate]} {fate}" for fate in ("lost", "cut", "torn", "glued"))
    print(f"  of {told['paragraphs']} paragraphs {fates}; {told['stayed']} of {told['to go']} lines stayed", flush=True)


def _use(weights: labels.Weights) -> None:
    """Label by other weights than those that are shipped."""
    labels.shipped_weights = lambda: weights  # type: ignore[assignment]  # a cached function stands there


def main() -> None:
    """Score all three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--aloud", action="store_true", help="name each file in which something is wrong")
    aloud = parser.parse_args().aloud
    tell("unseen, by the table that is shipped", score(sorted((COPY / "unseen").glob("*.txt")), aloud=aloud))
    known = [path for name in ("pages", "shapes") for path in sorted((COPY / name).glob("*.txt"))]
    lessons = {path: learn_labels.lesson(path) for path in [*known, *sorted((COPY / "more").glob("*.txt"))]}
    more = [one for path, one in lessons.items() if path.parent.name == "more"]
    order, told = list(known), Counter[str]()
    random.Random(1).shuffle(order)
    for part in range(PARTS):
        rest = [lessons[path] for at, path in enumerate(order) if at % PARTS != part]
        _use(learn_labels.learn([*more, *rest]))
        told += score(order[part::PARTS], aloud=aloud)
    tell(f"pages and shapes in {PARTS} parts, by what the rest teaches", told)
    _use(learn_labels.learn(more))
    tell("pages and shapes, by what “more” teaches", score(known, aloud=aloud))


if __name__ == "__main__":
    main()
