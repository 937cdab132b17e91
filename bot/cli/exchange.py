"""`knowledge import` and `knowledge export`: places from open data, and to it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from bot.cli.session import fail, open_workshop, tell
from bot.domain.open_data.geojson import feature_collection
from bot.domain.open_data.layouts import LAYOUTS, Format
from bot.domain.open_data.mediation import FIELDS
from bot.domain.open_data.report import TO_READ, Fate, Outcome, tally
from bot.usecases.exchange_ports import UnreadableFileError


class ExportFormat(StrEnum):
    """A layout that places are written in."""

    MEDIATION = "mediation-numerique"
    GEOJSON = "geojson"


File = Annotated[Path, typer.Argument(metavar="FICHIER", help="Le fichier.")]


def import_places(
    file: File,
    *,
    format_: Annotated[Format, typer.Option("--format", help="Son format.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Ne rien écrire.")] = False,
    dated: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="Date de l'édition.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Répondre en JSON.")] = False,
) -> None:
    """Lit un fichier de données ouvertes : chaque ligne devient un lieu, ou dit pourquoi non."""
    workshop = open_workshop()
    try:
        table = workshop.open_table(file)
    except UnreadableFileError as error:
        fail(str(error))
    missing = LAYOUTS[format_].missing(table.header)
    if missing:
        fail(f"{file} : colonne(s) absente(s) pour {format_} : {', '.join(missing)}")
    terms = workshop.importing.terms(format_, dated.date() if dated else None)
    outcomes = workshop.importing.read(table, terms, dry_run=dry_run)
    _tell_import(tuple(_followed(outcomes, table.count)), as_json=as_json)
    if dry_run:
        tell("Essai : rien n'a été écrit.")


def export_places(
    file: File,
    *,
    format_: Annotated[ExportFormat, typer.Option("--format", help="Le format voulu.")],
) -> None:
    """Écrit les lieux dans un format de données ouvertes."""
    workshop = open_workshop()
    try:
        match format_:
            case ExportFormat.MEDIATION:
                rows, left = workshop.exporting.mediation()
                workshop.write_table(file, FIELDS, rows)
                count = len(rows)
            case ExportFormat.GEOJSON:
                places, left = workshop.exporting.located()
                workshop.write_json(file, feature_collection(places))
                count = len(places)
    except UnreadableFileError as error:
        fail(str(error))
    for place in left:
        typer.echo(f"{place.place} : laissé de côté : {place.reason}")
    typer.echo(f"{count} lieu(x) dans {file}, {len(left)} laissé(s) de côté")


def _followed(outcomes: Iterator[Outcome], count: int) -> Iterator[Outcome]:
    """The same outcomes, with a bar on the terminal of whoever waits."""
    console = Console(stderr=True)
    yield from track(
        outcomes,
        "Import",
        total=max(count, 1),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _tell_import(outcomes: Sequence[Outcome], *, as_json: bool) -> None:
    totals = tally(outcomes)
    if as_json:
        told = [asdict(it) for it in outcomes if it.fate is not Fate.UNCHANGED]
        report = {"totals": totals, "lines": told}
        typer.echo(json.dumps(report, ensure_ascii=False, indent=1))
        return
    for outcome in outcomes:
        if outcome.fate in TO_READ:
            typer.echo(str(outcome))
    typer.echo(", ".join(f"{fate} : {total}" for fate, total in totals.items()))
