"""Whole conversations with the trained model and the real knowledge, as people hold them."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.adapters.knowledge_files import KnowledgeFiles
from bot.bootstrap import Workshop
from bot.domain.actions import CLARIFY, Action
from bot.domain.exchange import Outcome
from bot.domain.replies import Button
from bot.domain.territory import Position
from bot.domain.text import without_accents
from bot.settings import ROOT, Settings
from bot.usecases.answering import Assistant
from tests.program import model_in_use
from tests.transcripts import Dialogue, TranscriptError, Turn, faults, read_dialogues
from tests.usecases.chat import Chat, buttons, said

START = 240.0
"""Seconds given to Rasa to start on a machine busy with something else."""

DIALOGUES = read_dialogues(Path(__file__).parent / "dialogues")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def assistant() -> AsyncIterator[Assistant]:
    """The whole assistant, its model served; nothing of the conversations is kept."""
    model_in_use()
    workshop = Workshop(Settings(_env_file=None))
    database = workshop.passing_database()
    async with workshop.model():
        async with asyncio.timeout(START):
            await workshop.ranker.ready()
        async with asyncio.timeout(START):  # apart: which one is missing is then told
            await workshop.ready()
        yield workshop.assistant(database, secrets.token_bytes())
    database.close()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn as it went: no outcome when the button to press was never shown."""

    turn: Turn
    outcome: Outcome | None
    faults: tuple[str, ...]


async def play(assistant: Assistant, dialogue: Dialogue) -> list[Exchange]:
    """Hold a conversation to its end, or to a button that was never shown."""
    chat, played, shown = Chat(assistant, dialogue.name), list[Exchange](), list[Button]()
    for turn in dialogue.turns:
        outcome = await act(chat, turn, shown)
        if outcome is None:
            played.append(Exchange(turn, None, ("press: no such button was shown",)))
            break
        played.append(Exchange(turn, outcome, faults(turn, outcome)))
        shown = [*buttons(outcome), *shown]
    return played


async def act(chat: Chat, turn: Turn, shown: list[Button]) -> Outcome | None:
    """Do what the turn says; buttons of earlier answers can be pressed too, as on a telephone."""
    if turn.press is not None:
        wanted = turn.press.lower()
        found = (button for button in shown if button.label.lower().startswith(wanted))
        button = next(found, None)
        return await chat.press(button.value) if button else None
    if turn.share is not None:
        return await chat.share(Position(*turn.share))
    return await chat.say(turn.user or "")


def transcript(dialogue: Dialogue, played: list[Exchange]) -> str:
    """The conversation as it went, each wrong turn marked with what is wrong."""
    lines = [f"{dialogue.name} ({dialogue.file})"]
    for exchange in played:
        lines += ["", f"{'✗' if exchange.faults else ' '} vous › {exchange.turn.done}"]
        lines += [f"         {line}" for line in answer_lines(exchange.outcome)]
        lines += [f"✗        {fault}" for fault in exchange.faults]
    return "\n".join(lines)


def answer_lines(outcome: Outcome | None) -> list[str]:
    """What was answered, its buttons, and what the assistant took it for."""
    if outcome is None:
        return []
    labels = " ".join(f"[{button.label}]" for button in buttons(outcome))
    where = outcome.territory.name if outcome.territory else ""
    told = " · ".join(filter(None, (outcome.goal, outcome.section, where)))
    alone = " (keywords only)" if outcome.degraded else ""
    return [*said(outcome).splitlines(), labels, f"→ {told}, {outcome.confidence:.2f}{alone}"]


def named(dialogue: Dialogue) -> str:
    """A name for `-k`: its file, then its own, without accents, which pytest would escape."""
    return without_accents(f"{dialogue.file.removesuffix('.yml')}: {dialogue.name}")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("dialogue", DIALOGUES, ids=named)
async def test_a_conversation_goes_as_written(assistant: Assistant, dialogue: Dialogue) -> None:
    played = await play(assistant, dialogue)
    if any(exchange.faults for exchange in played):
        pytest.fail(transcript(dialogue, played), pytrace=False)


def test_every_dialogue_expects_what_exists() -> None:
    known = KnowledgeFiles(ROOT / "knowledge").current()
    goals = {*known.cards, *Action, CLARIFY}
    parts = {section.id for card in known.cards.values() for section in card.sections}
    found = {*known.places, *known.contacts}
    lost = [
        (dialogue.name, turn.done, word)
        for dialogue in DIALOGUES
        for turn in dialogue.turns
        for word in {*turn.goal, *turn.offers} - goals
        | set(turn.section) - parts
        | set(turn.finds) - found
    ]
    assert lost == []


SOUND = "  - user: bonjour\n    goal: saluer\n"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (f"Seule:\n{SOUND}", "at least 2 items"),
        (f"Longue:\n{SOUND * 8}", "at most 7 items"),
        (f"Sans attente:\n{SOUND}  - user: merci\n", "x.yml:4: goal Field required"),
        (f"Vide:\n{SOUND}  - user: merci\n    goal: []\n", "at least 1 item"),
        (f"Deux gestes:\n{SOUND}  - user: merci\n    press: Plus\n    goal: aide\n", "has one of"),
        (f"Aucun geste:\n{SOUND}  - goal: aide\n", "has one of"),
        (f"Inconnue:\n{SOUND}  - user: merci\n    but: aide\n    goal: aide\n", "Extra inputs"),
        (f"Un nombre:\n{SOUND}  - user: 46100\n    goal: aide\n", "guillemets"),
        (
            f"Un bouton d'abord:\n  - press: Plus\n    goal: aide\n{SOUND}",
            "before the first answer",
        ),
        (f"Deux fois:\n{SOUND * 2}Deux fois:\n{SOUND * 2}", "x.yml:6: la clé « Deux fois »"),
        ("Bancale:\n  - user: [\n", "x.yml:"),
        ("Du texte: bonjour\n", "valid tuple"),
    ],
)
def test_a_malformed_dialogue_is_refused(tmp_path: Path, written: str, reason: str) -> None:
    (tmp_path / "x.yml").write_text(written, "utf-8")
    with pytest.raises(TranscriptError, match=re.escape(reason)):
        read_dialogues(tmp_path)


def test_two_files_cannot_name_a_dialogue_alike(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text(f"La même:\n{SOUND * 2}", "utf-8")
    with pytest.raises(TranscriptError, match=r"a\.yml: another dialogue is « La même »"):
        read_dialogues(tmp_path)
