from bot.domain.open_data.layouts import Format
from bot.domain.open_data.report import Fate
from bot.domain.structures import Place
from tests.domain.contents import place
from tests.fakes import FakePlaceShelf
from tests.usecases.desk import Desk, row

MOULIN = place(
    id="moulin",
    nom="Le Moulin",
    description="Un moulin ouvert à tous. " * 12,
    kinds=["fablab", "cafe-associatif"],
    commune="Figeac",
    code_insee="46102",
    telephone="05 65 00 00 00",
    courriel="contact@exemple.fr",
)


def desk_of(*places: Place) -> Desk:
    return Desk(FakePlaceShelf({it.id: it for it in places}))


def exported(desk: Desk) -> list[dict[str, str]]:
    cells, _ = desk.exporting().mediation()
    return [dict(row) for row in cells]


def test_an_export_imported_again_changes_nothing() -> None:
    desk = desk_of(MOULIN)
    desk.bring(row(), row(ID_UNIQUE="8", NOM="L'Atelier", LATITUDE="", LONGITUDE=""))
    desk.edit("la-ruche", description="Écrit par l'équipe.")
    before = dict(desk.shelf.held)
    told = desk.bring(*exported(desk), format_=Format.MEDIATION)
    assert [outcome.fate for outcome in told] == [Fate.UNCHANGED] * 3
    assert desk.shelf.held == before


def test_an_export_imported_elsewhere_is_exported_the_same() -> None:
    desk = desk_of(MOULIN)
    desk.bring(row())
    elsewhere = Desk()
    told = elsewhere.bring(*exported(desk), format_=Format.MEDIATION)
    assert [outcome.fate for outcome in told] == [Fate.ADDED] * 2
    ours = {cells["nom"]: {**cells, "id": ""} for cells in exported(desk)}
    theirs = {cells["nom"]: {**cells, "id": ""} for cells in exported(elsewhere)}
    assert ours == theirs
    again = elsewhere.bring(*exported(desk), format_=Format.MEDIATION)
    assert [outcome.fate for outcome in again] == [Fate.UNCHANGED] * 2


def test_a_line_of_ours_that_somebody_changed_leaves_the_file() -> None:
    desk = desk_of(MOULIN)
    [cells] = exported(desk)
    outcome = desk.one({**cells, "nom": "Autre"}, format_=Format.MEDIATION)
    assert (outcome.fate, outcome.place) == (Fate.KEPT, "moulin")
    assert desk.shelf.held["moulin"] == MOULIN


def test_places_that_the_standard_cannot_take_are_told() -> None:
    desk = desk_of(place(id="nulle-part"), MOULIN)
    cells, left = desk.exporting().mediation()
    assert [row["id"] for row in cells] == ["trait-d-union:moulin"]
    assert [(it.place, it.reason) for it in left] == [
        ("nulle-part", "sans commune ou sans code postal")
    ]


def test_only_places_with_coordinates_are_on_a_map() -> None:
    here = MOULIN.model_copy(update={"id": "ici", "latitude": 44.6, "longitude": 2.0})
    kept, left = desk_of(MOULIN, here).exporting().located()
    assert [it.id for it in kept] == ["ici"]
    assert [it.place for it in left] == ["moulin"]
