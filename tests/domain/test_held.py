from datetime import UTC, datetime, timedelta

from bot.domain.exchange import Feedback, Turn
from bot.domain.held import Held
from bot.domain.session import Session

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ASKED, PLAIN = Session(asked=True), Session(plain=True)


def turn(number: int) -> Turn:
    at = NOON + timedelta(minutes=number)
    return Turn(f"t{number}", "c1", "web", at, "un fablab", "fablab", 1.0, False, False)  # noqa: FBT003


def verdict(number: int, *, useful: bool = True, minutes: int = 0) -> Feedback:
    return Feedback(f"t{number}", useful, NOON + timedelta(minutes=minutes))


def test_a_conversation_that_nobody_holds_is_empty() -> None:
    assert Held().is_empty
    assert not Held(ASKED).is_empty
    assert not Held(turns=(turn(1),)).is_empty
    assert not Held(silent_since=NOON).is_empty


def test_turns_of_two_stores_come_in_their_order_each_once() -> None:
    one, other = Held(turns=(turn(1), turn(3))), Held(turns=(turn(2), turn(3)))
    assert one.with_(other).turns == (turn(1), turn(2), turn(3))


def test_the_last_verdict_on_a_turn_is_the_one_that_counts() -> None:
    first, last = verdict(1), verdict(1, useful=False, minutes=5)
    one, other = Held(feedback=(last, verdict(2, minutes=9))), Held(feedback=(first,))
    assert one.with_(other).feedback == other.with_(one).feedback == (last, verdict(2, minutes=9))


def test_the_session_of_the_last_turn_is_the_one_that_counts() -> None:
    one, other = Held(ASKED, (turn(1),)), Held(PLAIN, (turn(2),))
    assert one.with_(other).session == other.with_(one).session == PLAIN
    assert one.with_(Held()).session == ASKED


def test_a_wish_for_silence_is_held_wherever_it_was_kept() -> None:
    assert Held().with_(Held(silent_since=NOON)).silent_since == NOON
    assert Held(silent_since=NOON).with_(Held()).silent_since == NOON
