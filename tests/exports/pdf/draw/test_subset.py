"""Parts of fonts: only what is asked for, shared where English is enough, named by what is in them."""

import io
import re
import zlib

from fontTools.ttLib import TTFont

from exports.pdf.draw.subset import english, subset, widths
from exports.typeset.line.word.faces import face

OMEGA = face("serif").hb_font.get_nominal_glyph(ord("Ω")) or 0


def outlined(program: bytes) -> set[int]:
    """The glyphs of a deflated program that are drawn."""
    font = TTFont(io.BytesIO(zlib.decompress(program)))
    glyphs = font["glyf"]
    return {font.getGlyphID(name) for name in font.getGlyphOrder() if glyphs[name].numberOfContours}


def test_texts_of_english_share_one_part_with_all_of_its_glyphs() -> None:
    some = frozenset(glyph for glyph, character in english("serif").items() if character in "quays")
    assert subset("serif", some) is subset("serif", frozenset())
    drawn = outlined(subset("serif", some).program)
    assert drawn >= {glyph for glyph, character in english("serif").items() if character.isalnum()}
    assert OMEGA not in drawn


def test_any_other_glyph_makes_a_part_of_just_what_is_asked() -> None:
    part = subset("serif", frozenset({OMEGA}))
    assert OMEGA in outlined(part.program)
    assert len(outlined(part.program)) < 5
    assert len(zlib.decompress(part.program)) == part.length


def test_a_part_is_named_by_its_glyphs() -> None:
    names = [subset("serif", frozenset({OMEGA, other})).name for other in (OMEGA, OMEGA + 1, OMEGA + 2)]
    assert len(set(names)) == 3
    assert all(re.fullmatch(r"[A-Z]{6}\+[\w-]+", name) for name in names)


def test_a_bit_for_each_glyph_of_the_program() -> None:
    bits = zlib.decompress(subset("serif", frozenset({OMEGA})).cids)
    assert bits[OMEGA // 8] >> (7 - OMEGA % 8) & 1
    assert bits[0] & 0x80  # the glyph of what is missing is always there


def test_glyphs_that_follow_one_another_share_an_array_of_widths() -> None:
    first, second, far = (f"{face('serif').advance(glyph):g}" for glyph in (3, 4, 9))
    assert widths("serif", [9, 4, 3]) == f"[3[{first} {second}]9[{far}]]"
    assert widths("serif", []) == "[]"
