"""Formats: the shipped ones are as promised, a newsroom's own go first, and a wrong one says where it is wrong."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from db.document import Block, BlockKind, PictureUse, Span
from db.errors import NewsroomError, NotFound
from db.fields import ON_PAGE
from exports.formats import MM, Style, _File, format_names, load_format, read_format
from exports.typeset import set_story
from exports.typeset.sheet import Run
from resources import resource
from tests.exports.conftest import WORDS, make_story

FIELDS = Path(__file__).resolve().parents[2] / "docs/developers/formats.md"

TABLOID = resource("formats/tabloid.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "trim", "columns", "ink"),
    [
        ("broadsheet", (390, 545), 6, 240),
        ("berliner", (315, 470), 5, 240),
        ("tabloid", (280, 400), 5, 240),
        ("magazine-a4", (210, 297), 3, 300),
        ("letter", (215.9, 279.4), 3, 300),
        ("galley", (76, 400), 1, 240),
    ],
)
def test_the_shipped_formats(name: str, trim: tuple[float, float], columns: int, ink: int) -> None:
    fmt = load_format(name)
    assert (fmt.trim_width / MM, fmt.trim_height / MM) == pytest.approx(trim)
    assert (fmt.columns, fmt.ink_limit) == (columns, ink)


@pytest.mark.parametrize("name", ["tabloid", "galley"])
def test_their_columns_are_46_mm_of_nine_on_eleven_point(name: str) -> None:
    fmt = load_format(name)
    assert fmt.measure / MM == pytest.approx(46, abs=0.01)
    assert (fmt.styles.body.size, fmt.baseline) == (9, 11)


def test_a_newsrooms_own_format_goes_before_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "tabloid.toml").write_text(TABLOID.replace("columns = 5", "columns = 4"), encoding="utf-8")
    (tmp_path / "weekend.toml").write_text(TABLOID, encoding="utf-8")
    assert load_format("tabloid", tmp_path).columns == 4
    assert "weekend" in format_names(tmp_path)


def test_formats_have_a_style_for_each_field_on_the_page() -> None:
    assert all(one.printed and isinstance(getattr(load_format("tabloid").styles, one.style), Style) for one in ON_PAGE)


@pytest.mark.parametrize("name", ["nothing", "../tabloid", ""])
def test_an_unknown_name_lists_those_there_are(name: str) -> None:
    with pytest.raises(NotFound, match="broadsheet"):
        load_format(name)


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("columns = 5", 'columns = "five"', r"own.toml, line 9: page.columns: "),
        ("columns = 5", "colums = 5", r"own.toml, line 9: page.colums: there is no such field"),
        ('face = "serif-black"', 'face = "comic"', r"styles.headline.face: "),
        ('profile = "SNAP2007_newsprint_240.icc"', 'profile = "none.icc"', r"no ICC profile none.icc"),
        ("columns = 5\n", "", r"own.toml, line 5: page.columns: field required"),
        ('profile = "SNAP2007_newsprint_240.icc"', 'profile = "../x.icc"', r"press.profile must be the name of a file"),
        ("columns = 5", "columns = = 5", r"own.toml is not valid TOML: .*line 9"),
        ("margins = [15, 15, 15, 15]", "margins = [15, 150, 15, 150]", r"page: the margins and gutters leave"),
        ("trim = [280, 400]", "trim = [inf, 400]", r"line 6: page.trim: input should be less than or equal to 5000"),
        ("baseline = 11 ", "baseline = 5000 ", r"line 11: page.baseline: input should be less"),
        ("baseline = 11 ", "baseline = 0.001 ", r"line 11: page.baseline: input should be greater"),
        ('condition = "CGATS TR 002"', 'condition = " "', r"line 15: press.condition: "),
        ("word_space = [0.75, 1.0", "word_space = [1.75, 1.0", r"line 25: setting.word_space: the least must not"),
        ("indent = 9 ", "indent = 9000 ", r"line 27: setting.indent: input should be less"),
        ("size_min = 24", "size_min = 35", r"line 39: styles.headline.size_min: it must not be more than the size"),
        ("leading_ratio = 1.04", "leading_ratio = 0", r"line 40: styles.headline.leading_ratio: input should"),
        ("lines = 3", "lines = 0", r"line 41: styles.headline.lines: input should be greater"),
        ('bold = "serif-bold"', 'bold = "comic"', r"styles.body.bold: there is no face “comic”; the faces are serif, "),
        ("[page]\ntrim = [280, 400]", "[page]\n'trim' = [280, 0]", r"line 6: page.trim: "),
        ("[styles.kicker]\nface =", "[styles]\nkicker.face = 'comic'\nold =", r"line 33: styles.old: there is no such"),
    ],
)
def test_a_wrong_format_names_file_line_and_field(tmp_path: Path, was: str, becomes: str, says: str) -> None:
    path = tmp_path / "own.toml"
    assert was in TABLOID
    path.write_text(TABLOID.replace(was, becomes), encoding="utf-8")
    with pytest.raises(NewsroomError, match=says):
        read_format(path)


def fields_of(model: type[BaseModel], prefix: str = "") -> set[str]:
    """Every field of a section and of the sections in it; those of a style, which are the same in each, left out."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        kind = field.annotation
        section = isinstance(kind, type) and issubclass(kind, BaseModel)
        found |= fields_of(kind, f"{prefix}{name}.") if section and kind is not Style else {prefix + name}
    return found


