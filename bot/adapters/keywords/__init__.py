"""A French full-text index in memory of what cards say and of every known phrase."""

from bot.adapters.keywords.ranker import KeywordRanker

__all__ = ["KeywordRanker"]
