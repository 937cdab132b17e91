"""Cuts French into words, with the stem of each."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

import snowballstemmer
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

ELIDED = frozenset({"c", "d", "j", "l", "m", "n", "s", "t", "qu"})
"""What is left of a word before an apostrophe: it tells nothing that the next word does not."""

_WORD = re.compile(r"[a-z0-9]+")

_STEMMER = snowballstemmer.stemmer("french")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class FrenchTokenizer(Tokenizer):
    """Words without case, accents, hyphens nor elisions; the stem of each is its lemma."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The options that Rasa's own tokenizers have."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FrenchTokenizer:
        """A tokenizer has nothing to load."""
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The words of a text; a text that has none is one token, as Rasa expects."""
        text = message.get(attribute)
        if attribute == "intent":
            return [Token(text, 0)]
        words = list(_WORD.finditer(unaccented(text)))
        kept = [it for it in words if it[0] not in ELIDED] or words
        tokens = [Token(it[0], it.start(), it.end(), lemma=stem(it[0])) for it in kept]
        return tokens or [Token(text, 0)]


def unaccented(text: str) -> str:
    """Lower case without accents, character for character: positions stay those of `text`."""
    return "".join(_plain(char) for char in text.lower())


def _plain(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[:1]
    return base if len(base) == len(char) else char


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The French stem of a folded word (Snowball)."""
    return _STEMMER.stemWord(word)
