"""Preflight of a story: the list of rules it must hold to before it is approved and goes to press."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from db.document import Block, BlockKind, PictureUse
from db.fields import ON_PAGE
from db.text.typewriter_marks import typewriter_marks
from db.values import Original, Problem, Severity, Story, short_hash
from exports.formats import Format, Style
from exports.pdf.picture.pictures import is_broken, lost_profile
from exports.rules import OVERSET, TYPEWRITER, PreflightRule
from exports.typeset.fit import RUNNING, fit_of
from exports.typeset.line.word.shaping import missing_characters
from exports.typeset.page.paginate import StoryLayout
from exports.typeset.sheet import PlacedPicture
from exports.units import PER_INCH

_BLOCKER, _WARNING = Severity.BLOCKER, Severity.WARNING

_WIDOW = 0.33
"""Share of the measure under which a last line at a column's head is reported."""

_WORDS, _LETTERS = 4, 32
"""Words of a paragraph, or characters of one in Chinese, by which a problem names it."""


@dataclass(frozen=True)
class StoryInFormat:
    """What the rules look at."""

    layout: StoryLayout
    originals: Mapping[str, Original]

    @property
    def story(self) -> Story:
        """The story as it is to be printed."""
        return self.layout.story

    @property
    def format(self) -> Format:
        """The format it is printed in."""
        return self.layout.fmt

    @cached_property
    def short_ends(self) -> list[Problem]:
        """Every last line that is too short."""
        return list(_short_ends(self))

    @cached_property
    def placed(self) -> dict[int, PlacedPicture]:
        """Each picture as it stands on the page, by its block."""
        layout = self.layout
        items = [(index, item) for index, box in layout.spanning.items() for item in box.items]
        rows = zip(layout.body.rows, layout.body.blocks, strict=True)
        items += [(index, item) for row, index in rows for item in row.items]
        return {self._owner(index, item): item for index, item in items if isinstance(item, PlacedPicture)}

    def _owner(self, index: int, item: PlacedPicture) -> int:
        """The block of a picture that hangs on a block's row: itself, or the paragraph that stands beside it."""
        blocks = self.story.body.blocks
        pictures = (at for at in range(index, -1, -1) if (use := blocks[at].picture) and use.sha256 == item.sha256)
        return next(pictures, index)

    def pictures(self) -> Iterator[tuple[int, Block, PictureUse]]:
        """Each picture of the body with its block and number, counted from 1."""
        for number, block in enumerate(self.story.body.blocks, 1):
            if block.picture:
                yield number, block, block.picture

    def stored_pictures(self) -> Iterator[tuple[int, Original]]:
        """The original of each picture that the newsroom has, with the number of its block."""
        for number, _, use in self.pictures():
            if use.sha256 in self.originals:
                yield number, self.originals[use.sha256]


Find = Callable[[StoryInFormat], Iterator[Problem]]


def preflight(story: Story, fmt: Format, originals: Mapping[str, Original]) -> list[Problem]:
    """What stands in the way of printing the story in a format; blockers first. `originals` by their hash."""
    return preflight_of(StoryLayout(story, fmt, originals), originals)


def preflight_of(layout: StoryLayout, originals: Mapping[str, Original]) -> list[Problem]:
    """Problems of a story that is laid out already; blockers first."""
    copy = StoryInFormat(layout, originals)
    found = [_known(rule, problem) for rule in RULES for problem in rule.find(copy)]
    return sorted(found, key=lambda problem: not problem.blocks)


def _known(rule: PreflightRule[StoryInFormat, Problem], problem: Problem) -> Problem:
    """The problem, if it says by what rule it was found: people look it up in the table by that name."""
    if problem.rule != rule.name:
        raise LookupError(f"the rule {rule.name} found a problem of {problem.rule}")
    return problem


def _missing(name: str, of: Callable[[Story], str]) -> Find:
    """Looks whether a part of the story is empty."""

    def find(copy: StoryInFormat) -> Iterator[Problem]:
        if not of(copy.story).strip():
            yield Problem(f"{name}-missing", f"The story has no {name}.", _BLOCKER, name, f"Write the {name}.")

    return find


def _missing_characters(copy: StoryInFormat) -> Iterator[Problem]:
    """A character that neither the style's face nor its fallback has would be a box on paper."""
    for place, text, faces in _texts(copy):
        lacking: set[str] = set()
        for key in faces:
            lacking |= missing_characters(key, text)
        for character in sorted(lacking):
            yield Problem(
                "character-missing", f"No face has the character {_named(character)}.", _BLOCKER, place,
                "Replace it, or set the story in a format whose faces have it.",
            )  # fmt: skip


def _texts(copy: StoryInFormat) -> Iterator[tuple[str, str, set[str]]]:
    """Every text that is printed, with its place and the faces it is set in."""
    styles = copy.format.styles
    for one in ON_PAGE:
        yield one.name, getattr(copy.story, one.name), {getattr(styles, one.style).face}
    for number, block in enumerate(copy.story.body.blocks, 1):
        style = _style_of(copy.format, block)
        for span in block.spans:
            yield f"block {number}", span.text, {style.face_for(bold=span.bold, italic=span.italic)}
        if block.picture:
            yield f"block {number}", block.picture.credit, {styles.credit.face}


