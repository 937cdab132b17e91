"""The time of the machine."""

from datetime import UTC, datetime


class SystemClock:
    """The present."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        return datetime.now(UTC)
