"""How places are said: every département, every region, every article of a commune."""

import re
from collections.abc import Mapping

import pytest

from bot.adapters.gazetteer import Reference, load_reference
from bot.domain.knowledge import Knowledge
from bot.domain.prepositions import at, at_town, of, of_name
from bot.domain.territory import Article, Territory, TerritoryKind
from tests.domain.french_places import IN_DEPARTEMENTS, IN_REGIONS, OF_DEPARTEMENTS, OF_REGIONS

COMMUNE, EPCI, DEPARTEMENT, REGION, LAND = TerritoryKind
WITHOUT_AREA = {"975", "977", "978", "984", "986", "987", "988", "989"}
"""Overseas collectivities and territories: no region holds them."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def commune(name: str, article: Article = Article.NONE) -> Territory:
    return Territory(COMMUNE, "1", name, article)


def those_of(places: Mapping[str, Territory], codes: Mapping[str, str]) -> list[Territory]:
    return [places[code] for code in codes]


def test_that_one_is_in_a_departement_is_said_as_in_french(reference: Reference) -> None:
    places = those_of(reference.departements, IN_DEPARTEMENTS)
    assert {place.code: at(place) for place in places} == IN_DEPARTEMENTS


def test_what_is_a_departement_s_own_is_said_as_in_french(reference: Reference) -> None:
    assert OF_DEPARTEMENTS.keys() == reference.departements.keys() - WITHOUT_AREA
    assert len(OF_DEPARTEMENTS) == 101
    places = those_of(reference.departements, OF_DEPARTEMENTS)
    assert {place.code: of(place) for place in places} == OF_DEPARTEMENTS


def test_every_region_is_said_as_in_french(reference: Reference) -> None:
    assert len(reference.regions) == 18
    assert {code: at(place) for code, place in reference.regions.items()} == IN_REGIONS
    assert {code: of(place) for code, place in reference.regions.items()} == OF_REGIONS


@pytest.mark.parametrize(
    ("name", "article", "where", "whose"),
    [
        ("Cahors", Article.NONE, "à Cahors", "de Cahors"),
        ("Angers", Article.ELIDED, "à Angers", "d'Angers"),
        ("Étampes", Article.ELIDED, "à Étampes", "d'Étampes"),
        ("Yvetot", Article.NONE, "à Yvetot", "d'Yvetot"),
        ("Yvetot", Article.ELIDED, "à Yvetot", "d'Yvetot"),
        ("Œuilly", Article.ELIDED, "à Œuilly", "d'Œuilly"),
        ("Hérouville", Article.ELIDED, "à Hérouville", "d'Hérouville"),
        ("Honfleur", Article.NONE, "à Honfleur", "de Honfleur"),
        ("Le Mans", Article.LE, "au Mans", "du Mans"),
        ("La Rochelle", Article.LA, "à La Rochelle", "de La Rochelle"),
        ("Les Herbiers", Article.LES, "aux Herbiers", "des Herbiers"),
        ("L'Isle-Jourdain", Article.L, "à L'Isle-Jourdain", "de L'Isle-Jourdain"),
        ("L'Haÿ-les-Roses", Article.L, "à L'Haÿ-les-Roses", "de L'Haÿ-les-Roses"),
        ("Las Illas", Article.LAS, "à Las Illas", "de Las Illas"),
        ("Los Masos", Article.LOS, "à Los Masos", "de Los Masos"),
        ("Lestelle", Article.NONE, "à Lestelle", "de Lestelle"),
        ("Lens", Article.NONE, "à Lens", "de Lens"),
    ],
)
def test_a_commune_is_said_with_its_article(
    name: str, article: Article, where: str, whose: str
) -> None:
    assert (at(commune(name, article)), of(commune(name, article))) == (where, whose)


def test_a_name_is_said_without_knowing_its_territory() -> None:
    said = [(at_town(name), of_name(name)) for name in ("Le Mans", "Les Mées", "La Ciotat")]
    assert said == [
        ("au Mans", "du Mans"),
        ("aux Mées", "des Mées"),
        ("à La Ciotat", "de La Ciotat"),
    ]


@pytest.mark.parametrize(
    ("plural", "said"),
    [
        ("fablabs et ateliers", "de fablabs et ateliers"),
        ("ateliers", "d'ateliers"),
        ("épiceries", "d'épiceries"),
        ("îlots", "d'îlots"),
        ("œuvres", "d'œuvres"),
    ],
)
def test_common_words_lose_a_vowel_too(plural: str, said: str) -> None:
    assert of_name(plural) == said


ARTICLES = {
    Article.LE: ("Le ", "au ", "du "),
    Article.LA: ("La ", "à La ", "de La "),
    Article.LES: ("Les ", "aux ", "des "),
    Article.L: ("L'", "à L'", "de L'"),
    Article.LOS: ("Los ", "à Los ", "de Los "),
    Article.ELIDED: ("", "à ", "d'"),
}
"""What names start with, then how one says that one is there and whose it is."""


@pytest.mark.parametrize("article", ARTICLES)
def test_every_commune_is_said_by_its_official_article(
    reference: Reference, article: Article
) -> None:
    start, where, whose = ARTICLES[article]
    communes = [it for it in reference.communes.values() if it.article is article]
    assert communes
    for place in communes:
        assert place.name.startswith(start)
        bare = place.name.removeprefix(start)
        assert (at(place), of(place)) == (where + bare, whose + bare)


NAMED_APART = re.compile(r"^Le |Arrondissement$")
"""A commune whose article its code ignores, and the arrondissements of the three cities."""


@pytest.mark.parametrize(
    ("name", "district"),
    [
        ("Paris 1er Arrondissement", "1er arrondissement de Paris"),
        ("Lyon 7e Arrondissement", "7e arrondissement de Lyon"),
        ("Marseille 16e Arrondissement", "16e arrondissement de Marseille"),
    ],
)
def test_an_arrondissement_is_said_with_its_city(name: str, district: str) -> None:
    assert (at(commune(name)), of(commune(name))) == (f"dans le {district}", f"du {district}")


def test_no_commune_without_an_article_gets_one(reference: Reference) -> None:
    plain = [it for it in reference.communes.values() if it.article is Article.NONE and it.regions]
    said = {it.name: (at(it), of(it)) for it in plain if not NAMED_APART.search(it.name)}
    assert len(said) > 20_000
    assert [name for name, pair in said.items() if pair != (f"à {name}", f"de {name}")] == []


@pytest.mark.parametrize(
    ("located", "where"),
    [("dans les Cévennes", "dans les Cévennes"), ("au Pays basque", "au Pays basque")],
)
def test_a_land_is_said_as_the_team_wrote_it(located: str, where: str) -> None:
    assert at(Territory(LAND, "pays", "Pays", located=located)) == where


def test_every_land_of_the_knowledge_says_that_one_is_there(knowledge: Knowledge) -> None:
    lands = knowledge.territories.lands
    assert lands
    starts = ("dans ", "en ", "à ", "au ", "aux ", "sur ")
    for land in lands:
        assert land.at.startswith(starts), land.id
