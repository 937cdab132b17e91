"""The barest bot of python-telegram-bot that answers: it says again what it is told.

    python -m scripts.bench.telegram.echo API_ORIGIN PORT

Run by `throughput`: what it takes, any bot of that library takes.
"""

import sys

from scripts.bench.telegram.api import SECRET, TOKEN
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

AT_ONCE = 32


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it again."""
    await context.bot.send_message(update.effective_chat.id, update.effective_message.text)


def main() -> None:
    """Serve the webhook until killed."""
    origin, port = sys.argv[1:]
    building = Application.builder().token(TOKEN).base_url(f"{origin}/bot")
    building = building.concurrent_updates(AT_ONCE).connection_pool_size(AT_ONCE).pool_timeout(30)
    application = building.build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    application.run_webhook(
        "127.0.0.1",
        int(port),
        "/telegram",
        webhook_url=f"http://127.0.0.1:{port}/telegram",
        secret_token=SECRET,
        max_connections=100,
    )


if __name__ == "__main__":
    main()
