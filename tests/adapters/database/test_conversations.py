"""What every store of conversations does, in memory or in a database."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.domain.exchange import Feedback
from bot.domain.held import Held
from bot.domain.lists import Role
from bot.domain.replies import Button
from bot.domain.session import Results, Session
from bot.domain.territory import Article, Position, Territory, TerritoryKind
from tests.adapters.database.stores import A_TURN, NOON, FakeClock, Store, a_turn

FIGEAC = Territory(
    kind=TerritoryKind.COMMUNE,
    code="46102",
    name="Figeac",
    article=Article.NONE,
    departements=("46",),
    regions=("76",),
    epci="200067361",
    position=Position(44.6086, 2.0317),
    population=9_757,
)
A_SESSION = Session(
    territory=FIGEAC,
    card="fablab",
    section="cout",
    results=Results("chercher-tiers-lieu", ("fablab",), 3),
    pending="chercher-contact",
    buttons=(Button("À Figeac, l'été", "card:fablab"),),
    role=Role.TOWN_HALL,
    plain=True,
    asked=True,
    told_degraded=True,
    last_turn="t1",
)
HELPED = Feedback(turn="t1", useful=True, at=NOON)


async def test_an_unknown_conversation_starts_anew(store: Store) -> None:
    assert await store.conversations.recall("c1") == Session()


async def test_a_session_is_recalled_as_it_was_left(store: Store) -> None:
    await store.conversations.record(A_TURN, A_SESSION)
    assert await store.conversations.recall("c1") == A_SESSION


async def test_the_last_session_replaces_the_one_before(store: Store) -> None:
    await store.conversations.record(a_turn(1), A_SESSION)
    await store.conversations.record(a_turn(2), Session(asked=True))
    assert await store.conversations.recall("c1") == Session(asked=True)


async def test_conversations_do_not_mix(store: Store) -> None:
    await store.conversations.record(a_turn(1, "c1"), A_SESSION)
    await store.conversations.record(a_turn(2, "c2"), Session(plain=True))
    assert await store.conversations.recall("c1") == A_SESSION
    assert (await store.conversations.export("c2")).turns == (a_turn(2, "c2"),)


async def test_a_session_lives_thirty_days(store: Store, clock: FakeClock) -> None:
    await store.conversations.record(A_TURN, A_SESSION)
    clock.advance(timedelta(days=30))
    assert await store.conversations.recall("c1") == A_SESSION


async def test_a_session_older_than_thirty_days_is_not_followed(
    store: Store, clock: FakeClock
) -> None:
    await store.conversations.record(A_TURN, A_SESSION)
    clock.advance(timedelta(days=30, seconds=1))
    assert await store.conversations.recall("c1") == Session()


async def test_a_new_message_prolongs_a_session(store: Store, clock: FakeClock) -> None:
    await store.conversations.record(A_TURN, A_SESSION)
    clock.advance(timedelta(days=29))
    await store.conversations.record(replace(A_TURN, id="t2", at=clock.now()), A_SESSION)
    clock.advance(timedelta(days=29))
    assert await store.conversations.recall("c1") == A_SESSION


async def test_turns_are_exported_whole_oldest_first(store: Store) -> None:
    for number in (3, 1, 2):
        await store.conversations.record(a_turn(number), A_SESSION)
    assert (await store.conversations.export("c1")).turns == (a_turn(1), a_turn(2), a_turn(3))


async def test_the_session_is_exported_with_its_turns_and_their_verdicts(store: Store) -> None:
    for number in (1, 2, 3):
        await store.conversations.record(a_turn(number), A_SESSION)
    later = Feedback(turn="t2", useful=False, at=NOON + timedelta(minutes=5))
    for verdict in (later, HELPED):
        await store.conversations.rate(verdict)
    turns = (a_turn(1), a_turn(2), a_turn(3))
    assert await store.conversations.export("c1") == Held(A_SESSION, turns, (HELPED, later))


async def test_nothing_of_somebody_else_is_exported(store: Store) -> None:
    await store.conversations.record(a_turn(1, "c1"), A_SESSION)
    await store.conversations.record(a_turn(2, "c2"), Session())
    await store.conversations.rate(HELPED)
    assert await store.conversations.export("c2") == Held(turns=(a_turn(2, "c2"),))


async def test_a_session_that_is_no_longer_followed_is_still_exported(
    store: Store, clock: FakeClock
) -> None:
    await store.conversations.record(A_TURN, A_SESSION)
    clock.advance(timedelta(days=31))
    assert await store.conversations.export("c1") == Held(A_SESSION, (A_TURN,))


async def test_an_unknown_conversation_exports_nothing(store: Store) -> None:
    assert await store.conversations.export("c1") == Held()


async def test_a_turn_recorded_twice_is_kept_once(store: Store) -> None:
    await store.conversations.record(A_TURN, Session())
    await store.conversations.record(A_TURN, A_SESSION)
    assert (await store.conversations.export("c1")).turns == (A_TURN,)
    assert await store.conversations.recall("c1") == A_SESSION


async def test_a_verdict_is_kept(store: Store) -> None:
    await store.conversations.record(A_TURN, A_SESSION)
    await store.conversations.rate(HELPED)
    assert await store.feedback() == {HELPED}


async def test_a_second_verdict_replaces_the_first(store: Store) -> None:
    second = Feedback(turn="t1", useful=False, at=NOON + timedelta(minutes=5))
    await store.conversations.record(A_TURN, A_SESSION)
    await store.conversations.rate(HELPED)
    await store.conversations.rate(second)
    assert await store.feedback() == {second}


async def test_a_verdict_on_an_unknown_turn_is_ignored(store: Store) -> None:
    await store.conversations.rate(HELPED)
    assert await store.feedback() == set()


async def test_a_forgotten_conversation_leaves_nothing(store: Store) -> None:
    await store.conversations.record(a_turn(1), A_SESSION)
    await store.conversations.record(a_turn(2), A_SESSION)
    await store.conversations.rate(HELPED)
    assert await store.conversations.forget("c1") == 2
    assert await store.conversations.recall("c1") == Session()
    assert await store.conversations.export("c1") == Held()
    assert await store.feedback() == set()


async def test_forgetting_a_conversation_spares_the_others(store: Store) -> None:
    await store.conversations.record(a_turn(1, "c1"), A_SESSION)
    await store.conversations.record(a_turn(2, "c2"), A_SESSION)
    await store.conversations.forget("c2")
    assert (await store.conversations.export("c1")).turns == (a_turn(1, "c1"),)


async def test_forgetting_an_unknown_conversation_forgets_no_turn(store: Store) -> None:
    assert await store.conversations.forget("c1") == 0


async def test_a_purge_erases_what_is_older_and_nothing_else(store: Store) -> None:
    await store.conversations.record(a_turn(1, "ended"), A_SESSION)
    await store.conversations.record(a_turn(2, "alive"), A_SESSION)
    await store.conversations.record(a_turn(4, "alive"), A_SESSION)
    await store.conversations.rate(HELPED)
    assert await store.conversations.purge(a_turn(4).at) == 2
    assert await store.conversations.recall("ended") == Session()
    assert await store.conversations.recall("alive") == A_SESSION
    assert (await store.conversations.export("alive")).turns == (a_turn(4, "alive"),)
    assert await store.feedback() == set()


async def test_fifty_turns_recorded_at_once_are_all_kept(store: Store) -> None:
    turns = [a_turn(number) for number in range(50)]
    await asyncio.gather(*(store.conversations.record(turn, A_SESSION) for turn in turns))
    assert (await store.conversations.export("c1")).turns == tuple(turns)


async def test_fifty_conversations_recorded_at_once_are_all_kept(store: Store) -> None:
    turns = [a_turn(number, f"c{number}") for number in range(50)]
    await asyncio.gather(*(store.conversations.record(turn, A_SESSION) for turn in turns))
    kept = await asyncio.gather(*(store.conversations.export(turn.conversation) for turn in turns))
    assert [held.turns for held in kept] == [(turn,) for turn in turns]
