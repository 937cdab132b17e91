"""Settings of Telegram: the webhook, its secret, what is accepted of people and of the bot."""

from pathlib import Path

import pytest

from bot.bootstrap.telephone import telegram_limits, telegram_line
from bot.channels.telegram.channel import Webhook
from bot.channels.telegram.postman import Limits
from bot.settings import Settings, SettingsError, read_settings
from tests.program import Program

URL, SECRET = "TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_SECRET"
KNOWN = {"TELEGRAM_BOT_TOKEN": "1:a", URL: "https://exemple.fr/telegram", SECRET: "un-secret"}


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but those of the test."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def read(monkeypatch: pytest.MonkeyPatch, **given: str) -> Settings:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return read_settings()


@pytest.mark.parametrize(
    "url",
    [
        "exemple.fr/telegram",
        "telegram",
        "ftp://exemple.fr/telegram",
        "https://",
        "https:///telegram",
        "https://exemple.fr:port/telegram",
        "https://exemple.fr:0/telegram",
        "https://exemple.fr:99999/telegram",
        "https://[::1/telegram",
        "https://exemple.fr/telegram?secret=1",
        "https://exemple.fr/telegram#ici",
    ],
)
def test_a_webhook_that_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    with pytest.raises(SettingsError, match=f"^{URL} : attend une adresse comme https://"):
        read(monkeypatch, **{**KNOWN, URL: url})


@pytest.mark.parametrize("secret", ["a secret", "été", "a" * 257, "a.b", "a\tb", "a=b"])
def test_a_secret_that_telegram_would_refuse_is_refused(
    monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    with pytest.raises(SettingsError, match=f"^{SECRET} : attend 1 à 256 lettres") as refused:
        read(monkeypatch, **{**KNOWN, SECRET: secret})
    assert secret not in str(refused.value)


@pytest.mark.parametrize("secret", [{}, {SECRET: ""}])
def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch, secret: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=f"^{SECRET} : obligatoire"):
        read(monkeypatch, **{URL: KNOWN[URL], **secret})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_AT_ONCE", "0"),
        ("TELEGRAM_AT_ONCE", "257"),
        ("TELEGRAM_PER_SECOND", "-1"),
        ("TELEGRAM_PER_CHAT", "1001"),
        ("TELEGRAM_PER_GROUP", "beaucoup"),
        ("TELEGRAM_FLOOD", "1.5"),
    ],
)
def test_a_limit_out_of_bounds_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(SettingsError, match=f"^{name} : "):
        read(monkeypatch, **{name: value})


def test_a_wrong_webhook_is_one_line_for_whoever_starts_the_program(program: Program) -> None:
    done = program.run("run", **{**KNOWN, SECRET: "mon secret"})
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{SECRET} : ")
    assert "mon secret" not in line


def test_without_a_token_there_is_no_telegram(monkeypatch: pytest.MonkeyPatch) -> None:
    assert telegram_line(read(monkeypatch, **{URL: KNOWN[URL], SECRET: "un-secret"})) is None


def test_without_an_address_updates_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    line = telegram_line(read(monkeypatch, TELEGRAM_BOT_TOKEN="1:a", TELEGRAM_AT_ONCE="5"))
    assert line
    assert (line.webhook, line.at_once) == (None, 5)
    assert line.api_url == "https://api.telegram.org"


def test_with_an_address_updates_are_brought_there(monkeypatch: pytest.MonkeyPatch) -> None:
    line = telegram_line(read(monkeypatch, **KNOWN))
    assert line
    assert line.webhook == Webhook("https://exemple.fr/telegram", "un-secret")


def test_a_secret_may_be_as_long_as_telegram_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "aZ09_-" + "a" * 250
    line = telegram_line(read(monkeypatch, **{**KNOWN, SECRET: secret}))
    assert line
    assert line.webhook == Webhook(KNOWN[URL], secret)


def test_limits_are_those_of_telegram_unless_they_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert telegram_limits(read(monkeypatch)) == Limits(30, 1, 20, 30)
    names = ("SECOND", "CHAT", "GROUP")
    given = {f"TELEGRAM_PER_{name}": str(rank) for rank, name in enumerate(names)}
    assert telegram_limits(read(monkeypatch, **given, TELEGRAM_FLOOD="3")) == Limits(0, 1, 2, 3)


def test_what_is_secret_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = repr(read(monkeypatch, **KNOWN))
    assert "un-secret" not in shown
    assert "1:a" not in shown
