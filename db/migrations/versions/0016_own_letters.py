"""The full-text index holds words with letters of their own, too; it is made anew."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the index away: `db/store/search_index.py` makes it behind the newest script."""
    op.execute("DROP TABLE IF EXISTS story_search")
