"""What a message can ask for beside a card: the names are the intents and the buttons'."""

from enum import StrEnum

CLARIFY = "clarifier"
"""The goal of a turn that asks which of several goals was meant."""


class Action(StrEnum):
    """The actions of the catalogue; their ids never change."""

    FIND_PLACE = "chercher-tiers-lieu"
    FIND_CONTACT = "chercher-contact"
    FIND_PARTNER = "chercher-partenaire"
    OFFER_PARTNERSHIP = "proposer-partenariat"
    DIAGNOSIS = "diagnostic"
    EXAMPLES = "exemples"
    TELL_TERRITORY = "dire-territoire"
    GREET = "saluer"
    THANK = "remercier"
    LEAVE = "au-revoir"
    HELP = "aide"
    AGREE = "affirmer"
    REFUSE = "nier"
    TALK_TO_HUMAN = "parler-humain"
    IDENTITY = "identite-bot"
    PRIVACY = "confidentialite"
    FORGET = "oubliez-moi"
    COMPLAIN = "mecontentement"
    OUT_OF_SCOPE = "hors-sujet"
    DANGER = "urgence"


SEARCHES = frozenset(
    {Action.FIND_PLACE, Action.FIND_CONTACT, Action.FIND_PARTNER, Action.OFFER_PARTNERSHIP}
)
"""Actions answered by a list of places or contacts."""

OFFERED = SEARCHES | {
    Action.DIAGNOSIS,
    Action.EXAMPLES,
    Action.TELL_TERRITORY,
    Action.TALK_TO_HUMAN,
    Action.COMPLAIN,
    Action.IDENTITY,
    Action.PRIVACY,
    Action.FORGET,
    Action.HELP,
}
"""Actions that can be a choice when the message is not clear; small talk is not."""
