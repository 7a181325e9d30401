"""The full-text index."""

import sqlalchemy as sa
from alembic import op
from sqlmodel import Session

from db.story.search import reindex

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index and put every story's newest text into it."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE story_search USING fts5("
            "headline, dek, byline, slug, body, cutlines, tokenize = 'unicode61 remove_diacritics 2')"
        )
    else:
        op.create_table(
            "story_search",
            sa.Column("story_id", sa.Integer(), sa.ForeignKey("story.id"), primary_key=True),
            sa.Column("words", sa.dialects.postgresql.TSVECTOR(), nullable=False),
        )
        op.create_index("story_search_words", "story_search", ["words"], postgresql_using="gin")
    with Session(bind=connection) as session:
        reindex(session)
