"""Names that are a street's, a team's or a thing's, a longer unknown name's, or told by the way."""

import pytest

from bot.adapters.gazetteer import FrenchGazetteer

NOT_A_PLACE = [
    *("12 chemin de Figeac", "8 av de Toulouse", "12 r de Paris", "passage de Nantes"),
    *("route nationale de Toulouse", "résidence Bretagne", "l'esplanade de Metz"),
    *("match de Lens", "le Racing de Lens", "un verre de Cahors", "du vin de Cahors"),
    *("nougat de Montélimar", "brie de Meaux", "gare de Lyon", "salle Toulouse-Lautrec"),
    *("maison de retraite Sainte-Marie", "l'école primaire Saint-Joseph", "pour la Saint-Martin"),
    *("la marne est polluée", "four", "Piano", "mon nom : Lens"),
    *("ailleurs qu'à Bordeaux", "en dehors de Marseille", "je ne veux pas aller jusqu'à Limoges"),
    *("a plus", "de rien", "sur place", "a table", "sur le papier", "de nouveau", "a tous"),
    *("Trégunnoc sur Mer", "saint andre de valborgnes, dans le sud"),
]

WANTED = [
    ("un lieu derrière la gare de Brive", "19031"),
    ("à l'exception du lundi on ouvre à Gramat", "46128"),
    ("j'ai visité celui de Crest, je veux faire pareil à Dieulefit", "26114"),
    ("à Gramat nous n'avons plus de bus pour Toulouse", "46128"),
    ("je suis maire de Gramat, j'ai fait carrière à Paris", "46128"),
    ("j'ai fait mes études à Lyon, un fablab à Gramat", "46128"),
    ("je suis maire de Sillingy", "74272"),
    ("je suis maire de La Bresse", "88075"),
    ("un fablab à la bresse", "88075"),
    ("Orry la Ville", "60482"),
    ("Valence d'Agen", "82186"),
    ("paris vingtième", "75120"),
    ("Paris XIIIe", "75113"),
    ("dans le 11ème à Paris", "75111"),
    ("un lieu dans le troisième arrondissement de Lyon", "69383"),
    ("je suis le premier à Marseille", "13055"),
    ("l'île de Ré", "241700459"),
    ("a die", "26113"),
    ("sur sens", "89387"),
    ("vers tours", "37261"),
]

TOGETHER = [("figeac/capdenac", 2), ("Gramat Rocamadour Alvignac", 3)]


@pytest.mark.parametrize("text", ["a villefranche", "sur villefranche", "vers chalon"])
def test_a_town_after_a_preposition_is_the_whole_of_a_message_in_lower_case_too(
    gazetteer: FrenchGazetteer, text: str
) -> None:
    preposition, name = text.split()
    assert gazetteer.read(text).choices == gazetteer.read(name).choices
    assert gazetteer.read(text).masked.startswith(f"{preposition} ")


@pytest.mark.parametrize("text", NOT_A_PLACE)
def test_a_borrowed_or_denied_name_is_no_place(gazetteer: FrenchGazetteer, text: str) -> None:
    assert gazetteer.read(text).choices == ()


@pytest.mark.parametrize(("text", "code"), WANTED)
def test_the_place_that_is_wanted_is_told_from_the_others(
    gazetteer: FrenchGazetteer, text: str, code: str
) -> None:
    settled = gazetteer.read(text).settled
    assert settled is not None
    assert settled.code == code


@pytest.mark.parametrize(("text", "code"), [it for it in WANTED if len(it[0].split()) < 4])
def test_an_answer_reads_the_same(gazetteer: FrenchGazetteer, text: str, code: str) -> None:
    settled = gazetteer.read(text, is_answer=True).settled
    assert settled is not None
    assert settled.code == code


@pytest.mark.parametrize(("text", "count"), TOGETHER)
def test_places_side_by_side_are_asked_about(
    gazetteer: FrenchGazetteer, text: str, count: int
) -> None:
    reading = gazetteer.read(text)
    assert (len(reading.choices), reading.settled) == (count, None)


ABSENT = [
    *("Un fablab n'existe pas à Figeac, qui contacter ?", "N'y a-t-il pas à Figeac un fablab ?"),
    *("On ne trouve pas à Figeac de fablab", "je ne sais pas si Figeac a un fablab"),
    "Par ailleurs, je voudrais que Figeac ait un fablab",
    "on ne trouve pas de fablab à Figeac et je connais une asso de Cahors",
]

TWO_ANSWERS = ["rennes et nantes", "tours et blois", "orange ou avignon", "Sens et Troyes"]


@pytest.mark.parametrize("text", ABSENT)
def test_what_is_absent_is_not_ruled_out(gazetteer: FrenchGazetteer, text: str) -> None:
    settled = gazetteer.read(text).settled
    assert settled is not None
    assert settled.code == "46102"


@pytest.mark.parametrize("text", TWO_ANSWERS)
def test_two_towns_answered_are_both_heard(gazetteer: FrenchGazetteer, text: str) -> None:
    assert len(gazetteer.read(text, is_answer=True).choices) == 2
