"""A small adapter for each port of the core: what it holds is given by the test."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.domain.around import Around, nothing_around
from bot.domain.evaluation.learning import LearningCurve
from bot.domain.exchange import Feedback, Turn
from bot.domain.held import Held
from bot.domain.knowledge import Knowledge
from bot.domain.mail import Posting
from bot.domain.problems import Problem
from bot.domain.session import Session
from bot.domain.spelling import Speller
from bot.domain.structures import Place
from bot.domain.territory import PLACE_WORD, Position, Territory, TerritoryKind, TerritoryReading
from bot.domain.training import Example, ModelRecord, TrainingWork
from bot.domain.understanding import Calibration, Candidate, Ranking
from bot.usecases.exchange_ports import ShelfError
from bot.usecases.interpreting import legible
from bot.usecases.ports import UnavailableError
from bot.usecases.training_ports import TrainingError

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@dataclass
class FakeClock:
    """A day that goes on when it is told to."""

    time: datetime = NOON

    def now(self) -> datetime:
        return self.time

    def advance(self, duration: timedelta) -> None:
        self.time += duration


def ranked(**scores: float) -> Ranking:
    """A ranking: `_` stands for the hyphen of a goal."""
    found = [Candidate(goal.replace("_", "-"), score) for goal, score in scores.items()]
    return tuple(sorted(found, key=lambda candidate: -candidate.score))


@dataclass
class FakeRanker:
    """Ranks by the first words of its table that stand in a text, once its gate is open."""

    table: Mapping[str, Ranking] = field(default_factory=dict)
    away: bool = False
    gate: asyncio.Event | None = None
    failure: Exception | None = None
    heard: list[str] = field(default_factory=list)
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def rank(self, text: str) -> Ranking:
        self.heard.append(text)
        self.asked.set()
        if self.gate:
            await self.gate.wait()
        if self.away:
            raise UnavailableError("the ranker is away")
        if self.failure:
            raise self.failure
        return next((ranking for words, ranking in self.table.items() if words in text), ())


@dataclass
class FakeCalibrations:
    """A calibration, whatever the model."""

    held: Calibration = field(default_factory=Calibration)

    def calibration(self) -> Calibration:
        return self.held


@dataclass
class FakeKnowledge:
    """A store of what it is given."""

    held: Knowledge = field(default_factory=Knowledge)
    unread: tuple[Problem, ...] = ()
    line: int = 0

    def current(self) -> Knowledge:
        return self.held

    def problems(self) -> tuple[Problem, ...]:
        return self.unread

    def line_of(self, name: str, path: tuple[str | int, ...]) -> int:
        return self.line if name and path else 0


@dataclass
class FakePhrasebook:
    """Phrases of actions, and those that could not be read."""

    held: tuple[Example, ...] = ()
    unread: tuple[Problem, ...] = ()

    def examples(self) -> tuple[Example, ...]:
        return self.held

    def problems(self) -> tuple[Problem, ...]:
        return self.unread


@dataclass
class FakeGazetteer:
    """Knows territories by their whole name; every position is near `nearest`."""

    known: tuple[Territory, ...] = ()
    nearest: Territory | None = None

    def read(
        self,
        text: str,
        *,
        near: Territory | None = None,
        is_answer: bool = False,  # noqa: ARG002 - the port's own
    ) -> TerritoryReading:
        named = [place for place in self.known if place.name in text]
        masked = text
        for place in named:
            masked = masked.replace(place.name, PLACE_WORD)
        choices = (near,) if near in named and near else tuple(named)
        return TerritoryReading(masked, choices, alone=masked == PLACE_WORD)

    def find(self, kind: TerritoryKind, code: str) -> Territory | None:
        return next((it for it in self.known if (it.kind, it.code) == (kind, code)), None)

    def locate(self, position: Position) -> Territory | None:  # noqa: ARG002 - the port's own
        return self.nearest

    def around(self, territory: Territory) -> Around:
        return nothing_around(territory)


@dataclass
class FakeTownFinder:
    """Knows communes by their code, and by the postcode and exact name of its table."""

    known: tuple[Territory, ...] = ()
    posts: Mapping[str, Territory] = field(default_factory=dict)
    nearest: Territory | None = None

    def by_code(self, code: str) -> Territory | None:
        return next((town for town in self.known if town.code == code), None)

    def by_post(self, postcode: str, town: str) -> Territory | None:
        found = self.posts.get(postcode)
        return found if found and found.name == town else None

    def postcode_of(self, town: Territory) -> str:
        return next((code for code, place in self.posts.items() if place == town), "")

    def locate(self, position: Position) -> Territory | None:  # noqa: ARG002 - the port's own
        return self.nearest


@dataclass
class FakePlaceShelf:
    """Places kept in memory; those of `changed` ids were edited by somebody meanwhile."""

    held: dict[str, Place] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    changed: set[str] = field(default_factory=set)

    def ids(self) -> frozenset[str]:
        return self.unread | self.held.keys()

    def add(self, place: Place) -> None:
        if place.id in self.ids():
            raise ShelfError(f"{place.id} existe")
        self.held[place.id] = place

    def replace(self, place: Place, before: Place) -> None:
        if place.id in self.changed or self.held.get(place.id) != before:
            raise ShelfError(f"{place.id} vient d'être modifié")
        self.held[place.id] = place


@dataclass
class FakeConversations:
    """Conversations in memory; while `away`, or for what is `refused`, they do not answer."""

    away: bool = False
    refused: set[str] = field(default_factory=set)
    sessions: dict[str, Session] = field(default_factory=dict)
    turns: dict[str, Turn] = field(default_factory=dict)
    feedback: dict[str, Feedback] = field(default_factory=dict)
    postings: list[Posting] = field(default_factory=list)

    async def recall(self, conversation: str) -> Session:
        self._reach("recall")
        return self.sessions.get(conversation, Session())

    async def record(self, turn: Turn, session: Session, posting: Posting | None = None) -> None:
        self._reach("record")
        if posting:
            self.postings.append(posting)
        self.turns[turn.id] = turn
        self.sessions[turn.conversation] = session

    async def post(self, posting: Posting) -> None:
        self._reach("post")
        self.postings.append(posting)

    async def rate(self, feedback: Feedback) -> None:
        self._reach("rate")
        if feedback.turn in self.turns:
            self.feedback[feedback.turn] = feedback

    async def export(self, conversation: str) -> Held:
        self._reach("export")
        session = self.sessions.get(conversation, Session())
        said = [turn for turn in self.turns.values() if turn.conversation == conversation]
        turns = tuple(sorted(said, key=lambda turn: (turn.at, turn.id)))
        rated = (self.feedback[turn.id] for turn in turns if turn.id in self.feedback)
        return Held(session, turns, tuple(sorted(rated, key=lambda verdict: verdict.at)))

    async def forget(self, conversation: str) -> int:
        self._reach("forget")
        self.sessions.pop(conversation, None)
        return self._drop(lambda turn: turn.conversation == conversation)

    async def purge(self, before: datetime) -> int:
        self._reach("purge")
        count = self._drop(lambda turn: turn.at < before)
        alive = {turn.conversation for turn in self.turns.values()}
        self.sessions = {key: kept for key, kept in self.sessions.items() if key in alive}
        return count

    def _reach(self, what: str) -> None:
        if self.away or what in self.refused:
            raise UnavailableError(f"{what}: the store is away")

    def _drop(self, is_dropped: Callable[[Turn], bool]) -> int:
        dropped = [turn.id for turn in self.turns.values() if is_dropped(turn)]
        for id_ in dropped:
            self.feedback.pop(id_, None)
            del self.turns[id_]
        return len(dropped)


@dataclass
class FakeSilences:
    """Who wants silence; while `away`, it cannot be told."""

    away: bool = False
    held: set[str] = field(default_factory=set)

    async def silence(self, conversation: str) -> None:
        self._reach()
        self.held.add(conversation)

    async def speak(self, conversation: str) -> None:
        self._reach()
        self.held.discard(conversation)

    def _reach(self) -> None:
        if self.away:
            raise UnavailableError("the store is away")


@dataclass
class FakeTrainer:
    """Makes models that rank the goal of what they hold out, or `answer`; keeps its works."""

    answer: str | None = None
    failure: str | None = None
    works: list[TrainingWork] = field(default_factory=list)

    async def train(self, work: TrainingWork) -> Sequence[Ranking]:
        self.works.append(work)
        if self.failure:
            raise TrainingError(self.failure)
        return await self.try_out(work.part, work.held_out)

    async def try_out(
        self, learned: Sequence[Example], asked: Sequence[Example]
    ) -> Sequence[Ranking]:
        known = {it.goal for it in learned}
        told = [self.answer or it.goal for it in asked]
        return [(Candidate(goal, 0.9),) if goal in known else () for goal in told]


@dataclass
class FakeShelf:
    """A shelf where the last model activated is in use."""

    activated: list[ModelRecord] = field(default_factory=list)
    kept_aside: list[ModelRecord] = field(default_factory=list)

    def active(self) -> ModelRecord | None:
        return self.activated[-1] if self.activated else None

    def best(self) -> ModelRecord | None:
        return max(self.activated, key=lambda it: it.right, default=None)

    def previous(self) -> ModelRecord | None:
        return self.activated[-2] if len(self.activated) > 1 else None

    def activate(self, record: ModelRecord) -> None:
        self.activated.append(record)

    def refused(self) -> str | None:
        return self.kept_aside[-1].digest if self.kept_aside else None

    def refuse(self, record: ModelRecord) -> None:
        self.kept_aside.append(record)


@dataclass
class FakeCurves:
    """A learning curve, or none."""

    held: LearningCurve | None = None

    def curve(self) -> LearningCurve | None:
        return self.held

    def keep(self, curve: LearningCurve) -> None:
        self.held = curve


@dataclass
class FakeTimer:
    """Each look at it comes so many seconds after the one before."""

    step: float = 0.01
    time: float = 0.0

    def __call__(self) -> float:
        self.time += self.step
        return self.time


@dataclass
class FakeVocabulary:
    """Repairs as its table tells; keeps what it was made of."""

    learned: Sequence[Example] = ()
    meant: Mapping[str, str] = field(default_factory=dict)

    def repaired(self, text: str) -> str:
        return " ".join(self.meant.get(word, word) for word in text.split())


@dataclass
class FakeReadings:
    """Reads with a fake gazetteer and no spelling."""

    places: Sequence[Territory] = ()

    def legible(self, texts: Sequence[str]) -> list[str]:
        gazetteer = FakeGazetteer(tuple(self.places))
        return [legible(gazetteer.read(text).masked, Speller()) for text in texts]
