"""What the proof window says of a file beside its problems, and how exactly its pages are shown."""

from collections.abc import Iterator, Sequence

from db.values import Problem
from desktop.localization import count, tr, worded
from desktop.proof.proof_file import ProofFile
from exports import FLAVOURS
from exports.formats import MM
from exports.pdf.check.file_facts import PdfPage
from exports.pdf.plates.separate import PlatePages

Fact = tuple[bool, str]
"""Whether it is as it should be, and the sentence."""


def title_of(file: ProofFile) -> str:
    """What the file is held to, in few words: `tabloid · 240 % ink · PDF/X-4`."""
    wanted = file.demands
    ink = tr("{n} % ink").format(n=f"{wanted.ink_limit:g}")
    return " · ".join(filter(None, (wanted.layout or tr("no format of ours"), ink, FLAVOURS[wanted.flavour])))


def facts_of(file: ProofFile, page: int, problems: Sequence[Problem] | None, most_ink: int) -> list[Fact]:
    """Facts of a page and its file. `problems` are None while it is being checked; `most_ink` 0 when not measured."""
    return list(_facts(file, page, problems, most_ink))


def _facts(file: ProofFile, page: int, problems: Sequence[Problem] | None, most_ink: int) -> Iterator[Fact]:
    facts, limit = file.facts, file.demands.ink_limit
    broken = {problem.rule for problem in problems or ()}
    if most_ink:
        said = tr("Ink in sight {most} % of {limit} %").format(most=most_ink, limit=f"{limit:g}")
        yield most_ink <= limit + 2, said
    if facts.fonts:
        every = facts.fonts == facts.embedded
        lacking = tr("{n} of {all} faces embedded").format(n=facts.embedded, all=facts.fonts)
        yield every, count(facts.fonts, "{n} face, embedded", "{n} faces, all embedded") if every else lacking
    yield from _size(facts.pages[page], file.demands.bleed or 0.0)
    press = facts.press
    yield bool(press), tr("Made for {press}").format(press=press) if press else tr("It names no press")
    if problems is not None and "text-ink" not in broken and "text-colour" not in broken:
        yield True, tr("Black type on the black plate alone")


def _size(page: PdfPage, bleed: float) -> Iterator[Fact]:
    """Trim and bleed of a page, in millimetres."""
    trim, bled = page.box("Trim"), page.box("Bleed")
    if trim is None:
        yield False, tr("No trim box")
        return
    wide, high = (trim[2] - trim[0]) / MM, (trim[3] - trim[1]) / MM
    size = {"wide": f"{wide:.0f}", "high": f"{high:.0f}"}
    if bled is None:
        yield False, tr("Trim {wide} × {high} mm, no bleed").format(**size)
        return
    least = min(trim[0] - bled[0], trim[1] - bled[1], bled[2] - trim[2], bled[3] - trim[3]) / MM
    said = tr("Trim {wide} × {high} mm, bleed {n} mm").format(**size, n=f"{least:.1f}".removesuffix(".0"))
    yield least >= bleed - _ROUNDED, said


_ROUNDED = 0.05
"""Millimetres of bleed that may lack, as in the press check."""


def notes_of(file: ProofFile, plates: PlatePages | None) -> list[str]:
    """How exactly a page is shown, a sentence each."""
    return list(_notes(file, plates))


def _notes(file: ProofFile, plates: PlatePages | None) -> Iterator[str]:
    if plates is None:
        return
    yield tr("Each plate is drawn by itself: shares of ink, overprint and knock-out are those of the file.")
    if plates.profile:
        yield tr("Colours are those of its profile of the press, on white paper, as far as this screen shows them.")
    else:
        yield tr("The file brings no profile of a press: colours are shown as on coated paper.")
    if any(not plate.is_process for plate in plates.plates):
        yield tr("Spot colours are shown by the inks that stand for them.")
    yield from (worded(note) for note in plates.notes)
    yield tr("Edges are smoothed, so that ink at them is that of a pixel of the screen.")
