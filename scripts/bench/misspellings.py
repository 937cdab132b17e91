"""Misspelt names of communes, made at random as people misspell them."""

import random
from collections.abc import Callable, Sequence

SOUNDS = (
    *(("ph", "f"), ("f", "ph"), ("qu", "k"), ("c", "k"), ("k", "c"), ("ss", "s")),
    *(("s", "ss"), ("c", "ss"), ("eau", "o"), ("au", "o"), ("o", "au"), ("an", "en")),
    *(("en", "an"), ("ain", "in"), ("in", "ain"), ("ai", "e"), ("e", "ai"), ("er", "e")),
    *(("y", "i"), ("i", "y"), ("z", "s"), ("s", "z"), ("ch", "sh"), ("g", "j")),
    *(("j", "g"), ("ge", "je"), ("ll", "l"), ("l", "ll"), ("nn", "n"), ("n", "nn")),
    *(("tt", "t"), ("t", "tt"), ("rr", "r"), ("r", "rr"), ("h", ""), ("x", "s")),
    *(("es", "e"), ("ville", "vile"), ("oi", "oua"), ("gn", "ni"), ("mm", "m"), ("pp", "p")),
    *(("ff", "f"),),
)
"""Letters written for others that sound the same."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"

Edit = Callable[[str, random.Random], str]


def _drop(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _add(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word) + 1)
    return word[:at] + rng.choice(LETTERS) + word[at:]


def _change(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    return word[:at] + rng.choice(LETTERS) + word[at + 1 :]


def _swap(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _sound(word: str, rng: random.Random) -> str:
    possible = [(heard, written) for heard, written in SOUNDS if heard in word]
    if not possible:
        return _drop(word, rng)
    heard, written = rng.choice(possible)
    at = rng.choice([i for i in range(len(word)) if word.startswith(heard, i)])
    return word[:at] + written + word[at + len(heard) :]


EDITS: tuple[Edit, ...] = (_drop, _add, _change, _swap, _sound)


def misspelt(name: str, rng: random.Random) -> str:
    """The folded name with one edit (three times in four) or two; never the name itself."""
    for _ in range(100):
        word = name
        for _ in range(1 if rng.random() < 0.75 else 2):  # noqa: PLR2004 - three in four
            word = rng.choice(EDITS)(word, rng)
        word = " ".join(word.split())
        if word and word != name:
            return word
    raise ValueError(name)


def sample(populations: Sequence[tuple[str, int]], count: int, seed: int) -> list[tuple[str, str]]:
    """(misspelt, name): half drawn by population, half evenly; `populations` by folded name."""
    rng = random.Random(seed)
    names, weights = zip(*populations, strict=True)
    drawn = rng.choices(names, weights, k=count // 2) + rng.choices(names, k=count - count // 2)
    known = set(names)
    made = []
    for name in drawn:
        word = misspelt(name, rng)
        while word in known:
            word = misspelt(name, rng)
        made.append((word, name))
    return made
