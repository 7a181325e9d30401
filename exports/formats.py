"""Formats: named page set-ups read from TOML, the shipped ones and the newsroom's own.

A file gives the page in millimetres and type in points; a `Format` has everything in points.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from db.errors import NewsroomError, NotFound
from db.input_files import read_input
from exports import cache_sizes
from exports.profiles import check_profile
from exports.units import PER_INCH
from resources import resource

MM = PER_INCH / 25.4
"""Points in a millimetre."""

SHIPPED: Final[Mapping[str, str]] = {
    "serif": "fonts/SourceSerifPro-Regular.ttf",
    "serif-italic": "fonts/SourceSerifPro-It.ttf",
    "serif-semibold": "fonts/SourceSerifPro-Semibold.ttf",
    "serif-bold": "fonts/SourceSerifPro-Bold.ttf",
    "serif-bold-italic": "fonts/SourceSerifPro-BoldIt.ttf",
    "serif-black": "fonts/SourceSerifPro-Black.ttf",
    "sans": "fonts/LibreFranklin-Regular.ttf",
    "sans-italic": "fonts/LibreFranklin-Italic.ttf",
    "sans-bold": "fonts/LibreFranklin-Bold.ttf",
    "han": "fonts/NotoSerifSC-Regular.ttf",
    "han-bold": "fonts/NotoSerifSC-Bold.ttf",
    "arabic": "fonts/NotoNaskhArabic-Regular.ttf",
    "arabic-bold": "fonts/NotoNaskhArabic-Bold.ttf",
    "hebrew": "fonts/NotoSerifHebrew-Regular.ttf",
    "hebrew-bold": "fonts/NotoSerifHebrew-Bold.ttf",
    "devanagari": "fonts/NotoSerifDevanagari-Regular.ttf",
    "devanagari-bold": "fonts/NotoSerifDevanagari-Bold.ttf",
    "bengali": "fonts/NotoSerifBengali-Regular.ttf",
    "bengali-bold": "fonts/NotoSerifBengali-Bold.ttf",
    "gurmukhi": "fonts/NotoSerifGurmukhi-Regular.ttf",
    "gurmukhi-bold": "fonts/NotoSerifGurmukhi-Bold.ttf",
    "odia": "fonts/NotoSerifOriya-Regular.ttf",
    "odia-bold": "fonts/NotoSerifOriya-Bold.ttf",
    "telugu": "fonts/NotoSerifTelugu-Regular.ttf",
    "telugu-bold": "fonts/NotoSerifTelugu-Bold.ttf",
    "kannada": "fonts/NotoSerifKannada-Regular.ttf",
    "kannada-bold": "fonts/NotoSerifKannada-Bold.ttf",
    "thai": "fonts/NotoSerifThai-Regular.ttf",
    "thai-bold": "fonts/NotoSerifThai-Bold.ttf",
    "signs": "fonts/GalleySigns-Regular.ttf",
    "signs-bold": "fonts/GalleySigns-Bold.ttf",
}
"""Face key to file. The `han` faces and those after them are the fallbacks for what a Latin face lacks."""

_UNKNOWN_FIELD = "extra_forbidden"

_LARGEST = 16_000
"""Bytes; a format takes about three thousand. Reading a key of so many dots takes the square of their number."""

_FEWEST_LINES = 6
"""Lines of body text a page holds at the least: fewer have no room for jump lines and a paragraph's two lines."""

_NARROWEST, _SHALLOWEST = 15, 30
"""Millimetres of a column's width and of the type area's height: in less a headline's words are torn."""

Length = Annotated[float, Field(gt=0, le=5000)]
"""Millimetres; a PDF has no page of more than five metres (ISO 32000-2, annex C)."""
Points = Annotated[float, Field(ge=0, le=400)]
WordSpace = Annotated[float, Field(gt=0, le=9)]
Words = Annotated[str, Field(pattern=r"\S", max_length=200)]


def _known(key: str) -> str:
    """A face there is, or none."""
    if key and key not in SHIPPED:
        raise ValueError(f"there is no face “{key}”; the faces are {', '.join(SHIPPED)}")
    return key


