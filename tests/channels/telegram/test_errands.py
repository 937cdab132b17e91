"""Errands leave connections to the messages."""

import asyncio
from dataclasses import dataclass
from typing import cast

from telegram import Bot, CallbackQuery, User

from bot.channels.telegram.errands import AT_ONCE, Errands
from tests.channels.telegram.fakes import FakeFinder


@dataclass
class SlowBot:
    """Takes its time to acknowledge; `most` tells how many at once."""

    busy: int = 0
    most: int = 0
    done: int = 0

    async def answer_callback_query(self, *_: object, **__: object) -> bool:
        self.busy += 1
        self.most = max(self.most, self.busy)
        await asyncio.sleep(0.001)
        self.busy -= 1
        self.done += 1
        return True


def _press(number: int, bot: Bot) -> CallbackQuery:
    query = CallbackQuery(str(number), User(7, "Léa", is_bot=False), "instance", data="help:")
    query.set_bot(bot)
    return query


async def test_a_crowd_of_presses_is_acknowledged_a_few_at_a_time() -> None:
    slow = SlowBot()
    bot = cast("Bot", slow)
    errands = Errands(bot, FakeFinder())
    for number in range(5 * AT_ONCE):
        errands.acknowledge(_press(number, bot))
    async with asyncio.timeout(5):
        while slow.done < 5 * AT_ONCE:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.001)
    assert slow.most == AT_ONCE
    await errands.close()
