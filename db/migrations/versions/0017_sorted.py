"""Lists are sorted by any column: what they are sorted by stands with what decides which stories are listed."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to this revision."""
    beside = ["stage", "desk_id", "writer_id", "exported"]
    for name in ("slug", "headline", "words", "due", "changed"):
        op.create_index(f"story_by_{name}", "story", [name, *beside], unique=False)
    op.create_index("story_by_kind", "story", ["kind", "changed", *beside], unique=False)
    op.create_index("story_by_writer", "story", ["writer_id", "changed", "stage", "desk_id", "exported"], unique=False)
