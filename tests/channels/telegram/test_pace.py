"""How fast messages leave: what Telegram accepts of a chat, of a group, of a bot."""

import pytest

from bot.channels.telegram.channel import Line, Speakers, TelegramChannel
from bot.channels.telegram.postman import Limits, PostOffice
from bot.domain.pacing import Limit
from bot.domain.pseudonyms import Pseudonyms
from tests.channels.telegram.bot_api import BotApi, Call, Failure
from tests.channels.telegram.paces import FakePace
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.channels.telegram.updates import a_mention, a_press, a_text, an_inline_query

GROUP = -100123
A_SECOND = 0.9
"""Seconds between two moments a second apart, as the server sees them: ways there differ."""

FREE = Limits(per_second=0, per_chat=0, per_group=0, flood=0)
PER_CHAT = Limits(per_second=0, per_chat=2, per_group=0, flood=0)
PER_SECOND = Limits(per_second=3, per_chat=0, per_group=0, flood=0)


def a_paced_channel(setting: Setting, pace: FakePace, limits: Limits) -> TelegramChannel:
    office = PostOffice(setting.mail, pace, Pseudonyms(b"a key"), limits)
    speakers = Speakers(setting.assistant, setting.finder, setting.cartographer)
    return TelegramChannel(speakers, Line(setting.api.token, setting.api.url), office)


async def ask_of_each_kind(setting: Setting, limits: Limits) -> list[tuple[str, Limit]]:
    """The limits that a private chat and then a group are held to."""
    pace = FakePace()
    async with serving(a_paced_channel(setting, pace, limits)):
        setting.api.push(a_text("bonjour"))
        await setting.api.until_sent(1, chat=7)
        setting.api.push(a_mention("bonjour", GROUP))
        await setting.api.until_sent(1, chat=GROUP)
    return pace.asked


async def test_a_chat_a_group_and_the_bot_each_have_their_limit(setting: Setting) -> None:
    asked = await ask_of_each_kind(setting, Limits())
    private, everybody, group, all_of_us = asked
    assert private[1] == Limit(1, 1)
    assert group[1] == Limit(20, 60)
    assert everybody == all_of_us == ("telegram", Limit(30, 1))
    assert len({private[0], group[0], "telegram"}) == 3


async def test_nothing_limits_what_has_no_limit(setting: Setting) -> None:
    assert await ask_of_each_kind(setting, FREE) == []


def gaps(calls: list[Call], count: int) -> list[float]:
    """Seconds between each call and the one so many before."""
    return [later.at - one.at for one, later in zip(calls, calls[count:], strict=False)]


async def test_messages_of_a_chat_wait_for_their_second_and_others_do_not(
    api: BotApi, setting: Setting
) -> None:
    async with serving(a_channel(setting, PER_CHAT)):
        api.push_many(a_text(text) for text in ("un", "deux", "trois"))
        api.push_many(a_text("bonjour", chat) for chat in (8, 9))
        await api.until_sent(5)
    mine = [call for call in api.called("sendMessage") if call.chat == 7]
    assert [call.text for call in mine] == ["Reçu : un", "Reçu : deux", "Reçu : trois"]
    assert gaps(mine, 2)[0] >= A_SECOND
    assert api.called("sendMessage")[-1] == mine[-1]


async def test_messages_of_all_chats_wait_for_their_second(api: BotApi, setting: Setting) -> None:
    async with serving(a_channel(setting, PER_SECOND)):
        api.push_many(a_text("bonjour", chat) for chat in range(1, 6))
        await api.until_sent(5)
    assert all(gap >= A_SECOND for gap in gaps(api.called("sendMessage"), 3))


async def test_a_message_that_is_tried_again_waits_for_its_turn_again(
    api: BotApi, setting: Setting
) -> None:
    api.fail("sendMessage", Failure(500), Failure(500))
    async with serving(a_channel(setting, PER_CHAT)):
        api.push(a_text("bonjour"))
        await api.until_sent(3)
    assert gaps(api.called("sendMessage"), 2)[0] >= A_SECOND


async def test_what_is_worth_nothing_later_does_not_wait(setting: Setting) -> None:
    pace, api = FakePace(), setting.api
    async with serving(a_paced_channel(setting, pace, Limits())):
        api.push(an_inline_query("fablab"))
        await api.until(lambda: api.called("answerInlineQuery"))
        assert pace.asked == []
        api.push(a_press("card:fablab"))
        await api.until_sent(1)
    assert len(pace.asked) == 2
    assert len(api.called("answerCallbackQuery")) == 1


@pytest.mark.parametrize("limits", [Limits(), FREE])
async def test_the_order_of_a_chat_is_kept_whatever_the_limits(
    setting: Setting, limits: Limits
) -> None:
    api, texts = setting.api, [str(number) for number in range(20)]
    async with serving(a_paced_channel(setting, FakePace(), limits)):
        api.push_many(a_text(text) for text in texts)
        await api.until_sent(20)
    assert api.sent() == [f"Reçu : {text}" for text in texts]
