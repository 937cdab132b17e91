"""What people decide: a verdict, a copy, an erasure, silence."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.actions import Action
from bot.domain.buttons import Press, Verb
from bot.domain.copies import FILE_NAME, copy_of
from bot.domain.dialogue import talk
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.exchange import Feedback, Outcome
from bot.domain.held import Held
from bot.domain.replies import Document, Reply, Statement
from bot.domain.session import Session
from bot.usecases.mail_ports import Silences
from bot.usecases.ports import Clock, Conversations, UnavailableError


@dataclass(frozen=True, slots=True)
class Rights:
    """Copies, erases, rates and keeps quiet, at once and for real."""

    conversations: Conversations
    clock: Clock
    silences: Silences

    async def exercise(self, scene: Scene, press: Press, key: str) -> Step:
        """Do what the button says; when the store is away, say that it was not done."""
        try:
            match press.verb:
                case Verb.FORGET:
                    return await self._forget(scene, key)
                case Verb.EXPORT:
                    return await self._export(scene, key)
                case Verb.STOP:
                    await self.silences.silence(key)
                    return talk.stop(scene)
                case _:
                    return await self._rate(scene, press.target)
        except UnavailableError:
            reply = Statement(scene.say.store_down)
            return replace(talk.said(scene, Action.FORGET, reply), kept=False)

    async def _forget(self, scene: Scene, key: str) -> Step:
        count = await self.conversations.forget(key)
        reply = Statement(scene.say.forgotten.format(count=count), buttons=talk.suggestions(scene))
        return Step(Outcome(Action.FORGET, (reply,)), Session(), kept=False)

    async def _export(self, scene: Scene, key: str) -> Step:
        held = await self.conversations.export(key)
        return replace(talk.said(scene, Action.FORGET, self._copy(scene, held)), kept=False)

    def _copy(self, scene: Scene, held: Held) -> Reply:
        if held.is_empty:
            return Statement(scene.say.export_empty, buttons=talk.DATA[:1])
        content = copy_of(held, self.clock.now(), timedelta(days=scene.retention_days))
        return Document(scene.say.export_title, FILE_NAME, content, talk.DATA[:1])

    async def _rate(self, scene: Scene, target: str) -> Step:
        """Keep the verdict on the turn that the button stands under, else on the last one."""
        verdict, _, rated = target.partition("/")
        useful, turn = verdict == "yes", rated or scene.session.last_turn
        if turn:
            await self.conversations.rate(Feedback(turn, useful, self.clock.now()))
        thanks = talk.said(scene, Action.THANK, Statement(scene.say.rated))
        return replace(thanks if useful else talk.apologise(scene), kept=False)
