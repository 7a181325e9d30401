"""Differences of two texts as HTML: in one line, or the older text beside the newer one."""

from collections.abc import Iterable, Sequence
from html import escape

from db.fields import title_of
from db.text.compare import ChangeKind, Fragment, Hunk
from desktop.localization import tr
from desktop.look.theme import Theme

BACK = "back:"
"""Begins the link that puts a hunk back; its number follows."""
_SIZE = 16
"""Pixels of the words: as large as plain writing in a story."""


def as_html(hunks: Iterable[Hunk], theme: Theme, *, beside: bool = False, may_put_back: bool = False) -> str:
    """What is gone struck through, what is new underlined, both on a ground of their colour.

    `beside` the older text stands at the left; with `may_put_back` each hunk has a link `back:` and its number.
    """
    parts = []
    for number, hunk in enumerate(hunks):
        back = f' · <a href="{BACK}{number}">{escape(tr("Put back"))}</a>' if may_put_back else ""
        parts.append(_heading(hunk, theme, back) + (_pair(hunk, theme) if beside else _line(hunk.pieces, theme)))
    family = theme.fonts.serif
    return f"<div style=\"font-family: '{family}'; font-size: {_SIZE}px; line-height: 140%\">{''.join(parts)}</div>"


def _heading(hunk: Hunk, theme: Theme, back: str) -> str:
    note = f" · {escape(hunk.note)}" if hunk.note else ""
    return f'<p style="color: {theme.color("muted").name()}">{escape(tr(title_of(hunk.place)))}{note}{back}</p>'


def _line(pieces: Iterable[Fragment], theme: Theme) -> str:
    return f"<p>{_words(pieces, theme)}</p>"


def _pair(hunk: Hunk, theme: Theme) -> str:
    """The older words at the left, the newer at the right."""
    sides = (
        [piece for piece in hunk.pieces if piece.kind is not ChangeKind.INSERTED],
        [piece for piece in hunk.pieces if piece.kind is not ChangeKind.DELETED],
    )
    cells = "".join(f'<td width="50%" valign="top">{_words(side, theme)}</td>' for side in sides)
    return f'<table width="100%" cellspacing="0" cellpadding="6"><tr>{cells}</tr></table>'


def _words(pieces: Iterable[Fragment] | Sequence[Fragment], theme: Theme) -> str:
    gone, new = theme.color("bad_soft").name(), theme.color("good_soft").name()
    forms = {
        ChangeKind.SAME: "{}",
        ChangeKind.DELETED: f'<s style="background: {gone}">{{}}</s>',
        ChangeKind.INSERTED: f'<u style="background: {new}">{{}}</u>',
    }
    return "".join(forms[piece.kind].format(escape(piece.text)) for piece in pieces)
