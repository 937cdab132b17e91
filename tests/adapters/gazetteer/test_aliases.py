from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from bot.adapters.gazetteer import FrenchGazetteer, Reference
from bot.adapters.knowledge_files import KnowledgeFiles
from bot.domain.lands import Land, OtherNames, Territories
from bot.domain.prepositions import at
from bot.domain.territory import Position, TerritoryKind, TerritoryReading
from bot.domain.text import fold
from bot.settings import ROOT

LANDS = {
    "cevennes": ("je suis dans les Cévennes", "dans les cévennes", "une association cévenole"),
    "quercy": ("un fablab en Quercy", "le Quercy", "un quercynois"),
    "vercors": ("un tiers-lieu dans le Vercors",),
    "marne-la-vallee": ("à Marne-la-Vallée",),
    "flandre": ("dans les Flandres",),
    "alsace": ("les alsaciens",),
    "cote-d-azur": ("Côte d'Azur",),
    "perche": ("dans le perche", "un lieu vers le Perche", "près du Perche"),
    "brie": ("dans la Brie",),
    "leon": ("dans le Léon",),
    "lorraine": ("la Lorraine",),
    "champagne": ("en champagne",),
    "chartreuse": ("en Chartreuse",),
}

OTHERS = {
    "200093201": ("la MEL nous aide", "un fablab dans la mel", "l'agglo lilloise"),
    "84": ("un fablab en AURA", "dans l'AURA"),
    "27": ("un lieu en bfc", "un lieu en BFC"),
    "93": ("en PACA",),
    "243300316": ("la CUB",),
    "46": ("une asso lotoise",),
    "974": ("une association réunionnaise",),
    "53": ("une asso bretonne",),
    "11": ("région parisienne",),
    "58": ("le Nivernais",),
    "200046977": ("dans le Grand Lyon",),
    "200067106": ("au Pays basque",),
    "19031": ("Brive",),
    "50129": ("un fablab à Cherbourg",),
    "83126": ("un lieu à La Seyne",),
    "97411": ("Saint-Denis de la Réunion",),
    "06004": ("Juan-les-Pins",),
    "19002": ("Aix (19)", "un fablab à Aix dans le 19"),
}

TRAPS = [
    *("une perche", "tendre la perche", "un fromage de brie", "un poulet de bresse"),
    *("je m'appelle Lorraine", "parlez à Lorraine", "une quiche lorraine", "un boeuf charolais"),
    *("une coupe de champagne", "une chartreuse verte", "une bouteille de corbières"),
    *("un mel", "envoyez un mel", "il a le tco", "il y en aura", "il y en aura deux"),
    *("IL Y EN AURA", "elle en aura", "on en aura besoin", "il n'en aura pas"),
]

PEOPLE = {"Léon"}
"""Lands that are first names: alone, they are somebody."""

SAID = {
    TerritoryKind.COMMUNE: ("je suis à {}",),
    **dict.fromkeys(
        (TerritoryKind.EPCI, TerritoryKind.DEPARTEMENT, TerritoryKind.REGION, TerritoryKind.LAND),
        ("je suis dans le {}", "je suis dans la {}"),
    ),
}

Named = tuple[str, TerritoryKind, str]


@pytest.fixture(scope="module")
def territories() -> Territories:
    return KnowledgeFiles(ROOT / "knowledge").current().territories


def named_in(territories: Territories) -> Iterator[Named]:
    for land in territories.lands:
        yield from ((name, TerritoryKind.LAND, land.id) for name in (land.name, *land.names))
    for other in territories.names:
        kind, _, code = other.territory.partition("/")
        yield from ((name, TerritoryKind(kind), code) for name in other.names)


def leads_to(reading: TerritoryReading, named: Named, shared: set[str]) -> bool:
    """Whether the territory is chosen, or offered with nothing but what shares its name."""
    name, kind, code = named
    rest = [it for it in reading.choices if (it.kind, it.code) != (kind, code)]
    is_there = len(rest) == len(reading.choices) - 1
    return is_there and all(fold(it.name) == fold(name) or it.code in shared for it in rest)


def each(sentences: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(sentence, code) for code, said in sentences.items() for sentence in said]


@pytest.mark.parametrize(("sentence", "code"), each(LANDS))
def test_a_land_is_read(gazetteer: FrenchGazetteer, sentence: str, code: str) -> None:
    settled = gazetteer.read(sentence).settled
    assert settled is not None
    assert (settled.kind, settled.code) == (TerritoryKind.LAND, code)


