import pytest

from bot.adapters.rasa.environment import SECRETS, child_environment


def test_a_child_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, "secret")
    told = child_environment(NLU_TOKEN="its own")
    assert "secret" not in told.values()
    assert told["NLU_TOKEN"] == "its own"
    assert "PATH" in told
