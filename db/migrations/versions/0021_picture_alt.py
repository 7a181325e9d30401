"""What a picture shows, as its file says it."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to this revision."""
    with op.batch_alter_table("picture", schema=None) as batch_op:
        batch_op.add_column(sa.Column("alt", sa.String(), nullable=False, server_default=""))
