"""What is taken for what."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.actions import CLARIFY, Action
from bot.domain.evaluation.answers import Answered

WORST = 20
"""Confusions that are told."""

EXAMPLES = 3
"""Questions quoted for each, at most."""

SHOWN = 10
"""Goals of the matrix: more cannot be read on a telephone."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """A goal answered in the place of another, how often, and a few of the questions."""

    expected: str
    given: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """How often each of a few goals (a row) was answered by each (a column).

    Two columns follow those of the goals: questions asked back, and whatever else.
    """

    goals: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]


def confusions(answers: Sequence[Answered]) -> tuple[Confusion, ...]:
    """The worst ones: dangers missed first, then the most frequent, then the most confident."""
    held: defaultdict[tuple[str, str], list[Answered]] = defaultdict(list)
    for it in answers:
        if is_confused(it):
            held[it.question.expect, it.goal].append(it)
    worst = sorted(held.items(), key=lambda item: (*_badness(item[1]), item[0]))
    return tuple(
        Confusion(expected, given, len(own), tuple(it.question.text for it in own[:EXAMPLES]))
        for (expected, given), own in worst[:WORST]
    )


def is_confused(answer: Answered) -> bool:
    """Whether something else was understood: to ask, and to offer the right goal, is no mistake."""
    return not answer.is_right and not (answer.goal == CLARIFY and answer.is_offered)


def matrix(answers: Sequence[Answered]) -> Matrix:
    """The goals that are confused most often, with one another and with the rest."""
    asked = {it.question.expect for it in answers}
    blamed = Counter(
        goal
        for it in answers
        if is_confused(it)
        for goal in (it.question.expect, it.goal)
        if goal in asked
    )
    goals = tuple(sorted(blamed, key=lambda goal: (-blamed[goal], goal))[:SHOWN])
    return Matrix(goals, tuple(_row(answers, goal, goals) for goal in goals))


def _row(answers: Sequence[Answered], expected: str, goals: Sequence[str]) -> tuple[int, ...]:
    """What the questions of a goal were answered; an answer that is accepted is the goal's own."""
    given = Counter(
        expected if it.is_right else it.goal for it in answers if it.question.expect == expected
    )
    told = [given[goal] for goal in (*goals, CLARIFY)]
    return (*told, given.total() - sum(told))


def _badness(own: Sequence[Answered]) -> tuple[bool, int, float]:
    """What sorts the worst first."""
    is_danger = own[0].question.expect == Action.DANGER
    return (not is_danger, -len(own), -max(it.outcome.confidence for it in own))
