"""What the use cases need from outside, one small role each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.around import Around
from bot.domain.exchange import Feedback, Turn
from bot.domain.held import Held
from bot.domain.knowledge import Knowledge
from bot.domain.lands import Territories
from bot.domain.mail import Posting
from bot.domain.problems import Problem
from bot.domain.session import Session
from bot.domain.territory import Position, Territory, TerritoryKind, TerritoryReading
from bot.domain.training import Example
from bot.domain.understanding import Calibration, Ranking


class UnavailableError(Exception):
    """Something outside did not answer; the assistant goes on without it."""


class Ranker(Protocol):
    """Ranks goals for a message: the model, the keyword index, later a ranking by meaning."""

    async def rank(self, text: str) -> Ranking:
        """Goals for `text` (clean, places masked), best first.

        Raises:
            UnavailableError: the ranking cannot be made now.
        """


class SectionRanker(Protocol):
    """Ranks the sections of a card."""

    def sections(self, text: str, card: str) -> Ranking:
        """The ids of the sections that share words with `text`, scores between 0 and 1."""


class Repairer(Protocol):
    """Repairs what was mistyped."""

    def repaired(self, text: str) -> str:
        """A folded text, its unknown words read as the known ones that were meant."""


class Calibrations(Protocol):
    """How rankings are weighed: as fitted for the model in use."""

    def calibration(self) -> Calibration:
        """The calibration of the active model; first figures when there is none."""


class Gazetteer(Protocol):
    """The places of France, by name and by position."""

    def read(
        self, text: str, *, near: Territory | None = None, is_answer: bool = False
    ) -> TerritoryReading:
        """The places that `text` (clean, neither folded nor masked) speaks of.

        `near` is the territory of the conversation: it settles homonyms. `is_answer`: the person
        was asked where, so that a place is expected, even misspelt.
        """

    def find(self, kind: TerritoryKind, code: str) -> Territory | None:
        """The territory in force with this code."""

    def locate(self, position: Position) -> Territory | None:
        """The commune whose centre is nearest, within 30 km; none at sea or abroad."""

    def around(self, territory: Territory) -> Around:
        """The territories that hold this one, and its public bodies."""


class KnowledgeStore(Protocol):
    """Cards, contacts and places, as last read."""

    def current(self) -> Knowledge:
        """What the assistant knows now."""

    def problems(self) -> Sequence[Problem]:
        """What could not be read."""

    def line_of(self, name: str, path: tuple[str | int, ...]) -> int:
        """The line (from 1), in a file, of the value at `path`; 0 when it cannot be told."""


class KnowledgeFolder(KnowledgeStore, Protocol):
    """Cards, contacts and places in a folder that people edit."""

    def refresh(self) -> Sequence[str]:
        """Read what changed since the last time; returns the names of the files that did."""


class NamedPlaces(Protocol):
    """A gazetteer that learns the names that the team writes."""

    def learn(self, territories: Territories) -> None:
        """Read places by these names from now on, in place of those given before."""


class PhraseIndex(Protocol):
    """A keyword index of cards and phrases."""

    def update(self, knowledge: Knowledge, examples: Sequence[Example]) -> None:
        """Index what changed since the last time."""


class Conversations(Protocol):
    """What is remembered. Keys are hashes: the store never sees an identifier."""

    async def recall(self, conversation: str) -> Session:
        """The session of a conversation; a new one when it is unknown or expired.

        Raises:
            UnavailableError: the store does not answer.
        """

    async def record(self, turn: Turn, session: Session, posting: Posting | None = None) -> None:
        """Keep a turn, the session it leaves and what is posted, together or not at all.

        Raises:
            AnsweredError: what is posted was answered already, or another replica sends it.
            UnavailableError: the store does not answer.
        """

    async def post(self, posting: Posting) -> None:
        """Keep what is posted for a turn of which nothing else is kept.

        Raises:
            AnsweredError: it was answered already, or another replica sends it.
            UnavailableError: the store does not answer.
        """

    async def rate(self, feedback: Feedback) -> None:
        """Keep whether an answer helped; a second verdict on a turn replaces the first.

        Raises:
            UnavailableError: the store does not answer.
        """

    async def export(self, conversation: str) -> Held:
        """Everything held of a conversation, oldest first.

        Raises:
            UnavailableError: the store does not answer.
        """

    async def forget(self, conversation: str) -> int:
        """Erase a conversation: session, turns, feedback. Returns how many turns there were.

        Raises:
            UnavailableError: the store does not answer.
        """

    async def purge(self, before: datetime) -> int:
        """Erase what is older than `before` (aware, UTC). Returns how many turns there were.

        Raises:
            UnavailableError: the store does not answer.
        """


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
