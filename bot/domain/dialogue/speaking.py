"""Whom a person speaks for: a town hall, an association, a company."""

import re
from collections.abc import Mapping

from bot.domain.dialogue.labels import PLAUSIBLE
from bot.domain.dialogue.scene import Scene
from bot.domain.lists import Cues, Role
from bot.domain.text import told_by
from bot.domain.understanding import Ranking

_SELF = ("je suis ", "nous sommes ")

_ME = re.compile(
    r"(?:\b(?:(?:je|j) suis?|jsuis?|chuis?|c est moi|(?:je |j)viens d etre"
    # « En tant que maire, il devrait… » is about somebody else.
    r"|(?:en tant que?|en (?:ma )?qualite (?:de|d)|etant)(?! \w+ (?:il|elle|ils|elles)\b))"
    r"(?: (?:aussi|egalement|actuellement|toujours|encore|maintenant|deja|juste|moi meme|simple"
    r"|le|la|l|un|une|son|sa|nouveau|nouvelle|jeune|petite?|seule?|premiere?|1ere?|2e|deuxieme))*"
    # « Moi maire de… », but neither « dis-moi » nor « chez moi ».
    r"|(?:^|\b(?:et|mais|bonjour|salut) )moi)(?= )"
)
"""The ways to begin « je suis », articles included."""

_WE = re.compile(r"\b(?:on est|ns sommes)\b")

_APPOSED = re.compile(
    r"^(?:(?:bonjour|bonsoir|salut|bjr|bsr|slt|hello|coucou|madame|monsieur|simple) )*"
    r"(?!(?:le|la|les|l|une?|des?|du|au|aux|mon|ma|mes|notre|nos|votre|vos|qui|quelle?|je|j|moi) )"
    r"(?!.*\b(?:son|sa|ses|lui)\b)"
    r"(?=\w+ (?:\w+ ){0,2}d une? "
    r"|(?!mairie .*\bje?\b)\w+ (?:\w+ ){0,2}(?:de|d|du|a|au|en) .*\b(?:je?|nous \w+ons)\b"
    r"|(?!maire )(?:\w+ ){1,3}(?:je?|nous \w+ons)\b)"
)
"""« DGS à Souillac, je … »: what its author is opens a message (not « maire de X, son numéro »)."""

_POST = re.compile(
    r"\bje suis (?:responsable|chargee?|cheff?e?|direct(?:eur|rice)|agente?|attachee?|comptable"
    r"|animat(?:eur|rice)|coordinat(?:eur|rice)|conseill(?:er|ere)|technicien(?:ne)?|stagiaire"
    r"|salariee?|employee?|apprentie?|referente?) (?:(?!(?:et|mais|qui|je|j) )\w+ ){0,4}?"
    r"(?=(?:(?:a la|de la|pour la|en|au sein de la) mairie"
    r"|(?:dans une|d une) (?:association|asso|entreprise))\b)"
)
"""A post of any sort there, « je suis responsable culture à la mairie »: somebody employed."""

_DENIED = re.compile(
    r"\bsi (?:je|j) suis(?= elue?\b)|\b(?:est|ai|a|avons|parle|ecris|represente)"
    r" (?:pas|plus|jamais) (?:mon|ma|mes|notre|nos|au nom)\b"
)
"""What is not, is no longer or is not yet."""


def role_in(folded: str, cues: Cues) -> Role | None:
    """Whom the person says to speak for: what they are, else what they call theirs.

    « Je ne suis pas maire » and « mon mari est maire » hold no « je suis maire ».
    """
    said = _APPOSED.sub("je suis ", _DENIED.sub(" ", folded))
    said = _WE.sub("nous sommes", _ME.sub("je suis", said))
    said = _POST.sub("je suis employe ", said)
    known = [(cue.id, cue.words) for cue in cues.roles]
    selves = [(id_, [told for told in words if told.startswith(_SELF)]) for id_, words in known]
    return told_by(selves, said) or told_by(known, said)


SIDES: tuple[Mapping[Role, str], ...] = (
    {Role.ASSOCIATION: "partenariat-entreprise", Role.TOWN_HALL: "mobiliser-entreprises"},
    {Role.ASSOCIATION: "partenariat-collectivite", Role.TOWN_HALL: "subvention-ou-marche"},
)
"""Cards about one thing seen from two sides: whom the person speaks for decides between them."""


def by_role(candidates: Ranking, scene: Scene) -> str:
    """The likeliest goal; of two sides of one thing, that of the person, when it may be meant."""
    best, role = candidates[0].goal, scene.session.role
    side = next((it for it in SIDES if best in it.values()), None)
    own = side.get(role) if side and role else None
    likely = {item.goal for item in candidates if item.score >= PLAUSIBLE}
    return own if own in likely else best
