"""Whether a story may leave the newsroom clean, for print. Pure: whoever sets type asks it without a database."""

import hashlib
from collections.abc import Mapping

from db.stages import Stage
from db.values import Original, SignOff, Story, StoryCard


def why_not_clean(story: StoryCard, layout: str = "") -> str:
    """Why a story may not be exported clean, in one sentence; an empty string when it may.

    `layout` is the format it is to be set in, its own when none is named.
    """
    if story.stage is not Stage.PUBLISH:
        return f"{story.slug} is in {story.stage}, not approved: only a proof can be made of it."
    if story.sign_off is None or story.sign_off.content_hash != story.content_hash:
        return f"The text of {story.slug} is not the text that was signed off: only a proof can be made of it."
    if story.hold is not None:
        return story.hold.sentence(story.slug)
    return _why_not_as_approved(story, story.sign_off, layout)


def _why_not_as_approved(story: StoryCard, approved: SignOff, layout: str) -> str:
    """Why what is printed beside the text is not what was approved; older approvals are of the text alone."""
    if not approved.layout:
        return ""
    beside = {"format": (story.layout, approved.layout), "due date": (story.due, approved.due),
              "desk": (story.desk, approved.desk)}  # fmt: skip
    changed = [name for name, (now, then) in beside.items() if now != then]
    if changed:
        return f"{story.slug}: its {' and '.join(changed)} was changed past Galley, and is not what was approved."
    if layout not in ("", approved.layout):
        return (
            f"{story.slug} was approved in the format {approved.layout}: a page in {layout} is another one, "
            "and only a proof can be made of it."
        )
    return ""


def why_altered(story: Story, originals: Mapping[str, Original]) -> str:
    """Why what is about to be printed is not what was approved, by the hashes of text and pictures as handed over."""
    if story.text.content_hash != story.content_hash:
        return f"{story.slug}: its text was changed past Galley since it was stored, and is not what was approved."
    for name, original in originals.items():
        if hashlib.sha256(original.data).hexdigest() != name:
            return f"{story.slug}: the bytes of its picture {original.name} were changed past Galley."
    return ""
