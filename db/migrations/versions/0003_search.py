"""The full-text index: it is made when all tables are as this Galley needs them, after the newest script."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing: what is searched is a matter of today, and `db/store/search_index.py` makes the index."""
