"""What a place changes in the conversation: a search goes on there, a homonym is asked about."""

from dataclasses import replace

from bot.domain.actions import CLARIFY, SEARCHES, Action
from bot.domain.buttons import OTHER, territory_button
from bot.domain.dialogue import searches, talk
from bot.domain.dialogue.doors import usual_kinds
from bot.domain.dialogue.homonyms import MAX_GUESSES, ask_which, told, told_apart
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.exchange import Outcome
from bot.domain.prepositions import of
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
    if session.pending == Action.TALK_TO_HUMAN:
        return talk.human(scene.after(replace(session, pending=None)))
    if session.results:
        return searches.page(scene, replace(session.results, shown=0, anywhere=False))
    card = scene.knowledge.published.get(session.card or "")
    if card:
        kinds = card.contact_kinds or usual_kinds(scene)
        return searches.page(scene, Results(card.id, kinds))
    return talk.note_place(scene)


def ask_otherwise(scene: Scene) -> Step:
    """None of the places that were offered: which, then?"""
    goal = under_way(scene)
    question = Question(scene.say.which_otherwise, (OTHER,), asks_where=True)
    session = replace(scene.session, pending=goal)
    return Step(Outcome(goal, (question,)), session)


def is_unheard(turn: Step, reading: TerritoryReading) -> bool:
    """Whether a message that should have said which place says nothing that is understood."""
    goal = turn.outcome.goal
    is_lost = goal in {CLARIFY, Action.OUT_OF_SCOPE} or (
        goal in SEARCHES and _waits_for_place(turn)
    )
    return is_lost and not reading.choices and not reading.settled


def ask_again(scene: Scene, choices: tuple[Territory, ...]) -> Step:
    """Which of the places that were offered? Asked once more."""
    goal = under_way(scene)
    question = ask_which(scene, TerritoryReading("", choices=choices))
    session = replace(scene.session, choices=choices, pending=goal)
    outcome = Outcome(
        goal, (Statement(scene.say.place_unknown), question), territory_choices=choices
    )
    return Step(outcome, session)


def wait(scene: Scene) -> Step:
    """What is under way waits until one of the homonyms is chosen."""
    goal = under_way(scene)
    return Step(Outcome(goal, ()), replace(scene.session, pending=goal))


def insist(scene: Scene, reading: TerritoryReading) -> Step | None:
    """A place was asked for: it came among other words, or it is asked again, more politely."""
    session = scene.session
    if session.pending not in SEARCHES or session.results is None:
        return None
    if reading.settled:
        return resume(scene)
    if reading.choices:
        return wait(scene)
    asked = searches.ask_territory(scene, session.results.goal, session.results.kinds)
    sorry = Statement(scene.say.place_unknown)
    return replace(asked, outcome=replace(asked.outcome, replies=(sorry, *asked.outcome.replies)))


def settle(turn: Step, scene: Scene, reading: TerritoryReading) -> Step:
    """Say aloud a place that was taken; ask which one, when none could be."""
    taken = reading.settled
    if taken:
        return _with_replies(turn, (*_aloud(scene, reading, taken), *turn.outcome.replies))
    if not reading.choices or (reading.guessed and not _waits_for_place(turn)):
        return turn
    offered = reading.choices[:MAX_GUESSES] if reading.guessed else reading.choices
    session = replace(turn.session, choices=offered, is_guess=reading.guessed)
    if turn.outcome.goal == CLARIFY:  # one question at a time: the place is asked with the goal
        return replace(turn, session=session)
    kept = () if _waits_for_place(turn) else turn.outcome.replies
    asked = _with_replies(turn, (*kept, ask_which(scene, reading)))
    outcome = replace(asked.outcome, territory_choices=offered)
    return replace(asked, outcome=outcome, session=session)


def agreed(scene: Scene) -> Territory | None:
    """The place proposed, when « oui » can only mean that one: the likeliest correction."""
    match scene.session.choices:
        case (only,):
            return only
        case (first, second, *_) if scene.session.is_guess and first.name != second.name:
            return first
        case _:
            return None


def _aloud(scene: Scene, reading: TerritoryReading, taken: Territory) -> tuple[Reply, ...]:
    """What was read otherwise than as it is called, or taken among homonyms."""
    if not (reading.former or reading.assumed):
        return ()
    text = scene.say.place_assumed.format(name=told(taken))
    if reading.former:
        departement = ", ".join(taken.departements)
        text = scene.say.place_former.format(
            former=reading.former, of=of(taken), departement=departement
        )
    others = reading.choices[1:3] if reading.assumed else ()
    buttons = tuple(territory_button(other, f"Plutôt {told_apart(other)}") for other in others)
    return (Question(text, buttons) if buttons else Statement(text),)


def _waits_for_place(turn: Step) -> bool:
    """Whether the turn already asks for a place: the homonyms ask it better."""
    return turn.session.pending is not None and not turn.outcome.results


def _with_replies(turn: Step, replies: tuple[Reply, ...]) -> Step:
    return replace(turn, outcome=replace(turn.outcome, replies=replies))
