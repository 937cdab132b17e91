"""What the dialogue works with: what is known, what was said before, what was just read."""

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.around import Around, Survey, nothing_around
from bot.domain.exchange import Outcome
from bot.domain.knowledge import Knowledge
from bot.domain.session import Session
from bot.domain.territory import TerritoryReading
from bot.domain.understanding import Interpretation, Ranking, Verdict
from bot.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Scene:
    """The state before a turn. `today` decides what is stale, `survey` knows the places."""

    knowledge: Knowledge
    session: Session
    today: date
    publisher: str
    retention_days: int
    survey: Survey = nothing_around

    @property
    def around(self) -> Around:
        """What surrounds the territory in force."""
        return self.survey(self.session.territory) if self.session.territory else Around()

    @property
    def say(self) -> Wording:
        """The assistant's own sentences."""
        return self.knowledge.wording

    def after(self, session: Session) -> "Scene":
        """The same scene once something of the conversation was noted."""
        return replace(self, session=session)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a text: its words, its places, what it asks.

    `sections`: those of the card being read that share its words, scores between 0 and 1.
    """

    folded: str
    places: TerritoryReading
    interpretation: Interpretation
    sections: Ranking = ()

    @property
    def goal(self) -> str | None:
        """What is most likely asked."""
        return self.interpretation.best.goal if self.interpretation.best else None

    @property
    def words(self) -> int:
        """How many words the message has."""
        return len(self.folded.split())

    @property
    def is_sure(self) -> bool:
        """Whether it is likely enough to be answered alone."""
        return self.interpretation.verdict is Verdict.SURE

    @property
    def is_believed(self) -> bool:
        """Whether it is likely enough to be answered."""
        return self.interpretation.verdict in {Verdict.SURE, Verdict.LIKELY}


@dataclass(frozen=True, slots=True)
class Step:
    """A turn done: what is answered, the session it leaves, and whether both are kept."""

    outcome: Outcome
    session: Session
    kept: bool = True
