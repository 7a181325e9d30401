"""Whether headline and dek have room."""

from exports.formats import Format
from exports.typeset.galley.head_fit import dek_fit, headline_fit

TITLE = "Harbour pilots vote to end nine-day strike"


def test_a_headline_fits_in_as_many_lines_as_it_takes_on_the_page(tabloid: Format) -> None:
    fit = headline_fit(TITLE, tabloid, 3, "en")
    assert (fit.lines, fit.columns, fit.fits) == (2, 3, True)


def test_a_headline_of_too_many_lines_does_not_fit(tabloid: Format) -> None:
    fit = headline_fit(TITLE * 3, tabloid, 1, "en")
    assert fit.too_many == fit.lines - tabloid.styles.headline.lines > 0
    assert not fit.fits


def test_a_word_wider_than_the_columns_does_not_fit(tabloid: Format) -> None:
    assert headline_fit("Donaudampfschifffahrtsgesellschaftskapitän" * 2, tabloid, 1, "de").too_wide


def test_a_dek_takes_fewer_lines_over_more_columns(tabloid: Format) -> None:
    narrow, wide = dek_fit(TITLE, tabloid, 1), dek_fit(TITLE, tabloid, 4)
    assert narrow.lines > wide.lines == 1
    assert narrow.height > wide.height + narrow.size
