from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from bot.channels.web.render import build_templates, render_reply
from bot.domain.replies import (
    Alert,
    Answer,
    Button,
    Citation,
    Document,
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

CITATION = Citation("Cerema", "https://www.cerema.fr/jardins", date(2026, 11, 25))
TIP = Tip("Sous-préfecture", "05 65 53 11 00 ou contact@lot.test", "Le mardi : sur rendez-vous.")
BUTTONS = (Button("Combien ?", "part:jardin/cout"), Button("Sources", "sources:jardin"))
ANSWER = Answer(
    "Créer un jardin",
    "Il faut :\n– un terrain ;\n– de l'eau.",
    notices=("Dispositif clos.",),
    advice="Venez avec du café.",
    next_step="Écrire au service.",
    tip=TIP,
    citation=CITATION,
    legal_notice="Information générale.",
    buttons=BUTTONS,
)
PLACE = Item(
    "a",
    ItemKind.PLACE,
    "Fablab",
    "Ouvert à tous.",
    "Figeac",
    url="https://fablab.test",
    notice="Appelez avant.",
    distance_km=12.4,
    checked_on=date(2026, 5, 1),
    source="France Tiers-Lieux",
)
FOUND = Found("Voici.", (PLACE, Item("b", ItemKind.CONTACT, "Réseau", "Aide.", "Lot")), BUTTONS)
HALL = Item(
    "mairie-46102",
    ItemKind.CONTACT,
    "Mairie de Figeac",
    "La mairie de la commune.",
    "8 rue de Colomb, 46100 Figeac",
    phone="05 65 50 05 40",
    email="mairie@ville-figeac.fr",
)
QUESTION = Question("Laquelle ?", BUTTONS)
ALERT = Alert("Appelez.", (Number("3114", "Écoute", "Détresse.", "24 h sur 24"),), BUTTONS)
STATEMENT = Statement("Je ne sais pas encore.", TIP, BUTTONS)
SOURCES = Sources("Créer un jardin", (("Guide", CITATION),), BUTTONS)
DOCUMENT = Document("Voici tout :", "mes-donnees.json", '{\n  "texte": "l\'été"\n}', BUTTONS)
EVERY_REPLY: tuple[Reply, ...] = (ANSWER, FOUND, QUESTION, ALERT, STATEMENT, SOURCES, DOCUMENT)


def html(reply: Reply) -> str:
    return " ".join(render_reply(reply, build_templates()).replace("\u00a0", " ").split())


@pytest.mark.parametrize("reply", EVERY_REPLY, ids=lambda reply: type(reply).__name__)
def test_every_reply_is_an_article_with_its_buttons(reply: Reply) -> None:
    rendered = html(reply)

    assert rendered.startswith('<article class="reply ')
    assert rendered.endswith("</article>")
    assert 'name="press" value="part:jardin/cout">Combien ?</button>' in rendered
    assert 'role="group"' in rendered


def test_no_kind_of_reply_is_left_out_of_these_tests() -> None:
    assert {type(reply) for reply in EVERY_REPLY} == set(get_args(Reply))


def test_a_reply_without_options_shows_no_empty_part() -> None:
    rendered = html(Answer("Titre", "Texte."))

    assert "<section" not in rendered
    assert "Source" not in rendered
    assert "choices" not in rendered


def test_an_answer_shows_its_parts_in_their_order() -> None:
    rendered = html(ANSWER)
    parts = (
        "<h2>Créer un jardin</h2>",
        '<p class="notice">Dispositif clos.</p>',
        "<p>Il faut :</p> <ul> <li>un terrain ;</li> <li>de l&#39;eau.</li> </ul>",
        "<h3>Conseil de terrain</h3> <p>Venez avec du café.</p>",
        "<h3>Pour avancer</h3> <p>Écrire au service.</p>",
        "<strong>Sous-préfecture</strong>",
        "Source&nbsp;: <a",
        '<p class="legal">Information générale.</p>',
        "<button",
    )

    places = [rendered.index(part) for part in parts]

    assert places == sorted(places)


def test_the_source_names_its_publisher_links_and_dates_the_check() -> None:
    rendered = html(ANSWER)

    assert '<a href="https://www.cerema.fr/jardins" target="_blank"' in rendered
    assert 'vérifié le <time datetime="2026-11-25">25 novembre 2026</time>' in rendered


def test_whom_to_call_can_be_called() -> None:
    rendered = html(STATEMENT)

    assert '<a href="tel:0565531100">05 65 53 11 00</a>' in rendered
    assert '<a href="mailto:contact@lot.test">' in rendered
    assert "Le mardi : sur rendez-vous." in rendered


def test_a_found_place_shows_its_distance_link_and_notice() -> None:
    rendered = html(FOUND)

    assert '<h3><a href="https://fablab.test"' in rendered
    assert 'Figeac, <span class="distance">à 12 km</span>' in rendered
    assert "Appelez avant." in rendered
    assert "<h3>Réseau</h3>" in rendered
    assert rendered.count("distance") == 1


def test_a_found_contact_shows_its_address_and_can_be_called_and_written_to() -> None:
    rendered = html(Found("Voici.", (HALL,)))

    assert '<p class="where">8 rue de Colomb, 46100 Figeac</p>' in rendered
    assert (
        '<p class="reach"><a href="tel:0565500540">05 65 50 05 40</a>'
        ' · <a href="mailto:mairie@ville-figeac.fr">mairie@ville-figeac.fr</a></p>' in rendered
    )


def test_only_the_ways_to_reach_a_contact_that_are_known_are_shown() -> None:
    only_phone = html(Found("Voici.", (replace(HALL, email=""),)))
    only_email = html(Found("Voici.", (replace(HALL, phone=""),)))

    assert '<p class="reach"><a href="tel:0565500540">05 65 50 05 40</a></p>' in only_phone
    assert '<p class="reach"><a href="mailto:mairie@ville-figeac.fr">' in only_email
    assert "·" not in only_phone + only_email
    assert 'class="reach"' not in html(Found("Voici.", (replace(HALL, phone="", email=""),)))


def test_a_question_names_its_group_of_choices() -> None:
    assert '<div class="choices" role="group" aria-label="Laquelle ?">' in html(QUESTION)


def test_danger_is_announced_and_its_numbers_can_be_called() -> None:
    rendered = html(ALERT)

    assert 'role="alert"' in rendered
    assert '<a href="tel:3114"><strong>3114</strong>' in rendered


def test_what_people_and_the_team_write_is_never_markup() -> None:
    evil = '<script>alert("1")</script>'
    button = (Button(evil, evil),)
    item = Item(evil, ItemKind.PLACE, evil, evil, evil, notice=evil, source=evil)
    citation = Citation(evil, f'https://a.test/"{evil}', date(2026, 1, 1))
    tip = Tip(evil, evil, evil)
    replies = (
        Answer(evil, evil, (evil,), evil, evil, tip, citation, evil, button),
        Found(evil, (item,), button),
        Question(evil, button),
        Alert(evil, (Number(evil, evil, evil, evil),), button),
        Statement(evil, tip, button),
        Sources(evil, ((evil, citation),), button),
        Document(evil, evil, evil, button),
    )

    for reply in replies:
        rendered = html(reply)
        assert "<script" not in rendered
        assert "&lt;script&gt;" in rendered
