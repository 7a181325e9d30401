"""What a printed file says of its story, and of several in one file."""

from dataclasses import replace

from exports import provenance_of
from exports.pdf.provenance import bound
from tests.exports.conftest import AT
from tests.exports.pdf.test_pdf import order

ONE = provenance_of(order())
OTHER = replace(ONE, slug="other", content_hash="0c" * 32)


def test_the_printed_hash_is_the_beginning_of_the_whole() -> None:
    assert len(ONE.short_hash) == 12
    assert ONE.content_hash.startswith(ONE.short_hash)


def test_only_a_redline_is_marked_as_one() -> None:
    assert ONE.marked == ""
    assert replace(ONE, version=4, redline=2).marked == "REDLINE v4 against v2"


def test_the_hash_of_a_file_of_several_depends_on_each_and_on_their_order() -> None:
    both = bound("city", [ONE, OTHER], AT).content_hash
    assert both == bound("other name", [ONE, OTHER], AT).content_hash
    assert len({both, bound("city", [OTHER, ONE], AT).content_hash, bound("city", [ONE], AT).content_hash}) == 3


def test_a_file_of_several_has_a_language_only_where_all_agree() -> None:
    assert bound("city", [ONE, OTHER], AT).language == ONE.language
    assert bound("city", [ONE, replace(OTHER, language="de-DE")], AT).language == "mul"


def test_a_file_of_several_carries_no_sign_off_of_its_own() -> None:
    assert bound("city", [ONE, OTHER], AT).sign_off is None
