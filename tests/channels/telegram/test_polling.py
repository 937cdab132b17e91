"""Updates that are asked for: the wrong ones stop nobody, none is answered twice."""

import logging
from typing import Any

import pytest

from bot.channels.telegram import polling
from bot.channels.telegram.channel import TelegramChannel
from tests.channels.telegram.bot_api import BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.channels.telegram.updates import a_message, a_text
from tests.fake_mail import FakeMail

STREET = "3 rue des Lilas"
UNREADABLE: list[dict[str, Any]] = [
    {"message": STREET},
    {"message": [STREET]},
    {"message": a_message(text=[STREET])},
    {"message": a_message(text=STREET) | {"chat": {"id": STREET, "type": "private"}}},
    {"message": a_message(text=STREET) | {"chat": {"id": 7.5, "type": "private"}}},
    {"message": a_message(text=STREET) | {"date": 10**30}},
    {"message": a_message(text=STREET) | {"message_id": None}},
    {"message": a_message(text=STREET, entities=[{"type": STREET}])},
    {"message": a_message(location={"latitude": 400, "longitude": 2})},
    {"message": a_message(location={"latitude": STREET, "longitude": 2})},
    {"callback_query": {"id": 3, "data": STREET}},
    {"inline_query": {"id": STREET, "from": 7, "query": STREET, "offset": ""}},
    {"edited_message": {"text": STREET}},
]


@pytest.mark.usefixtures("channel")
@pytest.mark.parametrize("update", UNREADABLE)
async def test_an_update_that_cannot_be_read_is_put_aside_and_stops_nobody(
    api: BotApi, mail: FakeMail, caplog: pytest.LogCaptureFixture, update: dict[str, Any]
) -> None:
    caplog.set_level(logging.DEBUG)
    api.push_raw({"update_id": 5000, **update})
    api.push(a_text("suite") | {"update_id": 5001})
    assert await api.until_sent(1) == ["Reçu : suite"]
    await api.until(lambda: api.called("getUpdates")[-1].params.get("offset") == 5002)
    assert list(mail.aside) == ["telegram/123456/5000"]
    assert "put aside" in caplog.text
    assert "Lilas" not in caplog.text


@pytest.mark.parametrize(
    "update", [None, "rien", 3, [], {}, {"message": a_message(text="bonjour")}]
)
async def test_what_has_no_number_is_passed_over(
    api: BotApi, setting: Setting, update: object
) -> None:
    api.push_raw(update)
    api.push(a_text("suite"))
    async with serving(a_channel(setting)):
        assert await api.until_sent(1) == ["Reçu : suite"]
        await api.until(lambda: not api.pending)
    assert setting.mail.aside == {}


@pytest.mark.usefixtures("channel")
async def test_where_nothing_can_be_confirmed_telegram_is_not_asked_in_a_hurry(
    api: BotApi, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(polling, "NUMBERLESS_PAUSE", 0.05)
    api.push_raw("rien")
    await api.until(lambda: "put aside" in caplog.text)
    api.push_raw("rien non plus")
    await api.until(lambda: len(api.called("getUpdates")) == 3)
    _, second, third = api.called("getUpdates")
    assert third.at - second.at >= 0.05


@pytest.mark.usefixtures("channel")
async def test_updates_that_come_twice_are_answered_once(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(a_text("un"), times=3)
    again = a_text("deux") | {"update_id": 5000}
    api.push(again)
    await api.until_sent(2)
    api.push(again)
    api.push(a_text("fin") | {"update_id": 5001})
    assert await api.until_sent(3) == ["Reçu : un", "Reçu : deux", "Reçu : fin"]
    assert len(assistant.messages) == 3


@pytest.mark.usefixtures("channel")
@pytest.mark.parametrize("order", ["kept", "reversed", "none"])
async def test_updates_in_any_order_are_each_answered_once(
    api: BotApi,
    assistant: FakeAssistant,
    order: Any,  # noqa: ANN401 - a literal
) -> None:
    texts = [str(number) for number in range(12)]
    numbers = api.push_many([a_text(text) for text in texts], order=order, times=2)
    await api.until_sent(len(texts))
    await api.until(lambda: api.called("getUpdates")[-1].params.get("offset") == numbers[-1] + 1)
    said = [message.text for message in assistant.messages]
    assert said == (texts[::-1] if order == "reversed" else texts)


async def test_an_old_webhook_is_ended_first(channel: TelegramChannel, api: BotApi) -> None:
    assert channel
    methods = [call.method for call in api.calls]
    assert methods.index("deleteWebhook") < methods.index("getUpdates")
    (ended,) = api.called("deleteWebhook")
    assert "drop_pending_updates" not in ended.params


@pytest.mark.usefixtures("channel")
async def test_what_came_meanwhile_is_confirmed_once_it_is_kept(
    api: BotApi, mail: FakeMail
) -> None:
    number = api.push(a_text("bonjour"))
    await api.until(lambda: not api.pending)
    reference = f"telegram/123456/{number}"
    assert reference in {*mail.answered, *(it.reference for it in mail.inbox)}


async def test_the_last_updates_are_confirmed_as_the_channel_stops(
    api: BotApi, setting: Setting
) -> None:
    async with serving(a_channel(setting)):
        number = api.push(a_text("bonjour"))
        await api.until_sent(1)
    last = api.called("getUpdates")[-1].params
    assert (last["offset"], last.get("timeout", 0)) == (number + 1, 0)


async def test_a_channel_stops_though_its_last_word_is_not_heard(
    api: BotApi, setting: Setting, caplog: pytest.LogCaptureFixture
) -> None:
    async with serving(a_channel(setting)):
        api.push(a_text("bonjour"))
        await api.until(lambda: not api.pending)
        api.fail("getUpdates", Failure(500), Failure(500))
    assert api.token not in caplog.text
