"""The length of a story in words a person plans in: lines, centimetres, words over or under."""

from dataclasses import dataclass

from desktop.localization import count, tr
from exports.formats import MM
from exports.units import PER_INCH


@dataclass(frozen=True)
class Length:
    """Lines of a body on a grid, beside its target."""

    lines: int
    target: int | None
    baseline: float
    """Points from line to line."""
    words: int = 0

    @property
    def over(self) -> int:
        """Lines over the target; negative when under it."""
        return self.lines - self.target if self.target is not None else 0

    @property
    def words_over(self) -> int:
        """Words that so many lines hold in this story, about."""
        return max(1, round(abs(self.over) * self.words / self.lines)) if self.over and self.lines else 0

    @property
    def fit(self) -> str:
        """Over, under or in the target; empty where there is none."""
        if self.target is None:
            return ""
        if not self.over:
            return tr("Fits")
        lines = count(abs(self.over), "{n} line", "{n} lines")
        said = tr("▲ {lines} over") if self.over > 0 else tr("{lines} under")
        parts = [said.format(lines=lines), _centimetres(abs(self.over) * self.baseline)]
        if self.words_over:
            parts.append(tr("about {words}").format(words=count(self.words_over, "{n} word", "{n} words")))
        return " · ".join(parts)

    @property
    def size(self) -> str:
        """Lines of all of it, and how deep they are."""
        lines = count(self.lines, "{n} line", "{n} lines")
        if self.target is not None:
            lines = tr("{lines:,} of {target:,} lines").format(lines=self.lines, target=self.target)
        depth = self.lines * self.baseline
        inches = tr("{n} column in").format(n=f"{depth / PER_INCH:.1f}")
        return f"{lines} · {_centimetres(depth)} · {inches}"


def _centimetres(points: float) -> str:
    return tr("{n} cm").format(n=f"{points / MM / 10:.1f}")
