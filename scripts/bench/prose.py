"""Prose in which no place is named: what is read there is wrong."""

from collections.abc import Iterable
from pathlib import Path

from bot.adapters.gazetteer import FrenchGazetteer, Reference
from bot.adapters.gazetteer.names import commune_keys
from bot.domain.text import fold
from scripts.bench.timing import microseconds

DATA = Path(__file__).parent / "data"
PROSE = "prose.txt"
UNSEEN = "prose_unseen.txt"
"""A thousand messages, read while the rules were written, and 250 that were not."""

_LONGEST_NAME = 8


def messages(name: str) -> list[str]:
    """The lines of a file of prose."""
    return (DATA / name).read_text("utf-8").splitlines()


def false_readings(gazetteer: FrenchGazetteer, texts: Iterable[str]) -> list[tuple[str, str]]:
    """The messages in which a place was read, and the first place; there is none in them."""
    read = ((text, gazetteer.read(text)) for text in texts)
    return [
        (text, reading.choices[0].name if reading.choices else "")
        for text, reading in read
        if reading.masked != text or (reading.choices and not reading.guessed)
    ]


def naive(keys: frozenset[str], text: str) -> int:
    """How many names a plain dictionary finds, longest first, without any rule."""
    words = fold(text).split()
    found = position = 0
    while position < len(words):
        lengths = range(min(_LONGEST_NAME, len(words) - position), 0, -1)
        length = next((n for n in lengths if " ".join(words[position : position + n]) in keys), 0)
        found += length > 0
        position += max(length, 1)
    return found


def tell_recognition(gazetteer: FrenchGazetteer, reference: Reference) -> None:
    """Wrong readings in prose without places, and microseconds a message."""
    keys = frozenset(
        key for it in reference.communes.values() for key in commune_keys(it.name, it.article)
    )
    for name in (PROSE, UNSEEN):
        texts = messages(name)
        words = sum(len(text.split()) for text in texts)
        wrong = false_readings(gazetteer, texts)
        plain = sum(naive(keys, text) for text in texts)
        print(
            f"{name:28}{len(texts)} messages, {words:,} words: wrong {len(wrong)}"
            f" ({1000 * len(wrong) / words:.2f} a thousand words),"
            f" plain dictionary {plain} ({1000 * plain / words:.1f})"
        )
        for text, place in wrong:
            print(f"    {place}: {text[:90]}")
    texts = messages(PROSE)
    ours, plainly = (
        microseconds(gazetteer.read, texts),
        microseconds(lambda text: naive(keys, text), texts),
    )
    print(
        f"recognition                 {ours:6.0f} µs a message, plain dictionary {plainly:.0f} µs"
    )
