"""What is said of a file beside its problems, and of how it is shown."""

from desktop.press.service import PressDemands
from desktop.proof.proof_facts import facts_of, notes_of, title_of
from desktop.proof.proof_file import ProofFile
from exports.formats import MM
from exports.pdf.check.file_facts import FileFacts, PdfPage
from exports.pdf.plates.separate import Plate, PlatePages

MEDIA = (0.0, 0.0, 300 * MM, 420 * MM)
TRIM = (10 * MM, 10 * MM, 290 * MM, 410 * MM)
BLEED = (7 * MM, 7 * MM, 293 * MM, 413 * MM)


def made(*boxes: tuple[str, tuple[float, float, float, float]], **facts: object) -> ProofFile:
    page = PdfPage((("Media", MEDIA), *boxes))
    return ProofFile("x", b"", FileFacts((page,), **facts), PressDemands("x4", "tabloid", 240, 172, 3.0))


def test_a_sound_file_is_told_in_sentences_that_all_hold() -> None:
    file = made(("Trim", TRIM), ("Bleed", BLEED), press="Newsprint", fonts=5, embedded=5)
    assert facts_of(file, 0, [], 221) == [
        (True, "Ink in sight 221 % of 240 %"),
        (True, "5 faces, all embedded"),
        (True, "Trim 280 × 400 mm, bleed 3 mm"),
        (True, "Made for Newsprint"),
        (True, "Black type on the black plate alone"),
    ]
    assert title_of(file) == "tabloid · 240 % ink · PDF/X-4"


def test_what_lacks_is_told_as_well() -> None:
    file = made(fonts=2, embedded=1)
    assert facts_of(file, 0, None, 0) == [
        (False, "1 of 2 faces embedded"), (False, "No trim box"), (False, "It names no press"),
    ]  # fmt: skip
    assert facts_of(made(("Trim", TRIM)), 0, None, 250)[:2] == [
        (False, "Ink in sight 250 % of 240 %"), (False, "Trim 280 × 400 mm, no bleed"),
    ]  # fmt: skip


def test_how_exactly_a_page_is_shown_is_told() -> None:
    file, plain = made(), PlatePages(b"", (Plate("Cyan", (1, 0, 0, 0)),), b"profile")
    assert notes_of(file, None) == []
    assert not any("coated" in note or "Spot" in note for note in notes_of(file, plain))
    spot = PlatePages(b"", (Plate("Red", (0, 1, 1, 0)),), b"", ("A net.",))
    said = " ".join(notes_of(file, spot))
    assert all(word in said for word in ("coated", "Spot", "A net."))
