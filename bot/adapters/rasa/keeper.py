"""Makes the server follow the shelf: a model put in use, by any process, is loaded."""

import asyncio
import logging

from bot.adapters.model_shelf import ModelFolder
from bot.adapters.rasa.ranker import RasaRanker
from bot.usecases.ports import UnavailableError

LOG = logging.getLogger(__name__)

PERIOD = 2.0
"""Seconds between two looks at the shelf."""


async def follow_shelf(shelf: ModelFolder, ranker: RasaRanker, period: float = PERIOD) -> None:
    """Load each model that becomes the one in use after now, until cancelled."""
    loaded = refused = _name(shelf)
    while True:
        await asyncio.sleep(period)
        wanted = _name(shelf)
        if wanted is None or wanted == loaded:
            continue
        try:
            await ranker.load(shelf.path_of(wanted))
        except UnavailableError as error:
            if wanted != refused:  # tried again without end, said once
                LOG.warning("model %s is not in use yet: %s", wanted, error)
            refused = wanted
            continue
        loaded = wanted
        LOG.info("model %s is in use", wanted)


def _name(shelf: ModelFolder) -> str | None:
    record = shelf.active()
    return record.name if record else None
