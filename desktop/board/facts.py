"""Facts of a story on its card beside slug and headline: badges, length, who holds it. Drawn, and read aloud.

A badge tells its status by sign and word as well as by colour.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from db.stages import Move, Stage
from db.values import Account, StoryCard
from desktop.localization import clock, count, day_and_time, full_time, length_of, tr, words

SOON = timedelta(hours=1)
"""From this long before it is due a story is marked as due soon."""


@dataclass(frozen=True)
class Badge:
    """A sign and a few words in the colour of a role; on a soft ground when it has one."""

    text: str
    sign: str = ""
    """Name of an icon."""
    role: str = "muted"
    ground: str = ""
    bold: bool = False


@dataclass(frozen=True)
class Bar:
    """Share of the space that is filled."""

    share: float
    over: int
    """Lines over the target; negative when there is room left."""


def badges(card: StoryCard, now: datetime) -> list[Badge]:
    """Badges right of the slug: correction, sign-off, or when it is due."""
    found = []
    if card.corrections and card.stage is not Stage.KILLED:
        found.append(Badge(tr("correction {n}").format(n=card.corrections), "undo-2", "bad", "bad_soft", bold=True))
    if card.stage is Stage.PUBLISH:
        return found + _sign_off(card)
    if card.stage in (Stage.DRAFT, Stage.EDIT) and card.due is not None:
        found.append(due_badge(card.due, now))
    return found


def talk(card: StoryCard) -> Badge | None:
    """The number of comments that wait for an answer, beside the badges."""
    return Badge(str(card.open_comments), "message-square", "warning") if card.open_comments else None


def talked(card: StoryCard) -> str:
    """The same in words; empty when none waits."""
    return count(card.open_comments, "{n} open comment", "{n} open comments") if card.open_comments else ""


def due_badge(due: datetime, now: datetime) -> Badge:
    """Late, soon, or simply when."""
    if due < now:
        return Badge(
            tr("late {time}").format(time=length_of(now - due)), "triangle-alert", "bad", "bad_soft", bold=True
        )
    text = tr("due {time}").format(time=day_and_time(due, now))
    return Badge(text, "clock", "warning", "warning_soft") if due - now <= SOON else Badge(text)


def _sign_off(card: StoryCard) -> list[Badge]:
    if card.sign_off is None:
        return []
    short = tr("{initials}") if card.corrections else tr("signed off {initials}")
    text = short.format(initials=card.sign_off.initials)
    return [Badge(text, "check", "good", "good_soft")]


def holder(card: StoryCard, me: Account) -> Badge | None:
    """The person who is writing in it."""
    if card.claim is None:
        return None
    if card.claim.login == me.login:
        return Badge(tr("you are writing"), "pencil", "accent")
    return Badge(tr("held by {name}").format(name=card.claim.name), "lock")


def length(card: StoryCard) -> str:
    """Length of it."""
    return words(card.words)


def byline(card: StoryCard) -> str:
    """The byline without its "By", or the writer's name in its place."""
    text = card.byline.strip()
    return text[3:].strip() if text[:3].casefold() == "by " else text or card.writer_name


_NOTED = {
    Move.SUBMIT: (Stage.EDIT, "", "message-square", "accent"),
    Move.RETURN: (Stage.DRAFT, "returned", "corner-up-left", "accent"),
    Move.RECALL: (Stage.EDIT, "recalled", "rotate-ccw", "warning"),
    Move.CORRECT: (Stage.EDIT, "to correct", "undo-2", "bad"),
    Move.SPIKE: (Stage.SPIKED, "spiked", "archive", "muted"),
    Move.KILL: (Stage.KILLED, "killed", "ban", "bad"),
}
"""Moves whose note is shown for as long as the story stands where the move put it."""


def note(card: StoryCard, now: datetime) -> Badge | None:
    """The last line of a card: why it came back or was taken off, or when it was exported."""
    if card.exported is not None:
        return Badge(tr("exported {time}").format(time=day_and_time(card.exported, now)), "file-output")
    stage, word, sign, role = _NOTED.get(card.last_move, (None, "", "", "")) if card.last_move else (None, "", "", "")
    if card.stage is not stage:
        return None
    said = ": ".join(filter(None, (tr(word) if word else "", card.last_note)))
    return Badge(said, sign, role) if said else None


def bar(card: StoryCard) -> Bar | None:
    """Share of its space that is full, when both depth and target are known."""
    if not card.target_lines or card.lines is None:
        return None
    return Bar(min(card.lines / card.target_lines, 1.0), card.lines - card.target_lines)


def over(fill: Bar) -> str:
    """Excess of a story that is too long, in words; empty when it fits."""
    return count(fill.over, "{n} line over", "{n} lines over") if fill.over > 0 else ""


def home(card: StoryCard, *, desk: bool = True) -> str:
    """The desk of a story, if that is to be said, and its kind if it has one."""
    return " · ".join(filter(None, (card.desk if desk else "", card.kind)))


def spoken(card: StoryCard, me: Account, now: datetime) -> str:
    """The whole card as a screen reader says it."""
    fill, held, said = bar(card), holder(card, me), note(card, now)
    parts = [card.slug, card.headline, tr("by {name}").format(name=byline(card)), home(card), card.stage.value]
    parts += [badge.text for badge in badges(card, now)]
    parts += [length(card), talked(card), over(fill) if fill else ""]
    parts += [held.text if held else "", said.text if said else ""]
    return ", ".join(part for part in parts if part)


def tooltip(card: StoryCard, now: datetime) -> str:
    """Facts for which the card has no room, one a line."""
    lines = [
        card.headline or tr("No headline yet"),
        tr("{desk} · {layout} · revision {n}").format(desk=home(card), layout=card.layout, n=card.version),
        tr("written by {name}").format(name=card.writer_name),
        tr("changed {time}").format(time=full_time(card.changed)),
    ]
    lines += [tr("due {time}").format(time=full_time(card.due))] if card.due else []
    if card.claim is not None:
        lines.append(tr("held by {name} since {time}").format(name=card.claim.name, time=clock(card.claim.since)))
    if card.target_lines:
        lines.append(tr("{lines} of {target} lines").format(lines=card.lines or "?", target=card.target_lines))
    lines += [talked(card)] if card.open_comments else []
    said = note(card, now)
    return "\n".join([*lines, said.text] if said else lines)
