"""A territory with three places, a knowledge that has them, and what is found in it."""

from dataclasses import replace

from bot.domain.finds import Finds
from bot.domain.lists import Kind, Kinds
from bot.domain.structures import Place
from bot.domain.territory import Position, Territory, TerritoryKind
from tests.usecases.sample import CHECKED, KNOWLEDGE

FIGEAC = Territory(
    TerritoryKind.COMMUNE,
    "46102",
    "Figeac",
    departements=("46",),
    position=Position(44.61, 2.03),
    population=9_757,
)
LOT = Territory(TerritoryKind.DEPARTEMENT, "46", "Lot", departements=("46",))
ISLAND = Territory(
    TerritoryKind.COMMUNE, "97411", "Saint-Denis", position=Position(-20.88, 55.45), population=1
)
TERRITORIES = (FIGEAC, LOT, ISLAND)


def place(id_: str, *kinds: str, latitude: float = 44.61) -> Place:
    return Place(
        id=id_,
        nom=id_.capitalize(),
        description="Ouvert à tous.",
        commune="Figeac",
        departement="46",
        latitude=latitude,
        longitude=2.03,
        source="Le réseau",
        date_maj=CHECKED,
        kinds=kinds,
    )


PLACES = (
    place("ruche", "tiers-lieu", latitude=44.70),
    place("atelier", "tiers-lieu", "fablab", latitude=44.62),
    place("ecran", "mediation-numerique"),
)
KINDS = Kinds(
    places=(
        Kind(id="tiers-lieu", label="un tiers-lieu", plural="tiers-lieux", words=("tiers-lieu",)),
        Kind(id="fablab", label="un fablab", plural="fablabs", words=("fablab",)),
    )
)
KNOWN = replace(KNOWLEDGE, places={it.id: it for it in PLACES}, kinds=KINDS)


def cards(finds: Finds) -> list[str]:
    return [it.id for it in finds.cards]


def places(finds: Finds) -> list[str]:
    return [it.id for it in finds.places]
