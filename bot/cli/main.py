"""Every command, and how errors reach whoever typed one."""

import logging
import sys

import typer

from bot.cli import ask, knowledge, nlu, serving, store
from bot.settings import SettingsError

app = typer.Typer(
    name="bot",
    help="Trait d'union, l'assistant des alliances territoriales.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("ask")(ask.ask)
app.command("chat")(serving.chat)
app.command("run")(serving.run)
app.command("purge")(store.purge)
app.add_typer(knowledge.app, name="knowledge", help="La base de connaissances.")
app.add_typer(nlu.app, name="nlu", help="Le modèle qui reconnaît les questions.")
app.add_typer(store.app, name="db", help="La base de données.")


def main() -> None:
    """Run the command; a wrong setting is one line and exit status 2."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        app()
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
