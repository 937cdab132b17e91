"""What a contact or a place becomes in plain text."""

from dataclasses import replace

import pytest

from bot.channels.ask.plain import plain
from bot.domain.replies import Button, Document, Found, Item, ItemKind, Question, Statement, Tip

HALL = Item(
    "mairie-46102",
    ItemKind.CONTACT,
    "Mairie de Figeac",
    "La mairie de la commune.",
    "8 rue de Colomb, 46100 Figeac",
    url="https://ville-figeac.fr/",
    phone="05 65 50 05 40",
    email="mairie@ville-figeac.fr",
)


def lines(item: Item) -> list[str]:
    return plain(Found("Voici :", (item,))).splitlines()


def test_a_contact_shows_its_address_its_telephone_its_e_mail_and_its_site() -> None:
    assert lines(HALL) == [
        "Voici :",
        "– Mairie de Figeac, 8 rue de Colomb, 46100 Figeac : La mairie de la commune.",
        "  05 65 50 05 40 – mairie@ville-figeac.fr – https://ville-figeac.fr/",
    ]


@pytest.mark.parametrize(
    ("item", "reach"),
    [
        (replace(HALL, email="", url=None), "05 65 50 05 40"),
        (replace(HALL, phone="", url=None), "mairie@ville-figeac.fr"),
        (replace(HALL, phone="", email=""), "https://ville-figeac.fr/"),
        (replace(HALL, email=""), "05 65 50 05 40 – https://ville-figeac.fr/"),
    ],
)
def test_only_the_ways_that_are_known_are_shown(item: Item, reach: str) -> None:
    assert lines(item)[-1] == f"  {reach}"


def test_a_contact_that_cannot_be_reached_leaves_no_empty_line() -> None:
    bare = replace(HALL, where="", phone="", email="", url=None)
    assert lines(bare) == ["Voici :", "– Mairie de Figeac : La mairie de la commune."]


def test_what_to_know_comes_before_how_to_reach() -> None:
    away = replace(HALL, notice="Fermée en août.", distance_km=12.4)
    assert lines(away)[1].startswith("– Mairie de Figeac, 8 rue de Colomb, 46100 Figeac, à 12 km :")
    assert lines(away)[2] == "  Fermée en août."
    assert len(lines(away)) == 4


def test_a_document_is_its_sentence_then_its_content() -> None:
    document = Document("Voici tout :", "mes-donnees.json", '{\n  "avis": []\n}')
    assert plain(document) == 'Voici tout :\n{\n  "avis": []\n}'


def test_a_sentence_stands_alone_or_names_somebody() -> None:
    assert plain(Question("Laquelle ?", (Button("Autre chose", "none:"),))) == "Laquelle ?"
    named = Statement("Désolé.", Tip("La mairie", "05 65 50 05 40"))
    assert plain(named) == "Désolé.\nÀ contacter : La mairie – 05 65 50 05 40"
