"""Kinds, slugs, positions, fingerprints: the small rules of an import."""

import json
from datetime import date

import pytest

from bot.domain.content import MAX_ID
from bot.domain.open_data.fingerprints import differences, fingerprint, is_as_imported
from bot.domain.open_data.geojson import feature_collection
from bot.domain.open_data.kinds import kinds_of_families, kinds_of_typologies, typologies_of
from bot.domain.open_data.mediation import FIELDS, mediation_cells
from bot.domain.open_data.records import Record
from bot.domain.open_data.siting import misplaced, position_of
from bot.domain.open_data.slugs import free_slug, slug_of
from bot.domain.territory import Position, Territory, TerritoryKind
from bot.settings import ROOT
from tests.domain.contents import place

KINDS = {"tiers-lieu", "fablab", "coworking", "nourricier", "mediation-numerique"}
FIGEAC = Territory(TerritoryKind.COMMUNE, "46102", "Figeac", position=Position(44.61, 2.03))
CAPDENAC = Territory(TerritoryKind.COMMUNE, "46055", "Capdenac")


@pytest.mark.parametrize(
    ("families", "kinds"),
    [
        ("", ("tiers-lieu",)),
        ("Fablab / Makerspace|Coworking", ("fablab", "coworking", "tiers-lieu")),
        ("Tiers-lieu nourricier", ("nourricier", "tiers-lieu")),
        ("Bureaux partagés", ("coworking", "tiers-lieu")),
        ("Lieu culturel", ("tiers-lieu",)),
    ],
)
def test_a_family_is_a_kind_that_we_know(families: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of_families(families, KINDS) == kinds


def test_a_typology_is_read_as_it_is_written() -> None:
    codes = typologies_of(("fablab", "coworking", "mediation-numerique"))
    assert codes == "TIERS_LIEUX|FABLAB|EPN"
    assert kinds_of_typologies(codes, KINDS) == ("tiers-lieu", "fablab", "mediation-numerique")
    assert kinds_of_typologies("CCAS|ASSO", KINDS) == ()


def test_a_slug_can_be_read_and_is_cut_between_words() -> None:
    assert slug_of("L'Échappée à Figeac !") == "l-echappee-a-figeac"
    assert slug_of("Maison " * 20) == "-".join(["maison"] * 7)
    assert len(slug_of("a" * 90)) == MAX_ID


def test_a_taken_slug_is_made_longer_then_numbered() -> None:
    names = ("La Ruche", "Figeac", "46")
    assert free_slug(names, {"la-ruche"}) == "la-ruche-figeac"
    assert free_slug(names, {"la-ruche", "la-ruche-figeac"}) == "la-ruche-figeac-46"
    taken = {"la-ruche", "la-ruche-figeac", "la-ruche-figeac-46", "la-ruche-figeac-46-2"}
    assert free_slug(names, taken) == "la-ruche-figeac-46-3"
    assert free_slug(("???",), ()) == "lieu-2"


def test_a_position_is_a_pair_of_numbers_or_what_is_wrong() -> None:
    assert position_of(Record(1)) is None
    assert position_of(Record(1, latitude="44,61", longitude="2,03")) == Position(44.61, 2.03)
    assert "illisibles" in str(position_of(Record(1, latitude="44,61")))
    assert "hors de la Terre" in str(position_of(Record(1, latitude="446", longitude="2")))


def test_a_position_stands_within_fifteen_kilometres_of_its_commune() -> None:
    assert misplaced(Position(44.65, 2.05), FIGEAC, lambda _: None) is None
    far = misplaced(Position(44.0, 2.03), FIGEAC, lambda _: CAPDENAC)
    assert far == "coordonnées à 68 km de Figeac, plutôt à Capdenac"
    assert "hors de France" in str(misplaced(Position(0, 0), FIGEAC, lambda _: None))


def test_a_position_far_from_the_centre_of_a_vast_commune_is_right() -> None:
    assert misplaced(Position(44.0, 2.03), FIGEAC, lambda _: FIGEAC) is None
    assert misplaced(Position(44.0, 2.03), CAPDENAC, lambda _: None) is None


def test_a_fingerprint_tells_whether_somebody_changed_a_place() -> None:
    bare = place()
    imported = place(empreinte_source=fingerprint(bare, dated=False))
    assert is_as_imported(imported)
    assert is_as_imported(imported.model_copy(update={"date_maj": date(2025, 1, 1)}))
    changed = imported.model_copy(update={"telephone": "05 65 00 00 00"})
    assert not is_as_imported(changed)
    assert differences(imported, changed) == ("telephone",)


def test_the_columns_of_an_export_are_those_of_the_standard() -> None:
    file = ROOT / "tests" / "data" / "lieux-mediation-numerique_schema.json"
    schema = json.loads(file.read_text("utf-8"))
    assert [field["name"] for field in schema["fields"]] == list(FIELDS)


def test_what_the_standard_requires_is_always_told() -> None:
    cells = mediation_cells(place(commune="Figeac", code_insee="46102"), "46100")
    assert (cells["pivot"], cells["adresse"], cells["telephone"]) == ("0" * 14, "Figeac", "")


def test_a_long_description_is_told_twice() -> None:
    description = "Un atelier ouvert à tous. " * 11
    cells = mediation_cells(place(commune="Figeac", description=description), "46100")
    assert len(cells["presentation_resume"]) <= 280
    assert cells["presentation_detail"] == description.strip()


def test_a_feature_has_its_longitude_first() -> None:
    collection = feature_collection([place(latitude=44.61, longitude=2.03)])
    feature = json.loads(json.dumps(collection))["features"][0]
    assert feature["geometry"] == {"type": "Point", "coordinates": [2.03, 44.61]}
    assert (feature["id"], feature["properties"]["nom"]) == ("ruche", "La Ruche")
    assert feature["properties"]["date_maj"] == "2026-11-01"
