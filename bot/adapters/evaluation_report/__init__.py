"""The report of an evaluation: `evaluation.json` for programs, `evaluation.html` for people."""

from bot.adapters.evaluation_report.folder import ReportFolder

__all__ = ["ReportFolder"]
