"""Processor time: of what is under test, of the bench, of the whole machine."""

import time
from dataclasses import dataclass

from scripts.bench.telegram.processes import busy_seconds, command_of, processor_seconds, tree


@dataclass(frozen=True)
class Spent:
    """Processor seconds: of the process and its own, of Rasa below it, of the bench, of all."""

    main: float
    rasa: float
    bench: float
    machine: float

    def since(self, before: "Spent") -> "Spent":
        """What was spent from then to now."""
        pairs = zip(_parts(self), _parts(before), strict=True)
        return Spent(*(now - then for now, then in pairs))


def spent(pid: int) -> Spent:
    """What was spent so far."""
    times = {it: processor_seconds(it) for it in tree(pid)}
    rasa = sum(time for it, time in times.items() if it != pid and _is_rasa(it))
    main = sum(times.values()) - rasa
    return Spent(main, rasa, time.process_time(), busy_seconds())


def _is_rasa(pid: int) -> bool:
    return b"serve.py" in command_of(pid)


def _parts(it: Spent) -> tuple[float, ...]:
    return it.main, it.rasa, it.bench, it.machine
