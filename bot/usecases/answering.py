"""One message in, one answer out: recall, read, understand, answer, record."""

import asyncio
import uuid
from dataclasses import dataclass, field, replace
from weakref import WeakValueDictionary

from bot.domain.actions import Action
from bot.domain.buttons import Press, Verb, read_press
from bot.domain.danger import find_danger
from bot.domain.dialogue import choosing, goals, presses, talk, texts
from bot.domain.dialogue.scene import Reading, Scene, Step
from bot.domain.exchange import Message, Outcome, Turn
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.replies import Reply, Statement
from bot.domain.session import Session
from bot.domain.territory import TerritoryKind
from bot.domain.text import clean, fold, has_words, redact
from bot.domain.understanding import Interpretation
from bot.usecases.interpreting import Interpreter
from bot.usecases.ports import Clock, Conversations, Gazetteer, KnowledgeStore
from bot.usecases.rights import Rights

MAX_TEXT = 4096
"""Characters of a message: Telegram's own limit (Bot API, `sendMessage`)."""


@dataclass(frozen=True, slots=True)
class About:
    """Who publishes the assistant, and how many days a conversation is kept."""

    publisher: str
    retention_days: int = 30


@dataclass(frozen=True)
class Assistant:
    """The assistant, whatever the channel."""

    knowledge: KnowledgeStore
    gazetteer: Gazetteer
    interpreter: Interpreter
    conversations: Conversations
    clock: Clock
    pseudonyms: Pseudonyms
    about: About
    _locks: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def welcome(self, channel: str, conversation: str) -> Outcome:
        """The first words: who publishes the assistant, what it is, what to ask."""
        key = self.pseudonyms.of(channel, conversation)
        scene = self._scene(await self.conversations.recall(key))
        return talk.welcome(scene).outcome

    async def answer(self, message: Message) -> Outcome:
        """The answer to a message; those of one conversation are answered one after the other."""
        key = self.pseudonyms.of(message.channel, message.conversation)
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            scene = self._scene(await self.conversations.recall(key))
            step = await self._respond(scene, message, key)
            return await self._record(step, message, key)

    def _scene(self, session: Session) -> Scene:
        return Scene(
            knowledge=self.knowledge.current(),
            session=session,
            today=self.clock.now().date(),
            publisher=self.about.publisher,
            retention_days=self.about.retention_days,
            survey=self.gazetteer.around,
        )

    async def _respond(self, scene: Scene, message: Message, key: str) -> Step:
        if message.position is not None:
            commune = self.gazetteer.locate(message.position)
            return presses.answer_position(scene, commune, message.position)
        if message.press is not None:
            return await self._respond_to_press(scene, read_press(message.press), key)
        return await self._respond_to_text(scene, message.text or "", key)

    async def _respond_to_text(self, scene: Scene, raw: str, key: str) -> Step:
        text = clean(raw)
        folded = fold(text)
        # Between chevrons too, which are tidied away as a tag: danger comes before tidiness.
        for read in dict.fromkeys((folded, fold(raw))):
            danger = find_danger(read, scene.knowledge.emergency)
            if danger:
                return goals.give_alert(scene, danger)
        speller = scene.knowledge.speller
        if not (has_words(text) or speller.read(text)):
            return talk.said(scene, Action.HELP, _refuse(scene, scene.say.empty))
        if len(text) > MAX_TEXT:
            sentence = scene.say.too_long.format(count=len(text))
            return talk.said(scene, Action.HELP, _refuse(scene, sentence))
        press = choosing.said(scene, speller.read(text))
        if press:
            return await self._respond_to_press(scene, press, key)
        session = scene.session
        is_answer = session.pending is not None
        places = self.gazetteer.read(text, near=session.territory, is_answer=is_answer)
        interpretation = await self.interpreter.interpret(places.masked, session.card)
        sections = self.interpreter.sections(places.masked, session.card)
        reading = Reading(folded, places, interpretation, sections)
        step = texts.answer_text(scene, reading)
        return _tell_degraded(step, interpretation, scene)

    async def _respond_to_press(self, scene: Scene, press: Press | None, key: str) -> Step:
        match press:
            case None:
                return presses.old_button(scene)
            case Press(Verb.FORGET | Verb.EXPORT | Verb.RATE):
                rights = Rights(self.conversations, self.clock)
                return await rights.exercise(scene, press, key)
            case Press(Verb.TERRITORY):
                return self._respond_to_choice(scene, press.target)
            case _:
                return presses.answer_press(scene, press)

    def _respond_to_choice(self, scene: Scene, target: str) -> Step:
        kind, _, code = target.partition("/")
        known = kind in set(TerritoryKind)
        territory = self.gazetteer.find(TerritoryKind(kind), code) if known else None
        return presses.answer_place(scene, territory) if territory else presses.old_button(scene)

    async def _record(self, step: Step, message: Message, key: str) -> Outcome:
        """Keep the turn, but nothing of a danger, of an erasure or of a verdict."""
        outcome = replace(step.outcome, territory=step.session.territory)
        if outcome.goal == Action.DANGER or not step.kept:
            return outcome
        turn = Turn(
            id=uuid.uuid4().hex,
            conversation=key,
            channel=message.channel,
            at=self.clock.now(),
            text=redact(clean(message.text or message.press or ""))[:MAX_TEXT],
            goal=outcome.goal,
            confidence=outcome.confidence,
            degraded=outcome.degraded,
            unanswered=outcome.to_review or outcome.goal == Action.OUT_OF_SCOPE,
        )
        session = choosing.shown(outcome, step.session)
        await self.conversations.record(turn, replace(session, last_turn=turn.id))
        return outcome


def _refuse(scene: Scene, sentence: str) -> Reply:
    return Statement(sentence, buttons=talk.suggestions(scene))


def _tell_degraded(step: Step, interpretation: Interpretation, scene: Scene) -> Step:
    """Say once that answers are poorer, and be ready to say it again another time."""
    degraded = interpretation.degraded
    if interpretation.best is None and not degraded:
        return step  # nothing was read: it tells nothing of the model
    outcome = replace(step.outcome, degraded=degraded)
    if degraded and not step.session.told_degraded:
        warning = Statement(scene.say.degraded)
        outcome = replace(outcome, replies=(*outcome.replies, warning))
    return replace(step, outcome=outcome, session=replace(step.session, told_degraded=degraded))
