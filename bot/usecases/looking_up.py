"""Cards and places for a few words that somebody types, to be shared: nothing is remembered."""

from dataclasses import dataclass

from bot.domain.actions import Action
from bot.domain.card import Card
from bot.domain.danger import alert, hear_danger
from bot.domain.dialogue.kinds import place_kinds
from bot.domain.dialogue.labels import PLAUSIBLE
from bot.domain.dialogue.texts import ALERT
from bot.domain.directory import kinds_in
from bot.domain.emergency import Danger
from bot.domain.finds import Finds
from bot.domain.knowledge import Knowledge
from bot.domain.nearby import BEYOND_KM, places_near
from bot.domain.replies import Item
from bot.domain.territory import Territory, TerritoryReading
from bot.domain.text import clean, fold
from bot.domain.understanding import Interpretation, Verdict
from bot.usecases.interpreting import Interpreter
from bot.usecases.ports import Clock, Gazetteer, KnowledgeStore

MOST = 5
"""Cards given, and places: what is read above a keyboard."""

MIN_LETTERS = 2
"""Letters or digits of a text that is looked up: with fewer, somebody only begins to type."""

MAX_TEXT = 256
"""Characters of a text that is looked up: Telegram's own limit (Bot API, `InlineQuery`)."""


@dataclass(frozen=True, slots=True)
class LookingUp:
    """Finds what can be shared, as often as a letter is typed."""

    knowledge: KnowledgeStore
    gazetteer: Gazetteer
    interpreter: Interpreter
    clock: Clock

    async def look_up(self, text: str) -> Finds:
        """What a few words find; of too few or too many, the first ideas.

        Nothing can be asked here: the most populated of homonyms is taken.
        """
        knowledge, words = self.knowledge.current(), clean(text)
        danger = hear_danger(text, knowledge.emergency)
        if danger:
            return _alert(knowledge, danger)
        if not _is_legible(words):
            return Finds(_first_ideas(knowledge))
        places = self.gazetteer.read(words)
        territory = _meant(places)
        if places.alone and territory and (places.settled or not places.guessed):
            return Finds(places=self._near(knowledge, territory))
        found = await self.interpreter.interpret(places.masked)
        if _is_danger(found):
            return _alert(knowledge, None)
        named = kinds_in(fold(places.masked), knowledge.kinds.places)
        is_search = bool(named) or _goal(found) == Action.FIND_PLACE
        near = self._near(knowledge, territory, named) if is_search and territory else ()
        return Finds(_cards(knowledge, found), near)

    def _near(
        self, knowledge: Knowledge, territory: Territory, named: tuple[str, ...] = ()
    ) -> tuple[Item, ...]:
        kinds, today = place_kinds(named), self.clock.now().date()
        nearby = places_near(knowledge, territory, kinds, today, MOST)
        is_near = (it for it in nearby.items if (it.distance_km or 0.0) <= BEYOND_KM)
        return () if nearby.beyond else tuple(is_near)


def _is_legible(words: str) -> bool:
    return len(words) <= MAX_TEXT and sum(map(str.isalnum, fold(words))) >= MIN_LETTERS


def _first_ideas(knowledge: Knowledge) -> tuple[Card, ...]:
    opened = dict.fromkeys(suggestion.opens for suggestion in knowledge.cues.suggestions)
    return _published(knowledge, tuple(opened))


def _published(knowledge: Knowledge, goals: tuple[str, ...]) -> tuple[Card, ...]:
    cards = knowledge.published
    return tuple(cards[goal] for goal in goals if goal in cards)[:MOST]


def _meant(places: TerritoryReading) -> Territory | None:
    """The place meant: among homonyms the most populated, among corrections the likeliest."""
    if places.settled or places.guessed:
        return places.settled or places.choices[0]
    return max(places.choices, key=lambda place: place.population or 0, default=None)


def _goal(found: Interpretation) -> str | None:
    return found.best.goal if found.best else None


def _is_danger(found: Interpretation) -> bool:
    """Whether danger is likely enough to be met without asking."""
    best, believed = found.best, found.verdict in {Verdict.SURE, Verdict.LIKELY}
    return best is not None and best.goal == Action.DANGER and (believed or best.score >= ALERT)


def _alert(knowledge: Knowledge, danger: Danger | None) -> Finds:
    default = knowledge.wording.danger_default
    return Finds(danger=alert(danger, knowledge.emergency, default))


def _cards(knowledge: Knowledge, found: Interpretation) -> tuple[Card, ...]:
    """The cards that may be meant, best first; none for what is surely not ours."""
    if _goal(found) == Action.OUT_OF_SCOPE and found.verdict is Verdict.SURE:
        return ()
    plausible = (it.goal for it in found.candidates if it.score >= PLAUSIBLE)
    return _published(knowledge, tuple(plausible))
