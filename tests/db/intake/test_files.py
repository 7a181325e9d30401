"""Files to drafts: what a mail brings, what is refused by name, and what is told of a guessed character set."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from db.errors import Refused, Unreadable
from db.intake import read_copy, read_drafts
from tests.db.intake.ferry import BODY, HEAD

COPY = (HEAD + BODY).encode()


def mail(text: str, subject: str = "Copy for tomorrow") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Nora Hale <nora@example.org>", "desk@example.org", subject
    message.set_content(text)
    return message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'<?xml version="1.0"?><nitf><body/></nitf>', "an XML file"),
        (b"<!DOCTYPE html><html><p>The ferry</p></html>", "an HTML page"),
        (b'{"headline": "Ferry"}', "a JSON file"),
        (b"From ida Tue Nov 24 10:00:00 2026\nFrom: Ida <i@e.org>\nSubject: x\n\nThe ferry", "a mailbox"),
    ],
)
def test_what_is_not_read_yet_is_refused_by_name(data: bytes, kind: str) -> None:
    with pytest.raises(Unreadable, match=kind) as refused:
        read_drafts(data, "thing")
    assert "\n" not in str(refused.value)


def test_a_text_attached_to_a_note_is_the_draft_and_the_note_is_told() -> None:
    message = mail("Story attached.\n\nNora")
    message.add_attachment(COPY.decode(), filename="ferry.txt")
    (draft,) = read_drafts(message.as_bytes(), "mail.eml")
    assert draft.text.headline == "Ferry line to close for the winter"
    assert "Story attached." in draft.text.ednote


def test_a_text_attached_to_a_story_is_a_draft_of_its_own_and_a_picture_is_named() -> None:
    message = mail(BODY * 3, "Ferry stops")
    message.add_attachment(COPY.decode(), filename="ferry.txt")
    message.add_attachment(b"\0" * 64, maintype="image", subtype="png", filename="quay.png")
    first, second = read_drafts(message.as_bytes(), "mail.eml")
    assert (first.text.headline, second.text.headline) == ("Ferry stops", "Ferry line to close for the winter")
    assert "Attached: quay.png" in first.text.ednote


@pytest.mark.parametrize("subject", ["Ferry stops", "Re: Ferry stops", "FW: [desk] Fwd: Ferry stops"])
def test_the_subject_is_the_headline_unless_the_text_has_one(subject: str) -> None:
    (plain,) = read_drafts(mail(BODY, subject).as_bytes())
    (own,) = read_drafts(mail(HEAD + BODY, subject).as_bytes())
    assert (plain.text.headline, own.text.headline) == ("Ferry stops", "Ferry line to close for the winter")


def test_a_mail_with_nothing_to_read_is_refused() -> None:
    message = mail("")
    message.add_attachment(b"\0" * 64, maintype="image", subtype="png", filename="quay.png")
    with pytest.raises(Unreadable, match="has no text"):
        read_drafts(message.as_bytes(), "mail.eml")


def test_a_guessed_set_is_told_and_another_can_be_named() -> None:
    data = b"\xf0\xa8 \xb9\xd7\xe3 \xdd\xbb \xa6\xc7."
    (guessed,) = read_drafts(data, "x.txt")
    (named,) = read_drafts("Fähre, Übung".encode("cp850"), "x.txt", "cp850")
    assert guessed.doubt
    assert guessed.doubt in guessed.text.ednote
    assert "Fähre, Übung" in named.text.headline + named.text.body.body_text
    with pytest.raises(Refused, match="no character set"):
        read_drafts(COPY, "x.txt", "klingon")


def test_a_file_is_read_apart_with_the_set_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes((HEAD + BODY + "\n\nDie Fähre hält an.").encode("cp850"))
    (draft,) = read_copy(path, "cp850")
    assert "Fähre" in draft.text.body.body_text


def test_a_mail_and_what_is_attached_to_it_are_read_in_the_set_that_is_named() -> None:
    message = mail("The café by the quay stays open, the line said. " * 9)
    message.add_attachment("The café on the hill is shut.".encode("mac_roman"), "text", "plain", filename="hill.txt")
    data = message.as_bytes().replace(b"caf=C3=A9", b"caf=8E")
    found = read_drafts(data, "mail.eml", "mac_roman")
    assert [draft.charset for draft in found] == ["mac_roman"] * 2
    assert ["café" in draft.text.body.body_text for draft in found] == [True, True]


def test_the_copy_of_a_mail_stands_before_what_is_told_of_it() -> None:
    (draft,) = read_drafts(mail(f"Hello,\n\n{HEAD}{BODY}\n\n-- \nNora").as_bytes(), "mail.eml")
    roles = [bool(part.role) for part in draft.parts]
    assert roles == sorted(roles, reverse=True)
    assert draft.parts[-1].text == "Nora"
