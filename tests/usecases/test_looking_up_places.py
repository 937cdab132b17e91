"""Which places a few words find, around a territory that nobody can be asked about."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.replies import ItemKind
from bot.domain.territory import Position, Territory, TerritoryReading
from bot.usecases.looking_up import MOST, LookingUp
from tests.fakes import FakeClock, FakeGazetteer, FakeKnowledge, FakeRanker, ranked
from tests.usecases.village import FIGEAC, ISLAND, KNOWN, cards, place, places


async def test_a_kind_of_place_and_a_territory_find_places_and_the_card(
    looking_up: LookingUp,
) -> None:
    finds = await looking_up.look_up("fablab Figeac")
    assert places(finds) == ["atelier"]
    assert cards(finds) == ["fablab"]


async def test_a_search_finds_any_tiers_lieu_nearest_first(looking_up: LookingUp) -> None:
    finds = await looking_up.look_up("un lieu à Figeac")
    assert places(finds) == ["atelier", "ruche"]
    nearest = finds.places[0]
    assert (nearest.kind, nearest.distance_km) == (ItemKind.PLACE, 1.1)
    assert nearest.position == Position(44.62, 2.03)


async def test_a_territory_alone_finds_its_places_and_asks_no_model(
    looking_up: LookingUp, model: FakeRanker, keywords: FakeRanker
) -> None:
    finds = await looking_up.look_up("Figeac")
    assert (places(finds), cards(finds)) == (["atelier", "ruche"], [])
    assert model.heard == keywords.heard == []


async def test_without_a_territory_no_place_is_found(looking_up: LookingUp) -> None:
    assert places(await looking_up.look_up("un lieu")) == []
    assert places(await looking_up.look_up("fablab")) == []


async def test_a_subject_and_a_territory_find_no_place_that_is_not_asked_for(
    looking_up: LookingUp, model: FakeRanker
) -> None:
    model.table = {"jardin": ranked(fablab=0.9)}
    finds = await looking_up.look_up("un jardin à Figeac")
    assert (cards(finds), places(finds)) == (["fablab"], [])


async def test_a_place_too_far_to_be_any_use_is_not_found(looking_up: LookingUp) -> None:
    assert places(await looking_up.look_up("fablab Saint-Denis")) == []


async def test_a_place_too_far_is_left_out_of_those_that_are_near(
    looking_up: LookingUp, shelf: FakeKnowledge
) -> None:
    away = place("ailleurs", "tiers-lieu", latitude=49.0)
    shelf.held = replace(KNOWN, places={**KNOWN.places, "ailleurs": away})
    assert places(await looking_up.look_up("Figeac")) == ["atelier", "ruche"]


async def test_in_a_wide_territory_no_distance_is_told(looking_up: LookingUp) -> None:
    finds = await looking_up.look_up("tiers-lieu Lot")
    assert {it.distance_km for it in finds.places} == {None}
    assert sorted(places(finds)) == ["atelier", "ruche"]


class Homonyms(FakeGazetteer):
    """Reads what the test says, whatever is written."""

    told = TerritoryReading("")

    def read(
        self,
        text: str,  # noqa: ARG002 - the port's own
        *,
        near: Territory | None = None,  # noqa: ARG002 - likewise
        is_answer: bool = False,  # noqa: ARG002 - likewise
    ) -> TerritoryReading:
        return self.told


SMALL = replace(ISLAND, name="Figeac")


@pytest.mark.parametrize(
    "reading",
    [
        TerritoryReading("Villeneuve", (SMALL, FIGEAC), alone=True),
        TerritoryReading("un lieu à Villeneuve", (SMALL, FIGEAC)),
        TerritoryReading("un lieu à Villeneuve", (FIGEAC, SMALL), assumed=True),
        TerritoryReading("un lieu à figac", (FIGEAC, SMALL), guessed=True),
    ],
    ids=["alone", "in a sentence", "taken", "misspelt"],
)
async def test_nothing_is_asked_the_largest_or_the_likeliest_is_taken(
    looking_up: LookingUp, reading: TerritoryReading
) -> None:
    gazetteer = Homonyms()
    gazetteer.told = reading
    finds = await replace(looking_up, gazetteer=gazetteer).look_up("un lieu à Figeac")
    assert places(finds) == ["atelier", "ruche"]


async def test_half_a_word_that_may_be_a_misspelt_place_is_read_as_a_word(
    looking_up: LookingUp,
) -> None:
    gazetteer = Homonyms()
    gazetteer.told = TerritoryReading("fablab", (FIGEAC,), alone=True, guessed=True)
    finds = await replace(looking_up, gazetteer=gazetteer).look_up("figea")
    assert cards(finds) == ["fablab"]


async def test_five_places_at_most_are_found(looking_up: LookingUp, shelf: FakeKnowledge) -> None:
    many = (place(f"lieu-{n}", "tiers-lieu", latitude=44.61 + n / 100) for n in range(MOST + 2))
    shelf.held = replace(KNOWN, places={it.id: it for it in many})
    found = places(await looking_up.look_up("Figeac"))
    assert found == [f"lieu-{number}" for number in range(MOST)]


async def test_without_any_voice_places_are_still_found(
    looking_up: LookingUp, model: FakeRanker, keywords: FakeRanker
) -> None:
    model.away = keywords.away = True
    finds = await looking_up.look_up("fablab Figeac")
    assert (cards(finds), places(finds)) == ([], ["atelier"])


async def test_a_place_ranks_by_the_day_it_was_checked(
    looking_up: LookingUp, clock: FakeClock, shelf: FakeKnowledge
) -> None:
    old = place("vieux", "tiers-lieu").model_copy(update={"date_maj": date(2020, 1, 1)})
    shelf.held = replace(KNOWN, places={"vieux": old, "recent": place("recent", "tiers-lieu")})
    assert clock.now().date() > date(2025, 1, 1)
    assert places(await looking_up.look_up("Figeac")) == ["recent", "vieux"]
