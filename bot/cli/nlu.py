"""`nlu`: trains the model, and measures it on questions with a known answer."""

import asyncio
import dataclasses
import json
import secrets
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from bot.bootstrap import Workshop
from bot.cli.session import fail, open_workshop, wait_for_model
from bot.domain.evaluation import Figures, Labelled
from bot.settings import ROOT
from bot.usecases.evaluating import evaluate as evaluate_questions
from bot.usecases.ports import TrainingError
from bot.usecases.training import TrainingReport

app = typer.Typer(no_args_is_help=True)

QUESTIONS = ROOT / "nlu" / "evaluation" / "questions.jsonl"


@app.command("train")
def train(*, force: Annotated[bool, typer.Option(help="Même si rien n'a changé.")] = False) -> None:
    """Entraîne un modèle s'il y a du nouveau, et l'active s'il fait au moins aussi bien."""
    workshop = open_workshop()
    with Console(stderr=True).status("Entraînement du modèle (une à deux minutes)…"):
        try:
            report = asyncio.run(workshop.training.train(force=force))
        except TrainingError as error:
            fail(f"L'entraînement n'a pas abouti : {error}", status=1)
    typer.echo(_summary(report))
    raise typer.Exit(0 if report.activated or not report.trained else 1)


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


@app.command("evaluate")
def evaluate(
    *,
    file: Annotated[Path, typer.Option(help="Questions avec `expect` et `also_ok`.")] = QUESTIONS,
    as_json: Annotated[bool, typer.Option("--json", help="Répondre en JSON.")] = False,
) -> None:
    """Mesure l'assistant entier sur un fichier de questions."""
    if not file.is_file():
        fail(f"{file} : fichier absent")
    figures = asyncio.run(_measure(open_workshop(), _questions(file)))
    rows = dataclasses.asdict(figures)
    plain = "\n".join(f"{name}: {value}" for name, value in rows.items())
    typer.echo(json.dumps(rows) if as_json else plain)


def _questions(file: Path) -> list[Labelled]:
    lines = file.read_bytes().splitlines()
    try:
        return [Labelled.model_validate_json(line) for line in lines if line.strip()]
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        fail(f"{file} : {detail['msg']} : {detail['input']!r:.60}")


async def _measure(workshop: Workshop, questions: list[Labelled]) -> Figures:
    database = workshop.passing_database()
    async with workshop.model():
        assistant = workshop.assistant(database, secrets.token_bytes())
        await wait_for_model(workshop)
        return await evaluate_questions(assistant, questions)
