import pytest

from bot.adapters.gazetteer import FrenchGazetteer


@pytest.mark.parametrize(
    ("sentence", "masked"),
    [
        ("un fablab à Figeac ?", "un fablab à Villeneuve ?"),
        ("un fablab au Mans", "un fablab à Villeneuve"),
        ("le maire des Herbiers", "le maire de Villeneuve"),
        ("un tiers-lieu d'Angers", "un tiers-lieu de Villeneuve"),
        ("un fablab dans le Lot", "un fablab à Villeneuve"),
        ("un fablab dans le 46", "un fablab à Villeneuve"),
        ("les aides du Lot", "les aides de Villeneuve"),
        ("les aides de la Creuse", "les aides de Villeneuve"),
        ("des lieux en Bretagne", "des lieux à Villeneuve"),
        ("à Saint-Denis (93), un lieu", "à Villeneuve, un lieu"),
        ("Saint-Denis (93)", "Villeneuve"),
        ("46100 Figeac", "Villeneuve"),
        ("de Cahors à Rodez", "de Villeneuve à Villeneuve"),
        ("le sens de la visite", "le sens de la visite"),
        ("un fablab à La Rochelle", "un fablab à Villeneuve"),
    ],
)
def test_the_model_reads_a_neutral_word(
    gazetteer: FrenchGazetteer, sentence: str, masked: str
) -> None:
    assert gazetteer.read(sentence).masked == masked


@pytest.mark.parametrize(
    "sentence",
    [
        "Figeac",
        "figeac.",
        "à Figeac",
        "au Mans",
        "aux Herbiers",
        "dans le Lot",
        "en Bretagne",
        "46100",
        "je suis à Figeac",
        "ma commune c'est Figeac",
        "j'habite Figeac, dans le Lot",
        "Sens",
        "orange",
        "et à Figeac ?",
    ],
)
def test_a_place_said_alone_is_known_as_such(gazetteer: FrenchGazetteer, sentence: str) -> None:
    reading = gazetteer.read(sentence)
    assert reading.choices
    assert reading.alone


@pytest.mark.parametrize("sentence", ["un fablab à Figeac", "la mairie de Sens", "merci", "aide"])
def test_a_place_within_a_request_is_not_alone(gazetteer: FrenchGazetteer, sentence: str) -> None:
    assert not gazetteer.read(sentence).alone
