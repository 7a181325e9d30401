"""What people say to each other in a mail is no copy: it stands among the notes, and every line in one of the two."""

import pytest

from db.intake import read_bytes
from db.intake.conversation import part, unquoted

COPY = "The ferry will stop on the first of December, the line said.\n\nIt has carried nobody for a year."


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"Hello Nora,\n\n{COPY}", "Hello Nora,"),
        (f"{COPY}\n\nBest regards\nIda", "Ida"),
        (f"{COPY}\n\n-- \nIda Holm, Harbour Echo", "Ida Holm, Harbour Echo"),
        (f"{COPY}\n\nOn 3 May 2026 at 10:00, Nora Hale wrote:\n> Is it done?", "> Is it done?"),
        (f"{COPY}\n\n{'_' * 40}\nDesk mailing list\nTo unsubscribe write to us", "Desk mailing list"),
        (f"Below.\n\nBegin forwarded message:\n\nFrom: A <a@b.org>\nSubject: x\nTo: c\n\n{COPY}", "From: A <a@b.org>"),
    ],
)  # fmt: skip
def test_what_is_said_between_people_is_a_note(text: str, note: str) -> None:
    found = part(text)
    assert found.copy.strip() == COPY
    assert note in found.notes


def test_no_line_is_in_neither() -> None:
    text = f"Hi,\n\n{COPY}\n\n> No?\n\nThanks\nIda"
    found = part(text)
    assert sorted(filter(None, text.split("\n"))) == sorted([*filter(None, found.copy.split("\n")), *found.notes])


def test_a_mail_that_is_all_talk_stays_as_it_is() -> None:
    assert part("Hello,\n\nThanks\nIda").copy == "Hello,\n\nThanks\nIda"


@pytest.mark.parametrize("greeting", ["Members of the list and others:", "Chers collègues,", "Ahoj všichni,"])
def test_a_short_line_with_a_comma_or_colon_above_a_mail_greets_in_any_language(greeting: str) -> None:
    assert part(f"{greeting}\n\n{COPY}").notes == (greeting,)


def test_the_senders_name_below_the_copy_begins_the_signature() -> None:
    found = part(f"{COPY}\n\nSee you on the quay,\n\nIda Holm\nSecretary, Ferry Friends", sender="Ida Holm")
    assert (found.copy.strip(), found.notes[0]) == (COPY, "See you on the quay,")


def test_a_note_that_the_sender_signed_above_the_copy_is_no_copy() -> None:
    long = f"{COPY}\n\n" * 4
    found = part(
        f"The line has sent out what stands below to all of us.\n\nIda Holm\nFerry Friends\n\n{long}", sender="Ida Holm"
    )
    assert "The line has" not in found.copy
    assert part(f"Ferry stops\nIda Holm\n\n{long}", sender="Ida Holm").copy.startswith("Ferry stops")


STORY = "The ferry stops\n\nThe ferry stops in winter, the line said.\n\nNobody spoke for it."


@pytest.mark.parametrize(
    ("greeting", "note"),
    [
        ("Moin zusammen,", "unten der Text zum Bürgerbus, es sind weniger Zeilen geworden."),
        ("Hola, Ramón:", "Te paso la crónica."),
        ("Cześć,", "w załączeniu zdjęcia, a poniżej tekst."),
        ("Hey all,", "Filing the ferry. Art is a handout, if you want it."),
    ],
)
def test_a_note_above_a_headline_is_no_copy_in_any_language(greeting: str, note: str) -> None:
    assert part(f"{greeting}\n\n{note}\n\n{STORY}").copy.strip() == STORY


def test_the_first_paragraph_behind_a_greeting_stays_where_no_headline_follows() -> None:
    lede = "I never liked the ferry, and it never liked me."
    assert part(f"Hello,\n\n{lede}\n\nIt stops in winter now, the line said.").copy.strip().startswith(lede)


@pytest.mark.parametrize(
    "end",
    [
        "Gruß, Sven",
        "-AF",
        "Diese E-Mail kann vertrauliche Informationen enthalten.",
        "Arlo Finn / City Hall reporter / 555-0142",
        "Cathy Gerhold\nLiaison to the harbour board",
    ],
)
def test_goodbyes_names_with_an_office_and_disclaimers_end_the_copy(end: str) -> None:
    assert part(f"{STORY}\n\n{end}", sender="Arlo Finn").copy.strip() == STORY


def test_several_names_at_the_end_are_a_list_and_stay() -> None:
    assert part(f"{STORY}\n\nIda Holm\nNora Hale").copy.endswith("Nora Hale")


def test_copy_that_is_quoted_as_a_whole_comes_in_without_the_signs() -> None:
    copy = "Boats stay\n\nBy Ida Holm\n\nThe pilots who bring ships into the harbour are old, and\n"
    copy += "the council meets on Monday."
    for sign in ("> ", ">", "> > "):
        quoted = "\r\n".join(f"{sign}{line}".rstrip() for line in copy.split("\n"))
        draft = read_bytes(quoted.encode())
        assert (draft.text.headline, draft.text.byline) == ("Boats stay", "By Ida Holm")
        assert draft.text.body.body_text.endswith("are old, and the council meets on Monday.")
        assert draft.dropped == ()


def test_a_quotation_that_a_story_is_about_stays_one() -> None:
    assert unquoted("> We stay.\n") == "> We stay.\n"
    assert (
        unquoted("Boats stay\n> We stay.\n> We do.\n> All of us.") == "Boats stay\n> We stay.\n> We do.\n> All of us."
    )
