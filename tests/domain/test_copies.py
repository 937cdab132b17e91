import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.copies import copy_of
from bot.domain.exchange import Feedback, Turn
from bot.domain.held import Held
from bot.domain.lists import Role
from bot.domain.replies import Button
from bot.domain.session import Results, Session
from bot.domain.territory import Territory, TerritoryKind

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
THIRTY = timedelta(days=30)
FIGEAC = Territory(TerritoryKind.COMMUNE, "46102", "Figeac")
SESSION = Session(
    territory=FIGEAC,
    card="fablab",
    section="cout",
    results=Results("chercher-tiers-lieu", ("fablab",), 3, anywhere=True),
    pending="chercher-contact",
    choices=(FIGEAC,),
    is_guess=True,
    buttons=(Button("À Figeac, l'été", "card:fablab"),),
    role=Role.TOWN_HALL,
    plain=True,
    declaring=True,
    asked=True,
    told_degraded=True,
    last_turn="t1",
)
TURN = Turn(
    id="t1",
    conversation="c1",
    channel="web",
    at=NOON,
    text="où « s'asseoir » ?",
    goal="fablab",
    confidence=0.875,
    degraded=True,
    unanswered=True,
)
VERDICT = Feedback("t1", useful=True, at=NOON + timedelta(minutes=1))
HELD = Held(SESSION, (TURN,), (VERDICT,), silent_since=NOON - timedelta(days=1))


def copied(held: Held) -> dict[str, object]:
    copy: dict[str, object] = json.loads(copy_of(held, NOON + timedelta(hours=1), THIRTY))
    return copy


def test_a_copy_tells_when_it_was_made_and_when_all_is_erased() -> None:
    copy = copied(HELD)
    del copy["conversation"], copy["echanges"], copy["avis"]
    assert copy == {
        "copie_du": "2026-11-25T13:00:00+00:00",
        "conserve_jours": 30,
        "efface_le": "2026-12-25T12:00:00+00:00",
        "identifiant_brouille": "c1",
        "silence_demande_le": "2026-11-24T12:00:00+00:00",
    }


def test_a_copy_tells_what_is_remembered_under_french_keys() -> None:
    figeac = {"sorte": "commune", "code": "46102", "nom": "Figeac"}
    search = {"intention": "chercher-tiers-lieu", "sortes": ["fablab"], "deja_montres": 3}
    assert copied(HELD)["conversation"] == {
        "territoire": figeac,
        "parle_pour": "mairie",
        "en_plus_simple": True,
        "fiche_lue": "fablab",
        "rubrique_lue": "cout",
        "recherche": {**search, "partout_en_france": True},
        "en_attente": "chercher-contact",
        "lieux_proposes": [figeac],
        "lieux_devines": True,
        "boutons": [{"libelle": "À Figeac, l'été", "valeur": "card:fablab"}],
        "presente_sa_structure": True,
        "question_posee": True,
        "prevenu_sans_le_modele": True,
        "dernier_echange": "t1",
    }


def test_a_copy_tells_each_turn_and_each_verdict() -> None:
    copy = copied(HELD)
    assert copy["echanges"] == [
        {
            "numero": "t1",
            "le": "2026-11-25T12:00:00+00:00",
            "canal": "web",
            "texte": "où « s'asseoir » ?",
            "intention": "fablab",
            "confiance": 0.875,
            "sans_le_modele": True,
            "reste_sans_reponse": True,
            "efface_le": "2026-12-25T12:00:00+00:00",
        }
    ]
    assert copy["avis"] == [{"echange": "t1", "le": "2026-11-25T12:01:00+00:00", "utile": True}]


def test_what_is_held_is_read_as_it_was_written() -> None:
    assert "« s'asseoir »" in copy_of(HELD, NOON, THIRTY)


@pytest.mark.parametrize("name", [field.name for field in fields(Session)])
def test_nothing_of_a_session_is_left_out(name: str) -> None:
    without = replace(SESSION, **{name: getattr(Session(), name)})
    assert copied(replace(HELD, session=without)) != copied(HELD)


@pytest.mark.parametrize("name", [field.name for field in fields(Turn)])
def test_nothing_of_a_turn_is_left_out(name: str) -> None:
    value = getattr(TURN, name)
    other: Any = value + THIRTY if isinstance(value, datetime) else type(value)()
    assert copied(replace(HELD, turns=(replace(TURN, **{name: other}),))) != copied(HELD)


def test_all_is_erased_when_the_last_turn_is() -> None:
    later = replace(TURN, id="t2", at=NOON + timedelta(days=2))
    assert copied(replace(HELD, turns=(TURN, later)))["efface_le"] == "2026-12-27T12:00:00+00:00"


def test_a_copy_without_turns_tells_the_latest_moment_of_the_erasure() -> None:
    copy = copied(Held(SESSION))
    assert copy["efface_le"] == "2026-12-25T13:00:00+00:00"
    assert copy["identifiant_brouille"] is None
