"""Settings as they are typed: a wrong one is one line, and `.env` gives way to the environment."""

import pytest

from bot.settings import SettingsError, read_settings
from tests.program import Program, free_port

KEY = "0123456789abcdef"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "mysql://localhost/traitdunion"),
        ("DATABASE_URL", "postgresql://localhost:cinq/traitdunion"),
        ("DATABASE_URL", "sqlite://sans-barre"),
        ("TELEGRAM_API_URL", "nonsense"),
        ("KNOWLEDGE_DIR", "absent"),
        ("LOG_LEVEL", "bavard"),
        ("DATA_DIR", "/dev/null/data"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(program: Program, name: str, value: str) -> None:
    done = program.run("db", "upgrade", **{"SECRET_KEY": KEY, name: value})
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{name} : ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("RETENTION_DAYS", "0"),
        ("TELEGRAM_API_URL", "https://"),
        ("NLU_URL", "http://[::1"),
        ("NLU_URL", "http://localhost:port"),
        ("NLU_URL", "ftp://localhost"),
    ],
)
def test_a_setting_out_of_bounds_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^{name} : "):
        read_settings()


def test_postgresql_needs_a_key(program: Program) -> None:
    done = program.run("purge", DATABASE_URL="postgresql://localhost/traitdunion")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("SECRET_KEY : ")


def test_a_secret_that_is_wrong_is_not_repeated(program: Program) -> None:
    done = program.run("purge", SECRET_KEY="mon-secret")
    assert "mon-secret" not in done.stderr


def test_a_damaged_key_is_one_line(program: Program) -> None:
    (program.folder / "data").mkdir()
    (program.folder / "data" / "secret.key").write_bytes(b"damaged")
    done = program.run("run", PORT=free_port())
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "secret.key" in line


@pytest.mark.parametrize("content", ["PORT=abc\n", "\ufeffPORT=abc\r\n"])
def test_settings_are_read_from_env(program: Program, content: str) -> None:
    write_env(program, content)
    done = program.run("purge")
    assert done.returncode == 2
    assert done.stderr.startswith("PORT : ")


def test_the_environment_wins_over_env(program: Program) -> None:
    write_env(program, "PORT=abc\n")
    assert program.run("purge", PORT=8000).returncode == 0


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"# PORT=abc\n\nINCONNU=1\n", id="comments and what is no setting"),
        pytest.param(b"PORT=\n", id="a setting without a value"),
    ],
)
def test_an_env_that_sets_nothing_wrong_is_accepted(program: Program, content: bytes) -> None:
    (program.folder / ".env").write_bytes(content)
    assert program.run("purge").returncode == 0


def test_an_env_that_is_not_utf_8_is_one_line(program: Program) -> None:
    (program.folder / ".env").write_bytes("PUBLISHER=l'équipe\n".encode("latin-1"))
    done = program.run("purge")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(".env : ")


def write_env(program: Program, content: str) -> None:
    (program.folder / ".env").write_text(content, "utf-8")
