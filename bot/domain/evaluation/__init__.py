"""How well the assistant does on questions whose answer is known."""

from bot.domain.evaluation.answers import Answered, Labelled
from bot.domain.evaluation.figures import Figures, score

__all__ = ["Answered", "Figures", "Labelled", "score"]
