"""One file's bytes to drafts: a mail with what is attached to it, a wire's story, or plain text; else a refusal."""

import re
from collections.abc import Sequence
from dataclasses import replace

from db.errors import Unreadable
from db.intake import conversation
from db.intake.datelines import starts_with_dateline
from db.intake.decode import MAX_BYTES, charset_title, decode
from db.intake.envelope import Cover
from db.intake.mail import Attachment, Mail, read_mail
from db.intake.printed_mail import PrintedMail, read_printed_mail
from db.intake.text import read_text
from db.intake.wire import WireStory, read_wires
from db.values import Draft

_MOST_DRAFTS = 50
"""Of one mail; what is attached beyond them is named only."""
_NOTE_LONGEST = 60
"""Words up to which a mail's text beside an attached story is a note to the desk."""
_LOOKED_AT = 2_000
"""Characters at the beginning in which a file shows what kind it is."""
_KINDS = (
    (re.compile(r"\s*+<\?xml\b|\s*+<(?:nitf|newsml|newsItem|newsMessage|rss|feed|svg|opml)\b", re.I), "an XML file"),
    (re.compile(r"\s*+(?:<!--[^>]*+>\s*+)*+<(?:!doctype html|html|head|body|table|div|p)\b", re.I), "an HTML page"),
    (re.compile(r'\s*+(?:\{\s*+"[^"\n]{1,60}"\s*+:|\[\s*+(?:\{\s*+"|\[|\]))'), "a JSON file"),
    (re.compile(r"From \S{1,200}+ [^\n]{10,80}\r?\n[A-Za-z-]{2,40}:"), "a mailbox of many mails"),
)
"""Kinds of text file that are no copy, by how they begin."""
_SUBJECT = re.compile(
    r"(?i)^(?:\s*+(?:(?:re|fwd?|fw|aw|wg|tr|rv|antw|sv|vs|story|copy|draft|final|for (?:tomorrow|today|print)"
    r"|转发|轉寄|回复|答复)\s?[:：]|\[[^\]\n]{1,40}\]))+"
)


def read_drafts(data: bytes, name: str = "", charset: str = "") -> tuple[Draft, ...]:
    """The drafts some bytes hold: one, or for a mail one of each text attached. `name` is what messages call them.

    Raises Unreadable, in one sentence, for what is empty, over 10 MB, or no copy, and Refused for a character set
    (`charset`, which they are read in) that is not known.
    """
    mail = read_mail(data, name or "The mail", charset) if len(data) <= MAX_BYTES else None
    return _drafts_of_mail(mail, name, charset) if mail is not None else _drafts_of_text(data, name, charset)


def _drafts_of_text(data: bytes, name: str, charset: str = "", notes: Sequence[str] = ()) -> tuple[Draft, ...]:
    """The draft of plain text, or those of the stories that a wire sent."""
    decoded = decode(data, name or "The text", charset)
    doubt = doubt_of(decoded.charset) if decoded.doubtful else ""
    cover = Cover(notes=tuple(notes), lost=decoded.lost, charset=decoded.charset, charsets=decoded.others, doubt=doubt)
    if wires := read_wires(decoded.text):
        return tuple(_draft_of_wire(wire, name, cover) for wire in wires)
    _refuse_markup(decoded.text[:_LOOKED_AT].lstrip("\ufeff"), name or "The text")
    printed = read_printed_mail(decoded.text)
    return (read_text(decoded.text, name, cover) if printed is None else _draft_of_printed(printed, name, cover),)


def _draft_of_printed(mail: PrintedMail, name: str, cover: Cover) -> Draft:
    """The draft of a mail that was copied out of a mail program."""
    fields = {"headline": _title_of_subject(mail.subject)} if mail.subject else {}
    return read_text(
        mail.copy, name, replace(cover, fields=fields, sender=mail.sender, notes=(*cover.notes, *mail.notes))
    )


def _draft_of_wire(wire: WireStory, name: str, cover: Cover) -> Draft:
    """The draft of a wire's message: its frame names the headline, and all that is text is the story's."""
    doubt = " ".join(filter(None, (cover.doubt, *wire.doubts)))
    whole = "headline" in wire.fields or starts_with_dateline(wire.text.lstrip())
    return read_text(
        wire.text, name, replace(cover, fields=wire.fields, notes=(*cover.notes, *wire.notes), doubt=doubt, whole=whole)
    )


def _refuse_markup(start: str, name: str) -> None:
    kind = next((kind for pattern, kind in _KINDS if pattern.match(start)), "")
    if kind:
        raise Unreadable(
            f"{name} is {kind}, which Galley cannot read yet; save its text as plain text and import that."
        )


def doubt_of(charset: str) -> str:
    """The sentence that tells of a character set that was guessed."""
    return f"The characters were read as {charset_title(charset)}, but another encoding may be meant: look them over."


def _drafts_of_mail(mail: Mail, name: str, charset: str) -> tuple[Draft, ...]:
    """That of the mail's own text, unless it is a note on an attached story; then those of the texts attached."""
    attached = [(one, inner) for one in mail.attachments if one.is_text for inner in (_inner(one, charset),)][
        :_MOST_DRAFTS
    ]
    is_note = bool(attached) and len(mail.text.split()) <= _NOTE_LONGEST
    notes = (*_about(mail), *filter(str.strip, mail.text.splitlines())) if is_note else ()
    drafts = [] if is_note or not mail.text.strip() else [_draft_of_mail(mail, name)]
    for one, inner in attached:
        found = _attached_drafts(one, inner, charset, notes)
        drafts += found
        notes = () if found else notes
    if not drafts and not mail.text.strip():
        raise Unreadable(f"{name or 'The mail'} has no text; save what is attached to it and import that.")
    return tuple(drafts) or (_draft_of_mail(mail, name),)


def _inner(attachment: Attachment, charset: str) -> Mail | None:
    return read_mail(attachment.data, attachment.name, charset) if attachment.kind == "message/rfc822" else None


def _attached_drafts(
    attachment: Attachment, inner: Mail | None, charset: str, notes: Sequence[str]
) -> tuple[Draft, ...]:
    """The drafts of a text or mail that is attached; none where nothing can be read in it."""
    try:
        if inner is not None:
            return (_draft_of_mail(inner, attachment.name, notes),) if inner.text.strip() else ()
        return _drafts_of_text(attachment.data, attachment.name, charset, notes)
    except Unreadable:
        return ()


def _draft_of_mail(mail: Mail, name: str, notes: Sequence[str] = ()) -> Draft:
    text, cover = copy_of(mail)
    return read_text(text, name, replace(cover, notes=(*notes, *cover.notes)))


def copy_of(mail: Mail) -> tuple[str, Cover]:
    """The copy in a mail's text, and what is known of it: its subject, its sender, what is said between people."""
    parted = conversation.part(mail.text, mail.subject, mail.sender)
    fields = {"headline": _title_of_subject(mail.subject)}
    doubt = doubt_of(mail.charset) if mail.doubtful else ""
    notes = (*_about(mail), *parted.notes)
    return parted.copy, Cover(fields, mail.sender, notes, charset=mail.charset, charsets=mail.charsets, doubt=doubt)


def _title_of_subject(subject: str) -> str:
    """The headline that a subject is: what mail programs and desks put before it is no part of one."""
    return _SUBJECT.sub("", subject, count=1).strip()


def _about(mail: Mail) -> tuple[str, ...]:
    """What is told of a mail in the ednote: its head, and the names of all that is attached."""
    attached = [f"Attached: {one.name}" for one in mail.attachments]
    return (*(f"{head}: {said}" for head, said in mail.heads.items()), *attached)
