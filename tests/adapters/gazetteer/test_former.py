from collections.abc import Callable

import pytest

from bot.adapters.gazetteer import FrenchGazetteer, Reference
from bot.domain.territory import Territory
from bot.domain.text import fold

HELD = [
    ("un lieu à Arbignieu", "Arbignieu", "01015"),
    ("la mairie d'ARBIGNIEU", "Arbignieu", "01015"),
    ("arbignieu", "Arbignieu", "01015"),
    ("un fablab à Sigolsheim", "Sigolsheim", "68162"),
    ("tourlaville", "Tourlaville", "50129"),
    ("on est à Equeurdreville Hainneville", "Équeurdreville-Hainneville", "50129"),
    ("j'habite à Seynod", "Seynod", "74010"),
    ("près de Lomme", "Lomme", "59350"),
    ("Le Chesnay", "Le Chesnay", "78158"),
    ("un café au Fief-Sauvin", "Le Fief-Sauvin", "49218"),
    ("la mairie du Fief-Sauvin", "Le Fief-Sauvin", "49218"),
    ("St-Martin-Sepert", "Saint-Martin-Sepert", "19248"),
]

IN_FORCE = [
    ("un lieu à Thenay", "36220"),
    ("Vincelles (71)", "71580"),
    ("Torfou", "91619"),
    ("Rocquencourt", "60544"),
    ("Quézac", "15157"),
    ("Louesme", "21357"),
    ("Riscle", "32344"),
    ("Sainte-Mère-Église", "50523"),
    ("Dampierre (39)", "39190"),
]

ELSEWHERE = [
    ("Thenay (41)", "Thenay", "41059"),
    ("à Thenay, 41400", "Thenay", "41059"),
    ("41400 Thenay", "Thenay", "41059"),
    ("dans le Jura, à Vincelles", "Vincelles", "39576"),
    ("dans le 61, à Chambois", "Chambois", "61474"),
    ("Torfou (49)", "Torfou", "49301"),
    ("Rocquencourt, 78150", "Rocquencourt", "78158"),
    ("Sainte-Agnès (39)", "Sainte-Agnès", "39576"),
    ("Dampierre (14)", "Dampierre", "14672"),
    ("Cherré (72)", "Cherré", "72080"),
    ("Cherré (49)", "Cherré", "49080"),
    ("Pratz dans le Jura", "Pratz", "39286"),
]


@pytest.mark.parametrize(("sentence", "former", "code"), HELD)
def test_a_former_commune_leads_to_what_holds_it_today(
    gazetteer: FrenchGazetteer, sentence: str, former: str, code: str
) -> None:
    reading = gazetteer.read(sentence)
    assert reading.settled is not None
    assert (reading.settled.code, reading.former) == (code, former)
    assert not reading.guessed


@pytest.mark.parametrize(("sentence", "code"), IN_FORCE)
def test_a_homonym_in_force_comes_first(
    gazetteer: FrenchGazetteer, sentence: str, code: str
) -> None:
    reading = gazetteer.read(sentence)
    assert reading.settled is not None
    assert (reading.settled.code, reading.former) == (code, "")


@pytest.mark.parametrize(("sentence", "former", "code"), ELSEWHERE)
def test_a_departement_beside_prefers_the_former_commune(
    gazetteer: FrenchGazetteer, sentence: str, former: str, code: str
) -> None:
    reading = gazetteer.read(sentence)
    assert reading.settled is not None
    assert (reading.settled.code, reading.former) == (code, former)


def test_former_homonyms_are_a_choice(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("Acqueville")
    assert [place.code for place in reading.choices] == ["50041", "14150"]
    assert (reading.settled, reading.former) == (None, "Acqueville")


def test_a_former_homonym_ten_times_larger_is_assumed(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("à Virey")
    assert [place.code for place in reading.choices] == ["50484", "70045"]
    assert (reading.assumed, reading.former) == (True, "Virey")


@pytest.mark.parametrize(
    ("name", "near", "code"),
    [("Acqueville", "14118", "14150"), ("Cherré", "72181", "72080"), ("Virey", "70550", "70045")],
)
def test_the_conversation_settles_former_homonyms(
    gazetteer: FrenchGazetteer,
    commune: Callable[[str], Territory],
    name: str,
    near: str,
    code: str,
) -> None:
    reading = gazetteer.read(f"un lieu à {name}", near=commune(near))
    assert reading.settled is not None
    assert (reading.settled.code, reading.assumed, reading.former) == (code, True, name)


def test_a_former_commune_that_is_denied_is_not_told(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("pas à Arbignieu")
    assert (reading.choices, reading.former) == ((), "")


def test_every_former_commune_is_read_with_its_departement(
    gazetteer: FrenchGazetteer, reference: Reference
) -> None:
    in_force = {fold(place.name) for place in reference.communes.values()}
    lost = []
    for former in reference.former:
        sentence = f"{former.name} ({former.commune.departements[0]})"
        reading = gazetteer.read(sentence)
        if fold(former.name) not in in_force and former.commune not in reading.choices:
            lost.append((sentence, reading.choices))
    assert lost == []
