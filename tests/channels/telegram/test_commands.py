"""What each command asks of the assistant, and where a link leads."""

import pytest

from bot.channels.telegram import sentences
from bot.domain import buttons
from bot.domain.exchange import Message
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import a_command, a_press, a_text, an_edit

GROUP = -100123
PERSONAL = sorted(sentences.PERSONAL)

pytestmark = pytest.mark.usefixtures("channel")


def pressed(value: str) -> Message:
    return Message("telegram", "7", press=value)


def opened(press: str | None = None) -> Message:
    return Message("telegram", "7", press=press, opens=True)


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("/start", opened()),
        ("/aide", pressed(buttons.HELP)),
        ("/help", pressed(buttons.HELP)),
        ("/territoire", pressed(buttons.WHERE)),
        ("/territoire  Figeac (46)", Message("telegram", "7", text="Figeac (46)")),
        ("/humain", pressed(buttons.HUMAN)),
        ("/mesdonnees", pressed(buttons.COPY)),
        ("/oubliezmoi", pressed(buttons.ERASE)),
        ("/stop", pressed(buttons.STOP)),
        ("/aide@TraitBot", pressed(buttons.HELP)),
        ("/AIDE", pressed(buttons.HELP)),
        ("/humain s'il vous plaît", pressed(buttons.HUMAN)),
    ],
)
async def test_a_command_asks_one_thing(
    api: BotApi, assistant: FakeAssistant, command: str, asked: Message
) -> None:
    api.push(a_text(command))
    await api.until_sent(1)
    assert assistant.messages == [asked]


@pytest.mark.parametrize(
    ("payload", "press"),
    [
        ("fablab", "card:fablab"),
        ("t_46102", "territory:commune/46102"),
        ("t_2A004", "territory:commune/2A004"),
        ("t_4610", "card:t_4610"),
        ("t_461020", "card:t_461020"),
        ("t_4610é", "card:t_4610é"),
        ("-_-", "card:-_-"),
        ("forget:", "card:forget:"),
        ("😀", "card:😀"),
    ],
)
async def test_a_link_opens_a_card_or_a_place(
    api: BotApi, assistant: FakeAssistant, payload: str, press: str
) -> None:
    api.push(a_command("start", rest=payload))
    await api.until_sent(1)
    assert assistant.messages == [opened(press)]


async def test_what_follows_the_first_word_of_a_link_is_left_out(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(a_command("start", rest="fablab et la suite"))
    await api.until_sent(1)
    assert assistant.messages == [opened("card:fablab")]


async def test_a_command_that_is_corrected_is_a_command(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(an_edit("/humain"))
    await api.until_sent(1)
    assert assistant.messages == [pressed(buttons.HUMAN)]


@pytest.mark.parametrize("name", PERSONAL)
async def test_what_is_personal_is_led_out_of_a_group(
    api: BotApi, assistant: FakeAssistant, name: str
) -> None:
    api.push(a_command(name, GROUP))
    await api.until_sent(1, chat=GROUP)
    (said,) = api.shown(GROUP)
    assert said.text == sentences.IN_PRIVATE
    assert said.buttons == {sentences.OPEN_PRIVATE: "https://t.me/TraitBot"}
    assert assistant.messages == []


@pytest.mark.parametrize("value", [buttons.ERASE, "forget:x", "copy:x", "stop:x", "forget"])
async def test_a_personal_button_is_led_out_of_a_group_too(
    api: BotApi, assistant: FakeAssistant, value: str
) -> None:
    api.push(a_press(value, GROUP))
    assert await api.until_sent(1, chat=GROUP) == [sentences.IN_PRIVATE]
    assert assistant.messages == []


@pytest.mark.parametrize("name", ["start", "aide", "help", "territoire", "humain"])
async def test_what_concerns_everybody_is_answered_in_a_group(
    api: BotApi, assistant: FakeAssistant, name: str
) -> None:
    api.push(a_command(name, GROUP))
    await api.until_sent(1, chat=GROUP)
    (asked,) = assistant.messages
    assert asked.conversation == str(GROUP)


@pytest.mark.parametrize(("menu", "chat"), [(0, 7), (1, GROUP)])
async def test_every_command_of_a_menu_is_answered(
    api: BotApi, assistant: FakeAssistant, menu: int, chat: int
) -> None:
    await api.until(lambda: len(api.called("setMyCommands")) == 2)
    commands = api.called("setMyCommands")[menu].params["commands"]
    for command in commands:
        api.push(a_command(command["command"], chat))
    said = await api.until_sent(len(commands), chat)
    assert {sentences.UNKNOWN_COMMAND, sentences.IN_PRIVATE, sentences.APOLOGY}.isdisjoint(said)
    assert len(assistant.messages) == len(commands)


async def test_commands_of_a_group_are_those_that_are_not_personal(api: BotApi) -> None:
    await api.until(lambda: len(api.called("setMyCommands")) == 2)
    private, group = (call.params for call in api.called("setMyCommands"))
    assert private["scope"] == {"type": "all_private_chats"}
    assert group["scope"] == {"type": "all_group_chats"}
    names = [command["command"] for command in group["commands"]]
    assert names == ["start", "aide", "territoire", "humain"]


@pytest.mark.parametrize("command", ["/sondage", "/aide_moi", "/aides", "/aide@UnAutreBot"])
async def test_an_unknown_command_is_said_to_be_so(api: BotApi, command: str) -> None:
    api.push(a_text(command))
    assert await api.until_sent(1) == [sentences.UNKNOWN_COMMAND]


async def test_an_unknown_command_for_the_bot_is_answered_in_a_group(api: BotApi) -> None:
    api.push(a_command("sondage", GROUP))
    assert await api.until_sent(1, chat=GROUP) == [sentences.UNKNOWN_COMMAND]


async def test_a_command_within_a_sentence_is_a_sentence(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(a_text("que fait /aide ?"))
    await api.until_sent(1)
    assert assistant.messages == [Message("telegram", "7", text="que fait /aide ?")]
