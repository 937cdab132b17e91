"""What a child process is told of its surroundings: nothing that is not its own."""

import os

SECRETS = frozenset(
    {
        "DATABASE_URL",
        "SECRET_KEY",
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_WEBHOOK_SECRET",
        "TELEGRAM_WEBHOOK_URL",
    }
)
"""Settings of the assistant that Rasa has no use for."""


def child_environment(**added: str) -> dict[str, str]:
    """The environment of a Rasa process: the assistant's, without its secrets, and `added`."""
    kept = {name: value for name, value in os.environ.items() if name not in SECRETS}
    return {**kept, "PYTHONWARNINGS": "ignore", **added}
