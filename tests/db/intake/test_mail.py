"""Mails: their text and what their head says, however they are made; one made to do harm is refused in a sentence."""

import base64
from email.message import EmailMessage

import pytest

from db.errors import Unreadable
from db.intake import read_bytes
from db.intake.mail import name_of_sender, read_mail, unflowed

HEAD = b"From: Ida Holm <ida@example.org>\r\nSubject: Ferry to stop\r\nMIME-Version: 1.0\r\n"
TEXT = "The ferry will stop on the first of December."


def mail(*heads: bytes, body: bytes = TEXT.encode()) -> bytes:
    return HEAD + b"".join(head + b"\r\n" for head in heads) + b"\r\n" + body


def text_of(data: bytes) -> str:
    found = read_mail(data, "mail.eml")
    assert found is not None
    return found.text.strip()


def nested(depth: int) -> bytes:
    """Multiparts within one another."""
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level) for level in range(depth)
    )
    return HEAD + opening + b"Content-Type: text/plain\r\n\r\n" + TEXT.encode()


def test_a_plain_mail_is_its_text_with_subject_and_sender() -> None:
    found = read_mail(mail(), "mail.eml")
    assert found is not None
    assert (found.text, found.subject, found.sender) == (TEXT, "Ferry to stop", "Ida Holm")
    assert found.heads == {"From": "Ida Holm <ida@example.org>", "Subject": "Ferry to stop", "MIME-Version": "1.0"}


def test_what_only_begins_like_a_mail_is_none() -> None:
    assert read_mail(b"Note: this\nis a story: of two lines\n", "x.txt") is None
    assert read_mail(b"Ab: x\nCd: y\n\nThe text.", "x.txt") is None


def several() -> EmailMessage:
    whole = EmailMessage()
    whole["From"], whole["Subject"] = "Ida Holm <ida@example.org>", "Fähre"
    whole.set_content(TEXT)
    return whole


def test_of_alternatives_the_plain_one_is_the_text_and_what_is_attached_is_named() -> None:
    whole = several()
    whole.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    whole.add_attachment("notes", filename="notes.txt")
    whole.add_attachment(b"\0" * 64, maintype="image", subtype="png", filename="quay.png")
    found = read_mail(whole.as_bytes(), "mail.eml")
    assert found is not None
    assert (found.text.strip(), found.subject) == (TEXT, "Fähre")
    assert [(one.name, one.is_text) for one in found.attachments] == [("notes.txt", True), ("quay.png", False)]


def test_all_parts_that_are_text_are_the_text() -> None:
    whole = several()
    whole.make_mixed()
    more = EmailMessage()
    more.set_content("It will run again in spring.")
    whole.attach(more)
    assert text_of(whole.as_bytes()) == f"{TEXT}\n\n\nIt will run again in spring."


def test_html_alone_is_read_as_text() -> None:
    html = b"<style>p {}</style><p>The ferry &ndash; stops.</p><p>It was old.</p>"
    assert (
        text_of(mail(b"Content-Type: text/html; charset=utf-8", body=html)) == "The ferry \u2013 stops.\n\nIt was old."
    )


def test_what_is_labelled_latin_1_is_read_as_what_programs_write() -> None:
    head = (b"Content-Type: text/plain; charset=iso-8859-1", b"Content-Transfer-Encoding: 8bit")
    assert text_of(mail(*head, body="“It’s late…”".encode("cp1252"))) == "“It’s late…”"


@pytest.mark.parametrize(
    ("text", "delsp", "joined"),
    [
        ("The fer \nry stops.\nSo.", True, "The ferry stops.\nSo."),
        ("The \nferry stops.", False, "The ferry stops."),
        ("> We \n> say.\nNo.", False, "> We say.\nNo."),
        ("Bye \n-- \nIda", False, "Bye \n-- \nIda"),
    ],
)
def test_soft_line_ends_of_flowed_text_are_taken_out(text: str, delsp: bool, joined: str) -> None:
    assert unflowed(text, delsp=delsp) == joined


