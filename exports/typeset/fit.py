"""How much space a story takes, and what would make it fit."""

from collections.abc import Mapping

from db.values import Picture, Story
from exports.formats import MM, Format
from exports.typeset.place import Setting
from exports.typeset.rows import Body
from exports.typeset.sheet import Fit


def measure(story: Story, fmt: Format, originals: Mapping[str, Picture]) -> Fit:
    """How much space a story takes, over or under its target, and where a cut would fall.

    Only paragraphs that were not measured lately are set; pages are counted, not drawn.
    """
    setting = Setting(story, fmt, originals)
    box, body = setting.picture, setting.body
    lines = len(body.rows) + (box.rows * box.columns if box else 0)
    depth = lines * fmt.baseline
    target = story.target_lines
    over = lines - target if target is not None else 0
    return Fit(
        lines=lines, depth_mm=round(depth / MM, 2), column_inches=round(depth / 72, 2), pages=len(setting.pages()),
        target=target, over=over, cut=_cut(body, over), advice=_advice(story, lines, over),
    )  # fmt: skip


def _cut(body: Body, over: int) -> tuple[int, int] | None:
    """Block and offset of the first character that is too much."""
    if over <= 0:
        return None
    for at in range(max(0, len(body.rows) - over), len(body.rows)):
        row = body.rows[at]
        if row.line:
            return body.blocks[at], max(0, row.line.start - row.shift)
    return None


def _advice(story: Story, lines: int, over: int) -> tuple[str, ...]:
    """What would make it fit, in words: lines are what a newsroom plans in, words what a writer cuts."""
    if not over or not lines:
        return ()
    words = max(1, round(abs(over) * story.words / lines))
    count = f"{abs(over)} line{'s' if abs(over) != 1 else ''}"
    return (
        (f"Cut {count}, about {words} words.",) if over > 0 else (f"There is room for {count}, about {words} words.",)
    )
