"""Read by Alembic at each command: works on the connection that it is given."""

from alembic import context

from bot.adapters.database.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite alters a table by making it again.
    render_as_batch=True,
)

with context.begin_transaction():
    context.run_migrations()
