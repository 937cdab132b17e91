"""Names the intent of a sentence from its n-grams."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.svm import LinearSVC

from nlu.components.ngrams import Ngrams


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SupportVectorClassifier(IntentClassifier, GraphComponent):
    """Ranks every intent by its margin, with linear support vectors, one against the rest."""

    @classmethod
    def required_components(cls) -> list[type]:
        """It reads tokens and their lemmas."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Lengths of n-grams, how many sentences must hold one, and how support vectors learn.

        `C`: weight of the errors; `sharpness`: what margins are multiplied by before they are
        made probabilities, which the assistant calibrates.
        """
        grams = {"stem_ngrams": [1, 2], "piece_ngrams": [2, 5], "min_stem": 2, "min_piece": 3}
        return {**grams, "C": 0.5, "tolerance": 0.01, "sharpness": 4.0}

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = config
        self._ngrams = Ngrams(config)
        self._storage, self._resource = model_storage, resource
        self._intents: list[str] = []
        self._weights = np.zeros((0, 0), np.float32)
        self._offsets = np.zeros(0, np.float32)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SupportVectorClassifier:
        """A classifier that knows no intent yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SupportVectorClassifier:
        """The classifier as it was trained."""
        loaded = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            loaded._intents = json.loads((folder / "intents.json").read_text("utf-8"))
            loaded._ngrams.load(folder)
            loaded._weights = np.load(folder / "weights.npy").astype(np.float32)
            loaded._offsets = np.load(folder / "offsets.npy")
        return loaded

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the weights; half precision is enough to keep them."""
        messages = [it for it in training_data.intent_examples if _tokens(it)]
        names = np.array([str(message.get(INTENT)) for message in messages])
        self._intents = sorted(set(names.tolist()))
        if len(self._intents) > 1:
            sentences = [_tokens(message) for message in messages]
            self._ngrams.learn(sentences)
            self._learn(self._ngrams.rows(sentences), names)
        with self._storage.write_to(self._resource) as folder:
            self._ngrams.save(folder)
            (folder / "intents.json").write_text(json.dumps(self._intents), "utf-8")
            np.save(folder / "weights.npy", self._weights.astype(np.float16))
            np.save(folder / "offsets.npy", self._offsets)
        return self._resource

    def _learn(self, rows: scipy.sparse.csr_matrix, names: np.ndarray) -> None:
        machine = LinearSVC(C=self._config["C"], tol=self._config["tolerance"], random_state=1)
        machine.fit(rows, names)
        weights, offsets = machine.coef_.T, machine.intercept_
        if len(self._intents) == 2:  # one machine for both  # noqa: PLR2004
            weights, offsets = np.hstack([-weights, weights]), np.hstack([-offsets, offsets])
        self._weights, self._offsets = weights.astype(np.float32), offsets.astype(np.float32)

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message its intent and the ranking of all, best first."""
        if not messages or not self._weights.size:
            return messages
        rows = self._ngrams.rows([_tokens(message) for message in messages])
        margins = (rows @ self._weights + self._offsets) * self._config["sharpness"]
        for message, scores in zip(messages, probabilities(margins), strict=True):
            ranking = [
                {"name": self._intents[number], "confidence": float(scores[number])}
                for number in np.argsort(-scores)
            ]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that follows reads the intents of what was learned."""
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """An unknown option has no effect."""


def probabilities(scores: np.ndarray) -> np.ndarray:
    """Scores (a row each) as probabilities: each row adds up to 1 (softmax)."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _tokens(message: Message) -> list[Token]:
    return message.get(TOKENS_NAMES[TEXT]) or []
