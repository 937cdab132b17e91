"""What goes wrong between the program and Telegram: nobody is left without an answer."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.channels.telegram import sentences
from tests.channels.telegram.bot_api import CUT, LOST, Failure, too_many_requests
from tests.channels.telegram.updates import a_command, a_text, an_inline_query
from tests.telegram_program import CHATS, PRIVATE, QUESTION, STREET, Telegrammed, on_telegram

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Telegrammed]:
    """The program, which somebody can write to."""
    async with on_telegram(tmp_path_factory.mktemp("polling"), is_hooked=False) as telegrammed:
        yield telegrammed


async def test_whoever_blocked_the_bot_disturbs_nobody(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.blocked.add(chat)
    bot.api.push(a_text(QUESTION, chat))
    await bot.api.until_sent(2, chat)
    bot.api.blocked.clear()
    bot.api.push(a_command("aide", chat))
    (helped,) = await bot.shown(1, chat)
    assert helped.text.startswith("Je réponds")


@pytest.mark.parametrize("failure", [Failure(500), CUT, too_many_requests(1)])
async def test_a_message_that_did_not_go_is_sent_again_and_holds_up_nobody(
    bot: Telegrammed, failure: Failure
) -> None:
    chat, other = next(CHATS), next(CHATS)
    bot.api.fail("sendMessage", failure, chat=chat)
    bot.api.push(a_command("aide", chat))
    await bot.api.until_sent(1, chat)
    bot.api.push(a_command("aide", other))
    await bot.shown(1, other)
    assert bot.api.shown(chat) == []
    (helped,) = await bot.shown(1, chat)
    assert bot.api.sent(chat) == [helped.source] * 2


async def test_a_message_whose_receipt_was_lost_holds_up_nothing(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.fail("sendMessage", LOST, chat=chat)
    bot.api.push_many([a_command("aide", chat), a_command("stop", chat)])
    helped, again, stopped = await bot.shown(3, chat)
    assert helped.text == again.text
    assert "ce qui était en cours" in stopped.text


@pytest.mark.parametrize("order", ["reversed", "none"])
async def test_what_comes_twice_and_in_any_order_is_answered_once(
    bot: Telegrammed, order: str
) -> None:
    api, chat = bot.api, next(CHATS)
    asked = [a_text(f"Où trouver un fablab à {town} ?", chat) for town in ("Cahors", "Figeac")]
    api.push_many(asked, "reversed" if order == "reversed" else "none", times=2)
    await api.until(lambda: [shown.kind for shown in api.shown(chat)].count("venue") == 2)
    api.push(a_command("mesdonnees", chat))
    await api.until(lambda: api.shown(chat)[-1].kind == "document")
    copy = api.shown(chat)[-1].file
    assert copy
    turns = [turn["texte"] for turn in json.loads(copy.content)["echanges"]]
    assert sorted(turns) == [one["message"]["text"] for one in asked]


async def test_a_flood_is_told_once_and_danger_is_heard(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push_many(a_command("aide", chat) for _ in range(40))
    await bot.shown(31, chat)
    bot.api.push(a_text("Au secours, il y a le feu chez moi", chat))
    *_, told, alert = [shown.text for shown in await bot.shown(32, chat)]
    assert told == sentences.TOO_FAST
    assert "appelez tout de suite le 18" in alert


@pytest.mark.parametrize("failure", [Failure(500), CUT])
async def test_updates_that_were_lost_on_their_way_are_asked_for_again(
    bot: Telegrammed, failure: Failure
) -> None:
    chat = next(CHATS)
    bot.api.fail("getUpdates", failure)
    bot.api.push_many([a_command("aide", chat), a_command("stop", chat)])
    assert len(await bot.shown(2, chat)) == 2


async def test_what_cannot_be_answered_in_time_is_no_loss(bot: Telegrammed) -> None:
    bot.api.fail("answerInlineQuery", Failure(400, "Bad Request: query is too old"))
    for _ in range(2):
        bot.api.push(an_inline_query(STREET, sender=next(CHATS)))
        await bot.offered()


async def test_an_update_that_cannot_be_read_stops_nobody(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push_raw({"update_id": 5_000_000, "message": {"text": STREET, "chat": STREET}})
    bot.api.push(a_command("aide", chat))
    await bot.shown(1, chat)
    await bot.api.until(lambda: not bot.api.pending)


async def test_the_log_tells_of_troubles_and_of_nobody(bot: Telegrammed) -> None:
    assert await bot.end() == 0
    assert bot.told(["next try in", "put aside"]) == ["next try in", "put aside"]
    assert bot.told(PRIVATE) == []
