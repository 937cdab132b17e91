"""Everything that is held of a conversation."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.domain.exchange import Feedback, Turn
from bot.domain.session import Session

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Held:
    """What is remembered, every turn and every verdict, oldest first.

    `silent_since`: when nothing unasked was wanted any more, if that was said.
    """

    session: Session = field(default_factory=Session)
    turns: tuple[Turn, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    silent_since: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held."""
        return self == Held()

    @property
    def last_at(self) -> datetime:
        """The moment of the last turn; long ago without any."""
        return max((turn.at for turn in self.turns), default=_NEVER)

    def with_(self, other: "Held") -> "Held":
        """What two stores hold of the same conversation, as one; the later session counts."""
        turns = {turn.id: turn for turn in (*self.turns, *other.turns)}
        verdicts = sorted((*self.feedback, *other.feedback), key=lambda it: it.at)
        last = {verdict.turn: verdict for verdict in verdicts}
        return Held(
            session=max(self, other, key=lambda it: it.last_at).session,
            turns=tuple(sorted(turns.values(), key=lambda it: (it.at, it.id))),
            feedback=tuple(sorted(last.values(), key=lambda it: (it.at, it.turn))),
            silent_since=self.silent_since or other.silent_since,
        )
