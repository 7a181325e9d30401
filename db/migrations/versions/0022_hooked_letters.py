"""The full-text index is made anew: letters with hooks and descenders are found without them, too."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the index away: `db/store/search_index.py` makes it behind the newest script."""
    op.execute("DROP TABLE IF EXISTS story_search")
