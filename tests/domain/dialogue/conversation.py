"""A conversation in which each test says what was understood."""

from dataclasses import dataclass, replace

from bot.adapters.gazetteer import FrenchGazetteer
from bot.domain.buttons import read_press
from bot.domain.dialogue import presses, texts
from bot.domain.dialogue.scene import Reading, Scene
from bot.domain.exchange import Outcome
from bot.domain.text import clean, fold
from bot.domain.understanding import Candidate, Interpretation, Verdict


@dataclass
class Conversation:
    """Texts and presses, one after the other, with what they are understood as."""

    scene: Scene
    gazetteer: FrenchGazetteer

    def say(self, text: str, *goals: str, verdict: Verdict = Verdict.SURE) -> Outcome:
        """A text understood as the first of `goals`; as nothing, when there is none."""
        shares = [Candidate(goal, 0.9 / 2**rank) for rank, goal in enumerate(goals)]
        found = Interpretation(tuple(shares), verdict if goals else Verdict.UNKNOWN)
        session = self.scene.session
        is_answer = session.pending is not None
        places = self.gazetteer.read(clean(text), near=session.territory, is_answer=is_answer)
        reading = Reading(fold(clean(text)), places, found)
        step = texts.answer_text(self.scene, reading)
        self.scene = self.scene.after(step.session)
        return replace(step.outcome, territory=step.session.territory)

    def press(self, value: str) -> Outcome:
        """A pressed button."""
        press = read_press(value)
        assert press
        step = presses.answer_press(self.scene, press)
        self.scene = self.scene.after(step.session)
        return step.outcome
