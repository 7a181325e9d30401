"""All that a board lists stories by stands together, so that it need not read the stories themselves."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to this revision."""
    listed = ["stage", "desk_id", "writer_id", "exported", "due", "changed", "words"]
    op.create_index("story_listed", "story", listed, unique=False)
