"""A mail that somebody copied out of a mail program as text: its printed head names subject and sender, in the
program's language. Below it, or below a short note, stands the copy; below a longer text only what that text answers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from db.intake.conversation import FEW_WORDS, head_of_another, part, word_count

_SUBJECT = re.compile(r"(?i)[>* ]*(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|тема|konu|主题|件名)")
_SENT = re.compile(
    r"(?i)[>* ]*(?:sent|date|gesendet|datum|envoyé|fecha|enviad[oa](?: e[lm])?|inviato|data|verzonden|wysłano"
    r"|отправлено|дата|gönderildi|tarih|发送时间|时间|日期|送信日時)"
)
_FROM = re.compile(r"(?i)[>* ]*(?:from|von|de|da|van|od|от|kimden|gönderen|发件人|差出人)")
_SAYS = re.compile(r"\s?\*?[:：]\*?\s*")
_ADDRESS = re.compile(r"[<\[(].*|\S+@.*")
_LOOKED_AT = 400
"""Lines within which the head stands: what is answered below a story of many pages is no news to anybody."""


@dataclass(frozen=True)
class PrintedMail:
    """A mail as a text prints it."""

    copy: str
    notes: tuple[str, ...]
    """Lines that are not copy: the head, and what is said between people."""
    subject: str = ""
    sender: str = ""
    """The name of who sent the copy."""


def read_printed_mail(text: str) -> PrintedMail | None:
    """The mail a text prints; None for a text that prints no mail's head."""
    lines = [line.rstrip() for line in text.split("\n")]
    start, end = head_of_another(lines[:_LOOKED_AT])
    head = [line for line in lines[start:end] if line.strip()]
    subject = _said(head, _SUBJECT)
    if not (subject and _said(head, _SENT)):
        return None
    if word_count(lines[:start]) >= FEW_WORDS:
        answer = part(text)
        return PrintedMail(answer.copy, answer.notes)
    sender = _ADDRESS.sub("", _said(head, _FROM)).strip(' "')
    copy = part("\n".join(lines[end:]), subject, sender)
    above = filter(str.strip, lines[:start])
    return PrintedMail(copy.copy, (*above, *head, *copy.notes), subject, sender)


def _said(head: Sequence[str], name: re.Pattern[str]) -> str:
    """What the line of a head says that begins with this name."""
    for line in head:
        found = name.match(line)
        says = _SAYS.match(line, found.end()) if found else None
        if says:
            return line[says.end() :].strip()
    return ""