@pytest.mark.parametrize(
    "charset", [b"undefined", b"utf__8", b"idna", b"punycode", b"zlib", b"hex", b"", b"\xff", b"x" * 9_000]
)
def test_an_encoding_that_is_none_is_guessed(charset: bytes) -> None:
    assert text_of(mail(b"Content-Type: text/plain; charset=" + charset)) == TEXT


@pytest.mark.parametrize(
    "way", [b"8bit", b"weird", b"(comment) 7bit", b"quoted-printable", b"\xff", b"=?utf-8?q?8bit?="]
)
def test_a_way_of_packing_that_is_none_leaves_the_text(way: bytes) -> None:
    assert text_of(mail(b"Content-Transfer-Encoding: " + way)) == TEXT


def test_packed_text_is_unpacked() -> None:
    packed = base64.encodebytes("Fähre".encode("cp1252"))
    head = (b"Content-Type: text/plain; charset=windows-1252", b"Content-Transfer-Encoding: base64")
    assert text_of(mail(*head, body=packed)) == "Fähre"


@pytest.mark.parametrize(
    "head",
    [
        b"Message-ID:", b"Message-ID: <", b"Message-ID: <@>", b"Message-ID: <[]>", b"Received: ;;;",
        b"To: " + b"(" * 3_000, b"Date: =?utf-8?b?!?=", b"To: =?undefined?q?a?=", b"To: =?idna?b?eA==?=",
        b"Content-Type: text/plain" + b"".join(b";\r\n a*%d=b" % number for number in range(100_000)),
        b"Content-Disposition: inline" + b"".join(b";\r\n a%d*0=b" % number for number in range(100_000)),
        b"Date: " + b"=?a?q?" * 9_000, b"To: " + b"a@b," * 20_000, b"To: \xff\xfe",
    ],
)  # fmt: skip
def test_no_line_of_the_head_keeps_a_mail_from_being_read(head: bytes) -> None:
    assert text_of(mail(head)) == TEXT


@pytest.mark.parametrize(
    "sender",
    ["", "(" * 3_000, "<" * 3_000, '"' * 3_000, "@,@,@", "a@[", "Ida (Holm", "Ida <ida@example.org", ":;" * 900, "\\"],
)
def test_no_sender_keeps_a_mail_from_being_read(sender: str) -> None:
    assert isinstance(name_of_sender(sender), str)
    data = b"From: " + sender.encode() + b"\r\nSubject: Ferry\r\nDate: today\r\n\r\n" + TEXT.encode()
    assert read_bytes(data, "mail.eml").text.headline == "Ferry"


@pytest.mark.parametrize(
    "data",
    [
        nested(1_000),
        HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 2_000,
        mail(b'Content-Type: multipart/mixed; boundary="b"', body=b"--b\r\n\r\nx\r\n" * 10_000),
    ],
    ids=["within one another", "mails within mails", "10,000 parts"],
)
def test_a_mail_of_more_parts_than_any_has_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"mail\.eml is a mail of more parts"):
        read_mail(data, "mail.eml")


def test_a_mail_sent_on_many_times_is_read() -> None:
    assert text_of(nested(20)) == TEXT


def test_folded_lines_that_are_no_head_are_read_at_once() -> None:
    assert read_mail(b"Ab: x\r\n" + b" y\r\n" * 500 + b"!", "x.txt") is None


@pytest.mark.parametrize("charset", [b"undefined", b'"undefined"*', b"u\0tf-8"])
def test_no_encoding_keeps_a_text_of_odd_bytes_from_being_unpacked(charset: bytes) -> None:
    head = (b"Content-Type: text/plain; charset=" + charset, b"Content-Transfer-Encoding: 8bit")
    assert text_of(mail(*head, body="Fähre".encode())) == "Fähre"


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_head_with_letters_beyond_ascii_that_says_nothing_of_them_is_read(charset: str) -> None:
    heads = "From: Jörg Müller <j@example.org>\nSubject: Der Bürgerbus fährt für Gäste über Brücken\n".encode(charset)
    found = read_mail(heads + b"\nThe bus runs.\n", "mail.eml")
    assert found is not None
    assert (found.subject, found.sender) == ("Der Bürgerbus fährt für Gäste über Brücken", "Jörg Müller")
