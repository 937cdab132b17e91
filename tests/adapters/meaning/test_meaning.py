"""Goals are ranked by what is nearest in meaning; what is known is encoded once."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from bot.adapters.meaning import (
    Encoder,
    MeaningRanker,
    RememberedVectors,
    UnknownEncoderError,
    encoder_named,
)
from bot.adapters.meaning.encoders import Vectors
from bot.adapters.meaning.vectors import BATCH
from bot.domain.knowledge import Knowledge
from bot.domain.training import Example
from bot.usecases.ports import UnavailableError
from tests.usecases.sample import KNOWLEDGE

WORDS = ("argent", "lieu", "gens", "droit")

EXAMPLES = (
    Example("argent argent", "subvention"),
    Example("de l argent", "subvention"),
    Example("un lieu", "fablab"),
    Example("ce lieu", "fablab"),
    Example("des gens", "benevoles"),
    Example("droit", "statuts"),
)


@dataclass
class FakeEncoder:
    """Counts the words that matter; keeps what it was given."""

    name: str = "fake"
    heard: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.heard += texts
        rows = [[text.split().count(word) for word in WORDS] for text in texts]
        found = np.array(rows, np.float32) + np.float32(0.01)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


@dataclass
class SlowEncoder(FakeEncoder):
    """Waits in the middle of each batch until it is let go."""

    started: threading.Event = field(default_factory=threading.Event)
    let: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.started.set()
        self.let.wait(5)
        found = super().encode(texts)
        self.done.set()
        return found


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder()


@pytest.fixture
def vectors(encoder: FakeEncoder, tmp_path: Path) -> RememberedVectors:
    return RememberedVectors(encoder, tmp_path / "models")


async def test_the_goal_whose_phrases_are_nearest_comes_first(vectors: RememberedVectors) -> None:
    ranking = await MeaningRanker.of(vectors, Knowledge(), EXAMPLES).rank("il faut de l argent")
    assert ranking[0].goal == "subvention"
    assert {it.goal for it in ranking} == {it.goal for it in EXAMPLES}
    assert all(-1 <= it.score <= 1 for it in ranking)


async def test_until_all_is_read_meaning_says_nothing(vectors: RememberedVectors) -> None:
    with pytest.raises(UnavailableError):
        await MeaningRanker(vectors).rank("argent")


async def test_a_card_is_found_by_what_it_says(vectors: RememberedVectors) -> None:
    card = next(iter(KNOWLEDGE.cards.values()))
    told = card.model_copy(update={"title": "droit droit droit", "summary": "droit"})
    knowledge = replace(Knowledge(), cards={told.id: told})
    ranker = MeaningRanker.of(vectors, knowledge, (*EXAMPLES[:2], EXAMPLES[4]))
    assert (await ranker.rank("droit"))[0].goal == told.id


async def test_a_phrase_written_a_minute_ago_counts(vectors: RememberedVectors) -> None:
    ranker = MeaningRanker.of(vectors, Knowledge(), EXAMPLES)
    ranker.update(Knowledge(), (*EXAMPLES, Example("argent et gens", "mecenat")))
    assert (await ranker.rank("argent et gens"))[0].goal == "mecenat"


async def test_without_anything_known_meaning_says_nothing(vectors: RememberedVectors) -> None:
    ranker = MeaningRanker.of(vectors, Knowledge(), EXAMPLES)
    ranker.update(Knowledge(), ())
    with pytest.raises(UnavailableError):
        await ranker.rank("argent")


def test_a_text_is_encoded_once_even_by_another_program(tmp_path: Path) -> None:
    texts = ["un lieu", "argent"]
    first = RememberedVectors(FakeEncoder(), tmp_path).of(texts)
    later = FakeEncoder()
    again = RememberedVectors(later, tmp_path).of(texts[::-1])
    assert later.heard == []
    np.testing.assert_allclose(again, first[::-1], atol=1e-3)


def test_the_vectors_of_one_encoder_are_not_those_of_another(tmp_path: Path) -> None:
    RememberedVectors(FakeEncoder("one"), tmp_path).of(["un lieu"])
    other = FakeEncoder("two")
    RememberedVectors(other, tmp_path).of(["un lieu"])
    assert other.heard == ["un lieu"]


async def test_reading_ends_soon_after_it_is_cancelled_and_keeps_what_was_done(
    tmp_path: Path,
) -> None:
    encoder = SlowEncoder()
    ranker = MeaningRanker(RememberedVectors(encoder, tmp_path))
    examples = [Example(f"phrase {number}", "aide") for number in range(5 * BATCH)]
    reading = asyncio.create_task(ranker.read(Knowledge(), examples))
    await asyncio.to_thread(encoder.started.wait, 5)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    encoder.let.set()
    await asyncio.to_thread(encoder.done.wait, 5)
    assert len(encoder.heard) == BATCH


@pytest.mark.parametrize("content", [b"", b"PK", b"not an archive"])
def test_a_file_of_vectors_that_cannot_be_read_costs_only_time(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "vectors-fake.npz").write_bytes(content)
    assert RememberedVectors(FakeEncoder(), tmp_path).of(["un lieu"]).shape == (1, 4)


@pytest.fixture(scope="module")
def shipped() -> Encoder:
    """The encoder that comes with the program; its weights take seconds to load."""
    found = encoder_named("use")
    assert found is not None
    return found


def test_the_shipped_encoder_puts_near_what_means_the_same(shipped: Encoder) -> None:
    rows = shipped.encode(
        ["comment obtenir une subvention", "qui peut nous donner de l argent", "il pleut a Brest"]
    )
    assert rows.shape == (3, 512)
    near, far = float(rows[0] @ rows[1]), float(rows[0] @ rows[2])
    assert near > far + 0.1


@pytest.mark.parametrize("text", ["", "👍", "x" * 100_000, "\u202e\x00", "漢字"])
def test_no_text_breaks_the_shipped_encoder(shipped: Encoder, text: str) -> None:
    assert np.isfinite(shipped.encode([text])).all()


def test_an_encoder_may_be_none_or_from_a_hub_and_nothing_else() -> None:
    assert encoder_named("none") is None
    found = encoder_named("hub:intfloat/multilingual-e5-small")
    assert found is not None
    assert found.name == "hub-intfloat-multilingual-e5-small"
    for name in ("", "use3", "hub:", "hub"):
        with pytest.raises(UnknownEncoderError):
            encoder_named(name)
