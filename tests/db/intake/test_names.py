"""Bylines in the many shapes a page has them, and lines that are none."""

import pytest

from db.intake.names import as_byline, has_known_surname, read_byline


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("By Ida Holm", "By Ida Holm"),
        ("BY IDA HOLM", "By Ida Holm"),
        ("By Ida Holm and Wu Jing", "By Ida Holm and Wu Jing"),
        ("By Ida Holm, Wu Jing, and Bo Lund", "By Ida Holm, Wu Jing and Bo Lund"),
        ("Reported by Ida Holm", "By Ida Holm"),
        ("By Ida Holm & Wu Jing", "By Ida Holm and Wu Jing"),
        ("By Ida Holm; Wu Jing", "By Ida Holm and Wu Jing"),
        ("By Ida Holm, staff writer", "By Ida Holm"),
        ("By Ida van der Holm", "By Ida van der Holm"),
        ("By Ida Holm | Harbour | 2026-11-03", "By Ida Holm"),
        ("By  Ida   Holm", "By Ida Holm"),
        ("By Ida Holm (China Daily)", "By Ida Holm"),
        ("By Ida Holm Published: 2026-11-03", "By Ida Holm"),
    ],
)
def test_a_byline_is_printed_in_one_way(line: str, printed: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert found.printed == printed


@pytest.mark.parametrize(
    ("line", "printed", "names"),
    [
        ("本报记者 张伟", "本报记者 张伟", ("张伟",)),
        ("记者：张伟、李明", "记者 张伟 李明", ("张伟", "李明")),
        ("本报记者张伟 通讯员李明", "本报记者 张伟 通讯员 李明", ("张伟", "李明")),
        ("作者：张伟 李明", "张伟 李明", ("张伟", "李明")),
        ("（记者 张伟）", "记者 张伟", ("张伟",)),
        ("文/图 张伟", "文/图 张伟", None),
        ("记者", "", None),
        ("张伟 记者", "", None),
        ("记者 通讯员 张伟", "", None),
        ("记者 张", "", None),
        ("记者 张伟张伟张伟张伟张", "", None),
        ("记者 " + " ".join(["张伟"] * 9), "", None),
        ("责任编辑：张伟", "", None),
    ],
)
def test_a_chinese_byline_is_a_role_with_its_names_or_a_label(
    line: str, printed: str, names: tuple[str, ...] | None
) -> None:
    found = read_byline(line)
    assert (found.names if found else None) == names
    assert found is None or found.printed == printed


@pytest.mark.parametrize(
    "line",
    [
        "Ferry line to close",
        "By the end of the year",
        "Home | China",
        "by",
        "",
        "港口",
        "By " + "Ida " * 60,
        "2026-11-03",
        "By Rita Chen (file photo)",
        "Von Max Muster (Symbolbild)",
        "By Ida Holm (credit: AFP)",
    ],
)
def test_other_lines_are_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_the_place_a_byline_names_is_told_apart() -> None:
    found = read_byline("By Ida Holm in Bergen")
    assert found is not None
    assert (found.printed, found.place, found.sure, found.whole) == ("By Ida Holm", "BERGEN", True, True)


def test_a_bare_name_is_not_sure_and_a_labelled_one_is() -> None:
    bare, labelled = read_byline("Ida Holm"), as_byline("Ida Holm")
    assert bare is not None
    assert labelled is not None
    assert (bare.sure, labelled.sure) == (False, True)
    bare_han = read_byline("张伟 李明")
    assert bare_han is not None
    assert not bare_han.sure


def test_known_family_names_are_known_first_or_last() -> None:
    assert has_known_surname("Wu Jing")
    assert has_known_surname("Jing Wu")
    assert has_known_surname("张伟")
    assert not has_known_surname("Ida Holm")


@pytest.mark.parametrize(
    ("line", "sure"),
    [("Special Correspondent", False), ("By Our Cricket Correspondent", True), ("By a Staff Reporter", True)],
)
def test_who_is_named_by_an_office_alone_is_printed_so(line: str, sure: bool) -> None:
    found = read_byline(line)
    assert found is not None
    assert (found.printed, found.sure) == (line, sure)


@pytest.mark.parametrize("line", ["Dear Editor,", "COUNTY LEAGUE DIVISION ONE", "Gentile direttore", "Final Results"])
def test_greetings_and_titles_of_results_are_no_byline(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize("line", ["Interview by Ida Holm", "Reviewed by Ida Holm"])
def test_who_asked_and_who_read_are_writers(line: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert found.printed == "By Ida Holm"
