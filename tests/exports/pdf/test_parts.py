"""Parts of a file: what their pages call is stored once."""

import io

from pikepdf import Name, Pdf, Stream

from exports import Order, provenance_of
from exports.pdf import FilePart, bind, write_part
from exports.typeset.sheet import PlacedPicture, Sheet
from tests.exports.conftest import AT
from tests.exports.pdf.test_write import TABLOID
from tests.press.conftest import full_story, picture


def test_a_picture_is_stored_once_for_each_size_and_crop() -> None:
    ramp = picture()
    whole = PlacedPicture(ramp.sha256, 0, 0, 90, 60)
    others = (whole._replace(crop=(0.0, 0.0, 0.5, 1.0)), whole._replace(width=45), whole._replace(x=100))
    sheets = [Sheet(200.0, 300.0, (whole, *others)), Sheet(200.0, 300.0, (whole,))]
    press = provenance_of(Order(full_story(), TABLOID, {}, AT))
    part = write_part(FilePart(sheets, press, {ramp.sha256: ramp}), TABLOID, flavour="x4", proof=False)
    assert len(part.pictures) == 3
    assert [len(page.pictures) for page in part.pages] == [3, 1]
    again = write_part(FilePart(sheets, press, {ramp.sha256: ramp}), TABLOID, flavour="x4", proof=False)
    with Pdf.open(io.BytesIO(bind([part, again], TABLOID, "city", AT))) as pdf:
        stored = [thing for thing in pdf.objects if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Image]
        assert len(stored) == 3
        assert [len(page.Resources.XObject) for page in pdf.pages] == [3, 1, 3, 1]
