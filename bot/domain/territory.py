"""Where people are and what serves them there: positions in WGS 84 degrees, distances in km."""

import math
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.structures import Coverage, CoverageLevel

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""

PLACE_WORD = "Villeneuve"
"""What stands for any place name in what the model reads: 35,000 names cost it nothing."""


class TerritoryKind(StrEnum):
    """Kinds of territory, named as in the public command line."""

    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"
    LAND = "pays"


class Article(StrEnum):
    """How a name is introduced (INSEE's TNCC code, « type de nom en clair »)."""

    NONE = "0"
    ELIDED = "1"
    LE = "2"
    LA = "3"
    LES = "4"
    L = "5"
    AUX = "6"
    LAS = "7"
    LOS = "8"


@dataclass(frozen=True, slots=True)
class Position:
    """A point on Earth."""

    latitude: float
    longitude: float

    def distance_km(self, other: "Position") -> float:
        """Great-circle distance (haversine)."""
        phi_1, phi_2 = math.radians(self.latitude), math.radians(other.latitude)
        half_phi = (phi_2 - phi_1) / 2
        half_lambda = math.radians(other.longitude - self.longitude) / 2
        chord = (
            math.sin(half_phi) ** 2 + math.cos(phi_1) * math.cos(phi_2) * math.sin(half_lambda) ** 2
        )
        return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


@dataclass(frozen=True, slots=True)
class Territory:
    """A place in force. `code` is INSEE's, SIREN for an intercommunalité, its own id for a land.

    `name` carries its article (« Le Mans », « Lot »); `departements` and `regions` are the codes of
    those it lies in or covers.
    """

    kind: TerritoryKind
    code: str
    name: str
    article: Article = Article.NONE
    departements: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    epci: str | None = None
    position: Position | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class TerritoryReading:
    """What a message says of places.

    `choices`: none, one (settled) or several homonyms, most populated first. `assumed`: settled by
    its population alone, to be said aloud. `alone`: the message holds nothing but that place.
    `masked`: the message with `PLACE_WORD` in the place of each name.
    """

    masked: str
    choices: tuple[Territory, ...] = ()
    assumed: bool = False
    alone: bool = False

    @property
    def settled(self) -> Territory | None:
        """The place meant, when there is no doubt."""
        return self.choices[0] if len(self.choices) == 1 or self.assumed else None


def covers(coverage: Coverage, territory: Territory | None) -> bool:
    """Whether a body with this coverage serves that territory; without one, national ones only."""
    if coverage.level is CoverageLevel.COUNTRY:
        return True
    if territory is None:
        return False
    codes = set(coverage.codes)
    match coverage.level:
        case CoverageLevel.REGION:
            return bool(codes & set(territory.regions))
        case CoverageLevel.DEPARTEMENT:
            return bool(codes & set(territory.departements))
        case CoverageLevel.EPCI:
            return territory.epci in codes or territory.code in codes
        case CoverageLevel.COMMUNE:
            return territory.code in codes


_TO_COMMUNE = {
    Article.LE: ("Le ", "au "),
    Article.LES: ("Les ", "aux "),
    Article.AUX: ("Aux ", "aux "),
}


_REACHED_EN = {
    *("Eure-et-Loir", "Ille-et-Vilaine", "Indre-et-Loire", "Maine-et-Loire", "Meurthe-et-Moselle"),
    *("Saône-et-Loire", "Seine-et-Marne", "Polynésie française", "Nouvelle-Calédonie"),
}
"""Names that INSEE gives no article and that one is « en » all the same, unlike Paris."""


def at(territory: Territory) -> str:
    """« à Cahors », « au Mans », « dans le Lot », « en Occitanie »."""
    match territory.kind:
        case TerritoryKind.COMMUNE:
            article, contracted = _TO_COMMUNE.get(territory.article, ("", ""))
            if article and territory.name.startswith(article):
                return contracted + territory.name.removeprefix(article)
            return f"à {territory.name}"
        case TerritoryKind.EPCI:
            return f"dans le territoire « {territory.name} »"
        case TerritoryKind.REGION if territory.article not in {Article.LE, Article.LES}:
            return f"à {territory.name}" if _is_island(territory) else f"en {territory.name}"
        case TerritoryKind.DEPARTEMENT | TerritoryKind.REGION | TerritoryKind.LAND:
            return _inside(territory)


def _is_island(territory: Territory) -> bool:
    """La Réunion and Mayotte are reached « à », unlike the other regions."""
    return territory.name in {"La Réunion", "Mayotte"}


def _inside(territory: Territory) -> str:
    match territory.article:
        case Article.LE:
            return f"dans le {territory.name}"
        case Article.LA:
            return f"en {territory.name}"
        case Article.LES:
            return f"dans les {territory.name}"
        case Article.L:
            return f"dans l'{territory.name}"
        case _:
            return f"{'en' if territory.name in _REACHED_EN else 'à'} {territory.name}"
