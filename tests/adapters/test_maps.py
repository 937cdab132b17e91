"""Pictures of places: what they show, where, and that nothing hides a number."""

import io
import itertools
import math
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.adapters.gazetteer import Reference, load_reference
from bot.adapters.gazetteer.archive import ARCHIVE
from bot.adapters.maps import OutlineMaps, palette
from bot.adapters.maps.borders import crossings_of, rounded, without_gaps
from bot.adapters.maps.drops import HEADS, RADIUS, spread_drops
from bot.adapters.maps.letters import MARKS, stencil, width_of
from bot.adapters.maps.planning import CREDITED
from bot.adapters.maps.view import PICTURE, ROOM
from bot.domain.map import Map, Pin
from bot.domain.territory import Position
from bot.settings import ROOT

MAMOUDZOU, ATLANTIC = (-12.7806, 45.2326), (46.5, -6.0)
NEAR_FIGEAC = ((44.6098, 2.0346), (44.55, 2.07), (44.71, 1.93))
IN_PARIS = ((48.8566, 2.3522), (48.8606, 2.3376), (48.853, 2.369), (48.867, 2.364))
FAR_APART = ((48.39, -4.486), (43.71, 7.262), (48.573, 7.752))
GUADELOUPE = ((16.2411, -61.5331), (15.997, -61.73), (16.265, -61.4))
AVEYRON = ((44.44, 1.44), (44.35, 2.57), (44.6, 3.0))
SHOWN = (NEAR_FIGEAC, IN_PARIS, FAR_APART, GUADELOUPE, AVEYRON, (MAMOUDZOU,), (ATLANTIC,))

Points = tuple[tuple[float, float], ...]
positions = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))
anywhere = st.builds(
    Map,
    st.lists(st.builds(Pin, st.integers(0, 999), positions), max_size=5).map(tuple),
    st.none() | positions,
)
crowds = st.lists(
    st.tuples(st.floats(ROOM.left, ROOM.right), st.floats(ROOM.top, ROOM.bottom))
    | st.tuples(st.floats(395, 405), st.floats(260, 266)),
    max_size=12,
)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="module")
def maps(reference: Reference) -> OutlineMaps:
    return OutlineMaps(reference)


def map_of(points: Points, around: Position | None = None) -> Map:
    return Map(tuple(Pin(at, Position(*it)) for at, it in enumerate(points, 1)), around)


def pixels(drawn: bytes) -> list[str]:
    picture = Image.open(io.BytesIO(drawn), formats=["PNG"])
    assert picture.size == (800, 500)
    return [f"#{it}" for it in picture.convert("RGB").tobytes().hex(" ", 3).split()]


@pytest.mark.parametrize("points", SHOWN)
def test_a_map_is_a_light_picture_with_pins_and_outlines(maps: OutlineMaps, points: Points) -> None:
    drawn = maps.draw(map_of(points))
    assert len(drawn) < 50_000
    assert pixels(drawn).count(palette.PIN) > 1200 * len(points)
    assert pixels(drawn).count(palette.OUTLINE) > 1000


def test_a_pin_is_where_it_should_be(maps: OutlineMaps) -> None:
    drawn = pixels(maps.draw(map_of(((45.0, 1.0), (45.0, 3.0)))))
    for x in (70, 730):  # the margin that markers need, on each side
        assert drawn[263 * 800 + x] == drawn[(263 - 44 + 18) * 800 + x] == palette.PIN
        assert drawn[(263 + 12) * 800 + x] != palette.PIN


@pytest.mark.parametrize("points", SHOWN[:5])
def test_distances_are_those_of_the_scale(maps: OutlineMaps, points: Points) -> None:
    plan = maps.plan(map_of(points))
    assert plan.scale
    px_a_km = (plan.scale.end[0] - plan.scale.start[0]) / int(plan.scale.label.lines[0][:-3])
    assert plan.view.width_km > 29.9
    for one, other in itertools.combinations([Position(*point) for point in points], 2):
        drawn = math.dist(plan.view.point(one), plan.view.point(other)) / px_a_km
        assert drawn == pytest.approx(one.distance_km(other), rel=0.06)  # Brest to Nice: 5 %


@given(crowds)
@settings(deadline=None)
def test_no_number_hides_another(crowd: list[tuple[float, float]]) -> None:
    drops = spread_drops(list(enumerate(crowd)))
    assert [(drop.number, drop.tip) for drop in drops] == list(enumerate(crowd))
    assert all(HEADS.holds(drop.head) for drop in drops)
    for one, other in itertools.combinations(drops, 2):
        assert math.dist(one.head, other.head) > 2 * RADIUS


@pytest.mark.parametrize("points", SHOWN)
@pytest.mark.parametrize("shift", [0.01, 0.0])
def test_names_cover_neither_markers_nor_one_another(
    maps: OutlineMaps, points: Points, shift: float
) -> None:
    plan = maps.plan(map_of(points, Position(points[0][0] + shift, points[0][1] + shift)))
    assert plan.person is not None
    assert plan.person.label.lines == ("vous",)
    boxes = [label.box for label in (*plan.labels, plan.person.label)]
    assert all(box.is_within(PICTURE) for box in boxes)
    assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))
    assert not any(box.overlaps(drop.disc) for box in boxes for drop in plan.drops)
    assert len(plan.towns) <= 6


