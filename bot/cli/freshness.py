"""`knowledge freshness` and `knowledge links`: what to read again, and which links are dead."""

import asyncio
import json
from contextlib import aclosing
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from bot.bootstrap import Workshop
from bot.cli.session import open_workshop, tell
from bot.domain.dates import french_date
from bot.domain.freshness import Due
from bot.domain.links import CheckedLink, LinkState
from bot.usecases.review_ports import LinkProber
from bot.usecases.reviewing import LinkChecking, is_offline, settled

ENOUGH = 24
"""Links without any answer after which one is offline."""

OFFLINE = "Pas d'accès à internet : aucun lien n'a pu être vérifié."


def freshness(
    *,
    within: Annotated[int, typer.Option(min=0, help="Dans combien de jours au plus.")] = 60,
    as_json: Annotated[bool, typer.Option("--json", help="Répondre en JSON.")] = False,
) -> None:
    """Montre ce qui est à relire, par responsable et par date."""
    found = open_workshop().reviewing.due(timedelta(days=within))
    if as_json:
        typer.echo(json.dumps([_row(it) for it in found], ensure_ascii=False, indent=1))
        return
    for owner, dues in groupby(found, attrgetter("owner")):
        listed = list(dues)
        typer.echo(f"{owner} : {len(listed)} à relire")
        for it in listed:
            typer.echo(f"  {french_date(it.on)} · {it.file} · {it.title} · {it.reason}")
    typer.echo(f"{len(found)} à relire dans les {within} jours")


def links(
    *,
    jobs: Annotated[int, typer.Option(min=1, max=32, help="Demandes en même temps.")] = 8,
    timeout: Annotated[float, typer.Option(min=1, help="Secondes d'attente.")] = 10.0,
    as_json: Annotated[bool, typer.Option("--json", help="Répondre en JSON.")] = False,
) -> None:
    """Vérifie chaque lien cité ; sans internet, le dit et s'arrête là."""
    workshop = open_workshop()
    found = asyncio.run(_check(workshop, workshop.prober(timeout), jobs))
    if is_offline(found):
        tell(OFFLINE)
        return
    told = settled(found)
    if as_json:
        typer.echo(json.dumps([_link(it) for it in told], ensure_ascii=False, indent=1))
    else:
        _tell_links(told)
    raise typer.Exit(1 if any(it.probe.state is LinkState.DEAD for it in told) else 0)


async def _check(workshop: Workshop, prober: LinkProber, jobs: int) -> tuple[CheckedLink, ...]:
    checking = LinkChecking(workshop.knowledge, prober, jobs)
    total, console = len(checking.addresses()), Console(stderr=True)
    steps = iter(track(range(total), "Liens", console=console, transient=True))
    found: list[CheckedLink] = []
    async with aclosing(checking.check()) as checked:
        async for link in checked:
            next(steps, None)
            found.append(link)
            if len(found) == ENOUGH and is_offline(found):
                break
    await prober.close()
    return tuple(found)


def _tell_links(found: tuple[CheckedLink, ...]) -> None:
    for it in sorted(found, key=lambda link: (link.probe.state, link.files)):
        if it.probe.state is not LinkState.FINE:
            where = f" → {it.probe.moved_to}" if it.probe.moved_to else f" ({it.probe.detail})"
            typer.echo(f"{', '.join(it.files)} : {it.probe.state} : {it.url}{where}")
    fine = sum(it.probe.state is LinkState.FINE for it in found)
    typer.echo(f"{fine} liens bons sur {len(found)}")


def _row(it: Due) -> dict[str, str]:
    return {
        "owner": it.owner,
        "on": it.on.isoformat(),
        "file": it.file,
        "title": it.title,
        "reason": it.reason,
    }


def _link(it: CheckedLink) -> dict[str, object]:
    return {
        "url": it.url,
        "state": it.probe.state,
        "detail": it.probe.detail,
        "moved_to": it.probe.moved_to,
        "files": it.files,
    }
