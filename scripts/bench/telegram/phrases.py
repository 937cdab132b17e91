"""What people say to the bot under test."""

import json
import random
import re
from pathlib import Path

import yaml

from bot.adapters.gazetteer import load_reference
from bot.bootstrap import Workshop
from bot.domain.exchange import Message
from bot.settings import ROOT, read_settings

QUESTIONS = ROOT.parent / "shared" / "eval" / "dev_questions.jsonl"
DIALOGUES = ROOT / "tests" / "dialogues"
SENTENCE = "je suis à {name}"
SPARE = 1.1
"""Names to choose from for each that is needed."""

PLAIN = re.compile(r"[A-Z][a-zéèêëïîôûç]{4,}")
"""Names of one word; a homonym is asked about, and left out."""


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
    workshop = Workshop(read_settings())
    database = workshop.passing_database()
    assistant = workshop.assistant(database, b"a key of the bench")
    names = sorted(
        {it.name for it in load_reference().communes.values() if PLAIN.fullmatch(it.name)}
    )
    random.Random(seed).shuffle(names)
    said: list[tuple[str, str]] = []
    for name in names:
        outcome = await assistant.answer(Message("bench", "1", SENTENCE.format(name=name)))
        text = " ".join(reply.text for reply in outcome.replies)
        if text.count(name) == 1:
            said.append((name, text))
        if len(said) > SPARE * count:
            break
    database.close()
    known = re.compile(rf"\b(?:{'|'.join(name for name, _ in said)})\b")
    alone = [name for name, text in said if known.findall(text) == [name]]
    if len(alone) < count:
        raise RuntimeError(f"{len(alone)} communes only")
    return alone[:count]
