"""How goals are offered on buttons."""

from bot.domain.actions import OFFERED, Action
from bot.domain.buttons import Verb, button, card_button
from bot.domain.dialogue.scene import Scene
from bot.domain.replies import Button
from bot.domain.understanding import Ranking

_ACTION_LABELS = {
    Action.FIND_PLACE: "Trouver un lieu près de chez moi",
    Action.FIND_CONTACT: "Trouver à qui m'adresser",
    Action.FIND_PARTNER: "Chercher un partenaire",
    Action.OFFER_PARTNERSHIP: "Proposer un partenariat",
    Action.DIAGNOSIS: "Faire le point sur ma démarche",
    Action.EXAMPLES: "Voir des exemples",
    Action.TELL_TERRITORY: "Dire où je suis",
    Action.TALK_TO_HUMAN: "Parler à une personne",
    Action.COMPLAIN: "Dire ce qui ne va pas",
    Action.IDENTITY: "Qui répond ici",
    Action.PRIVACY: "Mes données",
    Action.FORGET: "Copier ou effacer mes données",
    Action.HELP: "Ce que je sais faire",
}


PLAUSIBLE = 0.02
"""Probability from which another reading of the message is worth a button."""


def labels_of(scene: Scene, candidates: Ranking) -> dict[str, Button]:
    """The buttons of the goals that may well be meant, by goal, best first."""
    plausible = [it.goal for it in candidates if it.score >= PLAUSIBLE]
    return {goal: label for goal in plausible if (label := label_of(scene, goal))}


def label_of(scene: Scene, goal: str) -> Button | None:
    """The button that offers a goal, when it may be offered."""
    card = scene.knowledge.published.get(goal)
    if card:
        return card_button(card)
    if goal in OFFERED:
        return button(_ACTION_LABELS[Action(goal)], Verb.GOAL, goal)
    return None
