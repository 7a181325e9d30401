"""Word spacing of justified text in narrow columns: ours, and that of other programs in the same run.

    PYTHONPATH=. python tests/bench/spacing.py [--only galley …]

The first sixty stories, in columns of 45 mm at 9 points; `line_spacing.py` measures what is on paper.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from exports.pdf import Provenance, write_pdf
from exports.typeset import set_story
from exports.typeset.line.word.faces import face
from tests.bench import references
from tests.bench.texts import AT, NARROW, our_format, story, texts

STORIES = 60
GOALS = "goal: mean 1.40, p95 2.4, over2 6 %, untracked 13 %"

Maker = Callable[[list[dict[str, Any]], Path], None]


def set_galley(parts: list[dict[str, Any]], target: Path, *, tracked: bool = True) -> None:
    """All stories in one file by Galley, with letters that may stand a little closer or wider, or not."""
    fmt = our_format(NARROW)
    if not tracked:
        fmt = replace(fmt, setting=fmt.setting.model_copy(update={"tracking": (0.0, 0.0)}))
    sheets = [sheet for number, text in enumerate(parts) for sheet in set_story(story(text, number), fmt, {})]
    press = Provenance("bench", "", "bench", 1, "ab" * 32, None, AT)
    target.write_bytes(write_pdf(sheets, fmt, press, {}))


PROGRAMS: dict[str, Maker] = {
    "galley": set_galley,
    "untracked": lambda parts, target: set_galley(parts, target, tracked=False),
    "typst-limits": lambda parts, target: references.set_typst(parts, NARROW, target),
    "typst": lambda parts, target: references.set_typst(parts, NARROW, target, limits=False),
    "weasyprint": lambda parts, target: references.set_weasyprint(parts, NARROW, target),
    "platypus": lambda parts, target: references.set_platypus(parts, NARROW, target),
}


def main() -> None:
    """Print a line for each program."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=PROGRAMS, nargs="+", help="these programs alone")
    options = parser.parse_args()
    natural = face("serif").width(" ") / 1000
    measuring = Path(__file__).with_name("line_spacing.py")
    print(f"word space ÷ natural ({natural:.3f} em); {GOALS}")
    parts = texts(STORIES)
    with tempfile.TemporaryDirectory() as folder:
        for name in options.only or PROGRAMS:
            target = Path(folder) / f"{name}.pdf"
            PROGRAMS[name](parts, target)
            command = [sys.executable, str(measuring), str(target), "--natural", f"{natural:.4f}"]
            print(f"{name:14}", subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")


if __name__ == "__main__":
    main()
