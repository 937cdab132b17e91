"""Models for tests of the shelf: their file is empty, their record is whole."""

from datetime import UTC, datetime
from pathlib import Path

from bot.domain.training import ModelRecord
from bot.domain.understanding import Calibration, Fusion, Voice


def a_record(name: str = "m1", weight: float = 1.0) -> ModelRecord:
    weights = {Voice.MODEL: weight, Voice.KEYWORDS: 2.0}
    calibration = Calibration(
        (Fusion(weights, 0.6, 0.5, 0.3), Fusion({Voice.KEYWORDS: 3.0}, 0.7, 0.6, 0.4))
    )
    at = datetime(2026, 9, 1, 12, tzinfo=UTC)
    return ModelRecord(name, f"digest of {name}", at, 100, 0.75, 0.05, calibration, {"a1": True})


def a_model(folder: Path, name: str = "m1", weight: float = 1.0) -> ModelRecord:
    """Its file in the folder, as a training leaves it; returns the record to activate."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.tar.gz").write_bytes(b"")
    return a_record(name, weight)
