"""Names the intent of a sentence from its sparse features."""

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
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.softmax import Schedule, learn, softmax


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True
)
class SoftmaxClassifier(IntentClassifier, GraphComponent):
    """Ranks every intent, by softmax regression."""

    @classmethod
    def required_components(cls) -> list[type]:
        """It reads sparse features of sentences."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """See `Schedule`."""
        return {"epochs": 6, "batch": 512, "rate": 0.15, "dropout": 0.3, "seed": 1}

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._schedule = Schedule(**{key: config[key] for key in self.get_default_config()})
        self._storage, self._resource = model_storage, resource
        self._intents: list[str] = []
        self._weights = np.zeros((0, 0), np.float32)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SoftmaxClassifier:
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
    ) -> SoftmaxClassifier:
        """The classifier as it was trained."""
        loaded = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            loaded._intents = json.loads((folder / "intents.json").read_text("utf-8"))
            loaded._weights = np.load(folder / "weights.npy").astype(np.float32)
        return loaded

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the weights; half precision is enough to keep them."""
        messages = [it for it in training_data.intent_examples if it.get(TEXT)]
        names = [str(message.get(INTENT)) for message in messages]
        self._intents = sorted(set(names))
        numbers = {name: number for number, name in enumerate(self._intents)}
        classes = np.array([numbers[name] for name in names])
        if messages:
            rows = _rows(messages)
            self._weights = learn(rows, classes, len(self._intents), self._schedule)
        with self._storage.write_to(self._resource) as folder:
            (folder / "intents.json").write_text(json.dumps(self._intents), "utf-8")
            np.save(folder / "weights.npy", self._weights.astype(np.float16))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message its intent and the ranking of all, best first."""
        if not messages or not self._intents:
            return messages
        for message, scores in zip(messages, softmax(_rows(messages) @ self._weights)):
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


def _rows(messages: list[Message]) -> scipy.sparse.csr_matrix:
    """The sparse features of the messages' sentences."""
    found = [message.get_sparse_features(attribute=TEXT)[1] for message in messages]
    width = next(it.features.shape[1] for it in found if it is not None)
    empty = scipy.sparse.csr_matrix((1, width), dtype=np.float32)
    return scipy.sparse.vstack([it.features if it else empty for it in found], format="csr")
