"""What became of messages whose answers tell them apart: lost, out of order, answered twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scripts.bench.telegram.api import Call

DYING = 0.5
"""Seconds after a kill in which what is received was sent before: a new process takes longer."""


@dataclass
class Verdict:
    """What went wrong, and what could not be known by anybody."""

    answered: int = 0
    lost: list[str] = field(default_factory=list)
    unordered: list[str] = field(default_factory=list)
    twice_in_flight: list[str] = field(default_factory=list)
    """Sent again, when the first was under way at a kill: nobody could know that it had arrived."""

    twice_otherwise: list[str] = field(default_factory=list)
    """Sent again though the first had been answered; each with its moments, for who looks why."""

    beside: Counter[str] = field(default_factory=Counter)
    """What was sent that names none."""

    @property
    def is_flawless(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.unordered or self.twice_otherwise)


@dataclass(frozen=True)
class Judge:
    """Knows when the program was killed, how long a call takes, and how close to its end counts."""

    kills: Sequence[float]
    delay: float
    margin: float = 0.02

    def judge(self, said: Mapping[int, Sequence[str]], sent: Sequence[Call]) -> Verdict:
        """Compare what was said in each chat, in order, and what was answered there."""
        verdict = Verdict()
        known = re.compile(
            rf"\b(?:{'|'.join(name for names in said.values() for name in names)})\b"
        )
        answers: dict[int, list[tuple[str, Call]]] = defaultdict(list)
        for call in (it for it in sent if it.method == "sendMessage"):
            named = known.findall(call.text)
            answers[call.chat] += [(name, call) for name in named]
            verdict.beside.update([] if named else [call.text])
        for chat, names in said.items():
            self._chat(verdict, names, answers[chat])
        return verdict

    def _chat(
        self, verdict: Verdict, names: Sequence[str], answers: Sequence[tuple[str, Call]]
    ) -> None:
        calls: dict[str, list[Call]] = {}
        for name, call in answers:
            calls.setdefault(name, []).append(call)
        verdict.answered += len(calls)
        verdict.lost += [name for name in names if name not in calls]
        order = [names.index(name) for name in calls if name in names]
        verdict.unordered += [names[later] for first, later in pairwise(order) if later < first]
        verdict.unordered += [name for name in calls if name not in names]
        for name, several in calls.items():
            for first, second in pairwise(several):
                self._twice(verdict, name, first, second)

    def _twice(self, verdict: Verdict, name: str, first: Call, second: Call) -> None:
        end = first.answered or first.received + self.delay
        dying = (it for it in self.kills if first.received - DYING <= it <= end + self.margin)
        if any(kill <= second.received for kill in dying):
            verdict.twice_in_flight.append(name)
            return
        before = [first.received - it for it in self.kills if it <= first.received]
        after = [it - end for it in self.kills if it > end]
        answered = "answered" if first.answered else "not answered"
        verdict.twice_otherwise.append(
            f"{name}: the first {min(before, default=0):.3f} s after a kill, {answered},"
            f" {min(after, default=0):.3f} s before the next; the second"
            f" {second.received - end:.3f} s later"
        )
