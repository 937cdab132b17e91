"""The Bot API server that other tests rely on, seen through the library that the bot uses."""

import asyncio

import aiohttp
import pytest
from telegram import Bot, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from tests.channels.telegram.bot_api import (
    CUT,
    LOST,
    BotApi,
    Failure,
    chat_migrated,
    too_many_requests,
)
from tests.channels.telegram.updates import (
    a_mention,
    a_press,
    a_text,
    an_inline_query,
)

GROUP = -100123


async def test_a_bot_learns_who_it_is(bot: Bot) -> None:
    assert (await bot.get_me()).supports_inline_queries


async def test_another_token_is_refused(api: BotApi) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:other", base_url=f"{api.url}/bot"):
            pass


async def test_an_unknown_method_does_not_exist(api: BotApi, bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendSmoke")
    assert api.declined == ["sendSmoke: Not Found"]


async def test_a_method_that_is_not_imitated_says_so(api: BotApi, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="does not imitate"):
        await bot.get_chat(7)
    assert api.refused == ["getChat: this server does not imitate the method"]


async def test_numbers_of_messages_grow_whoever_writes(api: BotApi, bot: Bot) -> None:
    asked = a_text("bonjour")
    api.push(asked)
    answers = [await bot.send_message(7, text) for text in ("un", "deux")]
    numbers = [answer.message_id for answer in answers]
    assert sorted({asked["message"]["message_id"], *numbers}) == [
        asked["message"]["message_id"],
        *numbers,
    ]


async def test_only_a_query_that_came_can_be_answered(api: BotApi, bot: Bot) -> None:
    press, query = a_press("goal:aide"), an_inline_query("fablab")
    api.push_many([press, query])
    assert await bot.answer_callback_query(press["callback_query"]["id"])
    assert await bot.answer_inline_query(query["inline_query"]["id"], [])
    api.push_raw({"callback_query": {"id": "raw"}})
    assert await bot.answer_callback_query("raw")
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query("999")


async def test_a_call_can_be_written_in_four_ways(api: BotApi) -> None:
    url, said = f"{api.url}/bot{api.token}/sendMessage", {"chat_id": "7", "text": "bonjour"}
    async with aiohttp.ClientSession() as client:
        answers = [
            await client.get(url, params=said),
            await client.post(url, data=said),
            await client.post(url, data=aiohttp.FormData(said, default_to_multipart=True)),
            await client.post(url, json=said | {"chat_id": 7}),
            await client.post(url, json=[]),
            await client.post(url, data=b"{", headers={"Content-Type": "application/json"}),
        ]
    assert [answer.status for answer in answers] == [200] * 4 + [400] * 2
    assert [shown.text for shown in api.shown(7)] == ["bonjour"] * 4


async def test_commands_and_descriptions_are_read_back_by_language(bot: Bot) -> None:
    await bot.set_my_commands([("aide", "Ce que je sais faire")], language_code="fr")
    await bot.set_my_description("Bonjour")
    assert [command.command for command in await bot.get_my_commands(language_code="fr")] == [
        "aide"
    ]
    assert await bot.get_my_commands() == ()
    assert (await bot.get_my_description()).description == "Bonjour"
    assert (await bot.get_my_short_description()).short_description == ""


async def test_a_group_that_moved_tells_where(api: BotApi, bot: Bot) -> None:
    api.migrated[-5] = GROUP
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(-5, "bonjour")
    assert moved.value.new_chat_id == GROUP
    assert (await bot.send_message(GROUP, "bonjour")).chat_id == GROUP


async def test_who_blocked_the_bot_receives_nothing(api: BotApi, bot: Bot) -> None:
    api.blocked |= {7, GROUP}
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(7, "bonjour")
    with pytest.raises(Forbidden, match="kicked"):
        await bot.send_chat_action(GROUP, "typing")
    assert api.shown(7) == []


@pytest.mark.filterwarnings("ignore:.*retry_after")  # the library warns of a change to come
async def test_failures_are_met_in_order_by_the_chat_that_they_are_for(
    api: BotApi, bot: Bot
) -> None:
    api.fail("sendMessage", too_many_requests(3), Failure(502, "Bad Gateway"), chat=7)
    api.fail("sendMessage", chat_migrated(GROUP), chat=8)
    with pytest.raises(RetryAfter):
        await bot.send_message(7, "bonjour")
    with pytest.raises(ChatMigrated):
        await bot.send_message(8, "bonjour")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(7, "bonjour")
    assert isinstance(await bot.send_message(7, "bonjour"), Message)


async def test_a_lost_answer_is_a_message_sent_all_the_same(api: BotApi, bot: Bot) -> None:
    api.fail("sendMessage", CUT, LOST)
    for text in ("jamais reçu", "reçu"):
        with pytest.raises(NetworkError):
            await bot.send_message(7, text)
    assert [shown.text for shown in api.shown(7)] == ["reçu"]


async def test_a_slow_network_delays_each_answer(api: BotApi, bot: Bot) -> None:
    api.delay = 0.05
    loop = asyncio.get_running_loop()
    before = loop.time()
    await bot.send_message(7, "bonjour")
    assert loop.time() - before >= 0.05


async def test_chats_are_described_as_updates_told(api: BotApi, bot: Bot) -> None:
    api.push(a_mention("bonjour", GROUP))
    assert (await bot.send_message(GROUP, "bonjour")).chat.title == "Conseil municipal"
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message("@quelquun", "bonjour")
