"""How long a picture of 50 megapixels takes to print size in inks, and how much memory, beside Pillow alone.

Run by `make bench`. Each is timed in a process of its own, what it imports left out; the reference opens the file and
scales it, no more. Of the memory the file alone is up to 135 MB.
"""

import io
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from PIL import Image

import exports.pdf.picture.separation  # noqa: F401  imported at the first picture, and no part of its time
from db.values import Original
from exports.formats import load_format
from exports.pdf.picture.pictures import print_picture
from exports.typeset.sheet import PlacedPicture

SIZE = (8660, 5774)
WIDTH, HEIGHT = 550.0, 367.0
"""Points: four columns of a tabloid."""
MUST = (2.0, 400)
"""Seconds and megabytes."""
FILES: dict[str, dict[str, Any]] = {
    "large.jpg": {"quality": 90},
    "progressive.jpg": {"quality": 90, "progressive": True},
    "large.png": {"compress_level": 1},
    "large.tif": {"compression": "tiff_lzw"},
}
"""Each file with how it is saved."""


def make(folder: Path) -> None:
    """A picture with detail everywhere, as a camera makes it, in every kind of file."""
    noise = Image.effect_noise((SIZE[0] // 4, SIZE[1] // 4), 60).resize(SIZE)
    ramp = Image.linear_gradient("L").resize(SIZE)
    image = Image.merge("RGB", (noise, ramp, noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    for name, options in FILES.items():
        image.save(folder / name, **options)


def ours(path: Path) -> int:
    """The picture as it goes into a tabloid page. Returns its bytes."""
    data = path.read_bytes()
    original = Original("a" * 64, path.name, *SIZE, "RGB", len(data), data=data)
    placed = PlacedPicture(original.sha256, 0, 0, WIDTH, HEIGHT)
    return len(print_picture(placed, original, load_format("tabloid")).data)


def pillow(path: Path) -> int:
    """Pillow alone: open, scale to the same size, save; no inks, no draft mode."""
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(path) as image:
        size = (round(WIDTH / 72 * 300), round(HEIGHT / 72 * 300))
        out = io.BytesIO()
        image.resize(size, Image.Resampling.LANCZOS).save(out, "JPEG", quality=85)
    return len(out.getvalue())


def measured(name: str, path: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one of the two, in a process of its own."""
    run = subprocess.run([sys.executable, __file__, name, str(path)], capture_output=True, text=True, check=True)
    seconds, megabytes = run.stdout.split()
    return float(seconds), float(megabytes)


def main() -> None:
    """Time both and print them beside what must be reached."""
    if len(sys.argv) > 2:
        started = time.perf_counter()
        {"ours": ours, "pillow": pillow, "make": make}[sys.argv[1]](Path(sys.argv[2]))
        print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own too: the peak of a process is handed on to those it starts.
        subprocess.run([sys.executable, __file__, "make", folder], check=True, capture_output=True)
        print(f"a picture of 50 megapixels to print size  must: {MUST[0]} s, {MUST[1]} MB")
        for path in (Path(folder) / name for name in FILES):
            for name in ("ours", "pillow"):
                seconds, megabytes = measured(name, path)
                file = f"{path.name:<16} {path.stat().st_size >> 20:>4} MB"
                print(f"  {file}  {name:<7} {seconds:5.2f} s  {megabytes:5.0f} MB")


if __name__ == "__main__":
    main()
