import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.card import Status
from bot.domain.knowledge import Knowledge
from bot.domain.training import HELD_OUT, Example, digest_of, examples_of, hold_out
from tests.domain.contents import DRAFT, draft, published

EXAMPLES = st.lists(st.builds(Example, text=st.text(max_size=20), goal=st.sampled_from("abc")))
PHRASES = (Example("ouvrir un fablab", "fablab"), Example("merci", "remercier"))


@given(EXAMPLES)
def test_each_phrase_is_either_learned_or_held_out(examples: list[Example]) -> None:
    kept, held = hold_out(examples)
    assert not {example.text for example in kept} & {example.text for example in held}
    assert sorted(map(repr, (*kept, *held))) == sorted(map(repr, examples))


@given(EXAMPLES, EXAMPLES)
def test_a_phrase_stays_on_its_side_when_others_come_or_go(
    some: list[Example], others: list[Example]
) -> None:
    _, held = hold_out(some)
    _, more = hold_out([*others, *some])
    assert more[len(more) - len(held) :] == held


def test_about_one_phrase_in_five_is_held_out_of_every_card(knowledge: Knowledge) -> None:
    examples = examples_of(knowledge.cards)
    _, held = hold_out(examples)
    assert len(held) / len(examples) == pytest.approx(1 / HELD_OUT, abs=0.03)


def test_the_title_and_the_phrases_of_a_card_are_learned() -> None:
    learned = examples_of({"fablab": draft(questions=["où trouver un fablab ?"])})
    assert [example.text for example in learned] == [DRAFT["title"], "où trouver un fablab ?"]
    assert {example.goal for example in learned} == {"fablab"}


@pytest.mark.parametrize("status", [Status.DRAFT, Status.TO_REVIEW])
def test_a_card_being_written_is_recognised(status: Status) -> None:
    assert examples_of({"fablab": draft(status=status)})


def test_an_archived_card_is_not_recognised() -> None:
    cards = {"a": published(id="a"), "b": draft(id="b", status=Status.ARCHIVED)}
    assert {example.goal for example in examples_of(cards)} == {"a"}


@pytest.mark.parametrize(
    "changed",
    [
        PHRASES[:1],
        (*PHRASES, Example("bonjour", "saluer")),
        (Example("ouvrir un fablab", "scic"), PHRASES[1]),
        (Example("ouvrir deux fablabs", "fablab"), PHRASES[1]),
    ],
)
def test_a_phrase_more_less_or_changed_changes_the_digest(changed: tuple[Example, ...]) -> None:
    assert digest_of(changed, "pipeline") != digest_of(PHRASES, "pipeline")


def test_another_configuration_changes_the_digest() -> None:
    assert digest_of(PHRASES, "pipeline") != digest_of(PHRASES, "pipeline: []")


def test_the_order_of_phrases_does_not_change_the_digest() -> None:
    assert digest_of(PHRASES[::-1], "pipeline") == digest_of(PHRASES, "pipeline")
