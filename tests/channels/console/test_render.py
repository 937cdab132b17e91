"""What a contact or a place becomes in a terminal."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from bot.channels.console.render import render
from bot.domain.replies import Document, Found, Item, ItemKind

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
    written = io.StringIO()
    Console(file=written, width=100).print(render(Found("Voici :", (item,))))
    return [line.strip() for line in written.getvalue().splitlines()]


def test_a_contact_shows_its_address_its_telephone_its_e_mail_and_its_site() -> None:
    assert lines(HALL) == [
        "Voici :",
        "Mairie de Figeac  8 rue de Colomb, 46100 Figeac",
        "La mairie de la commune.",
        "05 65 50 05 40 – mairie@ville-figeac.fr – https://ville-figeac.fr/",
    ]


@pytest.mark.parametrize(
    ("item", "reach"),
    [
        (replace(HALL, email="", url=None), "05 65 50 05 40"),
        (replace(HALL, phone="", url=None), "mairie@ville-figeac.fr"),
        (replace(HALL, phone="", email=""), "https://ville-figeac.fr/"),
    ],
)
def test_only_the_ways_that_are_known_are_shown(item: Item, reach: str) -> None:
    assert lines(item)[-1] == reach


def test_a_contact_that_cannot_be_reached_leaves_no_empty_line() -> None:
    bare = replace(HALL, phone="", email="", url=None)
    assert lines(bare)[-1] == "La mairie de la commune."


def test_square_brackets_of_an_address_are_no_style() -> None:
    odd = replace(HALL, where="[bold]8 rue de Colomb", notice="[red]fermée[/red]")
    shown = "\n".join(lines(odd))
    assert "[bold]8 rue de Colomb" in shown
    assert "[red]fermée[/red]" in shown


def test_the_lines_of_a_document_are_not_cut() -> None:
    line = f'  "texte": "{"une phrase assez longue " * 10}"'
    document = Document("Voici tout :", "mes-donnees.json", f"{{\n{line}\n}}")
    written = io.StringIO()
    Console(file=written, width=40).print(render(document), crop=False)
    assert written.getvalue().splitlines() == ["Voici tout :", "{", line, "}"]
