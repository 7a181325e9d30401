"""What people made of remarks on their words: dismissed ones are not made again there, and all are counted by rule."""

from dataclasses import dataclass

from sqlmodel import col, func, select

from db.acts import Act
from db.errors import NotFound
from db.store.tables import JudgementRow, StoryRow
from db.store.unit_of_work import Database
from db.values import Account

SPELLING = ""
"""Stands for spelling where a rule of house style has its name."""
_AROUND = 12
"""Characters on each side by which a place is known again: two words. With more, edits nearby bring it back."""


@dataclass(frozen=True)
class Quote:
    """Words that a remark is about, with what stands before and behind them in their paragraph."""

    text: str
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Quote":
        """The words between two offsets of a paragraph."""
        return cls(text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])

    def is_at(self, other: "Quote") -> bool:
        """Whether both are the same place: the same words, with the same before or behind them."""
        return self.text == other.text and (self.before == other.before or self.after == other.after)


@dataclass(frozen=True)
class RuleTally:
    """How often a rule's remarks were taken up, and dismissed."""

    accepted: int = 0
    dismissed: int = 0


Dismissed = dict[str, tuple[Quote, ...]]
"""Places at which a remark was dismissed, by the rule's name, or `SPELLING`."""


def is_dismissed(dismissed: Dismissed, rule: str, quote: Quote) -> bool:
    """Whether a rule's remark was dismissed at these words."""
    return any(one.is_at(quote) for one in dismissed.get(rule, ()))


class Judgements:
    """Kept by story for everybody: what the writer dismissed is not asked of the editor again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def dismiss(self, story_id: int, quote: Quote, *, actor: Account, rule: str = SPELLING) -> None:
        """Make a remark no more at these words of a story. Raises NotFound for a story that is not there."""
        self._judge(story_id, quote, rule, actor, accepted=False)

    def accept(self, story_id: int, quote: Quote, *, actor: Account, rule: str) -> None:
        """Count that somebody took up what a rule prefers. Raises NotFound for a story that is not there."""
        self._judge(story_id, quote, rule, actor, accepted=True)

    def dismissed(self, story_id: int) -> Dismissed:
        """Where remarks were dismissed in a story."""
        query = select(JudgementRow).where(JudgementRow.story_id == story_id, col(JudgementRow.accepted).is_(False))
        found: Dismissed = {}
        with self._database.reading() as session:
            for row in session.exec(query.order_by(col(JudgementRow.id))):
                found[row.rule] = (*found.get(row.rule, ()), Quote(row.quote, row.before, row.after))
        return found

    def tallies(self) -> dict[str, RuleTally]:
        """What was made of the remarks of each rule."""
        each = (col(JudgementRow.rule), col(JudgementRow.accepted))
        counts: dict[str, dict[bool, int]] = {}
        with self._database.reading() as session:
            for rule, accepted, number in session.exec(select(*each, func.count()).group_by(*each)):
                counts.setdefault(rule, {})[accepted] = number
        return {rule: RuleTally(of.get(True, 0), of.get(False, 0)) for rule, of in counts.items()}

    def _judge(self, story_id: int, quote: Quote, rule: str, actor: Account, *, accepted: bool) -> None:
        with self._database.change(actor, Act.JUDGE) as unit:
            if unit.session.get(StoryRow, story_id) is None:
                raise NotFound(f"There is no story number {story_id} in this newsroom.")
            row = JudgementRow(
                story_id=story_id, account_id=actor.id, at=unit.now, rule=rule, accepted=accepted, quote=quote.text,
                before=quote.before, after=quote.after,
            )  # fmt: skip
            unit.session.add(row)
            unit.touch("judgements", story_id)
