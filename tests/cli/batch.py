"""One batch for many tests: starting the program costs more than all its answers."""

import json
from dataclasses import dataclass
from typing import Any

from tests.program import Program

FIGEAC = [44.608, 2.033]
LONG = "un mot " * 1500
HEAVY = "x" * 400_000
"""Minutes of work, if each of its letters makes the rest be read again."""


def line(id_: str, **said: object) -> bytes:
    return json.dumps({"id": id_, **said}, ensure_ascii=False).encode()


ANSWERED = {
    "greeting": line("greeting", text="Bonjour"),
    "place given": line("place given", chat="a", location=FIGEAC),
    "another chat": line("another chat", chat="b", text="Bonjour"),
    "same chat later": line("same chat later", chat="a", text="Bonjour"),
    "no chat": line("no chat", location=FIGEAC),
    "no chat either": line("no chat either", text="Bonjour"),
    "in the sea": line("in the sea", location=[0, 0]),
    "unknown press": line("unknown press", press="nonsense:1"),
    "press without a verb": line("press without a verb", press=""),
    "press on a lost card": line("press on a lost card", press="card:une-fiche-disparue"),
    "heavy press": line("heavy press", press=HEAVY),
    "nothing typed": line("nothing typed", text=""),
    "spaces": line("spaces", text=" \t\u00a0"),
    "10,000 characters": line("10,000 characters", text=LONG),
    "heavy": line("heavy", text=HEAVY),
    "emojis": line("emojis", text="😀🎉👩‍🌾"),
    "control characters": line("control characters", text="\x00Bon\x1bjour\x07"),
    "direction marks": line("direction marks", text="\u202eBonjour\u202c\u200f"),
    "tags": line("tags", text="<b>Bonjour</b>"),
    "key twice": b'{"id": "key twice", "text": "x", "text": "Bonjour"}',
    "key of tomorrow": line("key of tomorrow", text="Bonjour", lang="fr"),
    "byte order mark": b"\xef\xbb\xbf" + line("byte order mark", text="Bonjour"),
}
"""Lines that can be read, whatever they say."""

REFUSED = {
    "nothing said": line("nothing said"),
    "null": line("null", text=None),
    "number as text": line("number as text", text=5),
    "two things said": line("two things said", text="Bonjour", press="none:"),
    "beyond the pole": line("beyond the pole", location=[91, 2]),
    "three coordinates": line("three coordinates", location=[44, 2, 1]),
    "no number": b'{"id": "no number", "location": [NaN, 2]}',
    "not UTF-8": b'{"id": "not UTF-8", "text": "caf\xe9"}',
    "half a character": b'{"id": "half a character", "text": "\\ud800"}',
    "number as press": line("number as press", press=1),
}
"""Lines whose `id` can be read, and no message."""

UNREADABLE = {
    "a list": b'["Bonjour"]',
    "a text": b'"Bonjour"',
    "no JSON": b"Bonjour",
    "cut short": b'{"id": "cut short", "text": "Bon',
    "a deep list": b"[" * 100_000,
    "a deep object": b'{"id": "deep", "text": ' + b"[" * 100_000,
    "id that is half a character": b'{"id": "\\ud800", "text": "Bonjour"}',
    "id that is a list": b'{"id": ["x"], "text": "Bonjour"}',
}
"""Lines whose very `id` cannot be read."""

LINES = {**ANSWERED, **REFUSED, **UNREADABLE, "last": line("last", text="Bonjour")}


@dataclass(frozen=True, slots=True)
class Batch:
    """What the program said of `LINES`, by their names, and how it ended."""

    answers: dict[str, dict[str, Any]]
    status: int
    errors: str

    def __getitem__(self, name: str) -> dict[str, Any]:
        return self.answers[name]

    def said(self, name: str) -> str:
        return "\n".join(reply["text"] for reply in self[name]["reply"])


def run_batch(program: Program) -> Batch:
    file = program.folder / "batch.jsonl"
    file.write_bytes(b"\n\n".join(LINES.values()))
    done = program.run("ask", "--json", "--no-model", "--batch", file)
    answers = [json.loads(answer) for answer in done.stdout.split("\n") if answer]
    return Batch(dict(zip(LINES, answers, strict=True)), done.returncode, done.stderr)
