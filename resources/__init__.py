"""The files Galley ships (fonts, profiles, formats, icons, themes, samples) and the one function that finds them."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a shipped file or folder, named from this folder: `resource("fonts/SourceSerifPro-It.ttf")`.

    Raises FileNotFoundError when Galley ships nothing of that name: a damaged installation, not a user's mistake.
    """
    path = _HERE / name
    if not path.exists():
        raise FileNotFoundError(f"Galley ships no {name}")
    return path