@given(map_=anywhere)
@settings(max_examples=60, deadline=None)
def test_any_place_on_earth_gives_a_picture_that_holds_it(maps: OutlineMaps, map_: Map) -> None:
    plan = maps.plan(map_)
    tips = [drop.tip for drop in plan.drops] + ([plan.person.point] if plan.person else [])
    assert all(ROOM.grown(0.01).holds(tip) for tip in tips)
    drawn = maps.draw(map_)
    assert Image.open(io.BytesIO(drawn), formats=["PNG"]).size == (800, 500)
    assert len(drawn) < 100_000


def test_the_person_has_another_mark(maps: OutlineMaps) -> None:
    assert palette.PERSON not in pixels(maps.draw(map_of(NEAR_FIGEAC)))
    told = maps.draw(map_of(NEAR_FIGEAC, Position(44.62, 2.02)))
    assert pixels(told).count(palette.PERSON) > 300


def test_towns_and_territories_are_landmarks(maps: OutlineMaps) -> None:
    for points, names in (
        (NEAR_FIGEAC, {"Figeac", "Decazeville", "LOT", "AVEYRON", "CANTAL"}),
        (FAR_APART, {"Paris", "Lyon", "BRETAGNE", "GRAND EST"}),
        (GUADELOUPE, {"Sainte-Rose", "GUADELOUPE"}),
        ((MAMOUDZOU,), {"Mamoudzou", "MAYOTTE"}),
        ((ATLANTIC,), {"Pont-l'Abbé"}),  # seen from as far as it takes
    ):
        labels = maps.plan(map_of(points)).labels
        assert names <= {" ".join(label.lines) for label in labels}


def test_no_lake_stands_where_a_piece_of_land_was_too_small(maps: OutlineMaps) -> None:
    x, y = maps.plan(map_of(AVEYRON)).view.point(Position(44.58, 2.39))  # Conques-en-Rouergue
    assert pixels(maps.draw(map_of(AVEYRON)))[int(y) * 800 + int(x)] == palette.LAND


def test_a_gap_between_rings_goes_to_the_one_around_it() -> None:
    west = ((0, 0), (0, 4), (2, 4), (2, 3), (1.95, 2.9), (1.95, 2.1), (2, 2), (2, 0), (0, 0))
    east = ((2, 0), (2, 2), (2, 3), (2, 4), (4, 4), (4, 0), (2, 0))
    assert without_gaps([west, east])[1] == east
    assert set(without_gaps([west, east])[0]) == {(0, 0), (0, 4), (2, 4), (2, 3), (2, 2), (2, 0)}


def test_neighbours_keep_the_same_border_without_angles() -> None:
    west = ((0, 0), (0, 4), (2, 4), (3, 2), (2, 0), (0, 0))
    east = ((2, 0), (3, 2), (2, 4), (4, 4), (4, 0), (2, 0))
    crossings = crossings_of([west, east])
    assert crossings == {(2, 0), (2, 4)}
    near = [{(round(x, 6), round(y, 6)) for x, y in rounded(it, crossings)} for it in (west, east)]
    assert len(near[0] & near[1]) == 6 + 2
    assert (3, 2) not in near[0]


def test_every_letter_of_a_name_can_be_drawn(reference: Reference) -> None:
    tables = (reference.communes, reference.departements, reference.regions)
    names = {place.name for table in tables for place in table.values()} | {CREDITED}
    missing = stencil("\u0fff", 40).tobytes()
    for letter in set("".join(names) + "".join(names).upper()) - {" "}:
        assert stencil(letter, 40).tobytes() != missing, letter
        assert set(unicodedata.normalize("NFD", letter)[1:]) <= MARKS, letter


def test_accents_are_over_letters_and_ligatures_are_tied() -> None:
    plain, accented = (stencil(letter, 60).getbbox() for letter in "eé")
    assert plain and accented and accented[1] < plain[1] < plain[3] == accented[3]  # noqa: PT018
    assert width_of("œ", 60) < width_of("oe", 60)


def test_colours_are_those_of_the_page() -> None:
    page = (ROOT / "bot/channels/web/static/page.css").read_text("utf-8")
    used = {value for name, value in vars(palette).items() if name.isupper()}
    assert used <= set(re.findall(r"#[0-9a-f]{6}", page))


def test_the_credit_names_the_sources_of_the_data() -> None:
    told = (ARCHIVE.parent / "PROVENANCE.md").read_text("utf-8").casefold()
    assert all(source.casefold() in told for source in re.findall(r": (\w+)", CREDITED))


def test_outlines_are_read_with_the_first_map(reference: Reference, tmp_path: Path) -> None:
    unread = OutlineMaps(reference, tmp_path / "none.zip")
    with pytest.raises(FileNotFoundError):
        unread.draw(map_of(NEAR_FIGEAC))