@pytest.mark.parametrize(("sentence", "code"), each(OTHERS))
def test_another_name_is_read(gazetteer: FrenchGazetteer, sentence: str, code: str) -> None:
    settled = gazetteer.read(sentence).settled
    assert settled is not None
    assert settled.code == code


@pytest.mark.parametrize("sentence", TRAPS)
def test_a_word_is_no_land_and_no_acronym(gazetteer: FrenchGazetteer, sentence: str) -> None:
    assert gazetteer.read(sentence).choices == ()


def test_a_land_knows_where_it_is(gazetteer: FrenchGazetteer, reference: Reference) -> None:
    cevennes = gazetteer.find(TerritoryKind.LAND, "cevennes")
    assert cevennes is not None
    assert at(cevennes) == "dans les Cévennes"
    assert (cevennes.departements, cevennes.regions) == (("30", "48", "07", "34"), ("76", "84"))
    assert cevennes.position == reference.communes["48061"].position


def test_a_land_without_a_centre_is_amid_its_departements(gazetteer: FrenchGazetteer) -> None:
    alsace = gazetteer.find(TerritoryKind.LAND, "alsace")
    assert alsace is not None
    assert alsace.position is not None
    assert alsace.position.distance_km(Position(48.25, 7.45)) < 20


def test_a_town_said_short_is_assumed_before_its_homonyms(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("un fablab à Aix")
    assert [place.code for place in reading.choices] == ["13001", "19002"]
    assert reading.assumed


def test_a_town_said_short_is_asked_when_its_homonym_is_as_large(
    gazetteer: FrenchGazetteer,
) -> None:
    reading = gazetteer.read("Lons")
    assert [place.code for place in reading.choices] == ["39300", "64348"]
    assert reading.settled is None


def test_a_name_of_an_unknown_code_is_left_out(reference: Reference) -> None:
    atlantis = Land(id="atlantide", name="Atlantide", at="en Atlantide", departements=("99",))
    names = (
        OtherNames(territory="commune/99999", names=("Zorglub",)),
        OtherNames(territory="commune/46102", names=("Figeacou",)),
    )
    small = FrenchGazetteer(reference, Territories(lands=(atlantis,), names=names))
    assert small.read("Zorglub").choices == ()
    assert small.read("Figeacou").choices == (reference.communes["46102"],)
    found = small.find(TerritoryKind.LAND, "atlantide")
    assert found is not None
    assert (found.regions, found.position, found.population) == ((), None, None)


@pytest.mark.parametrize("kind", TerritoryKind)
def test_every_name_leads_to_its_territory(
    gazetteer: FrenchGazetteer, territories: Territories, kind: TerritoryKind
) -> None:
    names = [it for it in named_in(territories) if it[1] is kind and it[0] not in PEOPLE]
    assert len(names) > 40
    lost = []
    for named in names:
        shared = {code for name, _, code in names if fold(name) == fold(named[0])}
        phrases = ("{}", *SAID[kind])
        alone, *said = (gazetteer.read(phrase.format(named[0])) for phrase in phrases)
        is_said = any(leads_to(reading, named, shared) for reading in said)
        lost += [] if is_said and leads_to(alone, named, shared) else [named]
    assert lost == []


def test_every_land_is_read_as_it_is_said(
    gazetteer: FrenchGazetteer, territories: Territories
) -> None:
    read = [(it.id, gazetteer.read(f"je suis {it.at}").settled) for it in territories.lands]
    assert [it for it in read if it[1] is None or it[1].code != it[0]] == []


def test_every_code_is_that_of_a_territory(
    gazetteer: FrenchGazetteer, reference: Reference, territories: Territories
) -> None:
    unknown = [it for it in named_in(territories) if gazetteer.find(it[1], it[2]) is None]
    assert unknown == []
    for land in territories.lands:
        assert set(land.departements) <= set(reference.departements), land
        if land.centre:
            lies_in = set(reference.communes[land.centre].departements)
            assert lies_in & set(land.departements), land


def test_only_towns_share_a_name(territories: Territories) -> None:
    counts = Counter((fold(name), kind) for name, kind, _ in named_in(territories))
    twice = {named for named, count in counts.items() if count > 1}
    assert {kind for _, kind in twice} == {TerritoryKind.COMMUNE}
    kinds = Counter(name for name, _ in counts)
    assert max(kinds.values()) == 1
