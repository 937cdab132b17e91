import pytest

from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import ME, a_message, a_press, a_text, an_attachment

GROUP = -100123

pytestmark = pytest.mark.usefixtures("channel")


@pytest.mark.parametrize(
    "update",
    [
        a_text("on se voit demain ?", GROUP),
        a_text("@UnAutreBot bonjour", GROUP),
        a_text("/start@UnAutreBot", GROUP),
        a_text("/sondage", GROUP),
        an_attachment("photo", GROUP),
        {"message": a_message(GROUP, new_chat_title="Conseil")},
    ],
)
async def test_what_is_not_for_the_bot_is_left_alone(
    api: BotApi, assistant: FakeAssistant, update: dict[str, object]
) -> None:
    api.push(update)
    last = api.push(a_text("suite", 8))
    await api.until_sent(1, chat=8)
    await api.until(lambda: api.called("getUpdates")[-1].params.get("offset") == last + 1)
    assert api.sent(GROUP) == []
    assert [message.text for message in assistant.messages] == ["suite"]


async def test_a_mention_is_answered_without_the_name(
    api: BotApi, assistant: FakeAssistant
) -> None:
    api.push(a_text("@traitbot où trouver un fablab ?", GROUP))
    await api.until_sent(1, chat=GROUP)
    assert assistant.messages[0].text == "où trouver un fablab ?"
    assert assistant.messages[0].conversation == str(GROUP)


async def test_a_reply_to_the_bot_is_answered(api: BotApi) -> None:
    said = a_message(GROUP, text="Quelle commune ?") | {"from": ME}
    api.push(a_text("Figeac", GROUP, reply_to_message=said))
    assert await api.until_sent(1, chat=GROUP) == ["Reçu : Figeac"]


@pytest.mark.parametrize("command", ["/start", "/start@TraitBot"])
async def test_a_command_of_the_bot_is_answered(api: BotApi, command: str) -> None:
    api.push(a_text(command, GROUP))
    assert await api.until_sent(1, chat=GROUP) == ["Bonjour"]


async def test_a_button_pressed_in_a_group_is_answered(api: BotApi) -> None:
    api.push(a_press("card:fablab", GROUP))
    assert await api.until_sent(1, chat=GROUP) == ["Reçu : card:fablab"]


async def test_in_a_forum_the_answer_stays_in_its_topic(api: BotApi) -> None:
    api.push(a_text("@TraitBot bonjour", GROUP, message_thread_id=42, is_topic_message=True))
    await api.until_sent(1, chat=GROUP)
    assert api.called("sendMessage")[0].params["message_thread_id"] == 42
