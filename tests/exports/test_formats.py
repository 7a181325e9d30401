"""Formats: the shipped ones are as promised, a newsroom's own go first, and a wrong one says where it is wrong."""

from pathlib import Path

import pytest

from db.errors import NewsroomError, NotFound
from exports.formats import MM, format_names, load_format, read_format
from resources import resource

TABLOID = resource("formats/tabloid.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "trim", "columns", "ink"),
    [("broadsheet", (390, 545), 6, 240), ("tabloid", (280, 400), 5, 240), ("galley", (76, 400), 1, 240)],
)
def test_the_shipped_formats(name: str, trim: tuple[int, int], columns: int, ink: int) -> None:
    fmt = load_format(name)
    assert (round(fmt.trim_width / MM), round(fmt.trim_height / MM)) == trim
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


@pytest.mark.parametrize("name", ["nothing", "../tabloid", ""])
def test_an_unknown_name_lists_those_there_are(name: str) -> None:
    with pytest.raises(NotFound, match="broadsheet"):
        load_format(name)


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("columns = 5", 'columns = "five"', r"own.toml, line 9: page.columns: "),
        ("columns = 5", "colums = 5", r"own.toml, line 5: page.columns: field required"),
        ('face = "serif-black"', 'face = "comic"', r"styles.headline.face: "),
        ('profile = "SNAP2007_newsprint_240.icc"', 'profile = "none.icc"', r"no ICC profile none.icc"),
        ("columns = 5", "columns = = 5", r"own.toml is not valid TOML: .*line 9"),
        ("margins = [18, 15, 17, 15]", "margins = [18, 150, 17, 150]", r"page: the margins and gutters leave"),
    ],
)
def test_a_wrong_format_names_file_line_and_field(tmp_path: Path, was: str, becomes: str, says: str) -> None:
    path = tmp_path / "own.toml"
    assert was in TABLOID
    path.write_text(TABLOID.replace(was, becomes), encoding="utf-8")
    with pytest.raises(NewsroomError, match=says):
        read_format(path)
