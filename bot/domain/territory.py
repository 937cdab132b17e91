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

    def about(self) -> "Position":
        """The same point to a hundredth of a degree (1.1 km): enough for distances, no address."""
        return Position(round(self.latitude, 2), round(self.longitude, 2))

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
    those it lies in or covers; `arrondissement` is that of the sous-préfecture; `located` is how a
    land is said (« dans les Cévennes »).
    """

    kind: TerritoryKind
    code: str
    name: str
    article: Article = Article.NONE
    departements: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    arrondissement: str | None = None
    epci: str | None = None
    position: Position | None = None
    population: int | None = None
    located: str = ""


@dataclass(frozen=True, slots=True)
class TerritoryReading:
    """What a message says of places.

    `choices`: none, one (settled) or several, the likeliest first. `assumed`: the first one was
    taken for its population, the conversation or its spelling, to be said aloud. `former`: the name
    read, when it is that of a commune now part of the first choice, to be said aloud too.
    `guessed`: the choices are the likeliest corrections of a misspelling, to be said aloud or
    asked. `alone`: the message holds nothing but that place. `masked`: the message with
    `PLACE_WORD` in the place of each name.
    """

    masked: str
    choices: tuple[Territory, ...] = ()
    assumed: bool = False
    former: str = ""
    alone: bool = False
    guessed: bool = False

    @property
    def settled(self) -> Territory | None:
        """The place meant, when there is no doubt."""
        is_one = len(self.choices) == 1 and not self.guessed
        return self.choices[0] if is_one or self.assumed else None


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
