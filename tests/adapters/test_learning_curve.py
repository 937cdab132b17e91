from pathlib import Path

import pytest

from bot.adapters.learning_curve import NAME, LearningCurveFile
from bot.domain.evaluation.learning import LearningCurve, LearningPoint
from bot.domain.evaluation.shares import Share


def test_a_curve_beside_the_models_is_read(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('{"points": [{"phrases": 100, "top1": 0.5}]}', "utf-8")
    assert LearningCurveFile(tmp_path).curve() == LearningCurve((LearningPoint(100, 0.5),))


def test_a_curve_written_meanwhile_is_seen(tmp_path: Path) -> None:
    file = LearningCurveFile(tmp_path)
    assert file.curve() is None
    (tmp_path / NAME).write_text('{"points": []}', "utf-8")
    assert file.curve() == LearningCurve(())


@pytest.mark.parametrize("content", ["", "[]", '{"points": [{"phrases": "many"}]}', "\x00"])
def test_what_is_no_curve_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_text(content, "utf-8")
    assert LearningCurveFile(tmp_path).curve() is None


def test_without_a_folder_there_is_no_curve(tmp_path: Path) -> None:
    assert LearningCurveFile(tmp_path / "absent").curve() is None


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    curve = LearningCurve((LearningPoint(10, 0.2),), Share(3, 4))
    LearningCurveFile(tmp_path / "models").keep(curve)
    assert LearningCurveFile(tmp_path / "models").curve() == curve
