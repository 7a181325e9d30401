"""What was exported, signed by who exported it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up to this revision."""
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.add_column(sa.Column("signature", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("public_key", sa.String(), nullable=False, server_default=""))
