from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.prepositions import at
from bot.domain.structures import Coverage, CoverageLevel
from bot.domain.territory import (
    EARTH_RADIUS_KM,
    Article,
    Position,
    Territory,
    TerritoryKind,
    TerritoryReading,
    covers,
)

COMMUNE, EPCI, DEPARTEMENT, REGION, LAND = TerritoryKind
FIGEAC = Territory(
    COMMUNE, "46102", "Figeac", departements=("46",), regions=("76",), epci="200067361"
)
CAHORS = Territory(COMMUNE, "46042", "Cahors", departements=("46",), regions=("76",))
LOT = Territory(DEPARTEMENT, "46", "Lot", Article.LE, departements=("46",), regions=("76",))
GRAND_FIGEAC = Territory(
    EPCI, "200067361", "Grand-Figeac", departements=("46", "12"), regions=("76",)
)
POSITIONS = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("level", "codes", "territory", "served"),
    [
        (CoverageLevel.COUNTRY, (), None, True),
        (CoverageLevel.COUNTRY, (), FIGEAC, True),
        (CoverageLevel.REGION, ("76",), None, False),
        (CoverageLevel.REGION, ("76",), FIGEAC, True),
        (CoverageLevel.REGION, ("75", "84"), FIGEAC, False),
        (CoverageLevel.DEPARTEMENT, ("46",), FIGEAC, True),
        (CoverageLevel.DEPARTEMENT, ("12",), FIGEAC, False),
        (CoverageLevel.DEPARTEMENT, ("12",), GRAND_FIGEAC, True),
        (CoverageLevel.EPCI, ("200067361",), FIGEAC, True),
        (CoverageLevel.EPCI, ("200067361",), GRAND_FIGEAC, True),
        (CoverageLevel.EPCI, ("200067361",), CAHORS, False),
        (CoverageLevel.EPCI, ("200067361",), LOT, False),
        (CoverageLevel.COMMUNE, ("46102", "46042"), CAHORS, True),
        (CoverageLevel.COMMUNE, ("46102",), CAHORS, False),
        (CoverageLevel.COMMUNE, ("46102",), LOT, False),
    ],
)
def test_a_body_serves_the_territories_it_covers(
    *, level: CoverageLevel, codes: Sequence[str], territory: Territory | None, served: bool
) -> None:
    assert covers(Coverage(level=level, codes=tuple(codes)), territory) is served


@pytest.mark.parametrize(
    ("kind", "name", "article", "said"),
    [
        (COMMUNE, "Figeac", Article.NONE, "à Figeac"),
        (COMMUNE, "Albi", Article.ELIDED, "à Albi"),
        (COMMUNE, "Le Mans", Article.LE, "au Mans"),
        (COMMUNE, "Les Mées", Article.LES, "aux Mées"),
        (COMMUNE, "Aux Marais", Article.AUX, "aux Marais"),
        (COMMUNE, "La Rochelle", Article.LA, "à La Rochelle"),
        (COMMUNE, "L'Isle-Jourdain", Article.L, "à L'Isle-Jourdain"),
        (DEPARTEMENT, "Lot", Article.LE, "dans le Lot"),
        (DEPARTEMENT, "Creuse", Article.LA, "en Creuse"),
        (DEPARTEMENT, "Landes", Article.LES, "dans les Landes"),
        (DEPARTEMENT, "Aveyron", Article.L, "dans l'Aveyron"),
        (DEPARTEMENT, "Paris", Article.NONE, "à Paris"),
        (DEPARTEMENT, "Seine-et-Marne", Article.NONE, "en Seine-et-Marne"),
        (DEPARTEMENT, "Ille-et-Vilaine", Article.ELIDED, "en Ille-et-Vilaine"),
        (DEPARTEMENT, "La Réunion", Article.NONE, "à La Réunion"),
        (REGION, "Occitanie", Article.ELIDED, "en Occitanie"),
        (REGION, "Hauts-de-France", Article.LES, "dans les Hauts-de-France"),
        (REGION, "Grand Est", Article.LE, "dans le Grand Est"),
        (REGION, "La Réunion", Article.LA, "à La Réunion"),
        (REGION, "Mayotte", Article.NONE, "à Mayotte"),
        (EPCI, "CC Grand-Figeac", Article.NONE, "dans la communauté de communes Grand-Figeac"),
        (EPCI, "Bordeaux Métropole", Article.NONE, "à Bordeaux Métropole"),
    ],
)
def test_where_is_said_as_in_french(
    kind: TerritoryKind, name: str, article: Article, said: str
) -> None:
    assert at(Territory(kind, "1", name, article)) == said


def test_the_distance_between_two_towns_is_that_of_a_map() -> None:
    paris, lyon = Position(48.8566, 2.3522), Position(45.7640, 4.8357)
    assert paris.distance_km(lyon) == pytest.approx(392, abs=1)


@given(POSITIONS, POSITIONS)
def test_a_distance_is_the_same_both_ways_and_never_beyond_the_antipodes(
    one: Position, other: Position
) -> None:
    distance = one.distance_km(other)
    assert 0 <= distance <= 3.1416 * EARTH_RADIUS_KM
    assert distance == pytest.approx(other.distance_km(one), abs=1e-6)


@given(POSITIONS)
def test_a_place_is_no_distance_away_from_itself(position: Position) -> None:
    assert position.distance_km(position) == 0


def test_the_line_of_dates_is_no_distance() -> None:
    assert Position(-17, 179.99).distance_km(Position(-17, -179.99)) < 3


@pytest.mark.parametrize(
    ("reading", "settled"),
    [
        (TerritoryReading("bonjour"), None),
        (TerritoryReading("à Villeneuve", (FIGEAC,)), FIGEAC),
        (TerritoryReading("à Villeneuve", (FIGEAC, CAHORS)), None),
        (TerritoryReading("à Villeneuve", (FIGEAC, CAHORS), assumed=True), FIGEAC),
    ],
)
def test_a_place_is_settled_when_there_is_no_doubt(
    reading: TerritoryReading, settled: Territory | None
) -> None:
    assert reading.settled == settled
