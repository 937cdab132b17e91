"""The ranking by keywords: what it finds, and that no text is too strange for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.keywords import KeywordRanker
from bot.domain.card import Card
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Synonym, Synonyms
from bot.domain.training import Example

EXAMPLES = (
    Example("créer un fablab dans ma commune", "fablab"),
    Example("monter un atelier de fabrication numérique", "fablab"),
    Example("trouver des bénévoles pour notre association", "benevoles"),
    Example("répondre à un appel à projets", "financement"),
    Example("merci", "remercier"),
)
CARD = Card.model_validate(
    {
        "id": "monnaie-locale",
        "title": "Monnaie locale",
        "theme": "economie",
        "summary": "Des billets qui circulent entre les commerçants du pays.",
        "sections": [{"id": "cout", "title": "Coût", "advice": "Prévoir une imprimerie."}],
    }
)
COMMANDS = ["*", "AND", "OR NOT", 'AND "(*:', "goal:fablab", "-merci", "[a TO z]", "text:[a TO z]"]
BROKEN = ['"merci', "merci^-5", "merci^", "IN [merci]", "/mer.*/", "((", "\\", "merci~2", "+-!"]


@pytest.fixture(scope="module")
def ranker() -> KeywordRanker:
    return KeywordRanker(Knowledge(cards={CARD.id: CARD}), EXAMPLES)


async def goals(ranker: KeywordRanker, text: str) -> list[str]:
    return [candidate.goal for candidate in await ranker.rank(text)]


@pytest.mark.parametrize(
    "text",
    [
        "trouver des bénévoles",
        "trouver des benevoles",
        "TROUVER DES BÉNÉVOLES",
        "trouver un bénévole",
        "des b\u0065\u0301ne\u0301voles à trouver",
        "trouver des bénévoles pour notre asociation",
        "l'association cherche : des « bénévoles » !",
    ],
)
async def test_accents_endings_and_a_typo_do_not_matter(ranker: KeywordRanker, text: str) -> None:
    assert (await goals(ranker, text))[0] == "benevoles"


async def test_what_a_card_says_is_found_beside_the_phrases(ranker: KeywordRanker) -> None:
    assert (await goals(ranker, "des billets pour les commerçants"))[0] == "monnaie-locale"
    assert (await goals(ranker, "quelle imprimerie"))[0] == "monnaie-locale"


async def test_an_archived_card_is_not_found() -> None:
    archived = Card.model_validate({**CARD.model_dump(), "status": "archivée"})
    ranker = KeywordRanker(Knowledge(cards={archived.id: archived}), ())
    assert await ranker.rank("monnaie locale") == ()


async def test_a_phrase_that_is_written_word_for_word_is_sure(ranker: KeywordRanker) -> None:
    best, *others = await ranker.rank("Créer un FABLAB dans ma commune !")
    assert (best.goal, best.score) == ("fablab", 1.0)
    assert all(it.score < 1.0 for it in others)
    assert (await ranker.rank("créer un fablab dans notre commune"))[0].score < 1.0


async def test_the_goal_that_shares_more_words_comes_first(ranker: KeywordRanker) -> None:
    assert (await goals(ranker, "créer un atelier fablab pour notre association"))[0] == "fablab"


async def test_a_goal_comes_once_whatever_the_number_of_its_phrases(ranker: KeywordRanker) -> None:
    found = await goals(ranker, "créer un fablab, un atelier, répondre à un appel")
    assert sorted(found) == sorted(set(found))
    assert {"fablab", "financement"} <= set(found)


@pytest.mark.parametrize("text", ["", "   ", "\0", "👉🏽 ⁂", "…?!", "zzyzx", "fabrikationnn"])
async def test_nothing_in_common_ranks_nothing(ranker: KeywordRanker, text: str) -> None:
    assert await ranker.rank(text) == ()


@pytest.mark.parametrize("text", COMMANDS + BROKEN)
async def test_signs_of_the_query_language_are_only_text(ranker: KeywordRanker, text: str) -> None:
    words = "".join(char if char.isalnum() else " " for char in text).lower()
    assert await ranker.rank(text) == await ranker.rank(words)


@pytest.mark.parametrize("text", ["(" * 5000, '"' * 5000, "merci " * 50_000, "a" * 300_000])
async def test_an_endless_text_is_ranked_as_any_other(ranker: KeywordRanker, text: str) -> None:
    assert set(await goals(ranker, text)) <= {"remercier"}


_WORDS = st.sampled_from([*["créer", "un", "fablab", "merci", "bénévoles"], *COMMANDS, *BROKEN])


@given(text=st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=30).map(" ".join)))
async def test_scores_stand_between_0_and_1_in_order(ranker: KeywordRanker, text: str) -> None:
    scores = [candidate.score for candidate in await ranker.rank(text)]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 < score <= 1.0 for score in scores)


def dressed(card: Card, **changes: object) -> Card:
    return Card.model_validate({**card.model_dump(), **changes})


SECTIONS = [
    {"id": "cout", "title": "Coût", "advice": "Prévoir une imprimerie."},
    {"id": "delai", "title": "Délai", "advice": "Compter six mois de réunions."},
]
SYNONYMS = Synonyms(synonyms=(Synonym(word="monnaie locale", variants=("MLC", "billets du pays")),))


async def test_a_card_that_is_saved_is_found_by_its_new_words_only() -> None:
    ranker = KeywordRanker(Knowledge(cards={CARD.id: CARD}), EXAMPLES)
    changed = dressed(CARD, summary="Des jetons pour les forains.")
    ranker.update(Knowledge(cards={CARD.id: changed}), EXAMPLES)
    assert await goals(ranker, "forains") == ["monnaie-locale"]
    assert await goals(ranker, "commerçants") == []
    assert (await goals(ranker, "trouver des bénévoles"))[0] == "benevoles"


async def test_a_card_that_is_taken_away_is_found_no_more() -> None:
    ranker = KeywordRanker(Knowledge(cards={CARD.id: CARD}), EXAMPLES)
    ranker.update(Knowledge(), EXAMPLES)
    assert await goals(ranker, "monnaie") == []


async def test_a_synonym_finds_what_is_written_with_the_usual_word() -> None:
    knowledge = Knowledge(cards={CARD.id: CARD}, synonyms=SYNONYMS)
    ranker = KeywordRanker(knowledge, EXAMPLES)
    assert await goals(ranker, "mlc") == ["monnaie-locale"]
    assert await goals(KeywordRanker(Knowledge(cards={CARD.id: CARD}), ()), "mlc") == []


async def test_synonyms_that_are_saved_count_at_once() -> None:
    ranker = KeywordRanker(Knowledge(cards={CARD.id: CARD}), EXAMPLES)
    ranker.update(Knowledge(cards={CARD.id: CARD}, synonyms=SYNONYMS), EXAMPLES)
    assert await goals(ranker, "MLC") == ["monnaie-locale"]


@pytest.mark.parametrize("text", ["monaie", "monnnaie", "monniae", "mmonnaie"])
async def test_one_typo_in_a_word_is_repaired(ranker: KeywordRanker, text: str) -> None:
    assert await goals(ranker, text) == ["monnaie-locale"]


@pytest.mark.parametrize("text", ["moné", "mnnaei", "xyz"])
async def test_two_typos_or_a_short_word_are_not(ranker: KeywordRanker, text: str) -> None:
    assert await goals(ranker, text) == []


@pytest.mark.parametrize(
    ("text", "section"), [("une imprimerie", "cout"), ("combien de reunions", "delai")]
)
def test_the_section_that_shares_the_words_comes_first(text: str, section: str) -> None:
    card = dressed(CARD, sections=SECTIONS)
    other = dressed(card, id="autre")
    ranker = KeywordRanker(Knowledge(cards={card.id: card, other.id: other}), ())
    assert ranker.sections(text, card.id)[0].goal == section
    assert ranker.sections("rien", card.id) == ()
    assert ranker.sections(text, "inconnue") == ()
