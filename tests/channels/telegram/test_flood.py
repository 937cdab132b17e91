"""Whoever writes too fast is told so once, kindly; danger is always heard."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.channels.telegram import flood, sentences
from bot.channels.telegram.postman import Limits
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.crowds import CrowdedMail
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.channels.telegram.updates import (
    a_chat,
    a_mention,
    a_press,
    a_text,
    an_inline_query,
)
from tests.fake_mail import FakeMail

GROUP = -100123
THREE = Limits(per_second=0, per_chat=0, per_group=0, flood=3)


@pytest.fixture
def mail() -> FakeMail:
    return CrowdedMail()


async def receive(setting: Setting, updates: Sequence[dict[str, Any]]) -> None:
    """Push these, and wait until each was answered or passed over."""
    before = len(setting.mail.answered)
    setting.api.push_many(updates)
    await setting.api.until(lambda: len(setting.mail.answered) == before + len(updates))


async def write(setting: Setting, *texts: str, chat: int = 7) -> None:
    await receive(setting, [a_text(text, chat) for text in texts])


def from_seven(text: str) -> dict[str, Any]:
    """What the person of chat 7 says to the bot in a group."""
    update = a_mention(text, GROUP)
    update["message"]["from"]["id"] = 7
    return update


def from_behind(group: int) -> dict[str, Any]:
    """What an administrator says under the name of the group: Telegram gives all one account."""
    update = a_mention("bonjour", group)
    update["message"] |= {
        "sender_chat": a_chat(group),
        "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
    }
    return update


async def test_one_kind_sentence_then_silence(api: BotApi, setting: Setting) -> None:
    async with serving(a_channel(setting, THREE)):
        await write(setting, *"abcdefgh")
    assert api.sent() == ["Reçu : a", "Reçu : b", "Reçu : c", sentences.TOO_FAST]


async def test_danger_is_heard_however_fast_it_is_written(api: BotApi, setting: Setting) -> None:
    async with serving(a_channel(setting, THREE)):
        await write(setting, *"abcde", "au secours", "f")
    assert api.sent()[3:] == [sentences.TOO_FAST, "Reçu : au secours"]


async def test_a_danger_at_the_limit_does_not_take_the_place_of_the_sentence(
    api: BotApi, setting: Setting
) -> None:
    async with serving(a_channel(setting, THREE)):
        await write(setting, *"abc", "au secours", *"de")
    assert api.sent()[3:] == ["Reçu : au secours", sentences.TOO_FAST]


async def test_the_sentence_is_said_again_a_minute_later(
    api: BotApi, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flood, "AGAIN", 0.0)
    async with serving(a_channel(setting, THREE)):
        await write(setting, *"abcde")
    assert api.sent()[3:] == [sentences.TOO_FAST] * 2


async def test_what_is_typed_after_the_name_is_no_message(api: BotApi, setting: Setting) -> None:
    async with serving(a_channel(setting, THREE)):
        api.push_many(an_inline_query("fablab"[:size]) for size in range(1, 7))
        await write(setting, *"abcde")
    assert api.sent() == ["Reçu : a", "Reçu : b", "Reçu : c", sentences.TOO_FAST]


async def test_a_press_too_many_says_the_sentence_too(api: BotApi, setting: Setting) -> None:
    async with serving(a_channel(setting, THREE)):
        await write(setting, *"abc")
        await receive(setting, [a_press("more:a")])
        await write(setting, "d")
    assert api.sent()[3:] == [sentences.TOO_FAST]


async def test_those_who_hide_behind_their_groups_do_not_count_together(
    api: BotApi, setting: Setting
) -> None:
    groups = [GROUP - number for number in range(5)]
    async with serving(a_channel(setting, THREE)):
        await receive(setting, [from_behind(group) for group in groups])
    assert api.sent() == ["Reçu : bonjour"] * 5


async def test_others_are_answered_meanwhile(api: BotApi, setting: Setting) -> None:
    async with serving(a_channel(setting, THREE)):
        await write(setting, *"abcde")
        await write(setting, "bonjour", chat=8)
    assert api.sent(8) == ["Reçu : bonjour"]


async def test_whoever_writes_too_fast_is_known_in_a_group_too(
    api: BotApi, setting: Setting
) -> None:
    async with serving(a_channel(setting, THREE)):
        await write(setting, *"ab")
        await receive(setting, [from_seven("c"), from_seven("d"), a_mention("bonjour", GROUP)])
    assert api.sent(GROUP) == ["Reçu : c", sentences.TOO_FAST, "Reçu : bonjour"]


async def test_what_is_passed_over_is_never_answered_later(
    setting: Setting, assistant: FakeAssistant
) -> None:
    async with serving(a_channel(setting, THREE)):
        await write(setting, *"abcde")
    async with serving(a_channel(setting)):
        await write(setting, "suite")
    assert [message.text for message in assistant.messages] == ["a", "b", "c", "suite"]
    assert (setting.mail.inbox, setting.mail.outbox) == ([], [])


async def test_nobody_writes_too_fast_without_a_limit(api: BotApi, setting: Setting) -> None:
    async with serving(a_channel(setting)):
        await write(setting, *map(str, range(40)))
        await api.until_sent(40)
    assert sentences.TOO_FAST not in api.sent()
