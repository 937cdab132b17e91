"""`nlu`: trains the model, and measures it on questions with a known answer."""

import asyncio
from typing import Annotated

import typer
from rich.console import Console

from bot.cli import evaluation
from bot.cli.evaluation_text import confused, learned
from bot.cli.session import fail, open_workshop
from bot.usecases.training import TrainingReport
from bot.usecases.training_ports import TrainingError

app = typer.Typer(no_args_is_help=True)
app.command("evaluate")(evaluation.evaluate)


@app.command("train")
def train(*, force: Annotated[bool, typer.Option(help="Même si rien n'a changé.")] = False) -> None:
    """Entraîne un modèle s'il y a du nouveau, et l'active s'il fait au moins aussi bien."""
    workshop = open_workshop()
    with Console(stderr=True).status("Entraînement du modèle (deux à quatre minutes)…"):
        try:
            report = asyncio.run(workshop.training.train(force=force))
        except TrainingError as error:
            fail(f"L'entraînement n'a pas abouti : {error}", status=1)
    typer.echo(_summary(report))
    raise typer.Exit(0 if report.activated or not report.trained else 1)


@app.command("curve")
def curve() -> None:
    """Mesure le modèle seul : validation croisée, et avec moins de phrases."""
    workshop = open_workshop()
    with Console(stderr=True).status("Sept entraînements (une dizaine de minutes)…"):
        try:
            found = asyncio.run(workshop.learning.measure())
        except TrainingError as error:
            fail(f"L'entraînement n'a pas abouti : {error}", status=1)
    typer.echo("\n".join((*learned(found), *confused(found.confusions))))


@app.command("rollback")
def rollback() -> None:
    """Revient au modèle d'avant, avec les poids et les seuils ajustés pour lui."""
    previous = open_workshop().training.roll_back()
    if previous is None:
        fail("Il n'y a pas de modèle plus ancien.", status=1)
    typer.echo(f"Modèle {previous.name} activé : {previous.right:.1%} de bonnes réponses.")


def _summary(report: TrainingReport) -> str:
    record = report.record
    if not report.trained:
        return f"Le modèle {record.name} est à jour."
    verdict = "activé" if report.activated else "gardé de côté : il répond moins bien que l'actuel"
    return (
        f"Modèle {record.name} {verdict} : {record.examples} phrases,"
        f" {record.right:.1%} de bonnes réponses sur les phrases mises de côté"
        f" ({record.wrong:.1%} de réponses fausses et sûres)."
    )
