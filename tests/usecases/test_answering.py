from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.actions import Action
from bot.domain.lists import Suggestion
from bot.domain.replies import Answer
from bot.domain.session import Session
from bot.usecases.answering import Assistant
from tests.fakes import FakeClock, FakeConversations, FakeKnowledge
from tests.usecases.chat import Chat, buttons, said
from tests.usecases.sample import FABLAB, FIGEAC, KNOWLEDGE


async def test_the_welcome_tells_who_publishes_a_free_program_and_to_write_nothing_personal(
    assistant: Assistant,
) -> None:
    outcome = await assistant.welcome("essai", "1")
    words = said(outcome)
    assert "programme" in words
    assert "gratuit publié par la commune de Test" in words
    assert "Inutile d'écrire quoi que ce soit de personnel" in words
    assert [button.label for button in buttons(outcome)] == ["Un fablab ?"]


async def test_the_welcome_offers_no_card_that_is_still_being_written(assistant: Assistant) -> None:
    cues = KNOWLEDGE.cues.model_copy(
        update={"suggestions": (Suggestion(label="Un coworking ?", opens="coworking"),)}
    )
    early = replace(assistant, knowledge=FakeKnowledge(replace(KNOWLEDGE, cues=cues)))
    assert buttons(await early.welcome("essai", "1")) == ()


async def test_to_welcome_somebody_again_forgets_nothing(chat: Chat) -> None:
    await chat.say("je suis à Figeac")
    await chat.assistant.welcome(chat.channel, chat.name)
    assert (await chat.say("bonjour")).territory == FIGEAC


async def test_a_question_opens_its_card_with_source_and_date(chat: Chat) -> None:
    outcome = await chat.say("comment ouvrir un fablab ?")
    assert outcome.goal == "fablab"
    assert outcome.sources == (FABLAB.sources[0].url,)
    assert "vérifié le 1er novembre 2026" in said(outcome)


async def test_a_draft_is_admitted_and_somebody_is_named(chat: Chat) -> None:
    words = said(await chat.say("ouvrir un coworking"))
    assert "en préparation" in words
    assert "Le réseau national" in words


async def test_what_nobody_recognises_is_admitted_and_somebody_is_named(chat: Chat) -> None:
    outcome = await chat.say("la recette de la tarte")
    assert outcome.goal == Action.OUT_OF_SCOPE
    assert "Le réseau national – 01 99 00 00 00" in said(outcome)


async def test_a_press_opens_what_it_names(chat: Chat) -> None:
    outcome = await chat.press("part:fablab/cout")
    assert (outcome.goal, outcome.section) == ("fablab", "cout")


async def test_every_button_of_an_answer_is_answered(chat: Chat) -> None:
    offered = buttons(await chat.say("un fablab"))
    assert offered
    for button in offered:
        assert "plus valable" not in said(await chat.press(button.value)), button


async def test_a_chat_keeps_its_place_and_its_subject(chat: Chat) -> None:
    await chat.say("je suis à Figeac")
    await chat.say("un fablab")
    outcome = await chat.say("combien ça coûte ?")
    assert (outcome.goal, outcome.section) == ("fablab", "cout")
    assert outcome.territory == FIGEAC


@pytest.mark.parametrize(("channel", "name"), [("essai", "autre"), ("ailleurs", "chat-42")])
async def test_another_chat_knows_nothing_of_it(chat: Chat, channel: str, name: str) -> None:
    await chat.say("un fablab à Figeac")
    other = Chat(chat.assistant, name, channel)
    outcome = await other.say("combien ça coûte ?")
    assert outcome.goal == Action.OUT_OF_SCOPE
    assert outcome.territory is None


async def test_identifiers_that_run_together_are_told_apart(chat: Chat) -> None:
    assert Chat(chat.assistant, "bc", "a").key != Chat(chat.assistant, "c", "ab").key


async def test_a_session_is_read_from_what_is_kept(chat: Chat, store: FakeConversations) -> None:
    store.sessions[chat.key] = Session(plain=True)
    [reply] = (await chat.say("un fablab")).replies
    assert isinstance(reply, Answer)
    assert reply.text == FABLAB.simple


async def test_knowledge_is_read_at_each_message(assistant: Assistant) -> None:
    shelf = FakeKnowledge(KNOWLEDGE)
    chat = Chat(replace(assistant, knowledge=shelf))
    await chat.say("un fablab")
    shelf.held = replace(KNOWLEDGE, cards={})
    assert "plus valable" in said(await chat.press("card:fablab"))


async def test_a_card_to_be_reviewed_says_so_from_that_day_on(chat: Chat, clock: FakeClock) -> None:
    warning = "devait être revue avant le 1er novembre 2027"
    clock.advance(timedelta(days=341))
    assert warning not in said(await chat.say("un fablab"))
    clock.advance(timedelta(days=1))
    assert warning in said(await chat.say("un fablab"))
