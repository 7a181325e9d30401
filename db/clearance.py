"""Whether a story may leave the newsroom clean, for print. Pure: whoever sets type asks it without a database."""

from db.stages import Stage
from db.values import StoryCard


def why_not_clean(story: StoryCard) -> str:
    """Why a story may not be exported clean, in one sentence; an empty string when it may."""
    if story.stage is not Stage.PUBLISH:
        return f"{story.slug} is in {story.stage}, not approved: only a proof can be made of it."
    if story.sign_off is None or story.sign_off.content_hash != story.content_hash:
        return f"The text of {story.slug} is not the text that was signed off: only a proof can be made of it."
    return ""
