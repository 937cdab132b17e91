from dataclasses import replace
from datetime import date

import pytest

from bot.channels.telegram.render import Rendered, render
from bot.domain.replies import (
    Alert,
    Answer,
    Button,
    Citation,
    Found,
    Item,
    ItemKind,
    Number,
    Question,
    Reply,
    Sources,
    Statement,
    Tip,
)
from tests.channels.telegram.oracle import visible_text

CITATION = Citation("ANCT & Cie", "https://example.org/?a=1&b=2", date(2026, 11, 25))
TIP = Tip("Mairie de Figeac", "05 65 50 05 40", "Le matin seulement")
ANSWER = Answer(
    title="Créer un <fablab>",
    text="Un atelier ouvert.\n– des machines",
    notices=("À revoir avant le 1er mars 2026",),
    advice="Visitez-en un d'abord.",
    next_step="Appelez le réseau.",
    tip=TIP,
    citation=CITATION,
    legal_notice="Information générale.",
    buttons=(Button("Plus", "more:fablab"), Button("Sources", "sources:fablab")),
)
ITEM = Item(
    id="fablab-a",
    kind=ItemKind.PLACE,
    name="Fablab A",
    description="Un atelier",
    where="Figeac (46)",
    url="https://example.org/a",
    notice="Sur rendez-vous",
    distance_km=12.4,
    checked_on=date(2026, 3, 1),
    source="France Tiers-Lieux",
)
FOUND = Found("Fablabs :", (ITEM, Item("b", ItemKind.CONTACT, "B", "", "", distance_km=0.3)))
ALERT = Alert("Appelez.", (Number("15", "SAMU", "une urgence médicale", "jour et nuit"),))
HALL = Item(
    id="mairie-46102",
    kind=ItemKind.CONTACT,
    name="Mairie de Figeac",
    description="La mairie",
    where="8 rue de Colomb, 46100 Figeac",
    phone="05 65 50 05 40",
    email="a<b&c@ville-figeac.fr",
)
SOURCES = Sources("Fablab", (("Le guide", CITATION),))

EVERY_REPLY: list[Reply] = [
    *(ANSWER, FOUND, Question("Laquelle ?", (Button("A", "none:"),)), ALERT, SOURCES),
    *(Statement("Bonjour", TIP), Statement("Voir <ici> & là")),
]


@pytest.mark.parametrize("reply", EVERY_REPLY)
def test_every_reply_is_well_formed(reply: Reply) -> None:
    assert visible_text(render(reply).text)


def test_an_answer_shows_everything_it_holds_in_order() -> None:
    assert render(ANSWER) == Rendered(
        "<b>Créer un &lt;fablab&gt;</b>\n\n"
        "⚠️ À revoir avant le 1er mars 2026\n\n"
        "Un atelier ouvert.\n– des machines\n\n"
        "<i>Conseil de terrain : Visitez-en un d'abord.</i>\n\n"
        "👉 Appelez le réseau.\n\n"
        "📞 À qui s'adresser : <b>Mairie de Figeac</b> : 05 65 50 05 40\nLe matin seulement\n\n"
        'Source : <a href="https://example.org/?a=1&amp;b=2">ANCT &amp; Cie</a>,'
        " vérifié le 25 novembre 2026\n\n"
        "<i>Information générale.</i>",
        (ANSWER.buttons,),
    )


def test_what_an_answer_does_not_hold_leaves_no_trace() -> None:
    assert render(Answer("Titre", "Texte")).text == "<b>Titre</b>\n\nTexte"


def test_results_are_numbered_with_their_distance_and_link() -> None:
    assert render(FOUND).text == (
        "Fablabs :\n\n"
        '1. <a href="https://example.org/a">Fablab A</a> — Figeac (46), à 12 km\n'
        "Un atelier\n"
        "⚠️ Sur rendez-vous\n"
        "Source : France Tiers-Lieux, vérifié le 1er mars 2026\n\n"
        "2. <b>B</b> — à moins d'un kilomètre"
    )


def test_a_contact_shows_its_address_its_telephone_and_its_e_mail() -> None:
    assert render(Found("Ici :", (HALL,))).text == (
        "Ici :\n\n"
        "1. <b>Mairie de Figeac</b> — 8 rue de Colomb, 46100 Figeac\n"
        "La mairie\n"
        "05 65 50 05 40 · a&lt;b&amp;c@ville-figeac.fr"
    )


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        (replace(HALL, email=""), "05 65 50 05 40"),
        (replace(HALL, phone=""), "a&lt;b&amp;c@ville-figeac.fr"),
        (replace(HALL, phone="", email=""), "La mairie"),
    ],
)
def test_only_the_ways_to_reach_a_contact_that_are_known_are_shown(
    contact: Item, shown: str
) -> None:
    assert render(Found("Ici :", (contact,))).text.splitlines()[-1] == shown


def test_emergency_numbers_stand_out() -> None:
    assert render(ALERT).text == (
        "Appelez.\n\n☎️ <b>15</b> SAMU : une urgence médicale (jour et nuit)"
    )


def test_whoever_has_a_site_is_linked() -> None:
    text = render(Statement("Voici :", Tip("Le réseau", "https://example.org"))).text
    assert '<a href="https://example.org">Le réseau</a>' in text


def test_every_source_is_listed_with_its_date() -> None:
    assert render(SOURCES).text == (
        "<b>Fablab</b>\n\n"
        '• <a href="https://example.org/?a=1&amp;b=2">Le guide</a>'
        " (ANCT &amp; Cie, vérifié le 25 novembre 2026)"
    )
