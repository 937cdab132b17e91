import pytest

from bot.adapters.gazetteer import FrenchGazetteer, Reference
from bot.domain.text import fold

TOLD = [
    ("un jardin à bû", "28064"),
    ("un lieu à Contré", "17117"),
    ("implantée a Contré", "17117"),
    ("ma commune c'est Contré", "17117"),
    ("une maison à mairé", "86143"),
    ("un lieu à liré", "49126"),
    ("un lieu à chancé", "35220"),
    ("à gesté", "49023"),
    ("à chiché", "79088"),
    ("nous sommes à méré", "78389"),
    ("près de brée", "53043"),
    ("à beaucé", "35021"),
    ("un lieu à alès", "30007"),
]

UNTOLD = [
    *("j'ai bu", "on a bu à la fête", "la maire", "un peu de chance", "un geste"),
    *("ma mère", "à mere", "chiche, on y va", "la danse à dance", "un lieu à mere"),
]

OFFERED = [
    ("près de Changé", "72058"),
    ("la mairie de Changé", "72058"),
    ("ma ville c'est Changé", "72058"),
    ("basée a Champagne", "72054"),
    ("à Saint-Bernard", "01339"),
    ("Saint-Bernard", "01339"),
    ("nous sommes a Vers", "74296"),
    ("ma commune c'est st denis", "97411"),
]

ORDINARY = [
    *("contre", "être contre", "un projet contre la pollution", "un contre-projet"),
    *("il a changé", "on a changé de local", "j'ai Changé", "à changer"),
    *("je travaille a changé de poste", "on gère", "un marché", "fâché"),
]

FOREIGN_ARTICLES = [
    *("un saint-bernard", "mon saint-bernard", "un saint-bernard s'est perdu", "le saint-bernard"),
    *("deux saint-bernard", "le Saint-Bernard", "un saint-pierre au four", "ce saint-pierre"),
    *("au sens", "au sens strict", "au sens de la loi", "au Sens", "aux sens", "en ce sens"),
    *("du sens", "les paris", "les Paris", "des paris", "les paris sont ouverts", "un paris"),
    *("au plaisir", "des tours", "une tour", "aux tours", "une orange", "l'orange", "un Orange"),
    *("mes cannes", "les rennes", "des romans", "un havre", "un aigle", "une flèche"),
]

OWN_ARTICLES = [
    ("le Mans", "72181"),
    ("du mans", "72181"),
    ("au havre", "76351"),
    ("les herbiers", "85109"),
    ("l'aigle", "61214"),
    ("un lieu à La Flèche", "72154"),
    ("des mureaux", "78440"),
    ("aux Andelys", "27016"),
]

WITHOUT_ACCENT = [
    ("basés a Figeac", "46102"),
    ("une asso basée a Sens", "89387"),
    ("basés a tours", "37261"),
    ("je suis a Figeac", "46102"),
    ("je suis a sens", "89387"),
    ("j'habite a Cahors", "46042"),
    ("un tiers-lieu a sens", "89387"),
    ("situé a Plaisir", "78490"),
    ("installés a Grand", "88212"),
    ("suis a Bonne", "74040"),
    ("un lieu a Bû", "28064"),
    ("UN LIEU A SENS", "89387"),
]

HAVING = [
    *("il a Champagne pour lui", "on a Paris en tête", "qui a Sens en tête", "ça a Sens"),
    *("elle a Changé de lieu", "il a Changé", "la commune a Sens pour voisine"),
    *("on y a Champagne et vin",),
]

DECLARED = [
    ("ma commune c'est Figeac", "46102"),
    ("ma commune, c'est Figeac", "46102"),
    ("ma commune c'est Sens", "89387"),
    ("ma commune c'est sens", "89387"),
    ("ma commune est Sens", "89387"),
    ("ma ville est tours", "37261"),
    ("ma ville, c'est Tours", "37261"),
    ("ma commune c'est orange", "84087"),
    ("ma commune c'est Marie", "06080"),
    ("ma commune c'est Grand", "88212"),
    ("ma ville c'est Bonne", "74040"),
    ("mon village c'est Le Plan", "31425"),
    ("mon village est Plaisir", "78490"),
    ("ma commune c'est Le Mans", "72181"),
    ("Ma commune c'est La Réunion", "974"),
    ("ma commune c'est Saint-Denis (93)", "93066"),
]

NOT_DECLARED = [
    *(
        "ma ville est belle",
        "ma commune est grande",
        "la commune est gérée",
        "la ville est vieille",
    ),
    *("c'est orange", "c'est Orange", "la commune est en zone rurale", "ma ville est trop chère"),
]


@pytest.mark.parametrize(
    ("sentence", "code"), TOLD + OWN_ARTICLES + WITHOUT_ACCENT + DECLARED, ids=str
)
def test_a_name_told_by_its_accents_or_its_article_is_read(
    gazetteer: FrenchGazetteer, sentence: str, code: str
) -> None:
    settled = gazetteer.read(sentence).settled
    assert settled is not None
    assert settled.code == code


@pytest.mark.parametrize(("sentence", "code"), OFFERED)
def test_homonyms_but_for_their_accents_are_offered(
    gazetteer: FrenchGazetteer, sentence: str, code: str
) -> None:
    reading = gazetteer.read(sentence)
    assert code in {place.code for place in reading.choices}
    assert len({fold(place.name) for place in reading.choices}) == 1
    assert reading.settled is None


@pytest.mark.parametrize("sentence", UNTOLD + ORDINARY)
def test_a_word_without_the_accents_of_a_name_is_a_word(
    gazetteer: FrenchGazetteer, sentence: str
) -> None:
    assert gazetteer.read(sentence).choices == ()


@pytest.mark.parametrize("sentence", FOREIGN_ARTICLES)
def test_a_name_never_takes_an_article_that_is_not_its_own(
    gazetteer: FrenchGazetteer, sentence: str
) -> None:
    assert gazetteer.read(sentence).choices == ()


@pytest.mark.parametrize("sentence", HAVING)
def test_to_have_is_not_to_be_somewhere(gazetteer: FrenchGazetteer, sentence: str) -> None:
    assert gazetteer.read(sentence).choices == ()


@pytest.mark.parametrize("sentence", NOT_DECLARED)
def test_what_a_town_is_like_is_not_its_name(gazetteer: FrenchGazetteer, sentence: str) -> None:
    assert gazetteer.read(sentence).choices == ()


def test_every_name_told_by_its_accents_is_read_in_small_letters(
    gazetteer: FrenchGazetteer, reference: Reference
) -> None:
    spellings = sorted(reference.spellings.values())
    assert len(spellings) > 100
    assert [it for it in spellings if not gazetteer.read(f"un lieu à {it}").choices] == []
