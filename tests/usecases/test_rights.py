import json
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.actions import Action
from bot.domain.exchange import Feedback
from bot.domain.replies import Document
from bot.domain.session import Session
from tests.fakes import NOON, FakeClock, FakeConversations, FakeRanker
from tests.usecases.chat import Chat, buttons, said


async def copied(chat: Chat) -> dict[str, Any]:
    """The file that the copy button gives."""
    (reply,) = (await chat.press("copy:")).replies
    assert isinstance(reply, Document)
    assert reply.name == "mes-donnees.json"
    copy: dict[str, Any] = json.loads(reply.content)
    return copy


async def test_a_copy_tells_everything_that_is_said_oldest_first(
    chat: Chat, clock: FakeClock
) -> None:
    await chat.say("un fablab, 06 39 98 00 00")
    clock.advance(timedelta(days=1))
    await chat.press("card:fablab")
    first, second = (await copied(chat))["echanges"]
    assert first["texte"] == "un fablab, [téléphone]"
    assert first["intention"] == second["intention"] == "fablab"
    assert first["le"].startswith("2026-11-25")
    assert second["texte"] == "card:fablab"


async def test_a_copy_tells_what_is_remembered_of_the_conversation(chat: Chat) -> None:
    await chat.say("un fablab à Figeac")
    conversation = (await copied(chat))["conversation"]
    assert conversation["territoire"]["nom"] == "Figeac"
    assert conversation["fiche_lue"] == "fablab"


async def test_a_copy_tells_the_verdicts_that_were_given(chat: Chat) -> None:
    await chat.say("un fablab")
    await chat.press("rate:no")
    copy = await copied(chat)
    (turn,) = copy["echanges"]
    assert copy["avis"] == [{"echange": turn["numero"], "le": turn["le"], "utile": False}]


async def test_a_copy_tells_when_each_thing_is_erased(chat: Chat, clock: FakeClock) -> None:
    await chat.say("un fablab")
    clock.advance(timedelta(days=1))
    await chat.say("bonjour")
    copy = await copied(chat)
    erased = [turn["efface_le"][:10] for turn in copy["echanges"]]
    assert erased == ["2026-12-25", "2026-12-26"]
    assert copy["efface_le"][:10] == "2026-12-26"


async def test_a_copy_tells_which_answers_were_made_without_the_model(
    chat: Chat, model: FakeRanker, clock: FakeClock
) -> None:
    await chat.say("un fablab")
    clock.advance(timedelta(minutes=1))
    model.away = True
    await chat.say("un fablab")
    told = [turn["sans_le_modele"] for turn in (await copied(chat))["echanges"]]
    assert told == [False, True]


async def test_a_copy_is_introduced_by_a_sentence(chat: Chat) -> None:
    await chat.say("un fablab")
    assert "Voici tout ce qui est gardé" in said(await chat.press("copy:")).splitlines()[0]


async def test_a_copy_is_refused_aloud_while_the_store_is_away(
    chat: Chat, store: FakeConversations
) -> None:
    await chat.say("un fablab")
    store.refused = {"export"}
    assert "votre demande n'a pas été faite" in said(await chat.press("copy:"))


async def test_after_an_erasure_there_is_nothing_to_copy(chat: Chat) -> None:
    await chat.say("un fablab à Figeac")
    await chat.press("rate:yes")
    await chat.press("forget:")
    assert "Rien n'est gardé" in said(await chat.press("copy:"))


async def test_a_copy_leaves_no_trace_and_offers_to_erase(chat: Chat) -> None:
    await chat.say("un fablab")
    first = await chat.press("copy:")
    assert said(await chat.press("copy:")) == said(first)
    assert [button.value for button in buttons(first)] == ["forget:"]


async def test_a_copy_of_nothing_says_so(chat: Chat) -> None:
    assert "Rien n'est gardé" in said(await chat.press("copy:"))


async def test_a_copy_holds_nothing_of_somebody_else(chat: Chat) -> None:
    await Chat(chat.assistant, "autre").say("un fablab")
    assert "Rien n'est gardé" in said(await chat.press("copy:"))


async def test_an_erasure_is_real_and_at_once(chat: Chat, store: FakeConversations) -> None:
    await chat.say("un fablab à Figeac")
    await chat.press("rate:yes")
    outcome = await chat.press("forget:")
    assert "C'est effacé" in said(outcome)
    assert "(messages effacés : 1)" in said(outcome)
    assert store == FakeConversations()


async def test_after_an_erasure_the_conversation_begins_anew(chat: Chat) -> None:
    await chat.say("un fablab à Figeac")
    erased = await chat.press("forget:")
    assert erased.territory is None
    assert (await chat.say("combien ça coûte ?")).goal == Action.OUT_OF_SCOPE


async def test_an_erasure_spares_the_others(chat: Chat, store: FakeConversations) -> None:
    other = Chat(chat.assistant, "autre")
    await other.say("un fablab")
    await chat.press("forget:")
    assert list(store.sessions) == [other.key]


async def test_to_erase_twice_does_no_harm(chat: Chat) -> None:
    await chat.say("un fablab")
    await chat.press("forget:")
    assert "(messages effacés : 0)" in said(await chat.press("forget:"))


@pytest.mark.parametrize(("press", "useful"), [("rate:yes", True), ("rate:no", False)])
async def test_a_verdict_is_kept_with_the_answer_it_is_about(
    chat: Chat, store: FakeConversations, press: str, *, useful: bool
) -> None:
    await chat.say("bonjour")
    await chat.say("un fablab")
    await chat.press(press)
    last = list(store.turns)[-1]
    assert store.feedback == {last: Feedback(last, useful, NOON)}


async def test_a_verdict_is_no_message(chat: Chat, store: FakeConversations) -> None:
    await chat.say("un fablab")
    await chat.press("rate:yes")
    assert [turn.text for turn in store.turns.values()] == ["un fablab"]


async def test_one_may_change_one_s_mind(chat: Chat, store: FakeConversations) -> None:
    await chat.say("un fablab")
    await chat.press("rate:yes")
    await chat.press("rate:no")
    assert [verdict.useful for verdict in store.feedback.values()] == [False]


async def test_a_good_verdict_is_thanked_for(chat: Chat) -> None:
    await chat.say("un fablab")
    assert "Merci" in said(await chat.press("rate:yes"))


async def test_a_bad_verdict_names_somebody(chat: Chat) -> None:
    await chat.say("un fablab")
    assert "Le réseau national" in said(await chat.press("rate:no"))


async def test_a_verdict_on_nothing_is_answered_and_not_kept(
    chat: Chat, store: FakeConversations
) -> None:
    assert "Merci" in said(await chat.press("rate:yes"))
    assert store.feedback == {}


async def test_a_verdict_on_an_answer_since_erased_is_answered_and_not_kept(
    chat: Chat, store: FakeConversations
) -> None:
    store.sessions[chat.key] = Session(last_turn="gone")
    assert "Merci" in said(await chat.press("rate:yes"))
    assert store.feedback == {}
