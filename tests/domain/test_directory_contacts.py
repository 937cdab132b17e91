"""Whom to call: who serves the territory, in which order."""

from datetime import date, timedelta

import pytest

from bot.domain.directory import (
    contact_item,
    contacts_for,
    is_local,
    is_reachable,
    kinds_in,
    tip,
)
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Kind
from bot.domain.structures import FRESH, Contact
from bot.domain.territory import Position, Territory, TerritoryKind
from tests.domain.contents import contact

TODAY = date(2026, 11, 25)
FIGEAC = Territory(
    TerritoryKind.COMMUNE,
    "46102",
    "Figeac",
    departements=("46",),
    regions=("76",),
    epci="200067361",
    position=Position(44.6083, 2.0317),
)
COUNTRY = {"level": "national"}
REGION = {"level": "région", "codes": ["76"]}
DEPARTEMENT = {"level": "département", "codes": ["46"]}
EPCI = {"level": "intercommunalité", "codes": ["200067361"]}
COMMUNE = {"level": "commune", "codes": ["46102"]}
ELSEWHERE = {"level": "département", "codes": ["29"]}
SITE = "https://exemple.fr"


def ids(*contacts: Contact, kinds: tuple[str, ...] = ("reseau",), near: bool = True) -> list[str]:
    """The contacts found at Figeac, or without any territory, in their order."""
    knowledge = Knowledge(contacts={item.id: item for item in contacts})
    found = contacts_for(knowledge, FIGEAC if near else None, kinds, TODAY)
    return [item.id for item in found]


def test_the_nearest_body_comes_first() -> None:
    levels = (COUNTRY, REGION, DEPARTEMENT, EPCI, COMMUNE)
    contacts = [contact(id=f"c{rank}", coverage=level) for rank, level in enumerate(levels)]
    assert ids(*contacts) == ["c4", "c3", "c2", "c1", "c0"]


def test_a_body_of_another_territory_is_not_named() -> None:
    assert ids(contact(id="la", coverage=ELSEWHERE), contact(id="ici", coverage=COMMUNE)) == ["ici"]


def test_without_a_territory_only_national_bodies_are_named() -> None:
    contacts = (contact(id="pays"), contact(id="ici", coverage=COMMUNE))
    assert ids(*contacts, near=False) == ["pays"]


def test_a_body_of_another_kind_is_not_named() -> None:
    assert ids(contact(id="a", kinds=["mairie"]), contact(id="b")) == ["b"]


def test_at_the_same_distance_the_kind_asked_first_comes_first() -> None:
    contacts = (contact(id="a", kinds=["mairie"]), contact(id="b", kinds=["cress", "reseau"]))
    assert ids(*contacts, kinds=("reseau", "mairie")) == ["b", "a"]


def test_nearness_counts_more_than_the_order_of_kinds() -> None:
    contacts = (contact(id="a"), contact(id="b", kinds=["mairie"], coverage=COMMUNE))
    assert ids(*contacts, kinds=("reseau", "mairie")) == ["b", "a"]


def test_a_body_not_checked_for_long_comes_last_even_if_it_is_near() -> None:
    old = contact(id="a", coverage=COMMUNE, date_maj=TODAY - FRESH - timedelta(days=1))
    limit = contact(id="b", coverage=REGION, date_maj=TODAY - FRESH)
    assert ids(old, limit, contact(id="c")) == ["b", "c", "a"]


def test_a_body_that_cannot_be_reached_comes_after_its_equals() -> None:
    assert ids(contact(id="a"), contact(id="b", site_web=SITE)) == ["b", "a"]


def test_equals_come_in_an_order_that_does_not_change() -> None:
    contacts = [contact(id=id_) for id_ in ("c", "a", "b")]
    assert ids(*contacts) == ids(*contacts[::-1]) == ["a", "b", "c"]


def test_a_body_whose_place_is_not_known_comes_after_one_that_is_near() -> None:
    here = {"latitude": 44.6, "longitude": 2.03}
    near = contact(id="z-ici", coverage=DEPARTEMENT, site_web=SITE, **here)
    lost = contact(id="a-quelque-part", coverage=DEPARTEMENT, site_web=SITE)
    assert ids(lost, near) == ["z-ici", "a-quelque-part"]


def test_no_kind_names_nobody() -> None:
    assert ids(contact(), kinds=()) == []


@pytest.mark.parametrize("field", ["site_web", "telephone", "courriel"])
def test_a_way_to_reach_a_body_is_enough_and_told(field: str) -> None:
    reachable = contact(**{field: SITE})
    assert is_reachable(reachable)
    assert tip(reachable).reach == SITE


def test_a_body_without_any_way_to_reach_it_is_still_named() -> None:
    assert not is_reachable(contact())
    assert (tip(contact()).name, tip(contact()).reach) == ("La Ruche", "")


def test_the_site_is_told_rather_than_the_telephone() -> None:
    assert tip(contact(site_web=SITE, telephone="01 00 00 00 00")).reach == SITE


def test_only_the_country_is_not_local() -> None:
    assert not is_local(contact())
    assert is_local(contact(coverage=REGION))


def test_a_line_of_results_says_who_where_and_on_whose_word() -> None:
    item = contact_item(contact(commune="Figeac", notice="Fermé en août.", site_web=SITE))
    assert (item.name, item.where, item.url) == ("La Ruche", "Figeac", SITE)
    assert (item.source, item.notice) == ("Le réseau", "Fermé en août.")
    assert item.checked_on == date(2026, 11, 1)


def test_the_kind_named_most_precisely_comes_first() -> None:
    kinds = [
        Kind(id=id_, label=id_, plural=id_, words=words)
        for id_, words in (("lieu", ("lieu",)), ("vie", ("lieu de vie",)), ("bar", ("bar",)))
    ]
    assert kinds_in("un lieu de vie pour le village", kinds) == ("vie", "lieu")
    assert kinds_in("une barque", kinds) == ()
