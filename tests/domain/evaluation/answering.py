"""Answers to questions, said in a line."""

from bot.domain.actions import CLARIFY
from bot.domain.evaluation import Answered, Labelled
from bot.domain.exchange import Outcome


def answered(expect: str, goal: str, *alternatives: str, text: str = "?") -> Answered:
    """What was expected, what was answered, what was offered beside it."""
    outcome = Outcome(goal, (), alternatives=alternatives)
    return Answered(Labelled(id="q", text=text, expect=expect), outcome)


def confident(confidence: float, expect: str, goal: str, *alternatives: str) -> Answered:
    """An answer that says how sure it is."""
    outcome = Outcome(goal, (), alternatives=alternatives, confidence=confidence)
    return Answered(Labelled(id="q", text="?", expect=expect), outcome)


def mixed() -> list[Answered]:
    """A little of everything."""
    return [
        answered("fablab", "fablab", text="un fablab"),
        answered("fablab", "scic", text="c'est quoi un <fablab> & combien ?"),
        answered("fablab", CLARIFY, "fablab"),
        confident(0.42, "scic", "fablab"),
        answered("saluer", "saluer"),
        answered("hors-sujet", "scic"),
        answered("urgence", "fablab", text="à l'aide"),
    ]
