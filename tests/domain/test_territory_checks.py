"""What must hold in `territories.yml`: each kind of problem is found and told in French."""

from collections.abc import Sequence

import pytest

from bot.adapters.gazetteer import FrenchGazetteer, load_reference
from bot.domain.knowledge import Knowledge
from bot.domain.lands import Land, OtherNames, Territories
from bot.domain.problems import Level, Problem
from bot.domain.territory import Territory, TerritoryKind
from bot.domain.territory_checks import FILE, find_territory_problems

COMMUNE, EPCI, DEPARTEMENT, REGION, LAND = TerritoryKind
KNOWN = (
    Territory(COMMUNE, "46102", "Figeac", departements=("46",)),
    Territory(COMMUNE, "12202", "Rodez", departements=("12",)),
    Territory(DEPARTEMENT, "46", "Lot"),
    Territory(DEPARTEMENT, "12", "Aveyron"),
    Territory(EPCI, "200067361", "CC Grand-Figeac"),
    Territory(REGION, "76", "Occitanie"),
)


def find(kind: TerritoryKind, code: str) -> Territory | None:
    return next((it for it in KNOWN if (it.kind, it.code) == (kind, code)), None)


def land(**changes: object) -> Land:
    quercy = {"id": "quercy", "name": "Quercy", "at": "dans le Quercy", "departements": ["46"]}
    return Land.model_validate({**quercy, **changes})


def also(territory: str, *names: str) -> OtherNames:
    return OtherNames(territory=territory, names=names)


def messages(lands: Sequence[Land] = (), names: Sequence[OtherNames] = ()) -> list[str]:
    territories = Territories(lands=tuple(lands), names=tuple(names))
    return [problem.message for problem in find_territory_problems(territories, find)]


def test_what_holds_together_has_no_problem() -> None:
    lands = [land(centre="46102", names=["Haut-Quercy"]), land(id="rouergue", name="Rouergue")]
    names = [also("epci/200067361", "Figeac agglo"), also("region/76", "Midi")]
    assert messages(lands, names) == []


def test_nothing_at_all_has_no_problem() -> None:
    assert messages() == []


def test_a_problem_is_an_error_of_its_file() -> None:
    territories = Territories(names=(also("departement/99", "Nulle part"),))
    assert list(find_territory_problems(territories, find)) == [
        Problem(FILE, 0, Level.ERROR, "« departement/99 » n'existe pas (Nulle part)")
    ]


@pytest.mark.parametrize(
    "territory", ["commune/46999", "epci/46102", "departement/76", "region/46", "commune/46"]
)
def test_another_name_of_a_territory_that_does_not_exist_is_a_problem(territory: str) -> None:
    assert messages(names=[also(territory, "Là-bas", "Là")]) == [
        f"« {territory} » n'existe pas (Là-bas)"
    ]


def test_every_departement_of_a_land_exists() -> None:
    assert messages([land(departements=["46", "99", "98"])]) == [
        "quercy : le département « 99 » n'existe pas",
        "quercy : le département « 98 » n'existe pas",
    ]


def test_the_heart_of_a_land_exists() -> None:
    assert messages([land(centre="46999")]) == ["quercy : la commune « 46999 » n'existe pas"]


def test_the_heart_of_a_land_is_in_one_of_its_departements() -> None:
    assert messages([land(centre="12202")]) == [
        "quercy : Rodez n'est dans aucun de ses départements"
    ]
    assert messages([land(centre="12202", departements=["46", "12"])]) == []


@pytest.mark.parametrize("name", ["Le Causse", "le causse", "LE  CAUSSE", "Le-Caussé"])
def test_a_name_says_one_thing_only_however_it_is_written(name: str) -> None:
    names = [also("departement/46", "Le Causse"), also("region/76", name)]
    assert messages(names=names) == [f"le nom « {name} » est déjà celui de departement/46"]


def test_the_name_of_a_land_is_not_that_of_another_nor_of_a_territory() -> None:
    lands = [land(names=["Haut-Pays"]), land(id="pays-haut", name="Haut Pays")]
    assert messages(lands) == ["le nom « Haut Pays » est déjà celui de pays/quercy"]
    assert messages([land()], [also("departement/46", "quercy")]) == [
        "le nom « quercy » est déjà celui de pays/quercy"
    ]


def test_a_name_given_twice_to_one_territory_is_no_confusion() -> None:
    twice = [also("departement/46", "Le Causse"), also("departement/46", "le causse")]
    assert messages(names=twice) == []


def test_towns_may_share_a_name() -> None:
    assert (
        messages(names=[also("commune/46102", "La Ville"), also("commune/12202", "La Ville")]) == []
    )


@pytest.mark.parametrize("town_first", [True, False])
def test_a_town_and_something_wider_may_not_share_a_name(*, town_first: bool) -> None:
    names = [also("commune/46102", "La Ville"), also("epci/200067361", "La Ville")]
    first = names[0 if town_first else 1].territory
    found = messages(names=names if town_first else names[::-1])
    assert found == [f"le nom « La Ville » est déjà celui de {first}"]


def test_every_problem_is_told_at_once() -> None:
    lands = [land(departements=["99"], centre="46999")]
    names = [also("commune/46999", "Quercy")]
    assert len(messages(lands, names)) == 4


def test_the_real_lands_and_names_hold_together(knowledge: Knowledge) -> None:
    gazetteer = FrenchGazetteer(load_reference(), knowledge.territories)
    territories = knowledge.territories
    assert len(territories.lands) > 20
    assert list(find_territory_problems(territories, gazetteer.find)) == []
