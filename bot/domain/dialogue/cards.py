"""Answers from cards: the card itself, one of its sections, what else it holds."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.actions import SEARCHES, Action
from bot.domain.buttons import FEEDBACK, Verb, button, card_button, section_button
from bot.domain.card import Card, Facet, Section, Source
from bot.domain.dates import french_date
from bot.domain.dialogue.doors import first_door
from bot.domain.dialogue.fitting import fit
from bot.domain.dialogue.labels import PLAUSIBLE, label_of
from bot.domain.dialogue.scene import Scene, Step
from bot.domain.directory import tip
from bot.domain.exchange import Outcome
from bot.domain.replies import (
    Answer,
    Button,
    Citation,
    Question,
    Sources,
    Statement,
    Tip,
)
from bot.domain.session import Session
from bot.domain.understanding import Candidate


def give_card(
    scene: Scene, card: Card, others: Sequence[Candidate] = (), *, doubtful: bool = False
) -> Step:
    """The card in one reply of at most `MAX_REPLY` characters, with one other thing to ask.

    When it is only likely that the card is meant, what else may be comes in two buttons.
    """
    shown = _others(scene, card, others)[: 2 if doubtful else 1]
    plain = scene.session.plain
    switch = button("Version complète", Verb.FULL, card.id) if plain else _plainer(card)
    others_shown = tuple(label for goal in shown if (label := label_of(scene, goal)))
    usual = (_more(card), *(() if len(others_shown) > 1 else (_sources(card),)))
    buttons = (*usual, *others_shown, switch)
    reply = Answer(
        title=card.title,
        text=(card.simple if plain else card.summary) or "",
        notices=((scene.say.doubtful,) if doubtful else ()) + _notices(scene, card),
        next_step=card.next_step or "",
        tip=_tip(scene, card),
        citation=_citation(card, card.sources[0]),
        legal_notice=_legal(scene, card),
        buttons=(*buttons, *FEEDBACK),
    )
    cited = (card.sources[0].url,)
    outcome = Outcome(card.id, (fit(reply),), alternatives=shown, sources=cited)
    return Step(outcome, _on_card(scene, card, None))


def give_section(scene: Scene, card: Card, section: Section) -> Step:
    """One section: the exact answer, then the way to the others and back to the card."""
    source = next((item for item in card.sources if item.id in section.sources), None)
    reply = Answer(
        title=f"{card.title} : {section.title[0].lower()}{section.title[1:]}",
        text=section.text or "",
        notices=_notices(scene, card),
        advice=section.advice or "",
        tip=_tip(scene, card) if Facet.CONTACT in section.answers else None,
        citation=_citation(card, source) if source else None,
        legal_notice=_legal(scene, card),
        buttons=(_more(card), _sources(card), _back(card), *FEEDBACK),
    )
    urls = tuple(item.url for item in card.sources if item.id in section.sources)
    outcome = Outcome(card.id, (reply,), section=section.id, sources=urls)
    return Step(outcome, _on_card(scene, card, section.id))


def admit_nothing(scene: Scene, card: Card) -> Step:
    """The card is the right one, but says nothing of what was asked."""
    text = scene.say.nothing_on_this.format(title=card.title)
    reply = Statement(text, _tip(scene, card), (_more(card), _sources(card)))
    return Step(Outcome(card.id, (reply,)), _on_card(scene, card, None))


def list_sections(scene: Scene, card: Card) -> Step:
    """Every section of a card, and the cards next to it."""
    neighbours = map(card_button, _neighbours(scene, card))
    parts = tuple(section_button(card, section) for section in card.sections)
    buttons = (*parts, *neighbours, _back(card))
    reply = Question(scene.say.more_of.format(title=card.title), buttons)
    outcome = Outcome(card.id, (reply,))
    return Step(outcome, _on_card(scene, card, None))


def list_sources(scene: Scene, card: Card) -> Step:
    """Every source of a card."""
    pairs = tuple((source.title, _citation(card, source)) for source in card.sources)
    reply = Sources(card.title, pairs, (_more(card), _back(card), *FEEDBACK))
    outcome = Outcome(card.id, (reply,), sources=tuple(source.url for source in card.sources))
    return Step(outcome, _on_card(scene, card, scene.session.section))


def admit_draft(scene: Scene, card: Card) -> Step:
    """The subject is recognised, the card is still being written: say so and name somebody."""
    text = scene.say.not_yet.format(title=card.title.rstrip(" ?"))
    related = _neighbours(scene, card)
    human = button("À qui m'adresser", Verb.GOAL, Action.FIND_CONTACT)
    reply = Statement(text, _tip(scene, card), (*map(card_button, related), human))
    shown = tuple(item.id for item in related)
    outcome = Outcome(Action.OUT_OF_SCOPE, (reply,), alternatives=(*shown, Action.FIND_CONTACT))
    return Step(outcome, replace(scene.session, card=None, section=None, results=None))


def _neighbours(scene: Scene, card: Card) -> tuple[Card, ...]:
    """The two first related cards that can be read."""
    related = (scene.knowledge.published.get(id_) for id_ in card.related)
    return tuple(item for item in related if item)[:2]


def _others(scene: Scene, card: Card, others: Sequence[Candidate]) -> tuple[str, ...]:
    """Other readings of the message, the likeliest first, then the related cards."""
    plausible = [item.goal for item in others if item.score >= PLAUSIBLE and item.goal != card.id]
    goals = dict.fromkeys((*plausible, *card.related))
    return tuple(goal for goal in goals if label_of(scene, goal))


def _legal(scene: Scene, card: Card) -> str:
    return scene.say.legal_notice if card.legal_notice else ""


def _on_card(scene: Scene, card: Card, section: str | None) -> Session:
    """The card is being read; a search that waits for its place goes on waiting."""
    session = replace(scene.session, card=card.id, section=section)
    waits = session.pending in SEARCHES and session.results is not None
    return session if waits else replace(session, results=None, pending=None)


def _notices(scene: Scene, card: Card) -> tuple[str, ...]:
    notices = []
    if card.closed_on:
        notices.append(scene.say.closed.format(date=french_date(card.closed_on)))
    if card.review_by and card.review_by < scene.today:
        notices.append(scene.say.stale.format(date=french_date(card.review_by)))
    return tuple(notices)


def _tip(scene: Scene, card: Card) -> Tip | None:
    """Somebody near, else whom the card names, else the town hall, else for the country."""
    named = [
        scene.knowledge.contacts[id_] for id_ in card.contacts if id_ in scene.knowledge.contacts
    ]
    first = first_door(scene, card.contact_kinds or scene.knowledge.cues.human_kinds, named)
    return tip(first) if first else None


def _citation(card: Card, source: Source) -> Citation:
    return Citation(source.publisher, source.url, card.checked_on or source.read_on)


def _more(card: Card) -> Button:
    return button("Plus", Verb.MORE, card.id)


def _sources(card: Card) -> Button:
    return button("Sources", Verb.SOURCES, card.id)


def _back(card: Card) -> Button:
    return button("Retour à la fiche", Verb.BACK, card.id)


def _plainer(card: Card) -> Button:
    return button("En plus simple", Verb.PLAIN, card.id)
