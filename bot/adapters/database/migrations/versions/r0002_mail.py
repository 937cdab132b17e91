"""Messages that wait to be answered or sent, who has which chat in hand, silences, paces."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the tables of the mail."""
    _create_inbox()
    op.create_table(
        "outbox",
        sa.Column("id", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("chat", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("asked", sa.Boolean, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat_id", "outbox", ["chat", "id"])
    _create("holders", "id", sa.Column("until", MOMENT, nullable=False))
    _create("hands", "chat", sa.Column("holder", sa.String, nullable=False))
    _create("silences", "conversation", sa.Column("at", MOMENT, nullable=False))
    _create("paces", "scope", sa.Column("taken", sa.Text, nullable=False))


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("chat", sa.String, nullable=False),
        sa.Column("sender", sa.String, nullable=False),
        sa.Column("content", sa.Text),
        sa.Column("crowd", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("aside", sa.String),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("reference", name="uq_inbox_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_sender_at", "inbox", ["sender", "at"])
    op.create_index("ix_inbox_at", "inbox", ["at"])
    waits = sa.text("content IS NOT NULL AND aside IS NULL")
    op.create_index(
        "ix_inbox_waiting", "inbox", ["chat", "id"], sqlite_where=waits, postgresql_where=waits
    )


def _create(name: str, key: str, column: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column(key, sa.String, nullable=False),
        column,
        sa.PrimaryKeyConstraint(key, name=f"pk_{name}"),
    )


def downgrade() -> None:
    """Remove them, with all they hold."""
    for name in ("paces", "silences", "hands", "holders", "outbox", "inbox"):
        op.drop_table(name)
