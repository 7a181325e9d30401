"""Keys that lay unsealed are taken out, as `db/store/open_keys.py` does; no table changes."""

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to this revision: they are."""
