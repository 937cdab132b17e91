"""Whether the program can do its work now."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HealthReport:
    """What answers at this moment; `ready` may be true without the model or the database."""

    ready: bool
    model: bool
    database: bool
