"""What arrives and what leaves, in the database: once, and in order."""

import asyncio
from dataclasses import replace

from bot.adapters.database import tables
from bot.adapters.database.hands import LIFE
from bot.domain.mail import Arrival, Letter, Posting
from tests.adapters.database.replicas import Replica, a_posting, an_arrival
from tests.adapters.database.stores import FakeClock


async def test_what_comes_twice_is_answered_once(one: Replica) -> None:
    first = an_arrival(1)
    assert await one.mail.receive([first]) == {"c1": first}
    await one.mail.post(a_posting(first))
    assert await one.mail.next("c1") is None
    assert await one.mail.receive([first]) == {"c1": None}
    assert await one.mail.next("c1") is None


async def test_what_comes_twice_before_it_is_answered_waits_once(
    one: Replica, other: Replica
) -> None:
    await one.mail.renew()
    await one.mail.receive([an_arrival(1), an_arrival(1)])
    await one.mail.receive([an_arrival(1)])
    await other.mail.receive([an_arrival(1)])
    assert await one.serve("c1") == ["message 1", "re message 1"]


async def test_what_comes_for_nobody_takes_no_chat(one: Replica) -> None:
    assert await one.mail.receive([]) == {}
    assert await one.column(tables.hands.c.chat) == []


async def test_what_is_first_in_a_chat_is_told_only_while_nothing_waits_there(one: Replica) -> None:
    batch = [an_arrival(1, "a"), an_arrival(2, "b", "s2"), an_arrival(3, "a")]
    assert await one.mail.receive(batch) == {"a": batch[0], "b": batch[1]}
    assert await one.mail.receive([an_arrival(4, "a")]) == {"a": None}


async def test_a_chat_is_served_in_the_order_in_which_things_came(one: Replica) -> None:
    await one.mail.receive([an_arrival(3), an_arrival(1)])
    await one.mail.receive([an_arrival(2)])
    assert await one.serve("c1") == [
        *("message 3", "re message 3"),
        *("message 1", "re message 1"),
        *("message 2", "re message 2"),
    ]


async def test_letters_leave_in_order_before_the_next_arrival_is_answered(one: Replica) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await one.mail.post(a_posting(an_arrival(1), "z", "a", "m"))
    assert await one.serve("c1") == ["z", "a", "m", "message 2", "re message 2"]


async def test_a_letter_comes_again_until_it_is_said_to_be_sent(one: Replica) -> None:
    await one.mail.receive([an_arrival(1)])
    posting = a_posting(an_arrival(1), "un", "deux", "trois")
    await one.mail.post(posting)
    assert [await one.mail.next("c1") for _ in range(2)] == [posting.letters[0]] * 2
    for letter in posting.letters[:2]:
        assert await one.mail.mark_sent(letter)
        assert await one.mail.mark_sent(letter)  # as often as one likes
    assert await one.mail.next("c1") == posting.letters[2]
    await one.mail.mark_sent(posting.letters[2])
    assert await one.mail.next("c1") is None


async def test_chats_do_not_wait_for_each_other(one: Replica) -> None:
    await one.mail.receive([an_arrival(1, "a"), an_arrival(2, "b")])
    assert await one.mail.next("b") == replace(an_arrival(2, "b"), crowd=1)
    assert await one.mail.next("a") == an_arrival(1, "a")


async def test_what_comes_keeps_its_words_whatever_they_are(one: Replica) -> None:
    strange = Arrival("telegram/1/1", "c1", "s1", "\ud83d seul, \0, l'œuvre 🛶\u2028")
    await one.mail.receive([strange])
    assert await one.mail.next("c1") == strange
    letter = Letter("k1", "c1", strange.content)
    await one.mail.post(Posting(strange, (letter,)))
    assert await one.mail.next("c1") == letter


async def test_how_many_somebody_wrote_within_a_minute_is_told(
    one: Replica, other: Replica, clock: FakeClock
) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(2)])
    await other.mail.receive([an_arrival(3, chat="c2"), an_arrival(4, chat="c3", sender="s2")])
    assert await crowd_of(one, an_arrival(5, "c4")) == 3
    clock.advance(LIFE * 7)
    assert await crowd_of(one, an_arrival(6, "c5")) == 0


async def test_a_minute_goes_with_the_clock(one: Replica, clock: FakeClock) -> None:
    await one.mail.receive([an_arrival(1)])
    clock.advance(LIFE * 3)
    await one.mail.receive([an_arrival(2)])
    clock.advance(LIFE * 3)
    assert await crowd_of(one, an_arrival(3, "c2")) == 1


async def test_a_crowd_counts_within_a_batch_and_what_comes_twice_once(one: Replica) -> None:
    await one.mail.receive([an_arrival(1), an_arrival(1), an_arrival(2), an_arrival(3)])
    await one.mail.receive([an_arrival(2), an_arrival(4)])
    assert await one.column(tables.inbox.c.crowd) == [0, 1, 2, 3]


async def test_what_was_answered_still_counts_in_the_crowd(one: Replica) -> None:
    await one.mail.receive([an_arrival(1)])
    await one.mail.post(Posting(an_arrival(1)))
    assert await crowd_of(one, an_arrival(2, "c2")) == 1


async def crowd_of(replica: Replica, arrival: Arrival) -> int | None:
    first = (await replica.mail.receive([arrival]))[arrival.chat]
    return first.crowd if first else None


async def test_letters_sent_together_are_marked_together_each_with_its_chat(
    one: Replica, other: Replica
) -> None:
    await one.mail.renew()
    await other.mail.renew()
    postings = [a_posting(an_arrival(number, f"c{number}"), f"l{number}") for number in range(5)]
    for number, posting in enumerate(postings):
        await (other if number == 3 else one).mail.post(posting)
    letters = [posting.letters[0] for posting in postings]
    held = await asyncio.gather(*(one.mail.mark_sent(letter) for letter in letters))
    assert held == [True, True, True, False, True]
    assert await one.column(tables.outbox.c.id) == []
