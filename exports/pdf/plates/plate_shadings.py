"""Slopes of colours parted into plates: each becomes a slope of greys along the same way."""

from itertools import product
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from exports.pdf.check.paint.functions import function_of
from exports.pdf.plates.ink_spaces import InkSpace, Paint, ink_space_of, paint_of

_STEPS, _FIELD_STEPS = 256, 32
"""Places at which a slope is looked at along its way, and along each side of a field: a plate has 256 steps."""
_FULL = 255

NETS = "A net of colours is shown on the black plate as a whole."


class PlateShading:
    """A slope whose inks are known at places of its way."""

    def __init__(self, pdf: pikepdf.Pdf, shading: Object, resources: Object) -> None:
        self._pdf, self._shading = pdf, shading
        self.space: InkSpace | None = ink_space_of(shading.get("/ColorSpace"), resources)
        field = int(shading.get("/ShadingType", 0)) == 1
        self._steps = (_FIELD_STEPS, _FIELD_STEPS) if field else (_STEPS,)
        self._spans = _spans(shading, field=field)
        self._paints = self._looked_at()

    @property
    def parted(self) -> bool:
        """Whether its inks are known."""
        return bool(self._paints)

    def on(self, plate: str, *, overprints: bool) -> Object | None:
        """The slope on a plate; None where what lies under it stays."""
        if not self._paints:
            return self._shading if plate == "Black" else None
        shares = [paint.on(plate, overprints=overprints, mode=0) for paint in self._paints]
        if shares[0] is None:
            return None
        return self._grey(bytes(_FULL - round(_FULL * min(1.0, max(0.0, share or 0.0))) for share in shares))

    def _looked_at(self) -> list[Paint]:
        given = self._shading.get("/Function")
        if given is None or self.space is None:
            return []
        turned, space = function_of(given), self.space
        ways = (
            [low + (high - low) * step / (steps - 1) for step in range(steps)]
            for (low, high), steps in zip(self._spans, self._steps, strict=True)
        )
        return [paint_of(space, turned(tuple(reversed(place)))) for place in product(*list(ways)[::-1])]

    def _grey(self, tones: bytes) -> Object:
        """The slope with a table of greys in the place of its colours. Of a table the first number runs fastest."""
        entries = {key: value for key, value in self._shading.items() if key not in _REPLACED}
        table = Stream(self._pdf, tones)
        table["/FunctionType"], table["/BitsPerSample"] = 0, 8
        table["/Domain"] = Array([edge for span in self._spans for edge in span])
        table["/Range"], table["/Size"] = Array([0, 1]), Array(list(self._steps))
        entries |= {"/ColorSpace": Name.DeviceGray, "/Function": self._pdf.make_indirect(table)}
        if isinstance(self._shading, Stream):
            return self._pdf.make_indirect(Stream(self._pdf, self._shading.read_bytes(), entries))
        return self._pdf.make_indirect(Dictionary(entries))


_REPLACED: Final = frozenset(("/ColorSpace", "/Function", "/Background", "/Length", "/Filter", "/DecodeParms"))


def _spans(shading: Object, *, field: bool) -> list[tuple[float, float]]:
    """The numbers that its function is asked for."""
    nets = int(shading.get("/ShadingType", 0)) > 3
    given = [float(one) for one in shading.get("/Decode", [0, 1])][-2:] if nets else []
    given = given or [float(one) for one in shading.get("/Domain", [0, 1, 0, 1])]
    return [(given[0], given[1]), (given[2], given[3])] if field else [(given[0], given[1])]
