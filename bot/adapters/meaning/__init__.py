"""Rankings by meaning: a small encoder compares a message with what is known."""

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
