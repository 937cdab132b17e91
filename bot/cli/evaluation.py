"""`nlu evaluate`: measures the assistant on questions with a known answer."""

import asyncio
import json
import secrets
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from pydantic import ValidationError
from rich.console import Console

from bot.bootstrap import Workshop
from bot.cli.evaluation_text import told
from bot.cli.session import fail, open_workshop, tell, wait_for_model
from bot.domain.evaluation import Labelled
from bot.domain.evaluation.document import document
from bot.domain.evaluation.results import Evaluation, unquoted
from bot.settings import ROOT
from bot.usecases.evaluation_ports import ReportError

QUESTIONS = ROOT / "nlu" / "evaluation" / "questions.jsonl"


def evaluate(
    *,
    file: Annotated[Path, typer.Option(help="Questions avec `expect` et `also_ok`.")] = QUESTIONS,
    as_json: Annotated[bool, typer.Option("--json", help="Répondre en JSON.")] = False,
    report: Annotated[
        Path | None,
        typer.Option(metavar="DOSSIER", help="Où écrire evaluation.html et evaluation.json."),
    ] = None,
    robustness: Annotated[
        bool, typer.Option(help="Mesurer aussi les questions écrites autrement : cinq fois plus.")
    ] = True,
    examples: Annotated[bool, typer.Option(help="Citer des questions dans le rapport.")] = True,
) -> None:
    """Mesure l'assistant entier sur un fichier de questions."""
    asked = _Asked(_questions(file), file.name, robustness)
    workshop = open_workshop()
    try:
        folder = workshop.report_folder(report) if report else None
        evaluation = _evaluate(workshop, asked)
        if folder:
            page = folder.write(evaluation if examples else unquoted(evaluation))
            tell(f"Rapport : {page}")
    except ReportError as error:
        fail(str(error))
    shown = unquoted(evaluation)
    typer.echo(json.dumps(document(shown), ensure_ascii=False) if as_json else told(shown))


class _Asked(NamedTuple):
    questions: list[Labelled]
    source: str
    robustness: bool


def _questions(file: Path) -> list[Labelled]:
    if not file.is_file():
        fail(f"{file} : fichier absent")
    lines = file.read_bytes().splitlines()
    try:
        return [Labelled.model_validate_json(line) for line in lines if line.strip()]
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        fail(f"{file} : {detail['msg']} : {detail['input']!r:.60}")


def _evaluate(workshop: Workshop, asked: _Asked) -> Evaluation:
    with Console(stderr=True).status("Mesure de l'assistant…"):
        return asyncio.run(_measure(workshop, asked))


async def _measure(workshop: Workshop, asked: _Asked) -> Evaluation:
    database = workshop.passing_database()
    async with workshop.model():
        evaluating = workshop.evaluating(workshop.assistant(database, secrets.token_bytes()))
        await wait_for_model(workshop)
        return await evaluating.measure(asked.questions, asked.source, robustness=asked.robustness)
