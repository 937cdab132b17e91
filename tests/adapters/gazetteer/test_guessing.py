from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.adapters.gazetteer import FrenchGazetteer, Reference
from bot.domain.territory import Territory, TerritoryKind

SURE = [
    ("figeak", "46102"),
    ("je suis à figeak", "46102"),
    ("ma commune c'est Montoban", "82121"),
    ("euh grenobe", "38185"),
    ("marseile", "13055"),
    ("strassbourg", "67482"),
    ("toulous", "31555"),
    ("c'est à montpelier", "34172"),
    ("aurilac", "15014"),
    ("quinper", "29232"),
    ("besanson", "25056"),
    ("fontaineblau", "77186"),
    ("narbone", "11262"),
    ("st etiene", "42218"),
    ("villefranche de rouerge", "12300"),
    ("clermon ferrand", "63113"),
    ("boulogne bilancourt", "92012"),
    ("issy les moulinaux", "92040"),
    ("la courneve", "93027"),
    ("la rochele", "17300"),
    ("argenteil", "95018"),
    ("ajacio", "2A004"),
]

WIDE = [
    ("alsase", TerritoryKind.LAND, "alsace"),
    ("averyon", TerritoryKind.DEPARTEMENT, "12"),
    ("guadelope", TerritoryKind.DEPARTEMENT, "971"),
    ("grand fijac", TerritoryKind.EPCI, "200067361"),
]

WITHIN = [
    ("un fablab à Marseile", "13055"),
    ("un fablab près de Grenobe", "38185"),
    ("un lieu à côté de Strassbourg", "67482"),
    ("la mairie de Montoban nous aide", "82121"),
    ("on est à Cahorss, qui peut aider ?", "46042"),
    ("un café associatif à St-Etiene", "42218"),
    ("un lieu à la rochele", "17300"),
]

DOUBTFUL = [
    ("figac", "46102"),
    ("je suis à figac", "46102"),
    ("perigeux", "24322"),
    ("vanes", "56260"),
]

WORDS = """
besoin monde personne après merci salut aide argent maison santé famille homme demain maintenant
toujours parfois beaucoup rien tout chose autre autres même banque prêt mairie commerce café bureau
salle lieux terrain ferme forêt village route train vélo pierre terre vent travaux formation salaire
contrat réseau juste ancien dernier prochain matin soir nuit semaine année mois retard comment quand
dont sans sous avant chez pour donc alors mais nulle part ailleurs voisin voisins seul seule bien
mieux pire moins trop certain aucune marche marché montrer donner faire aller savoir boire écrire
vendre payer monter lancer chercher changer semer cantine pain lait viande culture danse sport
outils courrier débat vote loyer friche patrimoine randonnée bonjour bientôt personnes
"""

PEOPLE = """
Kevin Kylian Mathys Djamel Nolwenn Karim Fatima Mohamed Julien Sébastien Béatrice Nathalie Chloé
Enzo Hugo Lucas Manon Thomas Nicolas Élodie Aurélie Stéphane Céline Martine Monique Gérard Yannick
Gaëlle Loïc Erwan Rachid Youssef Ibrahim Yasmine Samira Valentin Florian Damien Benoît Mélanie
"""

ACRONYMS = "CAF MJC ANCT URSSAF DREAL ADEME DDT CCAS PETR CPTS CPAM AMAP DRAC ANAH CRESS CIAS CAUE"

NOWHERE = [
    *("xqzwv", "blablabla", "azertyuiop", "je ne sais pas", "dans mon village", "chez moi", "ici"),
    *("merci beaucoup", "près de chez moi", "je sais pas trop", "oui", "abc", "ouaf"),
]

TRAPS = [
    *("à bientot", "un lieu à partagé", "une aide à demarer", "un dossier à envoiyer"),
    *("à la mediateque", "à la bibliotheque", "à domicil", "à l'ursaf", "rendez-vous à l'acceuil"),
    *("un fablab figeak", "Montoban est belle", "de figeak", "avenue de Montoban"),
]


@pytest.mark.parametrize(("answer", "code"), SURE)
def test_a_misspelt_answer_is_corrected_aloud(
    gazetteer: FrenchGazetteer, answer: str, code: str
) -> None:
    reading = gazetteer.read(answer, is_answer=True)
    assert reading.settled is not None
    assert reading.settled.code == code
    assert (reading.assumed, reading.guessed, reading.alone) == (True, True, True)


