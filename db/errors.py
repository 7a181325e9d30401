"""What can go wrong in a newsroom that is not a bug: one sentence that says what happened, to what, and what to do."""


class NewsroomError(Exception):
    """A fault of the surroundings or a refusal, fit to be shown: `str(error)` is one sentence for the user."""


class NotFound(NewsroomError):
    """What was asked for is not in this newsroom."""


class Refused(NewsroomError):
    """A rule of the newsroom forbids this; nothing was changed."""


class Stale(NewsroomError):
    """The text was saved by somebody else since it was read; nothing was changed."""


class Unreadable(NewsroomError):
    """A file or database cannot be read as what it claims to be."""


def one_line(message: object) -> str:
    """The text with its line breaks folded, as standard error and message bars want it."""
    return " ".join(str(message).split())
