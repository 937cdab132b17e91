"""Where the bot comes, it says once how to be answered; where it leaves, nothing."""

from typing import Any

import pytest

from bot.channels.telegram import sentences
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import (
    ME,
    a_membership,
    a_mention,
    a_message,
    a_text,
    an_arrival,
)
from tests.fake_mail import FakeMail

GROUP = -100123
HELLO = sentences.GROUP_HELLO.format(name="TraitBot")

pytestmark = pytest.mark.usefixtures("channel")


async def said_after(api: BotApi, *updates: dict[str, Any], chat: int = GROUP) -> list[str]:
    """What a chat is told, by the time something else is answered there."""
    api.push_many(updates)
    api.push(a_mention("fin", chat) if chat < 0 else a_text("fin", chat))
    await api.until(lambda: "Reçu : fin" in api.sent(chat))
    return api.sent(chat)[:-1]


@pytest.mark.parametrize("before", ["left", "kicked"])
async def test_a_group_that_the_bot_joins_is_told_how_it_is_answered(
    api: BotApi, assistant: FakeAssistant, before: str
) -> None:
    joined = a_membership("member", GROUP, before=before)
    assert await said_after(api, joined, an_arrival(GROUP, ME)) == [HELLO]
    assert len(assistant.messages) == 1


async def test_a_group_that_the_bot_leaves_is_told_nothing(api: BotApi) -> None:
    left = a_membership("left", GROUP, before="member")
    gone = {"message": a_message(GROUP, left_chat_member=ME)}
    assert await said_after(api, left, gone) == []


async def test_a_person_who_blocks_the_bot_is_told_nothing(api: BotApi, mail: FakeMail) -> None:
    blocked = a_membership("kicked", 7, before="member")
    assert await said_after(api, blocked, chat=7) == []
    assert len(mail.answered) == 2


async def test_the_sentence_is_not_lost_when_the_network_is(api: BotApi) -> None:
    joined = a_membership("member", GROUP)
    assert await said_after(api, joined) == [HELLO]
    assert "@TraitBot" in api.shown(GROUP)[0].text
