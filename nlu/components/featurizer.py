"""Features of a sentence: its stems by one and two, and pieces of its words, weighed by rarity."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer

STEMS, PIECES = "stems", "pieces"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True
)
class NgramFeaturizer(SparseFeaturizer, GraphComponent):
    """Term frequencies, by logarithm, times inverse document frequencies; each part of norm 1.

    Features of sentences only: those of each word, which linear classifiers do not read, would
    take most of the memory and of the time of a training.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """It reads tokens and their lemmas."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Lengths of n-grams, and how many sentences must hold one for it to count."""
        return {
            **SparseFeaturizer.get_default_config(),
            "stem_ngrams": [1, 2],
            "piece_ngrams": [2, 5],
            "min_stem": 2,
            "min_piece": 3,
        }

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        context: ExecutionContext,
    ) -> None:
        super().__init__(context.node_name, config)
        self._storage, self._resource = model_storage, resource
        self._parts = {
            STEMS: _vectorizer(config["stem_ngrams"], config["min_stem"]),
            PIECES: _vectorizer(config["piece_ngrams"], config["min_piece"], "char_wb"),
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        """A featurizer that has not learned its n-grams yet."""
        return cls(config, model_storage, resource, execution_context)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        """The featurizer as it was trained."""
        loaded = cls(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            for name, part in loaded._parts.items():
                grams = json.loads((folder / f"{name}.json").read_text("utf-8"))
                part.vocabulary_ = {gram: column for column, gram in enumerate(grams)}
                part.idf_ = np.load(folder / f"{name}.npy")
        return loaded

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the n-grams and how rare they are."""
        messages = [it for it in training_data.intent_examples if it.get(TEXT)]
        for name, part in self._parts.items():
            part.fit([_text(message, name) for message in messages])
        with self._storage.write_to(self._resource) as folder:
            for name, part in self._parts.items():
                grams = sorted(part.vocabulary_, key=part.vocabulary_.__getitem__)
                (folder / f"{name}.json").write_text(json.dumps(grams), "utf-8")
                np.save(folder / f"{name}.npy", part.idf_)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message the features of its sentence."""
        known = [message for message in messages if message.get(TOKENS_NAMES[TEXT])]
        for message, row in zip(known, self._rows(known)):
            message.add_features(
                Features(row, FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
            )
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Likewise for what is learned."""
        self.process(training_data.training_examples)
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Wrong lengths are told by scikit-learn at the first training."""

    def _rows(self, messages: list[Message]) -> list[scipy.sparse.csr_matrix]:
        if not messages:
            return []
        parts = [
            part.transform([_text(message, name) for message in messages])
            for name, part in self._parts.items()
        ]
        together = scipy.sparse.hstack(parts, format="csr")
        return [together[row] for row in range(together.shape[0])]


def _vectorizer(lengths: list[int], rare: int, analyzer: str = "word") -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer=analyzer,
        ngram_range=tuple(lengths),
        min_df=rare,
        sublinear_tf=True,
        token_pattern=r"\S+" if analyzer == "word" else None,
        dtype=np.float32,
    )


def _text(message: Message, part: str) -> str:
    tokens = message.get(TOKENS_NAMES[TEXT])
    return " ".join(token.lemma if part == STEMS else token.text for token in tokens)
