from datetime import timedelta

import pytest

from bot.domain.actions import Action
from bot.domain.exchange import Feedback
from bot.domain.session import Session
from tests.fakes import NOON, FakeClock, FakeConversations
from tests.usecases.chat import Chat, buttons, said


async def test_a_copy_tells_everything_that_is_kept_oldest_first(
    chat: Chat, clock: FakeClock
) -> None:
    await chat.say("un fablab, 06 39 98 00 00")
    clock.advance(timedelta(days=1))
    await chat.press("card:fablab")
    title, first, second = said(await chat.press("copy:")).splitlines()
    assert title == "Voici tout ce qui est gardé de cette conversation :"
    assert first.startswith("– 25 novembre 2026")
    assert first.endswith("« un fablab, [téléphone] » → fablab")
    assert second.startswith("– 26 novembre 2026")
    assert second.endswith("« card:fablab » → fablab")


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
