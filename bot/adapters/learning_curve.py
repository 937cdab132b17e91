"""The learning curve beside the models, `learning-curve.json`.

`{"points": [{"phrases": 1000, "top1": 0.61}, …]}`
"""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.domain.evaluation.learning import LearningCurve

NAME = "learning-curve.json"

_CURVE = TypeAdapter(LearningCurve)


class LearningCurveFile:
    """The curve kept in the folder of the models."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME

    def curve(self) -> LearningCurve | None:
        """The last curve that was measured; none when there is no file, or no curve in it."""
        try:
            return _CURVE.validate_json(self._file.read_bytes())
        except (OSError, ValidationError):
            return None

    def keep(self, curve: LearningCurve) -> None:
        """Replace the last curve."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_bytes(_CURVE.dump_json(curve))
