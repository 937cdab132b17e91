import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.evaluation_report import ReportFolder
from bot.domain.evaluation.document import document
from bot.usecases.evaluation_ports import ReportError
from tests.adapters.evaluation_report.evaluations import EMPTY, WHOLE


def test_a_report_is_a_page_and_the_same_for_programs(tmp_path: Path) -> None:
    page = ReportFolder(tmp_path).write(WHOLE)
    assert page == tmp_path / "evaluation.html"
    assert "<title>" in page.read_text("utf-8")
    assert json.loads((tmp_path / "evaluation.json").read_text("utf-8")) == document(WHOLE)


def test_the_folder_is_made_when_it_is_not_there(tmp_path: Path) -> None:
    assert ReportFolder(tmp_path / "a" / "b").write(EMPTY).exists()


def test_a_report_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder = ReportFolder(tmp_path)
    folder.write(EMPTY)
    folder.write(replace(EMPTY, source="autres.jsonl"))
    assert "autres.jsonl" in (tmp_path / "evaluation.html").read_text("utf-8")
    assert {file.name for file in tmp_path.iterdir()} == {"evaluation.html", "evaluation.json"}


def test_a_folder_that_is_a_file_is_refused_before_the_measure(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReportError, match="le rapport ne peut pas y être écrit"):
        ReportFolder(tmp_path / "file")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder = ReportFolder(tmp_path)
    (tmp_path / "evaluation.html").mkdir()
    with pytest.raises(ReportError, match=r"evaluation\.html"):
        folder.write(EMPTY)
