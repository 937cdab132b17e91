"""What goes on with a list just shown: the rest, one of them, another place or another kind."""

from dataclasses import replace

from bot.domain.actions import Action
from bot.domain.buttons import FEEDBACK, Press, Verb
from bot.domain.card import Facet
from bot.domain.dialogue import listening, places, presses, searches
from bot.domain.dialogue.scene import Reading, Scene, Step
from bot.domain.dialogue.searches import PAGE
from bot.domain.directory import kinds_in
from bot.domain.exchange import Outcome
from bot.domain.replies import Found
from bot.domain.session import Results
from bot.domain.understanding import ELLIPSIS, SHORT

BESIDE = frozenset(
    {Action.TELL_TERRITORY, Action.REFUSE, Action.AGREE, Action.OUT_OF_SCOPE, Action.THANK}
)
"""What a message seems to ask when it only corrects the place of a search."""


def go_on(scene: Scene, reading: Reading, results: Results) -> Step | None:
    """The turn of a message that goes on with a list; none when it does not."""
    pressed = _press(scene, reading, results)
    return pressed or _move(scene, reading) or _other_kind(scene, reading, results)


def _press(scene: Scene, reading: Reading, results: Results) -> Step | None:
    """What a list can be asked for in words: the rest, what is nearer, the whole country."""
    cues = scene.knowledge.cues
    if listening.asks_for_more(reading.folded, cues):
        return searches.page(scene, results)
    if listening.asks_nearer(reading.folded, cues):
        return searches.nearer(scene, results)
    if listening.asks_anywhere(reading.folded, cues):
        return presses.answer_press(scene, Press(Verb.ANYWHERE))
    if listening.asks_wider(reading.folded, cues) and (wider := scene.around.departement):
        return presses.answer_place(scene, wider)
    rank = listening.rank_in(reading.folded, cues)
    return _one(scene, results, rank) if rank is not None else None


def _move(scene: Scene, reading: Reading) -> Step | None:
    """The list again elsewhere: « ah non pardon, Gaillac », « idem à Figeac »."""
    if reading.words > SHORT or not reading.places.settled:
        return None
    is_other = reading.is_sure and reading.goal not in BESIDE
    return None if is_other else places.resume(scene)


def _other_kind(scene: Scene, reading: Reading, results: Results) -> Step | None:
    """Places of another kind, asked for in a few words: « et un coworking ? »."""
    is_brief = reading.words <= ELLIPSIS
    goes_on = is_brief or listening.follows_on(reading.folded, scene.knowledge.cues)
    asks_what = listening.facet_in(reading.folded, scene.knowledge.cues) is Facet.DEFINITION
    if results.goal != Action.FIND_PLACE or not goes_on or asks_what:
        return None
    kinds = kinds_in(reading.folded, scene.knowledge.kinds.places)
    return searches.search(scene, Action.FIND_PLACE, kinds) if kinds else None


def _one(scene: Scene, results: Results, rank: int) -> Step | None:
    """One of the items shown last, by its rank from 0; none when there are not so many."""
    before, goal = (results.shown - 1) // PAGE * PAGE, results.goal
    _, items = searches.found_by(scene, replace(results, shown=before))
    last = items[before : results.shown]
    if rank >= len(last):
        return None
    found = Found(last[rank].name, (last[rank],), (*searches.crossing(goal), *FEEDBACK))
    shown = searches.crossed(goal)
    outcome = Outcome(goal, (found,), alternatives=shown, results=(last[rank],))
    return Step(outcome, scene.session)
