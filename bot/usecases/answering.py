"""One message in, one answer out: recall, read, understand, answer, record."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from bot.domain.actions import Action
from bot.domain.buttons import Press, Verb, rating, read_press
from bot.domain.danger import hear_danger
from bot.domain.dialogue import choosing, goals, presses, talk, texts
from bot.domain.dialogue.scene import Reading, Scene, Step
from bot.domain.exchange import Message, Outcome, Turn
from bot.domain.mail import Posting
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.session import Session
from bot.domain.territory import TerritoryKind
from bot.domain.text import clean, fold, has_words, redact
from bot.usecases.interpreting import Interpreter
from bot.usecases.mail_ports import Silences
from bot.usecases.ports import (
    Clock,
    Conversations,
    Gazetteer,
    KnowledgeStore,
    UnavailableError,
)
from bot.usecases.rights import Rights
from bot.usecases.turns import Turns

Writer = Callable[[Outcome], Posting]
"""How a channel writes what is to be sent, to be kept with the turn."""

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
    silences: Silences
    _turns: Turns = field(default_factory=Turns)

    async def welcome(self, channel: str, conversation: str) -> Outcome:
        """The first words: who publishes the assistant, what it is, what to ask."""
        key = self.pseudonyms.of(channel, conversation)
        scene = self._scene(await self.conversations.recall(key))
        return talk.welcome(scene).outcome

    async def answer(self, message: Message, write: Writer | None = None) -> Outcome:
        """The answer to a message; those of one conversation are answered one after the other.

        What `write` makes of it is kept together with the turn.

        Raises:
            AnsweredError: it was answered already; only with `write`.
        """
        key = self.pseudonyms.of(message.channel, message.conversation)
        async with self._turns.of(key):
            scene = self._scene(await self.conversations.recall(key))
            step = await self._respond(scene, message, key)
            return await self._record(step, message, key, write)

    async def post(self, posting: Posting) -> None:
        """Keep what a channel says of itself in answer to something.

        Raises:
            AnsweredError: it was answered already.
        """
        await self.conversations.post(posting)

    def is_alarming(self, text: str) -> bool:
        """Whether a text tells of a danger, by the words that leave no doubt."""
        return hear_danger(text, self.knowledge.current().emergency) is not None

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
        if message.opens:
            return await self._open(scene, message, key)
        if message.position is not None:
            commune = self.gazetteer.locate(message.position)
            return presses.answer_position(scene, commune, message.position)
        if message.press is not None:
            return await self._respond_to_press(scene, read_press(message.press), key)
        return await self._respond_to_text(scene, message.text or "", key)

    async def _open(self, scene: Scene, message: Message, key: str) -> Step:
        """The first words, and what is asked with them when that exists."""
        with suppress(UnavailableError):  # what would be sent unasked is in the same store
            await self.silences.speak(key)
        press = read_press(message.press or "")
        asked = await self._respond_to_press(scene, press, key) if press else None
        return talk.open_with(scene, asked)

    async def _respond_to_text(self, scene: Scene, raw: str, key: str) -> Step:
        text = clean(raw)
        danger = hear_danger(raw, scene.knowledge.emergency)
        if danger:
            return goals.give_alert(scene, danger)
        speller = scene.knowledge.speller
        if not (has_words(text) or speller.read(text)):
            return talk.refuse(scene, scene.say.empty)
        if (count := len(text)) > MAX_TEXT:
            return talk.refuse(scene, scene.say.too_long.format(count=count))
        press = choosing.said(scene, speller.read(text))
        if press:
            return await self._respond_to_press(scene, press, key)
        session = scene.session
        is_answer = session.pending is not None
        places = self.gazetteer.read(text, near=session.territory, is_answer=is_answer)
        interpretation = await self.interpreter.interpret(places.masked, session.card)
        sections = self.interpreter.sections(places.masked, session.card)
        reading = Reading(fold(text), places, interpretation, sections)
        step = texts.answer_text(scene, reading)
        return texts.tell_degraded(step, interpretation, scene)

    async def _respond_to_press(self, scene: Scene, press: Press | None, key: str) -> Step:
        match press:
            case None:
                return presses.old_button(scene)
            case Press(Verb.FORGET | Verb.EXPORT | Verb.RATE | Verb.STOP):
                rights = Rights(self.conversations, self.clock, self.silences)
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

    async def _record(
        self, step: Step, message: Message, key: str, write: Writer | None
    ) -> Outcome:
        """Keep the turn, but nothing of a danger, of an erasure or of a verdict."""
        number = uuid.uuid4().hex
        replies = rating(step.outcome.replies, number)
        outcome = replace(step.outcome, territory=step.session.territory, replies=replies)
        posting = write(outcome) if write else None
        if outcome.goal == Action.DANGER or not step.kept:
            if posting:
                await self.conversations.post(posting)
            return outcome
        turn = Turn(
            id=number,
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
        await self.conversations.record(turn, replace(session, last_turn=turn.id), posting)
        return outcome
