"""Rows of a sentence: its stems by one and two, and pieces of its words, weighed by rarity."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from rasa.nlu.tokenizers.tokenizer import Token
from sklearn.feature_extraction.text import TfidfVectorizer

STEMS, PIECES = "stems", "pieces"

Sentences = Sequence[Sequence[Token]]


class Ngrams:
    """Term frequencies, by logarithm, times inverse document frequencies; each part of norm 1.

    No component of its own: Rasa writes the features of each message as text to take their
    fingerprint, which lasts longer than all the rest of a training.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._parts = {
            STEMS: _vectorizer(config["stem_ngrams"], config["min_stem"]),
            PIECES: _vectorizer(config["piece_ngrams"], config["min_piece"], "char_wb"),
        }

    def learn(self, sentences: Sentences) -> None:
        """Learn the n-grams of sentences and how rare they are."""
        for name, part in self._parts.items():
            part.fit(_texts(sentences, name))

    def rows(self, sentences: Sentences) -> scipy.sparse.csr_matrix:
        """One row a sentence (float32)."""
        parts = [part.transform(_texts(sentences, name)) for name, part in self._parts.items()]
        # Of the weights' own type: else all of them are converted for each message.
        return scipy.sparse.hstack(parts, format="csr", dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Keep what was learned."""
        for name, part in self._parts.items():
            grams = sorted(part.vocabulary_, key=part.vocabulary_.__getitem__)
            (folder / f"{name}.json").write_text(json.dumps(grams), "utf-8")
            np.save(folder / f"{name}.npy", part.idf_)

    def load(self, folder: Path) -> None:
        """Take back what was kept."""
        for name, part in self._parts.items():
            grams = json.loads((folder / f"{name}.json").read_text("utf-8"))
            part.vocabulary_ = {gram: column for column, gram in enumerate(grams)}
            part.idf_ = np.load(folder / f"{name}.npy")


def _vectorizer(lengths: list[int], rare: int, analyzer: str = "word") -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer=analyzer,
        ngram_range=tuple(lengths),
        min_df=rare,
        sublinear_tf=True,
        token_pattern=r"\S+" if analyzer == "word" else None,
        dtype=np.float32,
    )


def _texts(sentences: Sentences, part: str) -> list[str]:
    return [
        " ".join(token.lemma if part == STEMS else token.text for token in tokens)
        for tokens in sentences
    ]
