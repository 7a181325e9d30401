"""What can go wrong in a newsroom that is not a bug: one sentence that says what happened, to what, and what to do."""

import re
from pathlib import Path

_LONGEST_WORD = 300
"""Characters of a name or path in a sentence: the longest that people give, and three lines of a message bar."""
_TOO_LONG = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_LONGEST_SENTENCE = 1_200
"""Characters of a message: more is what somebody gave to be refused, not what is said of it."""
_END = 300
"""Characters at the end of a message that is cut: what to do stands there."""


class NewsroomError(Exception):
    """A fault of the surroundings or a refusal, fit to be shown: `str(error)` is one sentence for the user.

    What somebody gave may be of any length and stands in the sentence cut short, so that the rest of it can be read.
    """

    def __init__(self, sentence: str = "") -> None:
        super().__init__(shortened(sentence))


class NotFound(NewsroomError):
    """What was asked for is not in this newsroom."""


class Refused(NewsroomError):
    """A rule of the newsroom forbids this; nothing was changed."""


class SlugRefused(Refused):
    """A story cannot have this slug: another open story has it, or it is malformed."""


class Stale(NewsroomError):
    """The text was saved by somebody else since it was read; nothing was changed."""


class Unreadable(NewsroomError):
    """A file or database cannot be read as what it claims to be."""


class Displaced(NewsroomError):
    """The newsroom's file is no longer the one that was opened; what was being written counts as not written."""


class NeedsPassword(NewsroomError):
    """A server lets nobody in without a password, or not with this one."""

    def __init__(self, sentence: str, *, given: bool) -> None:
        super().__init__(sentence)
        self.given = given
        """Whether it was given one, which was wrong."""


class Damaged(Unreadable):
    """A newsroom's file did not pass its check at opening. It stays where it is until somebody decides."""

    def __init__(self, sentence: str, place: Path, backup: Path | None = None) -> None:
        super().__init__(sentence)
        self.place = place
        self.backup = backup
        """The newest backup that is whole and passes the audit; None when there is none."""


def shortened(sentence: str) -> str:
    """The sentence with overlong words cut at their end and, where it is still too long, without its middle."""
    cut = _TOO_LONG.sub(lambda found: f"{found[0][:_LONGEST_WORD]}…", sentence)
    return cut if len(cut) <= _LONGEST_SENTENCE else f"{cut[: _LONGEST_SENTENCE - _END]} … {cut[-_END:]}"


def one_line(message: object) -> str:
    """The text with its line breaks folded, as standard error and message bars want it."""
    return " ".join(str(message).split())
