"""Preflight of a story: each rule finds its fault, and a sound story has none."""

import hashlib
import io
from dataclasses import replace

import pytest
from PIL import Image

from db.document import Block, BlockKind, Crop, Document, PictureUse, Span
from db.values import Original, Severity, Story
from exports import preflight as preflight_module
from exports.formats import load_format
from exports.pdf.check import RULES as FILE_RULES
from exports.preflight import preflight, preflight_of
from exports.rules import TYPEWRITER
from exports.typeset.page.paginate import StoryLayout
from exports.typeset.sheet import PlacedPicture
from tests.exports.conftest import WORDS, make_story

SHA = "c" * 64


def jpeg() -> bytes:
    """A small picture with detail everywhere."""
    out = io.BytesIO()
    Image.effect_noise((80, 60), 80).save(out, "JPEG")
    return out.getvalue()


JPEG = jpeg()


def picture(
    cutline: str = "The quay at dawn.", credit: str = "Nora Berg", columns: int = 2, crop: Crop | None = None
) -> Block:
    use = PictureUse(sha256=SHA, credit=credit, columns=columns, crop=crop)
    return Block(kind=BlockKind.PICTURE, spans=(Span(text=cutline),), picture=use)


def original(width: int = 2400) -> dict[str, Original]:
    return {SHA: Original(sha256=SHA, name="quay.jpg", width=width, height=width // 2, mode="RGB", size=3, data=JPEG)}


def found(story: Story, originals: dict[str, Original] | None = None) -> dict[str, Severity]:
    return {p.rule: p.severity for p in preflight(story, load_format("tabloid"), originals or {})}


def test_a_sound_story_has_no_problem() -> None:
    assert found(make_story(WORDS, picture()), original()) == {}


@pytest.mark.parametrize("field", ["headline", "byline"])
def test_a_missing_field_is_a_blocker(field: str) -> None:
    assert found(make_story(WORDS, **{field: " "})) == {f"{field}-missing": Severity.BLOCKER}


def test_a_missing_body_is_a_blocker() -> None:
    assert found(make_story("  ")) == {"body-missing": Severity.BLOCKER}


def test_a_character_no_face_has_is_a_blocker_that_names_it() -> None:
    (problem,) = preflight(make_story("A rune: \u16a0."), load_format("tabloid"), {})
    assert (problem.rule, problem.blocks, problem.place) == ("character-missing", True, "block 1")
    assert "U+16A0, RUNIC LETTER FEHU FEOH FE" in problem.sentence


def test_chinese_names_are_no_problem_the_fallback_has_them() -> None:
    assert found(make_story("Zhang Wei (张伟) spoke.", headline="张伟 speaks")) == {}


def test_a_lost_picture_is_a_blocker() -> None:
    assert found(make_story(WORDS, picture())) == {"picture-missing": Severity.BLOCKER}


@pytest.mark.parametrize("data", [b"", b"just text", JPEG[: len(JPEG) // 2], JPEG[:20]], ids=range(4))
def test_a_broken_picture_is_a_blocker_that_names_it(data: bytes) -> None:
    harmed = {SHA: replace(original()[SHA], data=data, sha256=hashlib.sha256(data).hexdigest())}
    (problem,) = preflight(make_story(WORDS, picture()), load_format("tabloid"), harmed)
    assert (problem.rule, problem.blocks, problem.place) == ("picture-broken", True, "block 2")
    assert "quay.jpg" in problem.sentence


@pytest.mark.parametrize(("width", "severity"), [(900, Severity.WARNING), (300, Severity.BLOCKER)])
def test_a_picture_with_too_few_pixels_warns_and_with_half_of_them_blocks(width: int, severity: Severity) -> None:
    assert found(make_story(WORDS, picture(columns=5)), original(width)) == {"picture-resolution": severity}


@pytest.mark.parametrize(("columns", "said"), [(1, "over 1 column;"), (5, "over 5 columns;")])
def test_a_picture_with_too_few_pixels_says_over_how_many_columns(columns: int, said: str) -> None:
    (problem,) = preflight(make_story(WORDS, picture(columns=columns)), load_format("tabloid"), original(40 * columns))
    assert said in problem.sentence


def test_a_picture_that_stands_in_its_column_is_reckoned_over_that_alone() -> None:
    assert found(make_story(WORDS, picture(), WORDS, picture(columns=5)), original(600)) == {}


def test_a_crop_counts_against_the_resolution() -> None:
    half = Crop(left=0.0, right=0.2)
    assert "picture-resolution" in found(make_story(WORDS, picture(crop=half)), original(1600))


def test_cutline_and_credit_are_asked_for() -> None:
    rules = found(make_story(WORDS, picture(cutline="", credit="")), original())
    assert rules == {"picture-cutline": Severity.WARNING, "picture-credit": Severity.WARNING}


def test_a_picture_without_a_cutline_is_named_by_its_file() -> None:
    (problem,) = preflight(make_story(WORDS, picture(cutline="")), load_format("tabloid"), original())
    assert (problem.sentence, problem.place) == ("quay.jpg has no cutline.", "block 2")


def test_a_story_over_its_target_warns_with_the_lines_to_cut() -> None:
    problems = preflight(make_story(WORDS, target_lines=2), load_format("tabloid"), {})
    assert [problem.rule for problem in problems] == ["overset"]
    assert "lines over its target of 2" in problems[0].sentence


def test_a_last_line_shorter_than_the_indent_warns_at_its_block() -> None:
    figures = "8" * 29  # as wide as the column: nothing goes beside it, and the last word into no other line
    short = make_story(WORDS, Block(kind=BlockKind.SUBHEAD, spans=(Span(text="Tides"),)), f"{figures} {figures} ill")
    problems = preflight(short, load_format("tabloid"), {})
    assert [(problem.rule, problem.place, problem.blocks) for problem in problems] == [
        ("short-last-line", "block 3", False)
    ]
    assert problems[0].sentence.endswith("…” is shorter than an indent.")


def test_a_short_last_line_at_the_head_of_a_column_warns(monkeypatch: pytest.MonkeyPatch) -> None:
    story = make_story(WORDS)
    last = len(StoryLayout(story, load_format("tabloid"), {}).body.rows) - 1
    monkeypatch.setattr("exports.preflight._column_heads", lambda setting: {last})
    assert found(story) == {"widow": Severity.WARNING}


@pytest.mark.parametrize(
    ("looseness", "said"), [(-1, "tightened, and takes as many lines as before."), (0, ""), (1, "")]
)
def test_a_paragraph_that_does_not_give_the_line_it_was_asked_for_warns(looseness: int, said: str) -> None:
    story = make_story(WORDS * 3)  # 19 lines, 20 when it is loosened, and never 18
    asked = story.body.blocks[0].model_copy(update={"looseness": looseness})
    story = story.with_text(story.text.with_(body=Document(blocks=(asked,))))
    found = [one for one in preflight(story, load_format("tabloid"), {}) if one.rule == "copyfit"]
    assert [one.sentence.partition(" is ")[2] for one in found] == [said] * bool(said)
    assert [one.place for one in found] == ["block 1"] * bool(said)


def test_a_rule_that_calls_what_it_finds_by_another_name_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    (first, *others) = preflight_module.RULES
    monkeypatch.setattr(preflight_module, "RULES", (replace(first, name="headline-gone"), *others))
    with pytest.raises(LookupError, match="headline-gone found a problem of headline-missing"):
        found(make_story(WORDS, headline=""))


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in (*preflight_module.RULES, *FILE_RULES)]
    assert len(set(names)) == len(names)


def test_straight_quotes_and_hyphens_for_dashes_warn_once_for_the_story() -> None:
    story = make_story(WORDS, 'She said "never" - and went.', headline="The city's pilots", language="en-GB")
    (problem,) = preflight(story, load_format("tabloid"), {})
    assert (problem.rule, problem.place) == (TYPEWRITER, "headline")
    assert problem.sentence.startswith("4 straight quotes")
    assert found(make_story("She said “never” – and went. " + WORDS, headline="The city’s pilots")) == {}


def test_preflight_says_of_a_picture_what_the_file_will_have() -> None:
    """A tall crop is cut above and below to fill its box: the file then has fewer pixels than the crop."""
    narrow = Crop(left=0.0, top=0.0, right=0.25, bottom=1.0)
    for width in (900, 1400, 2000):
        held = original(width)
        layout = StoryLayout(make_story(WORDS * 3, picture(crop=narrow)), load_format("tabloid"), held)
        (placed,) = [item for box in layout.spanning.values() for item in box.items if isinstance(item, PlacedPicture)]
        left, top, right, bottom = placed.crop
        across = width * (right - left) / placed.width * 72
        down = width / 2 * (bottom - top) / placed.height * 72
        told = [problem.sentence for problem in preflight_of(layout, held) if problem.rule == "picture-resolution"]
        assert bool(told) == (min(across, down) < 150)
        assert all(f"{min(across, down):.0f} ppi" in sentence for sentence in told)
