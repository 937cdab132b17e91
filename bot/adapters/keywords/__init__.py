"""Words: a French full-text index in memory of all that is known, and how to repair a message's."""

from bot.adapters.keywords.ranker import KeywordRanker
from bot.adapters.keywords.vocabulary import Vocabulary

__all__ = ["KeywordRanker", "Vocabulary"]
