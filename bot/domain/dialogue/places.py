"""What a place changes in the conversation: a search goes on there, a homonym is asked about."""

from dataclasses import replace

from bot.domain.actions import SEARCHES, Action
from bot.domain.buttons import territory_button
from bot.domain.dialogue import searches, talk
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.exchange import Outcome
from bot.domain.replies import Question, Reply, Statement
from bot.domain.session import Results
from bot.domain.territory import Territory, TerritoryReading


def under_way(scene: Scene) -> str:
    """The goal that a new territory is for: a search, the card being read, or itself."""
    session = scene.session
    searched = session.results.goal if session.results else None
    return session.pending or searched or session.card or Action.TELL_TERRITORY


def resume(scene: Scene) -> Step:
    """Do again, where the person now is, what was under way; else note the place."""
    session = scene.session
    if session.results:
        return searches.page(scene, replace(session.results, shown=0))
    card = scene.knowledge.published.get(session.card or "")
    if card:
        kinds = card.contact_kinds or searches.usual_kinds(scene)
        return searches.page(scene, Results(card.id, kinds))
    return talk.note_place(scene)


def wait(scene: Scene) -> Step:
    """What is under way waits until one of the homonyms is chosen."""
    goal = under_way(scene)
    return Step(Outcome(goal, ()), replace(scene.session, pending=goal))


def insist(scene: Scene) -> Step | None:
    """A place was asked for and something else came: ask again, once more politely."""
    session = scene.session
    if session.pending not in SEARCHES or session.results is None:
        return None
    asked = searches.ask_territory(scene, session.results.goal, session.results.kinds)
    sorry = Statement(scene.say.place_unknown)
    return replace(asked, outcome=replace(asked.outcome, replies=(sorry, *asked.outcome.replies)))


def settle(turn: Step, scene: Scene, reading: TerritoryReading) -> Step:
    """Say aloud a place taken among homonyms; ask which one, when none could be taken."""
    match reading.choices:
        case () | (_,):
            return turn
        case (_, *others) if reading.assumed:
            said = _assumed(scene, reading.choices[0], others)
            return _with_replies(turn, (said, *turn.outcome.replies), ())
        case choices:
            question = searches.ask_which(scene, choices)
            kept = () if _asks_where(turn) else turn.outcome.replies
            offered = choices[: searches.MAX_HOMONYMS]
            return _with_replies(turn, (*kept, question), offered)


def _assumed(scene: Scene, taken: Territory, others: list[Territory]) -> Question:
    departement = ", ".join(taken.departements)
    text = scene.say.place_assumed.format(name=taken.name, departement=departement)
    buttons = tuple(
        territory_button(other, f"Plutôt {searches.told_apart(other)}") for other in others[:2]
    )
    return Question(text, buttons)


def _asks_where(turn: Step) -> bool:
    """Whether the turn already asks for a place: the homonyms ask it better."""
    return turn.session.pending in SEARCHES and not turn.outcome.results


def _with_replies(turn: Step, replies: tuple[Reply, ...], choices: tuple[Territory, ...]) -> Step:
    return replace(turn, outcome=replace(turn.outcome, replies=replies, territory_choices=choices))
