"""What runs inside Rasa is tested inside Rasa's environment."""

import subprocess

from bot.settings import ROOT


def test_the_components_pass_their_tests_in_their_own_environment() -> None:
    command = ["nlu/.venv/bin/python", "-W", "ignore", "-m", "unittest"]
    done = subprocess.run(
        [*command, "nlu.tests.test_components"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Ran 7 tests" in done.stderr
