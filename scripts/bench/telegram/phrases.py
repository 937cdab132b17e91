"""What people say to the bot under test."""

import json
import random
import re
from collections import Counter
from pathlib import Path

import yaml

from bot.adapters.gazetteer import load_reference
from bot.bootstrap import Workshop
from bot.domain.exchange import Message
from bot.domain.text import fold
from bot.settings import ROOT, read_settings

QUESTIONS = ROOT.parent / "shared" / "eval" / "dev_questions.jsonl"
DIALOGUES = ROOT / "tests" / "dialogues"
SENTENCE = "je suis à {name}"
SPARE = 1.1
"""Names to choose from for each that is needed."""

PLAIN = re.compile(r"[A-Z][a-zéèêëïîôûç]{4,}")
"""Names of one word."""


def questions(file: Path | None) -> list[str]:
    """The texts of a file of questions, in an order drawn once; else those of the dialogues."""
    chosen = file or QUESTIONS
    texts = _asked(chosen) if chosen.exists() else _spoken()
    random.Random(1).shuffle(texts)
    return texts


def _asked(file: Path) -> list[str]:
    lines = file.read_text("utf-8").splitlines()
    return [str(json.loads(line)["text"]) for line in lines if line.strip()]


def _spoken() -> list[str]:
    dialogues = (yaml.safe_load(file.read_text("utf-8")) for file in DIALOGUES.glob("*.yml"))
    turns = (turn for dialogue in dialogues for turns in dialogue.values() for turn in turns)
    return sorted({turn["user"] for turn in turns if isinstance(turn.get("user"), str)})


async def communes(count: int, seed: int) -> list[str]:
    """Names that the assistant repeats when told « je suis à … », each alone and once.

    Raises:
        RuntimeError: there are not enough.
    """
    names = _unmistakable()
    random.Random(seed).shuffle(names)
    drawn = names[: round(count * SPARE)]
    clear = set(drawn)
    known = re.compile(rf"\b(?:{'|'.join(drawn)})\b")
    workshop = Workshop(read_settings())
    database = workshop.passing_database()
    assistant = workshop.assistant(database, b"a key of the bench")
    for chat, order in enumerate((drawn, drawn[::-1])):  # whatever was said before
        for name in order:
            said = Message("bench", str(chat), SENTENCE.format(name=name))
            text = " ".join(reply.text for reply in (await assistant.answer(said)).replies)
            if known.findall(text) != [name]:
                clear.discard(name)
    database.close()
    if len(clear) < count:
        raise RuntimeError(f"{len(clear)} communes only")
    return [name for name in drawn if name in clear][:count]


def _unmistakable() -> list[str]:
    """Names of one word, that one commune has and that are nothing else in French."""
    reference = load_reference()
    times = Counter(commune.name for commune in reference.communes.values())
    other = {*reference.words, *reference.vocabulary, *reference.first_names}
    single = (name for name, many in times.items() if many == 1 and PLAIN.fullmatch(name))
    return sorted(name for name in single if fold(name) not in other)
