"""Telegram, the program and its knowledge together: what somebody with a telephone receives.

By long polling and by webhook, one process each; every test writes in a chat of its own.
"""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.channels.telegram import sentences
from tests.channels.telegram.updates import (
    a_command,
    a_mention,
    a_position,
    a_text,
    an_attachment,
    an_inline_query,
)
from tests.telegram_program import CHATS, PRIVATE, QUESTION, STREET, Telegrammed, on_telegram

FIGEAC = (44.6086, 2.0339)

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["polling", "webhook"])
async def bot(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Telegrammed]:
    """The program, which somebody can write to."""
    folder = tmp_path_factory.mktemp(request.param)
    async with on_telegram(folder, is_hooked=request.param == "webhook") as telegrammed:
        yield telegrammed


async def test_a_text_is_answered_from_the_knowledge(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push(a_text(QUESTION, chat))
    card, notice = await bot.shown(2, chat)
    assert "Animer une démarche de co-construction" in card.text
    assert "vérifié le" in card.text
    assert "mots-clés" in notice.text


async def test_a_card_turns_its_pages_in_place(bot: Telegrammed) -> None:
    api, chat = bot.api, next(CHATS)
    api.push(a_text(QUESTION, chat))
    first, _ = await bot.shown(2, chat)

    async def turn(label: str, words: str) -> None:
        api.press(label, chat)
        await api.until(lambda: words in api.shown(chat)[0].text)

    await turn("Sources", "Débat sur l'alliance")
    await turn("Retour à la fiche", first.text)
    await turn("Plus", "que voulez-vous savoir")
    await turn("Retour à la fiche", first.text)
    assert len(api.shown(chat)) == 2


async def test_places_come_with_a_map_and_the_nearest_of_them(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push(a_text("Où trouver un fablab près de Figeac ?", chat))
    listed, drawn, nearest, *_ = await bot.shown(3, chat)
    assert [listed.kind, drawn.kind, nearest.kind] == ["text", "photo", "venue"]
    assert nearest.content["venue"]["title"] in listed.text
    (other, *_) = [label for label in listed.buttons if label.startswith("📍 2.")]
    bot.api.press(other, chat)
    *_, opened = await bot.shown(4, chat)
    assert opened.text


async def test_a_position_is_shared_when_it_is_asked_for(bot: Telegrammed) -> None:
    api, chat = bot.api, next(CHATS)
    api.push(a_text("Où trouver un fablab ?", chat))
    await bot.shown(2, chat)
    api.press(sentences.MY_POSITION, chat)
    await api.until(lambda: api.keyboard(chat) == [[sentences.SEND_POSITION]])
    api.push(a_position(*FIGEAC, chat))
    await api.until(lambda: {"photo", "venue"} <= {shown.kind for shown in api.shown(chat)})
    assert any("à Figeac" in shown.text for shown in api.shown(chat))


async def test_things_to_share_are_found(bot: Telegrammed) -> None:
    chat, offered = next(CHATS), []
    for words in ("co-construction", "fablab figeac", STREET):
        bot.api.push(an_inline_query(words, sender=chat))
        offered.append(await bot.offered())
    cards, places, _ = offered
    assert cards[0]["type"] == "article"
    assert cards[0]["id"].startswith("card:coconstruction")
    assert places[0]["type"] == "venue"
    assert bot.api.shown(chat) == []


async def test_a_group_is_answered_when_it_speaks_to_the_bot(bot: Telegrammed) -> None:
    group = -next(CHATS)
    bot.api.push(a_text(f"rendez-vous {STREET}", group))
    bot.api.push(a_mention(QUESTION, group))
    card, _ = await bot.shown(2, group)
    assert "co-construction" in card.text
    bot.api.push(a_command("mesdonnees", group))
    *_, said = await bot.shown(3, group)
    assert said.buttons == {sentences.OPEN_PRIVATE: "https://t.me/TraitBot"}


async def test_what_is_not_text_gets_a_sentence(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push(an_attachment("photo", chat, caption=STREET))
    bot.api.push(an_attachment("voice", chat))
    said = await bot.shown(2, chat)
    assert [shown.text for shown in said] == [sentences.UNREADABLE, sentences.VOICE]


async def test_a_link_opens_the_card_that_it_names(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push(a_command("start", chat, "partenariat-demarrer"))
    hello, card = await bot.shown(2, chat)
    assert hello.text.startswith("Bonjour")
    assert card.text.startswith("Démarrer un partenariat")


async def test_a_link_that_leads_nowhere_says_good_day(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push(a_command("start", chat, "n_importe-quoi"))
    hello, *_ = await bot.shown(1, chat)
    assert hello.text.startswith("Bonjour")


@pytest.mark.parametrize(("label", "count"), [("👍 Utile", 2), ("👎 Pas utile", 3)])
async def test_a_verdict_is_taken(bot: Telegrammed, label: str, count: int) -> None:
    api, chat = bot.api, next(CHATS)
    api.push(a_text(QUESTION, chat))
    card, _ = await bot.shown(2, chat)
    api.press(label, chat)
    await api.until(lambda: label not in api.shown(chat)[0].buttons)
    assert [*api.shown(chat)[0].buttons, "👍 Utile", "👎 Pas utile"] == list(card.buttons)
    said = [call.params.get("text") for call in api.called("answerCallbackQuery")]
    assert said[-1] == sentences.THANKS
    assert len(api.shown(chat)) == count


async def test_what_is_held_is_copied_then_erased(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push(a_text(QUESTION, chat))
    await bot.shown(2, chat)
    bot.api.push(a_command("mesdonnees", chat))
    *_, copy = await bot.shown(3, chat)
    assert copy.file
    assert copy.file.name == "mes-donnees.json"
    turns = json.loads(copy.file.content)["echanges"]
    assert [(turn["texte"], turn["canal"]) for turn in turns] == [(QUESTION, "telegram")]
    bot.api.push_many([a_command("oubliezmoi", chat), a_command("mesdonnees", chat)])
    *_, erased, nothing = await bot.shown(5, chat)
    assert "effacé" in erased.text
    assert "Rien n'est gardé" in nothing.text


async def test_silence_is_kept_and_questions_are_still_answered(bot: Telegrammed) -> None:
    chat = next(CHATS)
    bot.api.push_many([a_command("stop", chat), a_text(QUESTION, chat)])
    silent, card, *_ = await bot.shown(2, chat)
    assert "je ne vous écrirai plus" in silent.text
    assert "co-construction" in card.text


async def test_the_program_ends_well_and_its_log_tells_nothing_of_anybody(
    bot: Telegrammed,
) -> None:
    chat = next(CHATS)
    bot.api.push(a_text(f"mon adresse est {STREET}", chat))
    await bot.shown(1, chat)
    assert await bot.end() == 0
    assert bot.api.pending == []
    assert bot.told((*PRIVATE, str(chat))) == []