def _style_of(fmt: Format, block: Block) -> Style:
    styles = fmt.styles
    return {
        BlockKind.SUBHEAD: styles.subhead, BlockKind.PULL_QUOTE: styles.pull_quote, BlockKind.PICTURE: styles.cutline,
    }.get(block.kind, styles.body)  # fmt: skip


def _typewriter_marks(copy: StoryInFormat) -> Iterator[Problem]:
    """Straight quotes, and hyphens for dashes: one warning says how many there are, at the first of them."""
    found: dict[str, int] = {}
    for place, text in _printed(copy.story):
        if marks := typewriter_marks(text, copy.story.language):
            found[place] = found.get(place, 0) + len(marks)
    if found:
        count = sum(found.values())
        one, many = "A straight quote or hyphen for a dash is", f"{count} straight quotes or hyphens for dashes are"
        yield Problem(
            TYPEWRITER, f"{one if count == 1 else many} in the text.", _WARNING, next(iter(found)), _SET_MARKS
        )


def _printed(story: Story) -> Iterator[tuple[str, str]]:
    """Every text that is printed, with its place."""
    yield from ((one.name, getattr(story, one.name)) for one in ON_PAGE)
    for number, block in enumerate(story.body.blocks, 1):
        yield f"block {number}", block.text
        if block.picture:
            yield f"block {number}", block.picture.credit


def _named(character: str) -> str:
    """A character as a reader can find it: itself where it shows, its number, and its name."""
    name = unicodedata.name(character, "")
    shown = f"“{character}” " if character.isprintable() else ""
    return f"{shown}(U+{ord(character):04X}{', ' + name if name else ''})"


def _named_picture(original: Original | None) -> str:
    """A picture at the head of a sentence, by the name of its file."""
    return (original.name if original else "") or "The picture"


def _lost_pictures(copy: StoryInFormat) -> Iterator[Problem]:
    for number, _, use in copy.pictures():
        if use.sha256 not in copy.originals:
            gone = f"The original of picture {short_hash(use.sha256)} is not in the newsroom."
            yield Problem(
                "picture-missing", gone, _BLOCKER, f"block {number}", "Insert the picture again.",
            )  # fmt: skip


def _broken_pictures(copy: StoryInFormat) -> Iterator[Problem]:
    for number, original in copy.stored_pictures():
        if is_broken(original, copy.format):
            yield Problem(
                "picture-broken", f"The original of {original.name or 'the picture'} is broken.", _BLOCKER,
                f"block {number}", "Insert it again from a sound file.",
            )  # fmt: skip


def _lost_profiles(copy: StoryInFormat) -> Iterator[Problem]:
    for number, original in copy.stored_pictures():
        if lost_profile(original, copy.format):
            yield Problem(
                "picture-profile",
                f"The colour profile of {original.name or 'the picture'} cannot be used: it is printed without.",
                _WARNING, f"block {number}", "Save the picture anew with a profile, or see that its colours are right.",
            )  # fmt: skip


def _resolution(copy: StoryInFormat) -> Iterator[Problem]:
    """Pictures by what the file will have of them: what is cropped away, by hand or to fill a box, does not count."""
    for number, _, use in copy.pictures():
        original, placed = copy.originals.get(use.sha256), copy.placed.get(number - 1)
        if original is None or placed is None:
            continue
        box = copy.layout.spanning.get(number - 1)
        columns = box.columns if box else 1
        left, top, right, bottom = placed.crop
        across = original.width * (right - left) / placed.width
        ppi = min(across, original.height * (bottom - top) / placed.height) * PER_INCH
        if round(ppi) < copy.format.min_ppi:
            yield Problem(
                "picture-resolution",
                f"{_named_picture(original)} has {ppi:.0f} ppi over {columns} column{'s' * (columns > 1)}; "
                f"{copy.format.name} wants {copy.format.min_ppi}.",
                _WARNING if ppi >= copy.format.min_ppi / 2 else _BLOCKER, f"block {number}",
                "Print it over fewer columns, crop less, or use a larger original.",
            )  # fmt: skip


def _wordless(name: str, of: Callable[[Block, PictureUse], str]) -> Find:
    """Looks for pictures without their cutline or credit."""

    def find(copy: StoryInFormat) -> Iterator[Problem]:
        for number, block, use in copy.pictures():
            if not of(block, use).strip():
                yield Problem(
                    f"picture-{name}", f"{_named_picture(copy.originals.get(use.sha256))} has no {name}.", _WARNING,
                    f"block {number}", f"Write its {name}.",
                )  # fmt: skip

    return find


_SET_MARKS = "Set the marks of its language in all of the story."
_TAKE_BACK = "Take that back, or change a word."
_TIGHTEN = "Tighten or loosen the paragraph by a line, or change a word."


def _ending(name: str) -> Find:
    """One of the two kinds of short ends."""
    return lambda copy: (problem for problem in copy.short_ends if problem.rule == name)


