"""Commands between newsroom and press: export, proof, fit, preflight, formats, verify."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.acts import Act
from db.errors import NewsroomError, one_line
from db.values import Problem, Story
from desktop.command.call import Call, each, print_json, require_if_any, watched

if TYPE_CHECKING:
    from desktop.press.service import ExportOptions
    from exports.typeset.sheet import Fit


def export(call: Call) -> int:
    """Write clean PDFs of approved stories; print their paths."""
    from desktop.press import service

    actor, options = call.actor, call.options
    how = service.ExportOptions(options.kind, options.layout, options.flavour, marks=not options.no_marks)
    if options.stage or options.one_file or options.run_in or len(options.slugs) > 1:
        return _export_many(call, how)
    if not options.slugs:
        raise NewsroomError("Name the stories to export, or take all of a stage: --stage publish.")
    return each(
        options.slugs, lambda slug: print(service.export(call.newsroom, slug, options.out, actor=actor, how=how))
    )


def _export_many(call: Call, how: "ExportOptions") -> int:
    """Export several stories; a bar on standard error shows how far, where that is a terminal."""
    from desktop.press.batch import Batch, export_many

    options, newsroom = call.options, call.newsroom
    slugs = list(dict.fromkeys(options.slugs))
    if options.stage:
        slugs += [
            card.slug for card in reversed(newsroom.stories.list(stages=[options.stage])) if card.slug not in slugs
        ]
    if options.run_in and not options.one_file:
        raise NewsroomError("Stories run in share a file: name it with --one-file.")
    batch = Batch(how, options.one_file, options.run_in, options.jobs)
    found = export_many(newsroom, slugs, options.out, batch, actor=call.actor, progress=watched())
    print("\n".join(map(str, found.paths)), end="\n" if found.paths else "")
    for why in found.refused:
        print(f"galley: {one_line(NewsroomError(why))}", file=sys.stderr)
    return int(bool(found.refused))


def proof(call: Call) -> int:
    """Write PROOF-marked PDFs; print their paths."""
    from desktop.press import service

    options = call.options
    how = service.ExportOptions(layout=options.layout)

    def make(slug: str) -> Path:
        return service.proof(call.newsroom, slug, options.out, how=how, against=options.against)

    return each(options.slugs, lambda slug: print(make(slug)))


def fit(call: Call) -> int:
    """Tell how much space a story takes."""
    from desktop.press import service

    story = call.newsroom.stories.get(call.options.slug)
    layout = call.options.layout or story.layout
    found = service.fit(call.newsroom, story, layout)
    if call.options.json:
        print_json({"slug": story.slug, "layout": layout} | asdict(found))
        return 0
    print(
        f"{story.slug} in {layout}: {_so_many(found.lines, 'line')}, {found.depth_mm / 10:.1f} cm, "
        f"{found.column_inches:.1f} column inches, {_so_many(found.pages, 'page')}{_against_target(found)}"
    )
    for line in _ways_to_fit(found, story):
        print(f"  {line}")
    return 0


def _so_many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _against_target(found: "Fit") -> str:
    if found.target is None:
        return ""
    if not found.over:
        return f"; fits its target of {found.target}"
    return f"; {abs(found.over)} {'over' if found.over > 0 else 'under'} its target of {found.target}"


_QUOTED = 40
"""Characters that a cut is known by: half a dozen words, which a story seldom holds twice."""


def _ways_to_fit(found: "Fit", story: Story) -> Iterator[str]:
    """Advice to make it fit; how its letters are tracked where a paragraph is tightened or loosened; the cut."""
    yield from found.advice
    for offer in found.copyfit:
        least, most = (f"{1000 * share:+.0f}" for share in offer.tracking)
        yield f"Block {offer.block + 1} by {offer.lines:+} line: tracking {least} to {most} thousandths of an em."
    if found.cut:
        block, at = found.cut
        words = story.body.blocks[block].text[at : at + _QUOTED].strip()
        yield f"The target is reached in block {block + 1}, before “{words} …”."


def formats(call: Call) -> int:
    """List the formats, or check files, or put them into the newsroom's folder; 1 when one cannot be used."""
    from desktop.command.formats import add, check, show

    options = call.options
    if options.action != "list":
        if not options.files:
            raise NewsroomError(f"Say which file to {options.action}: galley formats {options.action} FILE.")
        if options.action == "check":
            return each(options.files, check)
        require_if_any(call, Act.ADD_FORMAT)
        return each(options.files, lambda path: add(path, call.place))
    if options.files:
        raise NewsroomError("Say what to do with the file: galley formats check FILE, or add FILE.")
    return show(call.place, as_json=options.json)


def verify(call: Call) -> int:
    """Trace a printed file back to its approval; 1 when it is not what was approved."""
    from desktop.press.verify import verify_file

    verdict = verify_file(call.newsroom, call.options.file)
    if not verdict.sound:
        raise NewsroomError(verdict.sentence)
    print(verdict.sentence, *verdict.each, sep="\n  ")
    return 0


def preflight(call: Call) -> int:
    """Check a story, or a PDF file; 1 when something would stop it."""
    from desktop.press import service

    options = call.options
    if options.rules:
        print("\n".join(rule_lines()))
        return 0
    if _is_file(options):
        found = service.file_problems(Path(options.slug), call.place, options.layout, options.flavour)
    else:
        found = service.problems(call.newsroom, call.newsroom.stories.get(options.slug), options.layout)
    print_problems(found)
    return int(any(problem.blocks for problem in found))


def needs_newsroom(options: argparse.Namespace) -> bool:
    """Preflight of a PDF, or of nothing but its rules, needs none."""
    return not (options.rules or _is_file(options))


def _is_file(options: argparse.Namespace) -> bool:
    return bool(options.slug.lower().endswith(".pdf"))


def rule_lines() -> list[str]:
    """Every rule of preflight: what it looks at, its name, how grave it is, what is wrong, how to mend it."""
    from exports.pdf.check import RULES as FILES
    from exports.preflight import RULES as STORIES
    from exports.rules import PreflightRule

    rules: tuple[PreflightRule[Any, Any], ...] = (*STORIES, *FILES)
    return [f"{rule.where}\t{rule.name}\t{rule.severity}\t{rule.sentence}.\t{rule.mend}" for rule in rules]


def print_problems(found: Iterable[Problem]) -> None:
    """A line per problem, or that there is none."""
    lines = [f"{p.severity}: {p.sentence}{f' ({p.place})' if p.place else ''}" for p in found]
    print("\n".join(lines) or "no problems")
