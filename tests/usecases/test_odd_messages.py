"""What is not a question gets a clear answer too."""

import pytest

from bot.domain.actions import Action
from bot.domain.exchange import Message
from bot.usecases.answering import MAX_TEXT, Assistant
from tests.fakes import FakeRanker
from tests.usecases.chat import Chat, buttons, said

UNREADABLE = {
    "empty": "",
    "spaces": " \t\r\n ",
    "emojis": "👍🏽🎉👨‍👩‍👧",
    "punctuation": "?!… — ;",
    "control characters": "\x00\x07\x1b",
    "right-to-left marks": "\u202e\u200f\u2067\u061c",
    "invisible characters": "\u200b\ufeff\u00ad\u200d",
    "half a character": "\ud83d",
    "a private character": "\ue000",
    "tags alone": "<b></b><img src=x onerror=alert(1)>",
    "a combining accent alone": "\u0301",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
async def test_what_cannot_be_read_is_said_and_ideas_are_offered(
    chat: Chat, model: FakeRanker, text: str
) -> None:
    outcome = await chat.say(text)
    assert said(outcome).startswith("Je n'ai rien pu lire. Écrivez votre question")
    assert buttons(outcome)
    assert model.heard == []


async def test_a_message_that_holds_nothing_is_answered(assistant: Assistant) -> None:
    outcome = await assistant.answer(Message("essai", "1"))
    assert "rien pu lire" in said(outcome)


async def test_ten_thousand_characters_are_refused_with_what_to_do(
    chat: Chat, model: FakeRanker
) -> None:
    outcome = await chat.say("fablab " * 1428 + "abcd")
    assert "très long (10000 caractères)" in said(outcome)
    assert "Résumez" in said(outcome)
    assert buttons(outcome)
    assert model.heard == []


async def test_the_longest_message_of_telegram_is_read(chat: Chat) -> None:
    text = "un fablab".rjust(MAX_TEXT, "x")
    assert (await chat.say(text)).goal == "fablab"


async def test_blanks_do_not_make_a_message_long(chat: Chat) -> None:
    assert (await chat.say("un" + " \n" * MAX_TEXT + "fablab")).goal == "fablab"


@pytest.mark.parametrize(
    "text",
    [
        "<b>un fablab</b>",
        "un <script>fablab</script>",
        "un &lt;fablab&gt;",
        "<!-- rien --> un fablab <br/>",
        "\u202eun fab\u200blab\u202c",
        "UN\x00 FABLAB 👍",
        "un\nfablab",
        "/fablab",
        "*un* _fablab_ `[x](y)`",
    ],
)
async def test_a_question_is_read_through_what_surrounds_it(chat: Chat, text: str) -> None:
    assert (await chat.say(text)).goal == "fablab"


@pytest.mark.parametrize(
    "text", ["une commune < 3500 habitants, ou > 10000", "<3 les habitants >_<"]
)
async def test_a_comparison_or_a_heart_is_no_tag(chat: Chat, model: FakeRanker, text: str) -> None:
    await chat.say(text)
    assert "habitants" in model.heard[0]


@pytest.mark.parametrize("text", ["مرحبا، أين البلدية؟", "市役所はどこですか", "Где мэрия?"])
async def test_another_alphabet_is_not_understood_and_somebody_is_named(
    chat: Chat, text: str
) -> None:
    outcome = await chat.say(text)
    assert outcome.goal == Action.OUT_OF_SCOPE
    assert "Le réseau national" in said(outcome)


@pytest.mark.parametrize("text", ["<script>alert('x')</script>", "{publisher} {title} %s", "{"])
async def test_nothing_of_a_message_is_repeated_in_the_answer(chat: Chat, text: str) -> None:
    words = said(await chat.say(text))
    assert words
    assert "alert" not in words
    assert "{" not in words


@pytest.mark.parametrize(
    "value",
    [
        "",
        ":",
        "card",
        "card:",
        "card:disparue",
        "card:coworking",
        "part:fablab/disparue",
        "part:fablab",
        "goal:disparu",
        "territory:",
        "territory:commune/99999",
        "territory:planete/1",
        "next:",
        "anywhere:",
        "Card:fablab",
        "👍",
        "\x00\u202e",
        "x" * 10_000,
        "card:" + "x" * 10_000,
    ],
)
async def test_an_unknown_or_old_button_is_answered_politely(chat: Chat, value: str) -> None:
    outcome = await chat.press(value)
    assert outcome.goal == Action.HELP
    assert "Ce bouton n'est plus valable" in said(outcome)
    assert buttons(outcome)


async def test_an_old_button_loses_nothing_of_the_conversation(chat: Chat) -> None:
    await chat.say("un fablab")
    await chat.press("card:disparue")
    assert (await chat.say("combien ça coûte ?")).section == "cout"