FaceKey = Annotated[str, Field(min_length=1), AfterValidator(_known)]
OtherFace = Annotated[str, AfterValidator(_known)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_FIGURES: Final = {"": (), "lining": ("lnum",), "oldstyle": ("onum",)}
"""OpenType features by the name a format uses."""


class Style(_Section):
    """The type style of one kind of text; sizes in points."""

    face: FaceKey
    size: Annotated[float, Field(ge=4, le=200)]
    leading: Points = 0.0
    bold: OtherFace = ""
    italic: OtherFace = ""
    bold_italic: OtherFace = ""
    size_min: Points = 0.0
    """A headline may shrink to this size to fit its lines."""
    leading_ratio: Annotated[float, Field(ge=0.5, le=3)] = 1.05
    """Leading as a multiple of the size, where no leading is given."""
    lines: Annotated[int, Field(ge=1, le=9)] = 3
    """The most lines a headline should take."""
    figures: Literal["", "lining", "oldstyle"] = ""
    """Which figures, where the face has them; else those it has by itself."""
    small_caps: bool = False
    """Small letters as small capitals, where the face has them."""

    @field_validator("size_min")
    @classmethod
    def _is_smaller(cls, least: float, info: ValidationInfo) -> float:
        if least > info.data.get("size", least):
            raise ValueError("it must not be more than the size")
        return least

    @property
    def lead(self) -> float:
        """Points from line to line."""
        return self.leading or self.size * self.leading_ratio

    def face_for(self, *, bold: bool = False, italic: bool = False) -> str:
        """The face for marked text, the plain one where the style names no other; OpenType features behind a `+`."""
        by_marks = {(True, True): self.bold_italic or self.bold, (True, False): self.bold, (False, True): self.italic}
        key = by_marks.get((bold, italic), "") or self.face
        return "+".join((key, *_FIGURES[self.figures], *(("smcp",) if self.small_caps else ())))


class _Page(_Section):
    trim: tuple[Length, Length]
    bleed: Annotated[float, Field(ge=0, le=20)] = 3
    margins: tuple[Length, Length, Length, Length]
    columns: Annotated[int, Field(ge=1, le=12)]
    gutter: Annotated[float, Field(ge=0)] = 5
    baseline: Annotated[float, Field(ge=4, le=40)]
    numbered: bool = False

    @model_validator(mode="after")
    def _has_room(self) -> "_Page":
        width = self.trim[0] - self.margins[1] - self.margins[3] - self.gutter * (self.columns - 1)
        height = self.trim[1] - self.margins[0] - self.margins[2]
        if width / self.columns < _NARROWEST or height < _SHALLOWEST:
            raise ValueError(
                f"the margins and gutters leave columns under {_NARROWEST} mm wide or {_SHALLOWEST} mm high"
            )
        if height * MM < _FEWEST_LINES * self.baseline:
            raise ValueError(f"the margins leave no room for {_FEWEST_LINES} lines")
        return self


class _Press(_Section):
    profile: Words
    condition: Words
    condition_name: Words
    ink_limit: Annotated[float, Field(ge=100, le=400)]
    flavour: Literal["x4", "x1a"] = "x4"
    min_ppi: Annotated[int, Field(ge=36, le=1200)] = 200
    jpeg_quality: Annotated[int, Field(ge=30, le=100)] = 88
    sharpen: Annotated[int, Field(ge=0, le=200)] = 60
    marks: bool = True


class LineFilling(_Section):
    """Rules by which lines are filled."""

    glyph_tolerance: tuple[Annotated[float, Field(ge=-0.1, le=0)], Annotated[float, Field(ge=0, le=0.1)]] = (
        -0.02,
        0.03,
    )
    """Most by which glyphs may become narrower and wider, as shares of their width."""
    tracking: tuple[Annotated[float, Field(ge=-0.05, le=0)], Annotated[float, Field(ge=0, le=0.05)]] = (-0.005, 0.01)
    """Most by which letters may stand closer and wider, em; it goes along with the glyphs' own give."""
    word_space: tuple[WordSpace, WordSpace, WordSpace] = (0.75, 1.0, 1.6)
    """Least, natural and most, in this order of size, as multiples of the face's own space."""

    @field_validator("word_space")
    @classmethod
    def _ascends(cls, spaces: tuple[float, float, float]) -> tuple[float, float, float]:
        if not spaces[0] <= spaces[1] <= spaces[2]:
            raise ValueError("the least must not be more than the natural space, nor that more than the most")
        return spaces

    hyphens_in_a_row: Annotated[int, Field(ge=0, le=9)] = 2
    indent: Points = 9.0
    hang: Annotated[float, Field(ge=0, le=1)] = 1.0
    ragged: bool = False
    """Body text with natural word spaces and an uneven right edge; words are divided all the same."""
    drop_cap: Annotated[int, Field(ge=0, le=6)] = 0
    """Lines the first letter of a story is high; 0 for none."""
    head_space: tuple[Points, Points, Points, Points] = (10.0, 5.0, 8.0, 12.0)
    """The least white between the rule over a head and its first line, kicker and headline, headline and dek, head and
    text; what the baseline grid leaves over is shared among them.
    """
    end_mark: bool = False
    """A small square behind the last word of a story."""
    box_tint: Annotated[float, Field(ge=0, le=15)] = 10.0
    """Percent of black under the text of a box."""
    pull_quote: Literal["column", "beside"] = "column"
    """A pull quote over the whole column, or over half of one of 55 mm or more with the text beside it."""
    picture: Literal["column", "beside"] = "column"
    """`beside`: a picture inside a column takes half of it, the text runs beside it."""
    column_rules: bool = False
    """Hairlines between the columns."""


class _Styles(_Section):
    kicker: Style
    headline: Style
    dek: Style
    byline: Style
    body: Style
    subhead: Style
    pull_quote: Style
    cutline: Style
    credit: Style
    folio: Style


class _File(_Section):
    label: Words
    page: _Page
    press: _Press
    setting: LineFilling = LineFilling()
    styles: _Styles


@dataclass(frozen=True)
class Format:
    """A page set-up; all measures in points from the trim's top left."""

    name: str
    label: str
    trim_width: float
    trim_height: float
    bleed: float
    top: float
    right: float
    bottom: float
    left: float
    columns: int
    gutter: float
    baseline: float
    numbered: bool
    """Whether each line carries its number in the margin."""
    profile: Path
    """The ICC profile of the printing condition."""
    condition: str
    condition_name: str
    ink_limit: float
    """Percent, all inks together."""
    flavour: Literal["x4", "x1a"]
    min_ppi: int
    jpeg_quality: int
    sharpen: int
    """Percent of the unsharp mask laid on a picture after it is scaled."""
    setting: LineFilling
    styles: _Styles
    marks: bool = True
    """Whether crop and registration marks and the colour bar stand outside the page."""

    @property
    def measure(self) -> float:
        """The width of a column."""
        width = self.trim_width - self.left - self.right - self.gutter * (self.columns - 1)
        return width / self.columns

    @property
    def type_height(self) -> float:
        """The height of the type area."""
        return self.trim_height - self.top - self.bottom

    def column_x(self, column: int) -> float:
        """The left edge of a column, counted from 0."""
        return self.left + column * (self.measure + self.gutter)

    def span_width(self, columns: int) -> float:
        """The width of so many columns with the gutters between them."""
        return columns * self.measure + (columns - 1) * self.gutter


def format_names(folder: Path | None = None) -> list[str]:
    """The names of all formats: the newsroom's own in `folder`, and the shipped ones."""
    own = folder.glob("*.toml") if folder and folder.is_dir() else ()
    return sorted({path.stem for path in (*own, *resource("formats").glob("*.toml"))})


def load_format(name: str, folder: Path | None = None) -> Format:
    """The format of that name; one in the newsroom's own folder goes before a shipped one.

    Raises NotFound when there is none, NewsroomError naming the file, the field and its line when one is wrong.
    """
    for place in (folder, resource("formats")):
        path = place / f"{name}.toml" if place and re.fullmatch(r"[\w.-]+", name) else None
        if path and path.is_file():
            return _load(path, path.stat().st_mtime_ns)
    raise NotFound(f"There is no format “{name}”; the formats are: {', '.join(format_names(folder))}.")


def read_format(path: Path, folder: Path | None = None) -> Format:
    """The format a file describes, as if it lay in `folder`. Raises NewsroomError like `load_format`."""
    return _in_points((folder or path.parent) / path.name, _parsed(path))


def _parsed(path: Path) -> "_File":
    text = ""
    try:
        text = _text(path)
        return _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise NewsroomError(f"{path.name} is not valid TOML: {error}.") from error
    except UnicodeDecodeError as error:
        raise NewsroomError(f"{path.name} is not text in UTF-8.") from error
    except (ValidationError, RecursionError) as error:
        raise NewsroomError(_what_is_wrong(path, text, error)) from error
    except ValueError as error:
        raise NewsroomError(f"{path.name} holds a number that is far too long.") from error


def _text(path: Path) -> str:
    """The text of a format. Raises NewsroomError for a file far larger than any format is."""
    return read_input(path, _LARGEST).decode("utf-8-sig")


@lru_cache(maxsize=cache_sizes.FORMATS)
def _load(path: Path, _changed: int) -> Format:
    return read_format(path)


def _in_points(path: Path, file: _File) -> Format:
    page, press = file.page, file.press
    top, right, bottom, left = (value * MM for value in page.margins)
    return Format(
        name=path.stem, label=file.label, trim_width=page.trim[0] * MM, trim_height=page.trim[1] * MM,
        bleed=page.bleed * MM, top=top, right=right, bottom=bottom, left=left, columns=page.columns,
        gutter=page.gutter * MM, baseline=page.baseline, numbered=page.numbered, profile=_profile(path, press.profile),
        condition=press.condition, condition_name=press.condition_name, ink_limit=press.ink_limit,
        flavour=press.flavour, min_ppi=press.min_ppi, jpeg_quality=press.jpeg_quality, sharpen=press.sharpen,
        setting=file.setting, styles=file.styles, marks=press.marks,
    )  # fmt: skip


def _profile(path: Path, name: str) -> Path:
    """The profile beside the format, or the shipped one of that name."""
    if not re.fullmatch(r"[\w. ()+-]+", name):
        raise NewsroomError(f"{path.name}: press.profile must be the name of a file beside it, not {name!r}.")
    found = path.parent / name
    if not found.is_file():
        found = _shipped_profile(path, name)
    try:
        check_profile(found)
    except NewsroomError as error:
        raise NewsroomError(f"{path.name}: {error}") from error
    return found


def _shipped_profile(path: Path, name: str) -> Path:
    try:
        return resource(f"icc/{name}")
    except FileNotFoundError:
        raise NewsroomError(f"{path.name}: there is no ICC profile {name}, neither beside it nor in Galley.") from None


def _what_is_wrong(path: Path, text: str, error: ValidationError | RecursionError) -> str:
    """One sentence with file, line and field of the first fault; a field there is not goes before a missing one."""
    if isinstance(error, RecursionError):
        return f"{path.name} is nested too deeply to be a format."
    first = min(error.errors(), key=lambda fault: fault["type"] != _UNKNOWN_FIELD)
    keys = [str(key) for key in first["loc"] if isinstance(key, str)]
    line = _line_of(text, keys)
    where = f"{path.name}, line {line}" if line else path.name
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == _UNKNOWN_FIELD:
        message = "there is no such field"
    return f"{where}: {'.'.join(keys) or 'the file'}: {message[0].lower()}{message[1:]}."


def _line_of(text: str, keys: list[str]) -> int:
    """The line a field stands in, or the nearest that holds it when it is missing; 0 when there is none."""
    section: list[str] = []
    found, length = 0, 0
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.match(r"\s*\[([^\[\]]+)\]", line):
            path = section = _parts(match[1])
        elif match := re.match(r"""\s*([\w."'-][\w."' \t-]*)=""", line):
            path = section + _parts(match[1])
        else:
            continue
        if length < len(path) and path == keys[: len(path)]:
            found, length = number, len(path)
    return found


def _parts(name: str) -> list[str]:
    """The parts of a name that may be dotted and quoted."""
    return [part.strip().strip("\"'") for part in name.split(".")]
