import pytest

from bot.adapters.gazetteer import FrenchGazetteer
from bot.domain.territory import TerritoryKind

IN_WORDS = """
un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
dix-huit dix-neuf - vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept
vingt-huit vingt-neuf trente trente-et-un trente-deux trente-trois trente-quatre trente-cinq
trente-six trente-sept trente-huit trente-neuf quarante quarante-et-un quarante-deux quarante-trois
quarante-quatre quarante-cinq quarante-six quarante-sept quarante-huit quarante-neuf cinquante
cinquante-et-un cinquante-deux cinquante-trois cinquante-quatre cinquante-cinq cinquante-six
cinquante-sept cinquante-huit cinquante-neuf soixante soixante-et-un soixante-deux soixante-trois
soixante-quatre soixante-cinq soixante-six soixante-sept soixante-huit soixante-neuf soixante-dix
soixante-et-onze soixante-douze soixante-treize soixante-quatorze soixante-quinze soixante-seize
soixante-dix-sept soixante-dix-huit soixante-dix-neuf quatre-vingts quatre-vingt-un
quatre-vingt-deux quatre-vingt-trois quatre-vingt-quatre quatre-vingt-cinq quatre-vingt-six
quatre-vingt-sept quatre-vingt-huit quatre-vingt-neuf quatre-vingt-dix quatre-vingt-onze
quatre-vingt-douze quatre-vingt-treize quatre-vingt-quatorze quatre-vingt-quinze
"""
"""From 1 to 95; there is no 20."""

DEPARTEMENTS = {
    **{f"{number:02}": words for number, words in enumerate(IN_WORDS.split(), 1) if words != "-"},
    "2A": "deux A",
    "2B": "deux B",
    "971": "neuf cent soixante et onze",
    "972": "neuf cent soixante-douze",
    "973": "neuf cent soixante-treize",
    "974": "neuf cent soixante-quatorze",
    "976": "neuf cent soixante-seize",
}

SAID_OTHERWISE = [
    ("dans le neuf trois", "93"),
    ("dans le 9-3", "93"),
    ("j'habite le sept cinq", "75"),
    ("dans le sept un", "71"),
    ("dans le neuf sept quatre", "974"),
    ("dans le vingt-un", "21"),
    ("dans le quatre vingt treize", "93"),
    ("on vit dans le trente-cinq", "35"),
    ("près du quarante-six", "46"),
    ("le département du quarante-six", "46"),
    ("le maire du 46", "46"),
    ("dept 46", "46"),
    ("en 2a", "2A"),
    ("au 974", "974"),
]

NOT_DEPARTEMENTS = [
    *("quarante-six personnes", "on est quarante-six", "le quarante-six", "dans les dix jours"),
    *("dans le quarante-six mètres carrés", "dans le dix heures", "quatre vingts personnes"),
    *("nous sommes neuf, trois hommes", "il est neuf heures trois", "un deux trois"),
    *("j'en ai deux a priori", "le douze mars", "il en reste deux", "dans le top dix"),
    *("46 personnes", "il a 46 ans", "à 46 km", "46 m2", "dans le 46 %", "12 %", "974 personnes"),
    *("au 46 rue de la Paix", "46, avenue Jean Jaurès", "article 46", "n°46", "le 46 48 12"),
    *("12h46", "15/12/2025", "12e", "dans le 46e régiment", "dans le 20", "dans le vingt"),
    *("dans le 96", "dans le 1", "de 12 à 46 ans", "06 46 10 02 00", "dans les 46 jours"),
]

POSTCODES = [
    ("46100 Figeac", "46102"),
    ("Figeac (46100)", "46102"),
    ("F-46100 Figeac", "46102"),
    ("46 100 Figeac", "46102"),
    ("Figeac, 46 100", "46102"),
    ("12000 Rodez", "12202"),
    ("20 000 Ajaccio", "2A004"),
    ("code postal 20000", "2A004"),
    ("75000 Paris", "75056"),
    ("69 000 Lyon", "69123"),
    ("75 011", "75111"),
    ("97 400 Saint-Denis", "97411"),
    ("97400", "97411"),
]

SHARED = ["46100", "46 100", "cp 46100", "CP : 46100", "code postal 46 100", "en 46100"]

