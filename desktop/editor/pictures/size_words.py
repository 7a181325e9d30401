"""Size and sharpness of a picture in words."""

from desktop.localization import count, tr
from exports.typeset.page.picture.printed_size import PrintedSize


def size_words(size: PrintedSize, columns: int) -> str:
    """`2 columns · 93 × 62 mm · 212 ppi`, and what the format wants where that is more."""
    wide = count(columns, "{n} column", "{n} columns")
    told = tr("{columns} · {width} × {height} mm · {ppi} ppi").format(
        columns=wide, width=round(size.width), height=round(size.height), ppi=round(size.ppi)
    )
    return f"{told} · {tr('too coarse: {n} are wanted').format(n=size.wanted)}" if size.too_coarse else told
