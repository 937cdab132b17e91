"""The time of the machine."""

from datetime import UTC, datetime

from bot.adapters.clock import SystemClock


def test_the_present_is_aware_and_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC
