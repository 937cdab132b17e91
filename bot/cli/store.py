"""`db` and `purge`: what is kept, and for how long."""

import asyncio

import typer

from bot.cli.session import fail, open_workshop
from bot.usecases.ports import UnavailableError

app = typer.Typer(no_args_is_help=True)


@app.callback()
def db() -> None:
    """La base de données."""


@app.command("upgrade")
def upgrade() -> None:
    """Met les tables dans leur forme actuelle."""
    try:
        open_workshop().database().upgrade()
    except UnavailableError as error:
        fail(f"La base de données ne répond pas : {error}", status=1)
    typer.echo("La base de données est à jour.")


def purge() -> None:
    """Efface les conversations qui ont dépassé leur durée de conservation."""
    try:
        workshop = open_workshop()
        database = workshop.database()
        count = asyncio.run(workshop.purge(database, workshop.conversations(database)))
    except UnavailableError as error:
        fail(f"La base de données ne répond pas : {error}", status=1)
    typer.echo(f"{count} échange(s) effacé(s).")