AMOUNTS = [
    *("46100 euros", "46100 €", "46100€", "46 100 euros", "46 100 €", "46 100 habitants"),
    *("un budget de 46100 euros", "46100 entreprises", "20000 habitants", "75 000 euros"),
    *("une subvention de 12000", "une subvention de 12 000", "à 12 000", "10 000 pas", "75 000"),
    *("siret 46100", "461000", "4610", "00000", "99999"),
]


@pytest.mark.parametrize(("code", "words"), DEPARTEMENTS.items())
@pytest.mark.parametrize("start", ["je suis dans le ", "un lieu dans le ", "département "])
def test_a_number_is_read_in_digits_and_in_words(
    gazetteer: FrenchGazetteer, code: str, words: str, start: str
) -> None:
    for said in (code, code.lower(), words, words.replace("-", " ")):
        settled = gazetteer.read(start + said).settled
        assert settled is not None, said
        assert (settled.kind, settled.code) == (TerritoryKind.DEPARTEMENT, code), said


@pytest.mark.parametrize("code", DEPARTEMENTS)
def test_a_number_is_read_alone_and_in_brackets(gazetteer: FrenchGazetteer, code: str) -> None:
    for said in (code, f"un tiers-lieu ({code})"):
        settled = gazetteer.read(said).settled
        assert settled is not None, said
        assert (settled.kind, settled.code) == (TerritoryKind.DEPARTEMENT, code), said


@pytest.mark.parametrize("code", sorted(DEPARTEMENTS.keys() - {"40"}))
def test_a_number_in_words_answers_where(gazetteer: FrenchGazetteer, code: str) -> None:
    settled = gazetteer.read(DEPARTEMENTS[code], is_answer=True).settled
    assert settled is not None
    assert settled.code == code


def test_a_number_in_words_that_is_a_small_town_too_is_the_departement(
    gazetteer: FrenchGazetteer,
) -> None:
    settled = gazetteer.read("quarante", is_answer=True).settled
    assert settled is not None
    assert settled.name == "Landes"


@pytest.mark.parametrize("words", ["quarante-six", "soixante quinze", "dix", "sept cinq", "deux"])
def test_a_number_in_words_is_no_place_unless_asked_where(
    gazetteer: FrenchGazetteer, words: str
) -> None:
    assert gazetteer.read(words).choices == ()
    assert gazetteer.read(words, is_answer=True).settled is not None


@pytest.mark.parametrize(("sentence", "code"), SAID_OTHERWISE)
def test_a_departement_is_read_as_people_say_it(
    gazetteer: FrenchGazetteer, sentence: str, code: str
) -> None:
    settled = gazetteer.read(sentence).settled
    assert settled is not None
    assert (settled.kind, settled.code) == (TerritoryKind.DEPARTEMENT, code)


@pytest.mark.parametrize("sentence", NOT_DEPARTEMENTS)
def test_a_number_that_counts_is_no_departement(gazetteer: FrenchGazetteer, sentence: str) -> None:
    assert gazetteer.read(sentence).choices == ()


@pytest.mark.parametrize("answer", ["46 personnes", "quarante personnes", "deux fois", "46 km"])
def test_a_number_that_counts_is_no_answer(gazetteer: FrenchGazetteer, answer: str) -> None:
    assert gazetteer.read(answer, is_answer=True).choices == ()


@pytest.mark.parametrize(("sentence", "code"), POSTCODES)
def test_a_postcode_is_read(gazetteer: FrenchGazetteer, sentence: str, code: str) -> None:
    settled = gazetteer.read(sentence).settled
    assert settled is not None
    assert settled.code == code


@pytest.mark.parametrize("sentence", SHARED)
def test_a_shared_postcode_offers_its_communes(gazetteer: FrenchGazetteer, sentence: str) -> None:
    reading = gazetteer.read(sentence)
    assert reading.choices[0].name == "Figeac"
    assert len(reading.choices) == 19
    assert reading.settled is None


@pytest.mark.parametrize("sentence", AMOUNTS)
def test_an_amount_is_no_postcode(gazetteer: FrenchGazetteer, sentence: str) -> None:
    assert gazetteer.read(sentence).choices == ()
