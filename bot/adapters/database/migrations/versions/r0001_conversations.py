"""Conversations, their turns, and whether answers helped."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the first tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "conversations",
        sa.Column("key", sa.String, nullable=False),
        sa.Column("session", sa.Text, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_conversations"),
    )
    op.create_index("ix_conversations_updated_at", "conversations", ["updated_at"])
    op.create_table(
        "turns",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("conversation", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("goal", sa.String, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("degraded", sa.Boolean, nullable=False),
        sa.Column("unanswered", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversations.key"],
            name="fk_turns_conversation",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_turns_conversation_at", "turns", ["conversation", "at"])
    op.create_index("ix_turns_at", "turns", ["at"])
    op.create_table(
        "feedback",
        sa.Column("turn", sa.String, nullable=False),
        sa.Column("useful", sa.Boolean, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.PrimaryKeyConstraint("turn", name="pk_feedback"),
        sa.ForeignKeyConstraint(
            ["turn"], ["turns.id"], name="fk_feedback_turn", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Remove them, with all they hold."""
    op.drop_table("feedback")
    op.drop_table("turns")
    op.drop_table("conversations")
