"""What a model is trained on, and what is kept of a training."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.card import Card
from bot.domain.gate import Verdicts
from bot.domain.understanding import Calibration

METHOD = "6"
"""To be changed with the rankings or with how they are fitted: every model is then made again."""

HELD_OUT = 12
"""One phrase in twelve is held out to fit the fusion and to measure: some thousands."""


@dataclass(frozen=True, slots=True)
class Example:
    """A phrase and the goal it stands for."""

    text: str
    goal: str


@dataclass(frozen=True, slots=True)
class TrainingWork:
    """A training to do: `part` is `all` without what is held out."""

    name: str
    all: Sequence[Example]
    part: Sequence[Example]
    held_out: Sequence[Example]


@dataclass(frozen=True, slots=True)
class ModelRecord:
    """A model: what it learned (a digest), how it is weighed, how it did on phrases held out.

    `verdicts`: whether its first goal was right, for each phrase held out, by its digest.
    """

    name: str
    digest: str
    trained_at: datetime
    examples: int
    right: float
    wrong: float
    calibration: Calibration
    verdicts: Verdicts = field(default_factory=dict)


def examples_of(cards: Mapping[str, Card]) -> tuple[Example, ...]:
    """The title and the phrases of every card that is recognised, drafts included."""
    return tuple(
        Example(phrase, card.id)
        for card in cards.values()
        if card.is_known
        for phrase in (card.title, *card.questions)
    )


def digest_of(examples: Iterable[Example], configuration: str) -> str:
    """What tells whether a model has learned these phrases with this configuration."""
    lines = sorted(f"{example.goal}\t{example.text}" for example in examples)
    return hashlib.sha256("\n".join((METHOD, configuration, *lines)).encode()).hexdigest()[:16]


def hold_out(examples: Sequence[Example]) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """The phrases to learn and those held out: the same at each training, spread by their text."""
    held = [example for example in examples if _is_held(example)]
    kept = [example for example in examples if not _is_held(example)]
    return tuple(kept), tuple(held)


def name_of(text: str) -> str:
    """What a phrase held out is called in a record, which outlives it."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def bucket_of(text: str) -> int:
    """A number of 16 bits that is always the same for a text, and as if drawn.

    Of other bytes than those that hold a phrase out: neither tells of the other.
    """
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[1:3])


def _is_held(example: Example) -> bool:
    return hashlib.sha256(example.text.encode()).digest()[0] % HELD_OUT == 0
