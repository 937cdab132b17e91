"""Of a group, only what is meant for the bot is read, and even kept."""

from typing import Any

import pytest

from bot.channels.telegram import sentences
from bot.domain.exchange import Message
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import (
    ATTACHMENTS,
    ME,
    a_chat,
    a_command,
    a_live_position_moving,
    a_mention,
    a_message,
    a_person,
    a_position,
    a_press,
    a_reply,
    a_text,
    an_arrival,
    an_attachment,
    an_edit,
)
from tests.fake_mail import FakeMail

GROUP = -100123

pytestmark = pytest.mark.usefixtures("channel")

BETWEEN_THEM = [
    a_text("mon adresse est 3 rue des Lilas", GROUP),
    a_text("écrivez à a@traitbot.fr", GROUP),
    a_text("@TraitBot2 bonjour", GROUP),
    a_text("/aide@UnAutreBot", GROUP),
    a_text("/sondage", GROUP),
    a_text("d'accord", GROUP, reply_to_message=a_message(GROUP, text="On y va ?")),
    an_edit("finalement non", GROUP),
    a_position(44.6, 2.03, GROUP),
    a_live_position_moving(44.6, 2.03, GROUP),
    an_arrival(GROUP),
    {"message": a_message(GROUP, new_chat_title="Conseil")},
    *(an_attachment(kind, GROUP) for kind in ATTACHMENTS),
    an_attachment("photo", GROUP, caption="voilà"),
]


@pytest.mark.parametrize("update", BETWEEN_THEM)
async def test_what_people_say_among_themselves_is_not_even_kept(
    api: BotApi, assistant: FakeAssistant, mail: FakeMail, update: dict[str, Any]
) -> None:
    api.push(update)
    last = api.push(a_text("fin", 8))
    await api.until_sent(1, chat=8)
    await api.until(lambda: not api.pending)
    assert mail.answered == [f"telegram/123456/{last}"]
    assert (mail.inbox, mail.aside) == ([], {})
    assert [message.text for message in assistant.messages] == ["fin"]
    assert api.sent(GROUP) == []


@pytest.mark.parametrize(
    ("update", "said"),
    [
        (a_mention("où est le fablab ?", GROUP), "où est le fablab ?"),
        (a_text("où est le fablab, @TRAITBOT ?", GROUP), "où est le fablab,  ?"),
        (a_text("👉 @TraitBot bonjour", GROUP), "👉  bonjour"),
        (a_reply("Figeac", GROUP), "Figeac"),
        (an_edit("@TraitBot bonsoir", GROUP), "bonsoir"),
        (a_command("territoire", GROUP, "Figeac"), "Figeac"),
    ],
)
async def test_what_is_said_to_the_bot_is_answered(
    api: BotApi, assistant: FakeAssistant, update: dict[str, Any], said: str
) -> None:
    api.push(update)
    await api.until_sent(1, chat=GROUP)
    assert assistant.messages == [Message("telegram", str(GROUP), text=said)]


async def test_a_name_that_the_telephone_marks_is_a_mention(
    api: BotApi, assistant: FakeAssistant
) -> None:
    me = {"id": 123456, "is_bot": True, "first_name": "Trait"}
    mark = {"type": "text_mention", "offset": 0, "length": 5, "user": me}
    api.push(a_text("Trait, bonjour", GROUP, entities=[mark]))
    await api.until_sent(1, chat=GROUP)
    other = mark | {"user": a_person(9)}
    api.push(a_text("Trait, bonsoir", GROUP, entities=[other]))
    api.push(a_mention("fin", GROUP))
    await api.until_sent(2, chat=GROUP)
    assert [message.text for message in assistant.messages] == ["Trait, bonjour", "fin"]


async def test_a_position_given_in_answer_to_the_bot_is_read(
    api: BotApi, assistant: FakeAssistant
) -> None:
    said = a_reply("", GROUP)["message"]["reply_to_message"]
    api.push({"message": a_position(44.6, 2.03, GROUP)["message"] | {"reply_to_message": said}})
    await api.until_sent(1, chat=GROUP)
    (asked,) = assistant.messages
    assert asked.position


async def test_a_picture_given_in_answer_to_the_bot_gets_a_sentence(api: BotApi) -> None:
    said = a_reply("", GROUP)["message"]["reply_to_message"]
    api.push(an_attachment("photo", GROUP, reply_to_message=said))
    await api.until_sent(1, chat=GROUP)


@pytest.mark.parametrize("words", ["@TraitBot regarde", "Trait, regarde"])
async def test_a_picture_whose_words_name_the_bot_gets_a_sentence(api: BotApi, words: str) -> None:
    kind = "mention" if words.startswith("@") else "text_mention"
    whose = {"user": ME} if kind == "text_mention" else {}
    mark = {"type": kind, "offset": 0, "length": 9 if kind == "mention" else 5, **whose}
    api.push(an_attachment("photo", GROUP, caption=words, caption_entities=[mark]))
    assert await api.until_sent(1, chat=GROUP) == [sentences.UNREADABLE]


async def test_a_danger_beside_a_picture_is_told_without_the_name(
    api: BotApi, assistant: FakeAssistant
) -> None:
    mark = {"type": "mention", "offset": 0, "length": 9}
    words = "@TraitBot au secours"
    api.push(an_attachment("photo", GROUP, caption=words, caption_entities=[mark]))
    await api.until_sent(1, chat=GROUP)
    assert assistant.messages == [Message("telegram", str(GROUP), text="au secours")]


async def test_members_of_a_group_share_its_conversation_and_its_answer(
    api: BotApi, assistant: FakeAssistant
) -> None:
    for sender in (8, 9):
        api.push(a_press("card:fablab", GROUP, sender=sender))
    await api.until_sent(2, chat=GROUP)
    assert {message.conversation for message in assistant.messages} == {str(GROUP)}


async def test_somebody_who_hides_behind_the_group_is_answered(
    api: BotApi, assistant: FakeAssistant
) -> None:
    update = a_mention("bonjour", GROUP)
    update["message"] |= {
        "sender_chat": a_chat(GROUP),
        "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
    }
    api.push(update)
    await api.until_sent(1, chat=GROUP)
    assert assistant.messages[0].text == "bonjour"
