"""What the environment and `.env` decide, and what `config.yml` says beside the pipeline."""

import re
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    YamlConfigSettingsSource,
)

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the program: `knowledge/`, `nlu/` and `config.yml` stand in it."""


class SettingsError(Exception):
    """A setting that is missing or malformed: one line, for whoever starts the program."""


def _is_origin(value: str) -> str:
    if not _is_address(value):
        raise ValueError("attend une adresse comme https://exemple.fr")
    return value.rstrip("/")


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        # Reading the port refuses one that is not a number.
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_webhook(value: str) -> str:
    if not _is_address(value) or urlsplit(value).query or urlsplit(value).fragment:
        raise ValueError("attend une adresse comme https://exemple.fr/telegram")
    return value


def _is_secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError("attend 1 à 256 lettres sans accent, chiffres, « _ » ou « - »")
    return value


def _is_database(value: str) -> str:
    if not re.match(r"(sqlite|postgres|postgresql)(\+\w+)?://", value):
        raise ValueError("attend une adresse comme postgresql://nom:mot_de_passe@machine:5432/base")
    return value


Origin = Annotated[str, AfterValidator(_is_origin)]
DatabaseUrl = Annotated[str, AfterValidator(_is_database)]


class Settings(BaseSettings):
    """Every setting, by the name of its environment variable in lower case."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",  # some editors begin with a mark
        env_ignore_empty=True,
        extra="ignore",
        yaml_file=ROOT / "config.yml",
        yaml_config_section="assistant",
    )

    publisher: str = "l'équipe Trait d'union"
    telegram_bot_token: SecretStr | None = None
    telegram_api_url: Origin = "https://api.telegram.org"
    telegram_webhook_url: Annotated[str, AfterValidator(_is_webhook)] | None = None
    telegram_webhook_secret: Annotated[SecretStr, AfterValidator(_is_secret)] | None = None
    telegram_at_once: Annotated[int, Field(ge=1, le=256)] = 32
    telegram_per_second: Annotated[int, Field(ge=0, le=1000)] = 30
    telegram_per_chat: Annotated[int, Field(ge=0, le=1000)] = 1
    telegram_per_group: Annotated[int, Field(ge=0, le=1000)] = 20
    telegram_flood: Annotated[int, Field(ge=0, le=1000)] = 30
    database_url: DatabaseUrl | None = None
    nlu_url: Origin | None = None
    nlu_token: SecretStr | None = None
    nlu_python: Path = ROOT / "nlu" / ".venv" / "bin" / "python"
    encoder: str = "use"
    knowledge_dir: Path = ROOT / "knowledge"
    models_dir: Path = ROOT / "nlu" / "models"
    data_dir: Path = ROOT / "data"
    secret_key: Annotated[SecretStr | None, Field(min_length=16)] = None
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000
    retention_days: Annotated[int, Field(ge=1, le=365)] = 30
    log_level: Annotated[str, Field(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment first, then `.env`, then `config.yml`."""
        written = YamlConfigSettingsSource(settings_cls)
        return init_settings, env_settings, dotenv_settings, written, file_secret_settings

    @model_validator(mode="after")
    def _is_coherent(self) -> Self:
        if not self.knowledge_dir.is_dir():
            raise ValueError(f"KNOWLEDGE_DIR : {self.knowledge_dir} n'est pas un dossier")
        if self.database_url and not self.database_url.startswith("sqlite") and not self.secret_key:
            raise ValueError("SECRET_KEY : obligatoire avec PostgreSQL (16 caractères au moins)")
        if self.telegram_webhook_url and not self.telegram_webhook_secret:
            raise ValueError("TELEGRAM_WEBHOOK_SECRET : obligatoire avec TELEGRAM_WEBHOOK_URL")
        return self

    @property
    def embedded_database(self) -> str:
        """The SQLite file used when `DATABASE_URL` says nothing."""
        return f"sqlite:///{self.data_dir.resolve() / 'traitdunion.db'}"


def read_settings() -> Settings:
    """The settings in force.

    Raises:
        SettingsError: the first one that is missing or malformed.
    """
    try:
        return Settings()
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]
        name = "_".join(str(step) for step in detail["loc"]).upper()
        reason = str(detail.get("ctx", {}).get("error", detail["msg"]))
        raise SettingsError(f"{name} : {reason}" if name else reason) from error
    except UnicodeDecodeError as error:
        raise SettingsError(".env : fichier à enregistrer en UTF-8") from error
