"""Messages on their way: what Telegram refuses, delays or loses, and where they go instead."""

import pytest

from bot.channels.telegram import courier, sentences
from bot.domain.replies import Button, Document, Question, Statement
from tests.channels.telegram.bot_api import (
    CUT,
    LOST,
    BotApi,
    Failure,
    chat_migrated,
    too_many_requests,
)
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.serving import Setting, a_channel, serving
from tests.channels.telegram.updates import a_mention, a_text
from tests.fake_mail import FakeMail

GROUP, SUPERGROUP = -5, -100123
REFUSED = Failure(400, "Bad Request: can't parse entities")
FLOODED = pytest.mark.filterwarnings("ignore:.*retry_after")  # the library warns of a change


@FLOODED
async def test_a_chat_that_must_wait_holds_up_no_other(api: BotApi, setting: Setting) -> None:
    api.fail("sendMessage", too_many_requests(1), chat=7)
    async with serving(a_channel(setting)):
        api.push(a_text("un"))
        await api.until_sent(1, chat=7)
        api.push_many(a_text("bonjour", chat) for chat in range(8, 50))
        await api.until_sent(2, chat=7)
    last = api.called("sendMessage")[-1]
    assert (last.chat, last.text) == (7, "Reçu : un")
    assert len(api.sent()) == 44
    assert last.at - api.called("sendMessage")[0].at >= 1


async def test_a_message_that_came_though_its_receipt_was_lost_is_sent_again(
    api: BotApi, setting: Setting
) -> None:
    api.fail("sendMessage", LOST)
    async with serving(a_channel(setting)):
        api.push_many([a_text("un"), a_text("deux")])
        await api.until_sent(3)
    assert [shown.text for shown in api.shown()] == ["Reçu : un", "Reçu : un", "Reçu : deux"]


async def test_whoever_blocked_the_bot_leaves_nothing_to_send(
    api: BotApi, setting: Setting, mail: FakeMail, assistant: FakeAssistant
) -> None:
    assistant.replies["deux"] = (Statement("Un."), Statement("Deux."))
    api.blocked |= {7, SUPERGROUP}
    async with serving(a_channel(setting)):
        api.push(a_text("deux"))
        api.push(a_mention("deux", SUPERGROUP))
        await api.until_sent(4)
    assert (mail.inbox, mail.outbox) == ([], [])
    assert api.shown() == []


async def test_whoever_blocked_the_bot_is_answered_when_they_come_back(
    api: BotApi, setting: Setting
) -> None:
    async with serving(a_channel(setting)):
        api.blocked.add(7)
        api.push(a_text("un"))
        await api.until_sent(1)
        api.blocked.clear()
        api.push(a_text("deux"))
        await api.until(api.shown)
    assert [shown.text for shown in api.shown()] == ["Reçu : deux"]


async def test_a_group_that_moved_is_answered_where_it_is(
    api: BotApi, setting: Setting, caplog: pytest.LogCaptureFixture
) -> None:
    api.migrated[GROUP] = SUPERGROUP
    async with serving(a_channel(setting)):
        api.push_many(a_mention(text, GROUP) for text in ("un", "deux"))
        await api.until_sent(2, chat=SUPERGROUP)
    assert [shown.text for shown in api.shown(SUPERGROUP)] == ["Reçu : un", "Reçu : deux"]
    assert api.shown(GROUP) == []
    assert caplog.records == []


async def test_a_page_turned_in_a_group_that_moved_is_a_new_message(
    api: BotApi, setting: Setting, assistant: FakeAssistant
) -> None:
    card = Question("La fiche.", (Button("Plus", "more:a"), Button("Utile", "rate:yes/1")))
    assistant.replies |= {"fiche": (card,), "more:a": (Statement("La suite."),)}
    async with serving(a_channel(setting)):
        api.push(a_mention("fiche", GROUP))
        await api.until(lambda: api.shown(GROUP))
        api.migrated[GROUP] = SUPERGROUP
        for label in ("Utile", "Plus"):
            api.press(label, GROUP)
        await api.until(lambda: api.shown(SUPERGROUP))
    assert [shown.text for shown in api.shown(SUPERGROUP)] == ["Reçu : rate:yes/1", "La suite."]


async def test_a_file_follows_a_group_that_moved(
    api: BotApi, setting: Setting, assistant: FakeAssistant
) -> None:
    assistant.replies["copie"] = (Document("Voici.", "copie.json", "{}"),)
    api.fail("sendDocument", chat_migrated(SUPERGROUP))
    async with serving(a_channel(setting)):
        api.push(a_mention("copie", GROUP))
        await api.until(lambda: api.shown(SUPERGROUP))
    assert api.shown(SUPERGROUP)[0].kind == "document"


async def test_a_message_that_is_refused_becomes_one_apology(
    api: BotApi, setting: Setting, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", REFUSED)
    async with serving(a_channel(setting)):
        api.push(a_text("mon adresse est 3 rue des Lilas"))
        await api.until_sent(2)
    assert [shown.text for shown in api.shown()] == [sentences.APOLOGY]
    assert "refuses a message" in caplog.text
    assert "Lilas" not in caplog.text


async def test_an_apology_that_is_refused_too_is_given_up(
    api: BotApi, setting: Setting, mail: FakeMail
) -> None:
    api.fail("sendMessage", REFUSED, REFUSED)
    async with serving(a_channel(setting)):
        api.push_many([a_text("un"), a_text("deux")])
        await api.until_sent(3)
    assert [shown.text for shown in api.shown()] == ["Reçu : deux"]
    assert mail.outbox == []


@FLOODED
async def test_an_apology_waits_as_long_as_telegram_says(api: BotApi, setting: Setting) -> None:
    api.fail("sendMessage", REFUSED, too_many_requests(1), REFUSED)
    async with serving(a_channel(setting)):
        api.push(a_text("un"))
        await api.until(api.shown)
    assert [shown.text for shown in api.shown()] == [sentences.APOLOGY]


async def test_a_message_that_never_goes_is_dropped_after_a_day(
    api: BotApi,
    setting: Setting,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(courier, "MAX_TRIES", 2)
    api.fail("sendMessage", CUT, Failure(500), Failure(502, "Bad Gateway"))
    async with serving(a_channel(setting)):
        api.push_many([a_text("un"), a_text("deux")])
        await api.until(api.shown)
    assert api.sent() == [*["Reçu : un"] * 3, "Reçu : deux"]
    assert "a message is dropped" in caplog.text
