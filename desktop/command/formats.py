"""The command `galley formats`: what formats there are, and whether a file of one's own is sound."""

import sys
from pathlib import Path

from db.errors import one_line
from desktop.command.call import print_json
from desktop.press.format_folders import own_formats
from exports.format_files import Listed, add_file, check_file, list_formats
from exports.formats import MM


def show(place: str, *, as_json: bool) -> int:
    """A line per format; returns 1 when one of them cannot be used."""
    listed = list_formats(own_formats(place))
    if as_json:
        print_json([_facts(one) for one in listed])
    else:
        for one in listed:
            print(_line(one), file=sys.stderr if one.fault else sys.stdout)
    return int(any(one.fault for one in listed))


def check(path: Path) -> None:
    """Say that a format or profile is sound. Raises NewsroomError with its first fault."""
    print(f"{path.name}  sound: {check_file(path)}")


def add(path: Path, place: str) -> None:
    """Check a file and copy it to the newsroom's own formats."""
    print(add_file(path, own_formats(place)))


def _line(one: Listed) -> str:
    if one.format is None:
        return f"galley: {one_line(one.fault)}"
    whose = "own    " if one.own else "shipped"
    width, height = (
        f"{value / MM:.1f}".removesuffix(".0") for value in (one.format.trim_width, one.format.trim_height)
    )
    return f"{one.name:<16} {whose}  {f'{width} × {height} mm':<18} {one.format.label}"


def _facts(one: Listed) -> dict[str, object]:
    facts: dict[str, object] = {"name": one.name, "own": one.own, "fault": one.fault or None}
    if one.format:
        fmt = one.format
        facts |= {
            "label": fmt.label, "trim_mm": [round(fmt.trim_width / MM, 2), round(fmt.trim_height / MM, 2)],
            "columns": fmt.columns, "measure_mm": round(fmt.measure / MM, 2), "profile": fmt.profile.name,
            "ink_limit": fmt.ink_limit, "flavour": fmt.flavour,
        }  # fmt: skip
    return facts
