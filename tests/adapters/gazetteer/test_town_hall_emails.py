import re
from collections.abc import Mapping

import pytest

from bot.adapters.gazetteer import Reference
from bot.adapters.gazetteer.offices import Offices
from bot.domain.structures import Contact
from bot.domain.text import fold

OURS = re.compile(
    r"mairi|maire|mair|commun|cne|accueil|acceuil|contact|secret|courrier|info|vill|hotel|admin"
    r"|dgs|dga|cabinet|etatcivil|munici|bourg|bienvenue|conseil|association|public|general"
    r"|direction|standard|service|agglo|compta|courriel|vieasso"
)
"""What the address of a town hall says of itself, in pieces of folded words."""


@pytest.fixture(scope="module")
def town_halls(reference: Reference) -> Mapping[str, Contact]:
    offices = Offices(reference)
    found = {code: offices.town_hall(place) for code, place in reference.communes.items()}
    return {code: hall for code, hall in found.items() if hall}


def test_an_e_mail_names_the_town_hall_or_its_commune(
    reference: Reference, town_halls: Mapping[str, Contact]
) -> None:
    written = [(code, hall.courriel) for code, hall in town_halls.items() if hall.courriel]
    assert len(written) > 30_000
    doubtful = []
    for code, email in written:
        assert re.fullmatch(r"[^@\sA-Z]+@[^@\sA-Z]+\.[a-z]+", email), email
        local = fold(email.partition("@")[0]).replace(" ", "")
        words = fold(reference.communes[code].name).split()
        named = [word[:4] for word in words if len(word) > 3] or ["".join(words)]
        in_full = local + re.sub("^st", "saint", local)
        if len(local) > 2 and not OURS.search(local) and not any(it in in_full for it in named):
            doubtful.append(email)
    assert doubtful == []


def test_an_e_mail_holds_no_first_name_but_that_of_the_commune(
    reference: Reference, town_halls: Mapping[str, Contact]
) -> None:
    people = []
    for code, hall in town_halls.items():
        local = set(fold((hall.courriel or "").partition("@")[0]).split())
        own = tuple(word[:5] for word in fold(reference.communes[code].name).split())
        named = [it for it in local & reference.first_names if not it.startswith(own)]
        people += [hall.courriel] if named else []
    assert people == []
