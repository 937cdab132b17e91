"""What people decide about what is kept of them: a verdict, a copy, an erasure."""

from dataclasses import dataclass, replace

from bot.domain.actions import Action
from bot.domain.buttons import Press, Verb
from bot.domain.dates import french_date
from bot.domain.dialogue import talk
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.exchange import Feedback, Outcome, Turn
from bot.domain.replies import Statement
from bot.domain.session import Session
from bot.usecases.ports import Clock, Conversations, UnavailableError


@dataclass(frozen=True, slots=True)
class Rights:
    """Copies, erases and rates, at once and for real."""

    conversations: Conversations
    clock: Clock

    async def exercise(self, scene: Scene, press: Press, key: str) -> Step:
        """Do what the button says; when the store is away, say that it was not done."""
        try:
            match press.verb:
                case Verb.FORGET:
                    return await self._forget(scene, key)
                case Verb.EXPORT:
                    return await self._export(scene, key)
                case _:
                    return await self._rate(scene, useful=press.target == "yes")
        except UnavailableError:
            reply = Statement(scene.say.store_down)
            return replace(talk.said(scene, Action.FORGET, reply), kept=False)

    async def _forget(self, scene: Scene, key: str) -> Step:
        count = await self.conversations.forget(key)
        reply = Statement(scene.say.forgotten.format(count=count), buttons=talk.suggestions(scene))
        return Step(Outcome(Action.FORGET, (reply,)), Session(), kept=False)

    async def _export(self, scene: Scene, key: str) -> Step:
        turns = await self.conversations.export(key)
        text = "\n".join((scene.say.export_title, *map(_line, turns)))
        reply = Statement(text if turns else scene.say.export_empty, buttons=talk.DATA[:1])
        return replace(talk.said(scene, Action.FORGET, reply), kept=False)

    async def _rate(self, scene: Scene, *, useful: bool) -> Step:
        if scene.session.last_turn:
            feedback = Feedback(scene.session.last_turn, useful, self.clock.now())
            await self.conversations.rate(feedback)
        thanks = talk.said(scene, Action.THANK, Statement(scene.say.rated))
        return replace(thanks if useful else talk.apologise(scene), kept=False)


def _line(turn: Turn) -> str:
    return f"– {french_date(turn.at.date())}, {turn.at:%H:%M} UTC : « {turn.text} » → {turn.goal}"
