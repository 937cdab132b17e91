"""A small knowledge: a published card, a draft, somebody to call, two dangers, a few words."""

from datetime import date

from bot.domain.card import Audience, Card, Facet, Section, Source, Status
from bot.domain.emergency import Danger, Emergency, EmergencyNumber
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Cues, FacetCue, Kind, Kinds, Suggestion, Theme
from bot.domain.structures import Contact, Coverage, CoverageLevel
from bot.domain.territory import Territory, TerritoryKind

FIGEAC = Territory(TerritoryKind.COMMUNE, "46102", "Figeac", departements=("46",), regions=("76",))
RODEZ = Territory(TerritoryKind.COMMUNE, "12202", "Rodez", departements=("12",), regions=("76",))

CHECKED = date(2026, 11, 1)
PAGE = "https://exemple.fr/fablab"

FABLAB = Card(
    id="fablab",
    title="Ouvrir un fablab",
    theme="lieux",
    audience=(Audience.ASSOCIATION,),
    status=Status.PUBLISHED,
    summary="Un fablab est un atelier ouvert à tous. On y fabrique ensemble.",
    simple="C'est un atelier. Tout le monde peut venir.",
    next_step="Visitez un fablab près de chez vous.",
    sections=(
        Section(
            id="cout",
            title="Combien ça coûte",
            answers=(Facet.COST,),
            text="Il faut acheter des machines.",
            sources=("s1",),
        ),
    ),
    questions=tuple(f"comment ouvrir un fablab, façon {number}" for number in range(8)),
    contacts=("reseau",),
    sources=(Source(id="s1", publisher="Le réseau", title="Page", url=PAGE, read_on=CHECKED),),
    owner="la personne chargée des lieux",
    checked_on=CHECKED,
    review_by=date(2027, 11, 1),
)
COWORKING = Card(
    id="coworking",
    title="Ouvrir un coworking",
    theme="lieux",
    questions=tuple(f"comment ouvrir un coworking, façon {number}" for number in range(8)),
)
NETWORK = Contact(
    id="reseau",
    nom="Le réseau national",
    description="Répond à tous.",
    telephone="01 99 00 00 00",
    source="Le réseau",
    date_maj=CHECKED,
    kinds=("reseau",),
    coverage=Coverage(level=CoverageLevel.COUNTRY),
)


def _number(number: str, name: str) -> EmergencyNumber:
    return EmergencyNumber(
        number=number,
        name=name,
        use="toute urgence",
        hours="jour et nuit",
        source=name,
        lien_source="https://exemple.fr/urgence",
        checked_on=CHECKED,
    )


EMERGENCY = Emergency(
    numbers=(_number("112", "Urgences"), _number("3114", "Écoute")),
    dangers=(
        Danger(id="mourir", advice="Parlez-en.", numbers=("3114", "112"), patterns=("mourir",)),
    ),
    default=("112",),
)

KNOWLEDGE = Knowledge(
    cards={"fablab": FABLAB, "coworking": COWORKING},
    contacts={"reseau": NETWORK},
    themes=(Theme(id="lieux", label="Les lieux"),),
    kinds=Kinds(contacts=(Kind(id="reseau", label="un réseau", plural="réseaux"),)),
    cues=Cues(
        facets=(FacetCue(id=Facet.COST, words=("combien ça coûte",)),),
        suggestions=(Suggestion(label="Un fablab ?", opens="fablab"),),
        human_kinds=("reseau",),
    ),
    emergency=EMERGENCY,
)
