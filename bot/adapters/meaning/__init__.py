"""Rankings by meaning: a small encoder compares a message with what is known."""

import os

# Before numpy is there: on products this small, a second thread of its library (OpenBLAS) only
# makes the first one wait, for four times the processor time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bot.adapters.meaning.encoders import Encoder, UnknownEncoderError, encoder_named
from bot.adapters.meaning.ranker import MeaningRanker
from bot.adapters.meaning.vectors import RememberedVectors

__all__ = [
    "Encoder",
    "MeaningRanker",
    "RememberedVectors",
    "UnknownEncoderError",
    "encoder_named",
]
