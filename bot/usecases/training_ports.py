"""What training needs from outside."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.problems import Problem
from bot.domain.training import Example, ModelRecord, TrainingWork
from bot.domain.understanding import Ranking


class TrainingError(Exception):
    """A training that made no model."""


class Phrasebook(Protocol):
    """The phrases of the actions: those of the cards stand in the cards."""

    def examples(self) -> Sequence[Example]:
        """Every phrase with its action, as written."""

    def problems(self) -> Sequence[Problem]:
        """What could not be read."""


class Readings(Protocol):
    """Phrases as rankings read them, remembered."""

    def legible(self, texts: Sequence[str]) -> Sequence[str]:
        """The texts with places masked and quick spellings replaced, in their order."""


class Trainer(Protocol):
    """Trains models in a process of its own."""

    async def train(self, work: TrainingWork) -> Sequence[Ranking]:
        """Train on `work.all`, and on `work.part` to rank `work.held_out`, in its order.

        Raises:
            TrainingError: no model was made; the reason in its message.
        """

    async def try_out(
        self, learned: Sequence[Example], asked: Sequence[Example]
    ) -> Sequence[Ranking]:
        """Train on `learned` to rank `asked`, in its order; nothing is kept.

        Raises:
            TrainingError: as above.
        """


class ModelShelf(Protocol):
    """The models kept, and which one is in use."""

    def active(self) -> ModelRecord | None:
        """The record of the model in use."""

    def best(self) -> ModelRecord | None:
        """The record of the model in use that did best so far."""

    def activate(self, record: ModelRecord) -> None:
        """Keep the record and put its model in use; older models are thinned out."""

    def previous(self) -> ModelRecord | None:
        """The record of the model made before the one in use, if it is still there."""

    def refused(self) -> str | None:
        """The digest of the last model kept aside."""

    def refuse(self, record: ModelRecord) -> None:
        """Remember a model kept aside, so that it is not made again for nothing."""
