"""The folder where a report is written."""

import json
from pathlib import Path

from bot.adapters.evaluation_report.page import render_page
from bot.domain.evaluation.document import document
from bot.domain.evaluation.results import Evaluation
from bot.usecases.evaluation_ports import ReportError

DATA = "evaluation.json"
PAGE = "evaluation.html"


class ReportFolder:
    """A folder, made when it is not there; a report takes the place of the one before."""

    def __init__(self, folder: Path) -> None:
        """Make the folder: better before the measure than after.

        Raises:
            ReportError: it cannot be made.
        """
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refusal(folder, error) from error

    def write(self, evaluation: Evaluation) -> Path:
        """Write both files; returns the page.

        Raises:
            ReportError: one cannot be written.
        """
        data = json.dumps(document(evaluation), ensure_ascii=False, indent=1)
        self._write(DATA, f"{data}\n")
        return self._write(PAGE, render_page(evaluation))

    def _write(self, name: str, text: str) -> Path:
        file = self._folder / name
        unfinished = file.with_name(f".{name}.tmp")
        try:
            unfinished.write_text(text, "utf-8", newline="")
            unfinished.replace(file)
        except OSError as error:
            raise _refusal(file, error) from error
        return file


def _refusal(path: Path, error: OSError) -> ReportError:
    return ReportError(f"{path} : le rapport ne peut pas y être écrit ({error.strerror})")
