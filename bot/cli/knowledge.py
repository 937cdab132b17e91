"""`knowledge`: every problem of the knowledge base, and its places exchanged."""

import json
from typing import Annotated

import typer

from bot.cli import exchange, freshness
from bot.cli.session import open_workshop
from bot.usecases.checking import has_errors

app = typer.Typer(no_args_is_help=True)
app.command("import")(exchange.import_places)
app.command("export")(exchange.export_places)
app.command("freshness")(freshness.freshness)
app.command("links")(freshness.links)


@app.callback()
def knowledge() -> None:
    """La base de connaissances."""


@app.command("check")
def check(
    *, as_json: Annotated[bool, typer.Option("--json", help="Répondre en JSON.")] = False
) -> None:
    """Montre chaque problème : fichier, ligne, niveau, message."""
    workshop = open_workshop()
    problems = workshop.checking.problems()
    if as_json:
        keys = ("file", "line", "level", "message")
        rows = [{key: getattr(problem, key) for key in keys} for problem in problems]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            typer.echo(str(problem))
        current = workshop.knowledge.current()
        typer.echo(
            f"{len(current.published)} fiches publiées, {len(current.cards)} en tout,"
            f" {len(current.contacts)} contacts, {len(current.places)} lieux,"
            f" {len(problems)} problème(s)"
        )
    raise typer.Exit(1 if has_errors(problems) else 0)