@pytest.mark.parametrize(("answer", "kind", "code"), WIDE)
def test_areas_are_corrected_too(
    gazetteer: FrenchGazetteer, answer: str, kind: TerritoryKind, code: str
) -> None:
    reading = gazetteer.read(answer, is_answer=True)
    assert reading.settled is not None
    assert (reading.settled.kind, reading.settled.code) == (kind, code)
    assert reading.guessed


@pytest.mark.parametrize(("sentence", "code"), WITHIN)
def test_a_misspelt_town_is_corrected_where_a_place_is_expected(
    gazetteer: FrenchGazetteer, sentence: str, code: str
) -> None:
    reading = gazetteer.read(sentence)
    assert reading.settled is not None
    assert reading.settled.code == code
    assert (reading.assumed, reading.guessed) == (True, True)
    assert "Villeneuve" in reading.masked


@pytest.mark.parametrize(("answer", "code"), DOUBTFUL)
def test_a_doubtful_correction_is_asked(gazetteer: FrenchGazetteer, answer: str, code: str) -> None:
    reading = gazetteer.read(answer, is_answer=True)
    assert (reading.guessed, reading.assumed, reading.settled) == (True, False, None)
    assert reading.choices[0].code == code
    assert len(reading.choices) > 1


def test_a_doubtful_correction_within_a_request_is_not_masked(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("un fablab à figac")
    assert [place.code for place in reading.choices] == ["46102", "81092"]
    assert (reading.guessed, reading.settled) == (True, None)
    assert reading.masked == "un fablab à figac"


def test_a_sole_suggestion_that_sounds_the_same_is_taken(gazetteer: FrenchGazetteer) -> None:
    reading = gazetteer.read("figeaque", is_answer=True)
    assert [place.code for place in reading.choices] == ["46102"]
    assert (reading.guessed, reading.assumed) == (True, True)


def test_homonyms_of_a_correction_are_asked_unless_one_is_near(
    gazetteer: FrenchGazetteer, commune: Callable[[str], Territory]
) -> None:
    asked = gazetteer.read("st dnis", is_answer=True)
    assert (asked.guessed, asked.settled) == (True, None)
    near = gazetteer.read("st dnis", is_answer=True, near=commune("93001"))
    assert near.choices[0].code == "93066"


@pytest.mark.parametrize("word", WORDS.split())
def test_an_ordinary_word_is_never_corrected(gazetteer: FrenchGazetteer, word: str) -> None:
    for answer in (word, word.capitalize(), f"c'est {word}"):
        assert gazetteer.read(answer, is_answer=True).choices == (), answer
    for sentence in (f"un lieu à {word}", f"près de {word}", f"il y a {word} chez nous"):
        assert gazetteer.read(sentence).choices == (), sentence


def test_these_words_would_be_corrected_if_they_were_unknown(reference: Reference) -> None:
    ignorant = FrenchGazetteer(replace(reference, vocabulary=frozenset()))
    guessed = [word for word in WORDS.split() if ignorant.read(word, is_answer=True).guessed]
    assert len(guessed) > 60


@pytest.mark.parametrize("name", PEOPLE.split())
def test_a_first_name_is_never_corrected(gazetteer: FrenchGazetteer, name: str) -> None:
    for answer in (name, f"je suis {name}"):
        assert gazetteer.read(answer, is_answer=True).choices == (), answer
    for sentence in (f"demandez à {name}", f"merci à {name}", f"un mot à {name.lower()}"):
        assert gazetteer.read(sentence).choices == (), sentence


@pytest.mark.parametrize("acronym", ACRONYMS.split())
def test_an_acronym_is_never_corrected(gazetteer: FrenchGazetteer, acronym: str) -> None:
    for sentence in (f"à {acronym}", f"à la {acronym}", f"près de la {acronym}"):
        assert gazetteer.read(sentence).choices == (), sentence


@pytest.mark.parametrize("answer", NOWHERE)
def test_an_answer_that_is_near_no_name_is_no_place(
    gazetteer: FrenchGazetteer, answer: str
) -> None:
    assert gazetteer.read(answer, is_answer=True).choices == ()


@pytest.mark.parametrize("sentence", TRAPS)
def test_nothing_is_corrected_where_no_place_is_expected(
    gazetteer: FrenchGazetteer, sentence: str
) -> None:
    assert gazetteer.read(sentence).choices == ()
