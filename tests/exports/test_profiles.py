"""Profiles of presses: a sound one is taken, a wrong one is refused with its name and the reason."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ImageCms

from db.errors import NewsroomError
from exports.format_files import add_file, check_file, list_formats
from exports.formats import load_format, read_format
from exports.profiles import check_profile, profile_fault
from resources import resource

SOUND = resource("icc/ISOcoated_v2_300_bas.icc").read_bytes()
TABLOID = resource("formats/tabloid.toml").read_text(encoding="utf-8")


def put(start: int, new: bytes) -> bytes:
    """The sound profile with other bytes at a place."""
    return SOUND[:start] + new + SOUND[start + len(new) :]


@pytest.mark.parametrize("name", ["ISOcoated_v2_300_bas", "SNAP2007_newsprint_240"])
def test_the_shipped_profiles_are_sound(name: str) -> None:
    assert "CMYK" in check_file(resource(f"icc/{name}.icc"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not an ICC profile"),
        (b"hello" * 100, "not an ICC profile"),
        (SOUND[:-1], "it says it is"),
        (put(12, b"mntr"), "profile of a screen, not of a printing press"),
        (put(16, b"RGB "), "its colours are RGB, not CMYK"),
        (put(16, b"    "), "its colours are nothing, not CMYK"),
        (put(20, b"RGB "), "tied to RGB"),
        (SOUND.replace(b"A2B0", b"xxxx", 1), "no table from its inks to colours"),
        (SOUND.replace(b"B2A0", b"xxxx", 1), "no table from colours to its inks"),
        (put(SOUND.index(b"A2B0") + 4, b"\xff\xff\xff\xff"), "lies outside the file"),
    ],
)
def test_a_wrong_profile_is_named_with_the_reason(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "press.icc"
    path.write_bytes(data)
    with pytest.raises(NewsroomError, match=f"press.icc cannot be used to print: .*{says}"):
        check_profile(path)


def test_tables_that_cannot_be_read_are_found_by_trying(tmp_path: Path) -> None:
    start = int.from_bytes(SOUND[SOUND.index(b"B2A1") + 4 :][:4], "big")
    (tmp_path / "press.icc").write_bytes(put(start, b"junk" * 64))
    assert profile_fault((tmp_path / "press.icc").read_bytes()) == ""
    with pytest.raises(NewsroomError, match=r"press.icc cannot be used to print: its tables"):
        check_file(tmp_path / "press.icc")


def test_a_screen_s_profile_is_no_press(tmp_path: Path) -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert profile_fault(screen) != ""


def test_a_format_with_a_wrong_profile_beside_it_names_both(tmp_path: Path) -> None:
    (tmp_path / "SNAP2007_newsprint_240.icc").write_bytes(SOUND[:5000])
    (tmp_path / "own.toml").write_text(TABLOID, encoding="utf-8")
    with pytest.raises(NewsroomError, match=r"own.toml: SNAP2007_newsprint_240.icc cannot be used"):
        read_format(tmp_path / "own.toml")


def own(tmp_path: Path, profile: str = "printer.icc") -> Path:
    """A newsroom's own format and the profile of its printer, in a folder to be added from."""
    (tmp_path / "printer.icc").write_bytes(SOUND)
    path = tmp_path / "sunday.toml"
    path.write_text(TABLOID.replace("SNAP2007_newsprint_240.icc", profile), encoding="utf-8")
    return path


def test_a_profile_is_added_before_the_format_that_names_it(tmp_path: Path) -> None:
    path, folder = own(tmp_path), tmp_path / "formats"
    with pytest.raises(NewsroomError, match=r"no ICC profile printer.icc"):
        add_file(path, folder)
    assert not (folder / "sunday.toml").exists()
    add_file(tmp_path / "printer.icc", folder)
    add_file(path, folder)
    assert load_format("sunday", folder).profile == folder / "printer.icc"


def test_the_list_tells_the_newsrooms_own_and_what_is_wrong(tmp_path: Path) -> None:
    own(tmp_path, "lost.icc")
    listed = {one.name: one for one in list_formats(tmp_path)}
    assert (listed["sunday"].own, listed["tabloid"].own) == (True, False)
    assert "lost.icc" in listed["sunday"].fault
    assert listed["tabloid"].format is not None


def each_wrong_file() -> list[Callable[[Path], Path]]:
    """Files that are no format and no profile."""
    return [lambda folder: folder / "gone.toml", lambda folder: folder, lambda folder: folder / "gone.icc"]


@pytest.mark.parametrize("make", each_wrong_file())
def test_what_is_neither_is_refused_in_one_sentence(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(NewsroomError):
        check_file(make(tmp_path))
