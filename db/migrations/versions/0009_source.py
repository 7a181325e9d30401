"""Where copy came from."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to this revision; the index is made anew, since the source is searched."""
    for table in ("story", "revision"):
        op.add_column(table, sa.Column("source", sa.String(), nullable=False, server_default=""))
    op.execute("DROP TABLE IF EXISTS story_search")
