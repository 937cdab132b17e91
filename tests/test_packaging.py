"""What the containers are started with: secrets drawn once, and given to the program."""

import subprocess
from pathlib import Path

SCRIPTS = Path(__file__).parent.parent / "scripts"


def make_secrets(folder: Path) -> dict[str, str]:
    subprocess.run(["/bin/sh", SCRIPTS / "make_secrets.sh", folder], check=True)
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_text("ascii") for file in files}


def test_each_service_gets_its_own_secrets(tmp_path: Path) -> None:
    assert set(make_secrets(tmp_path)) == {
        "db/POSTGRES_PASSWORD",
        "nlu/NLU_TOKEN",
        "assistant/NLU_TOKEN",
        "assistant/SECRET_KEY",
        "assistant/DATABASE_URL",
    }


def test_secrets_are_drawn_at_random_and_agree(tmp_path: Path) -> None:
    secrets = make_secrets(tmp_path)

    drawn = {secrets[file] for file in ("db/POSTGRES_PASSWORD", "nlu/NLU_TOKEN")}
    drawn.add(secrets["assistant/SECRET_KEY"])

    assert {len(secret) for secret in drawn} == {64}
    assert len(drawn) == 3
    assert secrets["assistant/NLU_TOKEN"] == secrets["nlu/NLU_TOKEN"]
    assert f":{secrets['db/POSTGRES_PASSWORD']}@db:" in secrets["assistant/DATABASE_URL"]


def test_secrets_made_before_are_kept(tmp_path: Path) -> None:
    assert make_secrets(tmp_path) == make_secrets(tmp_path)


def test_a_command_gets_each_file_as_the_setting_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "SECRET_KEY").write_text("s3cret 'quoted' $HOME", "ascii")

    done = subprocess.run(
        [SCRIPTS / "with_secrets.sh", "/bin/sh", "-c", 'printf %s "$SECRET_KEY"'],
        env={"SECRETS_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout == "s3cret 'quoted' $HOME"
