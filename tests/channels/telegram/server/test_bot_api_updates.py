"""Updates that the Bot API server gives to those who poll."""

import asyncio

import aiohttp
import pytest
from telegram import Bot
from telegram.error import (
    Conflict,
)

from tests.channels.telegram.bot_api import (
    BotApi,
)
from tests.channels.telegram.updates import (
    a_message,
    a_text,
    an_edit,
)


async def test_updates_are_given_until_they_are_confirmed(api: BotApi, bot: Bot) -> None:
    first, second = api.push_many([a_text("un"), a_text("deux")])
    assert [update.update_id for update in await bot.get_updates()] == [first, second]
    assert [update.update_id for update in await bot.get_updates(second)] == [second]
    assert await bot.get_updates(second + 1) == ()
    assert api.pending == []


async def test_a_poll_waits_for_an_update(api: BotApi, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.called("getUpdates"))
    api.push(a_text("bonjour"))
    (update,) = await poll
    assert update.message
    assert update.message.text == "bonjour"


async def test_a_second_poll_ends_the_first(api: BotApi, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.called("getUpdates"))
    async with Bot(api.token, base_url=f"{api.url}/bot") as other:
        second = asyncio.create_task(other.get_updates(timeout=20))
        with pytest.raises(Conflict, match="only one bot instance"):
            await first
        api.push(a_text("bonjour"))
        assert len(await second) == 1


async def test_only_the_kinds_that_are_asked_for_are_given(api: BotApi, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["message"])
    api.push(an_edit("bonjour"))
    wanted = api.push(a_text("bonsoir"))
    assert [update.update_id for update in await bot.get_updates()] == [wanted]
    assert [set(update) for update in api.withheld] == [{"update_id", "edited_message"}]


async def test_an_update_can_come_twice_and_before_another(api: BotApi, bot: Bot) -> None:
    twice = api.push(a_text("un"), times=2)
    third, fourth = api.push_many([a_text("deux"), a_text("trois")], "reversed")
    given = [update.update_id for update in await bot.get_updates()]
    assert given == [twice, twice, fourth, third]


async def test_hostile_updates_are_given_once_and_as_they_are(api: BotApi) -> None:
    hostile: list[object] = [{"message": 3}, "rien", {"update_id": "trois"}, None]
    for update in hostile:
        api.push_raw(update)
    async with aiohttp.ClientSession() as client:
        for given in (hostile, []):
            answer = await client.post(f"{api.url}/bot{api.token}/getUpdates")
            assert await answer.json() == {"ok": True, "result": given}


async def test_an_update_that_telegram_never_makes_is_not_pushed(api: BotApi) -> None:
    with pytest.raises(ValueError, match="colour"):
        api.push({"message": a_message(text="bonjour", colour="red")})
