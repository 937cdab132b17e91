"""A channel that runs while a test does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

from bot.channels.telegram.channel import Line, Speakers, TelegramChannel, Webhook
from bot.channels.telegram.postman import Limits, PostOffice
from bot.domain.pseudonyms import Pseudonyms
from bot.usecases.pacing import OwnPace
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant, FakeCartographer, FakeFinder
from tests.fake_mail import FakeMail

NO_LIMITS = Limits(per_second=0, per_chat=0, per_group=0, flood=0)


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a channel in a test."""

    api: BotApi
    assistant: FakeAssistant
    finder: FakeFinder
    cartographer: FakeCartographer
    mail: FakeMail


def a_channel(
    setting: Setting, limits: Limits = NO_LIMITS, webhook: Webhook | None = None
) -> TelegramChannel:
    speakers = Speakers(setting.assistant, setting.finder, setting.cartographer)
    line = Line(setting.api.token, setting.api.url, webhook, first_pause=0.01)
    office = PostOffice(setting.mail, OwnPace(monotonic), Pseudonyms(b"a key"), limits)
    return TelegramChannel(speakers, line, office)


@asynccontextmanager
async def serving(channel: TelegramChannel) -> AsyncIterator[asyncio.Task[None]]:
    """Run a channel while the block lasts; gives the task that runs it."""
    task = asyncio.create_task(channel.run())
    await asyncio.sleep(0)
    try:
        yield task
    finally:
        await channel.stop()
        await task
