"""Every press is answered at once, whatever it is worth; a verdict is thanked for."""

from typing import Any

import pytest

from bot.channels.telegram import sentences
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.postman import Limits
from bot.domain.actions import Action
from bot.domain.replies import Button, Question, Statement
from tests.channels.telegram.bot_api import QUERY_TOO_OLD, BotApi
from tests.channels.telegram.crowds import CrowdedMail
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.channels.telegram.updates import (
    a_press,
    a_press_on_a_lost_message,
    a_press_on_an_inline_message,
    a_text,
)
from tests.fake_mail import FakeMail

GOOD, BAD = "rate:yes/1", "rate:no/1"
RATING = (Button("👍 Utile", GOOD), Button("👎 Pas utile", BAD))
CARD = Question(
    "La fiche.", (Button("Plus", "more:a"), Button("Site", "https://exemple.fr/a"), *RATING)
)


@pytest.fixture
def mail() -> FakeMail:
    return CrowdedMail()


@pytest.fixture
async def rated(channel: TelegramChannel, api: BotApi, assistant: FakeAssistant) -> TelegramChannel:
    """A card is shown, with its rating."""
    assistant.goals = {GOOD: Action.THANK, BAD: Action.COMPLAIN}
    assistant.replies["fiche"] = (CARD,)
    assistant.replies[BAD] = (Statement("Pardon.", buttons=(Button("D'autres", "goal:x"),)),)
    api.push(a_text("fiche"))
    await api.until(api.shown)
    return channel


def answers(api: BotApi) -> list[str | None]:
    """What was said above the message, press by press."""
    return [call.params.get("text") for call in api.called("answerCallbackQuery")]


async def test_a_good_verdict_is_thanked_for_above_the_message_and_nothing_is_sent(
    rated: TelegramChannel, api: BotApi, assistant: FakeAssistant
) -> None:
    api.press("👍 Utile")
    await api.until(lambda: answers(api) and "👍 Utile" not in api.shown()[0].buttons)
    await rated.stop()
    assert answers(api) == [sentences.THANKS]
    assert api.sent() == ["La fiche."]
    assert assistant.messages[-1].press == GOOD


async def test_a_bad_verdict_gets_an_apology(rated: TelegramChannel, api: BotApi) -> None:
    api.press("👎 Pas utile")
    await api.until(lambda: answers(api) and "👎 Pas utile" not in api.shown()[0].buttons)
    await rated.stop()
    assert answers(api) == [sentences.THANKS]
    assert [shown.text for shown in api.shown()] == ["La fiche.", "Pardon."]
    assert api.shown()[1].buttons == {"D'autres": "goal:x"}


@pytest.mark.usefixtures("rated")
@pytest.mark.parametrize("label", ["👍 Utile", "👎 Pas utile"])
async def test_the_two_buttons_of_the_verdict_go_and_the_others_stay(
    api: BotApi, label: str
) -> None:
    text = api.shown()[0].text
    api.press(label)
    await api.until(lambda: label not in api.shown()[0].buttons)
    shown = api.shown()[0]
    assert shown.rows == [["Plus", "Site"]]
    assert shown.buttons == {"Plus": "more:a", "Site": "https://exemple.fr/a"}
    assert shown.text == text


async def test_a_verdict_given_twice_changes_nothing_more(
    rated: TelegramChannel, api: BotApi
) -> None:
    number = api.shown()[0].id
    for _ in range(2):
        api.push(a_press(GOOD, message_id=number))
    await api.until(lambda: len(api.called("editMessageReplyMarkup")) == 2)
    await api.until(lambda: len(answers(api)) == 2)
    await rated.stop()
    assert answers(api) == [sentences.THANKS] * 2
    assert api.sent() == ["La fiche."]
    (declined,) = api.declined
    assert "message is not modified" in declined


@pytest.mark.usefixtures("channel")
@pytest.mark.parametrize(
    "press",
    [
        pytest.param(a_press("card:fablab"), id="of today"),
        pytest.param(a_press("of-another-bot"), id="unknown"),
        pytest.param(a_press(":::"), id="nonsense"),
        pytest.param(a_press("here:"), id="the channel's own"),
        pytest.param(a_press("forget:", -100123), id="personal, in a group"),
        pytest.param(a_press_on_a_lost_message("card:fablab"), id="lost message"),
        pytest.param(a_press_on_a_lost_message(BAD), id="verdict on a lost message"),
    ],
)
async def test_every_press_is_acknowledged_and_answered(api: BotApi, press: dict[str, Any]) -> None:
    chat = press["callback_query"]["message"]["chat"]["id"]
    api.push(press)
    await api.until(lambda: api.sent(chat) and api.called("answerCallbackQuery"))
    (answered,) = api.called("answerCallbackQuery")
    assert answered.params["callback_query_id"] == press["callback_query"]["id"]


@pytest.mark.usefixtures("channel")
async def test_a_game_that_is_not_ours_is_acknowledged_too(api: BotApi) -> None:
    press = a_press("jeu")
    del press["callback_query"]["data"]
    api.push(press)
    await api.until(lambda: api.sent() and api.called("answerCallbackQuery"))


@pytest.mark.usefixtures("channel")
async def test_a_press_under_a_message_of_who_knows_which_chat_is_acknowledged(
    api: BotApi, mail: FakeMail, assistant: FakeAssistant
) -> None:
    api.push(a_press_on_an_inline_message("more:a", "inline-1"))
    await api.until(lambda: answers(api) == [None])
    assert (mail.inbox, assistant.messages) == ([], [])


@pytest.mark.usefixtures("channel")
async def test_a_press_is_acknowledged_before_it_is_answered(
    api: BotApi, assistant: FakeAssistant
) -> None:
    release = assistant.hold("card:fablab")
    api.push(a_press("card:fablab"))
    await api.until(lambda: answers(api) == [None])
    assert api.sent() == []
    release.set()
    await api.until_sent(1)


@pytest.mark.usefixtures("channel")
async def test_a_press_that_can_no_longer_be_acknowledged_is_no_news(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("answerCallbackQuery", QUERY_TOO_OLD)
    api.push(a_press("card:fablab"))
    assert await api.until_sent(1) == ["Reçu : card:fablab"]
    assert caplog.records == []


async def test_a_press_too_many_is_acknowledged_and_nothing_more(
    api: BotApi, setting: Setting, assistant: FakeAssistant
) -> None:
    limits = Limits(per_second=0, per_chat=0, per_group=0, flood=1)
    async with serving(a_channel(setting, limits)):
        api.push_many(a_press(f"card:{name}") for name in ("un", "deux", "trois"))
        await api.until(lambda: len(answers(api)) == 3)
    assert [message.press for message in assistant.messages] == ["card:un"]
    assert api.sent() == ["Reçu : card:un", sentences.TOO_FAST]
