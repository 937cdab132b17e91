"""A document arrives as a file, with its buttons."""

from dataclasses import replace

import pytest

from bot.channels.telegram import sentences
from bot.domain.replies import Button, Document
from tests.channels.telegram.bot_api import CUT, BotApi, Failure
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import a_command

COPY = Document(
    "Voici tout ce qui est gardé :",
    "mes-donnees.json",
    '{"texte": "l\'été <&>"}',
    (Button("Tout effacer", "forget:"),),
)

pytestmark = pytest.mark.usefixtures("channel")


@pytest.fixture(autouse=True)
def _copied(assistant: FakeAssistant) -> None:
    assistant.replies["copy:"] = (COPY,)


async def test_a_copy_is_a_file_to_keep(api: BotApi) -> None:
    api.push(a_command("mesdonnees"))
    await api.until(api.shown)
    (shown,) = api.shown()
    assert (shown.kind, shown.text) == ("document", COPY.text)
    assert shown.file
    assert (shown.file.name, shown.file.content.decode()) == (COPY.name, COPY.content)
    assert shown.buttons == {"Tout effacer": "forget:"}
    assert api.sent() == []


async def test_words_too_long_to_stand_under_a_file_come_before_it(
    api: BotApi, assistant: FakeAssistant
) -> None:
    words = ("👉 " * 400).strip()
    assistant.replies["copy:"] = (replace(COPY, text=words),)
    api.push(a_command("mesdonnees"))
    await api.until(lambda: len(api.shown()) == 2)
    said, shown = api.shown()
    assert (said.text, said.buttons) == (words, {})
    assert (shown.kind, shown.text, shown.buttons) == ("document", "", {"Tout effacer": "forget:"})


@pytest.mark.parametrize("failure", [Failure(500), CUT])
async def test_a_file_that_the_network_lost_is_sent_again_whole(
    api: BotApi, failure: Failure
) -> None:
    api.fail("sendDocument", failure)
    api.push(a_command("mesdonnees"))
    await api.until(api.shown)
    (shown,) = api.shown()
    assert shown.file
    assert shown.file.content.decode() == COPY.content


async def test_a_file_that_telegram_refuses_is_apologised_for(api: BotApi) -> None:
    api.fail("sendDocument", Failure(400, "Bad Request: wrong file"))
    api.push(a_command("mesdonnees"))
    assert await api.until_sent(1) == [sentences.APOLOGY]
