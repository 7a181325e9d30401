"""What a part of arriving copy may be taken for, as one table: word, key, sign and colour."""

from dataclasses import dataclass

from db.fields import FIELDS_BY_NAME
from db.values import BODY, CopyPart, LeftOut
from desktop.localization import tr


@dataclass(frozen=True)
class CopyRole:
    """One role."""

    name: str
    """Name of a field, `BODY`, or empty for what is left out."""
    title: str
    key: str
    """The key that gives it to the selected lines."""
    sign: str
    """Name of an icon."""
    colour: str
    """Role of a colour of the theme."""
    ground: str = ""
    """That of what lies under the words; none where empty."""


ROLES = (
    CopyRole("kicker", FIELDS_BY_NAME["kicker"].title, "K", "newspaper", "draft", "warning_soft"),
    CopyRole("headline", FIELDS_BY_NAME["headline"].title, "H", "heading", "accent", "accent_soft"),
    CopyRole("dek", FIELDS_BY_NAME["dek"].title, "D", "text-quote", "draft", "warning_soft"),
    CopyRole("byline", FIELDS_BY_NAME["byline"].title, "B", "user", "publish", "good_soft"),
    CopyRole("dateline", FIELDS_BY_NAME["dateline"].title, "L", "send", "publish", "good_soft"),
    CopyRole(BODY, "Paragraph", "P", "pilcrow", "text"),
    CopyRole("ednote", FIELDS_BY_NAME["ednote"].title, "N", "message-square", "off_path", "hover"),
    CopyRole("slug", FIELDS_BY_NAME["slug"].title, "S", "link", "off_path", "hover"),
    CopyRole("source", FIELDS_BY_NAME["source"].title, "O", "file-text", "off_path", "hover"),
    CopyRole("", "Leave out", "X", "ban", "muted"),
)
"""In the order in which they are offered."""

SHOWN = tuple(role for role in ROLES if role.name in FIELDS_BY_NAME and FIELDS_BY_NAME[role.name].printed)
"""Roles whose fields stand beside the original."""

_BY_NAME = {role.name: role for role in ROLES}
_BY_KEY = {role.key: role for role in ROLES}
_REASONS = {
    LeftOut.PAGE: "belongs to the page",
    LeftOut.CAPTION: "caption of a picture",
    LeftOut.DATE: "date of publication",
    LeftOut.REPEATED: "said twice",
    LeftOut.NOTE: "note to the desk",
    LeftOut.BY_HAND: "by hand",
}


def role_of(part: CopyPart) -> CopyRole:
    """The role that a part has."""
    return _BY_NAME.get(part.role, _BY_NAME["ednote"])


def role_of_key(key: str) -> CopyRole | None:
    """The role that a key gives."""
    return _BY_KEY.get(key.upper())


def word_of(part: CopyPart) -> str:
    """What a part was taken for, in a word."""
    return tr(role_of(part).title) if part.role else tr("Left out")


def reason_of(part: CopyPart) -> str:
    """Reason why a part is left out; empty where it is not."""
    return tr(_REASONS[part.left_out]) if part.left_out and not part.role else ""