def test_every_field_is_documented_and_no_other() -> None:
    text = FIELDS.read_text(encoding="utf-8")
    written = set(re.findall(r"^\| `([^`]+)`", text, re.MULTILINE))
    styles = {name for name in fields_of(_File) if name.startswith("styles.")}
    assert written == (fields_of(_File) - styles) | set(Style.model_fields)
    assert {name for name in styles if f"`{name}`" not in text} == set()


def test_the_documented_defaults_are_those_of_the_model() -> None:
    rows = dict(re.findall(r"^\| `([^`]+)` \| `?([^`|]+?)`? \|", FIELDS.read_text(encoding="utf-8"), re.MULTILINE))
    assert rows["page.bleed"] == str(_File.model_fields["page"].annotation.model_fields["bleed"].default)
    press = _File.model_fields["press"].annotation.model_fields
    for name in ("flavour", "min_ppi", "jpeg_quality", "sharpen"):
        assert rows[f"press.{name}"] == str(press[name].default)


@pytest.mark.parametrize("text", ["x = " + "[" * 5000, "\x00", "[page]\n" * 3, "#" * (2 << 20)], ids=range(4))
def test_hostile_text_is_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NewsroomError, match=r"^own\.toml"):
        read_format(path)


def test_a_style_without_leading_is_set_by_its_ratio(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(re.sub(r"^leading = .*\n", "leading_ratio = 2\n", TABLOID, flags=re.MULTILINE), encoding="utf-8")
    use = PictureUse(sha256="c" * 64, columns=1)
    story = make_story(WORDS, Block(kind=BlockKind.PICTURE, spans=(Span(text=WORDS),), picture=use))
    (sheet, *_) = set_story(story, read_format(path), {})
    lines = sorted({item.y for item in sheet.items if isinstance(item, Run) and item.size == 7.5})
    assert lines[1] - lines[0] == pytest.approx(15)


def test_a_page_holds_six_lines_of_body_at_least(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(TABLOID.replace("280, 400", "280, 70").replace("baseline = 11", "baseline = 20"), encoding="utf-8")
    with pytest.raises(NewsroomError, match=r"line 5: page: the margins leave no room for 6 lines"):
        read_format(path)


@pytest.mark.parametrize(
    "text",
    [
        "columns = " + "9" * 6_000,
        "a = " + "[" * 9_000,
        ".".join("a" * 7_900) + " = 1",
        "a = " + "{a=" * 5_000,
        "a" * 17_000,
    ],
    ids=["a long number", "deep arrays", "a key of dots", "deep tables", "a long text"],
)
def test_a_format_made_to_do_harm_is_refused_in_a_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NewsroomError, match=r"^own\.toml") as refused:
        read_format(path)
    assert "\n" not in str(refused.value)