def _short_ends(copy: StoryInFormat) -> Iterator[Problem]:
    """A last line shorter than the indent under it looks like a gap; one word alone at a column's head is a widow."""
    layout = copy.layout
    heads = _column_heads(layout)
    for block, run in groupby(range(len(layout.body.rows)), key=lambda at: layout.body.blocks[at]):
        lines = [(at, line) for at in run if (line := layout.body.rows[at].line)]
        if len(lines) < 2 or copy.story.body.blocks[block].kind not in RUNNING:
            continue
        (at, last), place = lines[-1], f"block {block + 1}"
        if last.width < copy.format.setting.indent:
            sentence = f"The last line of {_begun(copy, block)} is shorter than an indent."
            yield Problem("short-last-line", sentence, _WARNING, place, _TIGHTEN)
        elif at in heads and last.width < _WIDOW * copy.format.measure:
            sentence = f"The last line of {_begun(copy, block)}, a short one, stands alone at the head of a column."
            yield Problem("widow", sentence, _WARNING, place, _TIGHTEN)


def _begun(copy: StoryInFormat, block: int) -> str:
    """A paragraph by the words it begins with, as its reader finds it."""
    text = " ".join(copy.story.body.blocks[block].text.split())
    begun = " ".join(text.split()[:_WORDS])[:_LETTERS]
    return f"“{text}”" if begun == text else f"“{begun} …”"


def _column_heads(layout: StoryLayout) -> set[int]:
    """The rows of the body with which a column begins."""
    opening = len(layout.opening)
    columns = (column for page in layout.pages for part in page.parts for column in part.columns)
    return {column.start - opening for column in columns if column.end > column.start}


def _vain(copy: StoryInFormat) -> Iterator[Problem]:
    """Tightened or loosened, and still as long: its lines have no room for that, and whoever asked should know."""
    layout = copy.layout
    for at, block in enumerate(copy.story.body.blocks):
        if not block.looseness:
            continue
        asked, plain = (
            sum(row.line is not None for row in layout.rows_if(at, block.model_copy(update={"looseness": lines})))
            for lines in (block.looseness, 0)
        )
        if asked == plain:
            what = "tightened" if block.looseness < 0 else "loosened"
            sentence = f"{_begun(copy, at)} is {what}, and takes as many lines as before."
            yield Problem("copyfit", sentence, _WARNING, f"block {at + 1}", _TAKE_BACK)


def _over_target(copy: StoryInFormat) -> Iterator[Problem]:
    if copy.story.target_lines is None:
        return
    fit = fit_of(copy.layout)
    if fit.over > 0:
        lines = "1 line" if fit.over == 1 else f"{fit.over} lines"
        yield Problem(
            OVERSET, f"The story is {lines} over its target of {fit.target}.", _WARNING, "body", " ".join(fit.advice)
        )


def _rule(
    name: str, sentence: str, mend: str, find: Find, severity: Severity = _BLOCKER
) -> PreflightRule[StoryInFormat, Problem]:
    return PreflightRule(name, sentence, mend, find, severity, "story")


RULES: tuple[PreflightRule[StoryInFormat, Problem], ...] = (
    _rule("headline-missing", "The story has no headline", "Write the headline.",
          _missing("headline", lambda story: story.headline)),
    _rule("byline-missing", "The story has no byline", "Write the byline.",
          _missing("byline", lambda story: story.byline)),
    _rule("body-missing", "The story has no body", "Write the body.",
          _missing("body", lambda story: story.body.body_text)),
    _rule("character-missing", "No face has a character", "Replace it, or take another format.", _missing_characters),
    _rule("picture-missing", "The original of a picture is not in the newsroom", "Insert the picture again.",
          _lost_pictures),
    _rule("picture-broken", "The original of a picture is broken", "Insert it again from a sound file.",
          _broken_pictures),
    _rule("picture-profile", "The colour profile of a picture cannot be used",
          "Save it anew with a profile, or see that its colours are right.", _lost_profiles, _WARNING),
    _rule("picture-resolution", "A picture is too coarse; under half of what is wanted it stops the story",
          "Print it over fewer columns, crop less, or use a larger original.", _resolution, _WARNING),
    _rule("picture-cutline", "A picture has no cutline", "Write its cutline.",
          _wordless("cutline", lambda block, _: block.text), _WARNING),
    _rule("picture-credit", "A picture has no credit", "Write its credit.",
          _wordless("credit", lambda _, use: use.credit), _WARNING),
    _rule(TYPEWRITER, "A straight quote or apostrophe, or a hyphen for a dash, is in the text", _SET_MARKS,
          _typewriter_marks, _WARNING),
    _rule("short-last-line", "The last line of a paragraph is shorter than an indent", _TIGHTEN,
          _ending("short-last-line"), _WARNING),
    _rule("widow", "A short last line stands alone at the head of a column", _TIGHTEN, _ending("widow"), _WARNING),
    _rule("copyfit", "A paragraph does not give the line it was asked for", _TAKE_BACK, _vain, _WARNING),
    _rule(OVERSET, "The story is over its target", "Cut it where the fit says.", _over_target, _WARNING),
)  # fmt: skip
"""Every rule, in the order its findings are listed."""
