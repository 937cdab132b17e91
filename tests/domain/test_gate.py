"""A model is refused when it loses more questions than chance explains."""

import pytest

from bot.domain.gate import chance_of, is_worse


def verdicts(won: int, lost: int, both: int = 50) -> tuple[dict[str, bool], dict[str, bool]]:
    """Two models: the first wins and loses so many questions, both answer the others."""
    keys = [f"q{number}" for number in range(won + lost + both)]
    new = {key: number >= lost for number, key in enumerate(keys)}
    best = {key: not lost <= number < lost + won for number, key in enumerate(keys)}
    return new, best


@pytest.mark.parametrize(
    ("won", "lost", "worse"),
    [
        (0, 0, False),
        (0, 4, False),
        (0, 5, True),
        (10, 15, False),
        (10, 21, True),
        (21, 10, False),
        (400, 470, True),
        (400, 430, False),
    ],
)
def test_only_losses_beyond_chance_are_refused(won: int, lost: int, *, worse: bool) -> None:
    assert is_worse(*verdicts(won, lost)) is worse


def test_questions_that_one_alone_was_asked_do_not_count() -> None:
    best = dict.fromkeys((f"old{number}" for number in range(30)), True)
    assert not is_worse({"new": False}, best)


def test_the_chance_is_that_of_a_coin() -> None:
    assert chance_of(0, 3) == 1.0
    assert chance_of(3, 3) == 0.125
    assert chance_of(4, 3) == 0.0
