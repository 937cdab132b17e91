"""What is typed after the bot's name is answered at once, beside conversations, or not at all."""

import pytest

from bot.channels.telegram.channel import TelegramChannel
from tests.channels.telegram.bot_api import QUERY_TOO_OLD, BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant, FakeFinder
from tests.channels.telegram.serving import Setting
from tests.channels.telegram.updates import (
    ME,
    a_choice,
    a_person,
    a_text,
    a_venue,
    an_inline_query,
)
from tests.fake_mail import FakeMail

pytestmark = pytest.mark.usefixtures("channel")


async def look_up(api: BotApi, query: str = "fablab figeac", count: int = 1) -> None:
    """Type some words, and wait until so many were answered."""
    api.push(an_inline_query(query))
    await api.until(lambda: len(api.called("answerInlineQuery")) == count)


async def test_nothing_is_kept_of_what_is_looked_up(
    channel: TelegramChannel, api: BotApi, setting: Setting
) -> None:
    mail = setting.mail
    await look_up(api)
    await channel.stop()
    assert (mail.inbox, mail.outbox, mail.aside, mail.answered) == ([], [], {}, [])
    assert setting.assistant.messages == []
    assert api.sent() == []


async def test_what_is_looked_up_does_not_wait_for_a_conversation(
    api: BotApi, assistant: FakeAssistant
) -> None:
    release = assistant.hold("lent")
    api.push(a_text("lent"))
    await api.until(lambda: assistant.messages)
    await look_up(api)
    assert api.sent() == []
    release.set()


async def test_only_the_last_words_typed_are_worth_an_answer(
    api: BotApi, finder: FakeFinder
) -> None:
    release = finder.hold("fab")
    mine, another, last = (
        an_inline_query("fab"),
        an_inline_query("fab", sender=8),
        an_inline_query("fablab"),
    )
    api.push_many([mine, another, last])
    await api.until(lambda: api.called("answerInlineQuery"))
    release.set()
    await api.until(lambda: len(api.called("answerInlineQuery")) == 2)
    await look_up(api, "fin", count=3)
    answered = [call.params["inline_query_id"] for call in api.called("answerInlineQuery")]
    assert answered[:2] == [query["inline_query"]["id"] for query in (last, another)]


async def test_what_is_shared_with_the_bot_itself_is_no_question(
    api: BotApi, assistant: FakeAssistant, mail: FakeMail
) -> None:
    place = a_venue(44.6, 2.03)
    place["message"]["via_bot"] = ME
    api.push_many([a_text("Ouvrir un fablab", via_bot=ME), place])
    api.push(a_text("Vu ailleurs", via_bot=a_person(9) | {"is_bot": True}))
    assert await api.until_sent(1) == ["Reçu : Vu ailleurs"]
    assert len(assistant.messages) == len(mail.answered) == 1


async def test_an_answer_that_comes_too_late_is_no_news(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("answerInlineQuery", QUERY_TOO_OLD)
    await look_up(api)
    api.push(a_text("bonjour"))
    await api.until_sent(1)
    assert caplog.records == []


@pytest.mark.parametrize("failure", [QUERY_TOO_OLD, Failure(500), Failure(400)])
async def test_an_answer_that_does_not_come_is_no_loss(
    api: BotApi, caplog: pytest.LogCaptureFixture, mail: FakeMail, failure: Failure
) -> None:
    api.fail("answerInlineQuery", failure)
    await look_up(api, "mon adresse est 3 rue des Lilas")
    api.push(a_text("bonjour"))
    assert await api.until_sent(1) == ["Reçu : bonjour"]
    assert len(mail.answered) == 1
    assert "Lilas" not in caplog.text
    assert 'File "' not in caplog.text


async def test_which_result_was_chosen_is_not_asked_of_telegram(
    api: BotApi, mail: FakeMail
) -> None:
    api.push(a_choice("card:fablab", "fablab"))
    assert len(api.withheld) == 1
    assert mail.answered == []
