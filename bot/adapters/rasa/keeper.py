"""Makes the server follow the shelf: it serves the model in use, whoever put it there.

What it serves is asked each time: it may have started again by itself, or without any model.
"""

import asyncio
import logging

from bot.adapters.model_shelf import ModelFolder
from bot.adapters.rasa.ranker import RasaRanker
from bot.usecases.ports import UnavailableError

LOG = logging.getLogger(__name__)

PERIOD = 2.0
"""Seconds between two looks at the shelf."""


async def follow_shelf(shelf: ModelFolder, ranker: RasaRanker, period: float = PERIOD) -> None:
    """Keep the server on the model in use, whatever it started with, until cancelled."""
    refused: str | None = None
    while True:
        await asyncio.sleep(period)
        wanted = shelf.active()
        if wanted is None:
            continue
        model = shelf.path_of(wanted.name)
        try:
            if await ranker.served() == model.name:
                continue
        except UnavailableError:
            continue  # away, or busy: told by what supervises it
        try:
            await ranker.load(model)
            LOG.info("model %s is in use", wanted.name)
        except UnavailableError as error:
            if wanted.name != refused:  # tried again without end, said once
                LOG.warning("model %s is not in use yet: %s", wanted.name, error)
            refused = wanted.name
