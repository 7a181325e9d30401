"""A language is named by a well-formed code, and written in the usual way."""

import pytest

from db.errors import Refused
from db.language_codes import tidy_language


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("en", "en"), ("EN-gb", "en-GB"), ("pt_br", "pt-BR"), (" de ", "de"), ("sr-latn", "sr-Latn"),
        ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("de-1996", "de-1996"), ("tlh", "tlh"),
    ],
)  # fmt: skip
def test_a_code_is_written_in_the_usual_way(given: str, code: str) -> None:
    assert tidy_language(given) == code


@pytest.mark.parametrize("given", ["", "e", "English", "en-", "-en", "en GB", "e\u0301n", "klingon", "x" * 10_000])
def test_what_is_no_code_is_refused(given: str) -> None:
    with pytest.raises(Refused, match="is no language: name it by its code"):
        tidy_language(given)
