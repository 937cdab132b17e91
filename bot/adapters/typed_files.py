"""One YAML file read into one type: the thing, or located problems in French."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.adapters.french_errors import in_french, unreadable_in_french
from bot.adapters.strict_yaml import YamlError, parse
from bot.domain.problems import Level, Problem

Item = TypeVar("Item", bound=BaseModel)


def read_typed(
    file: Path, name: str, type_: type[Item], known: Mapping[str, object]
) -> Item | tuple[Problem, ...]:
    """What a file says, with what is `known` of it otherwise; its problems are told under `name`.

    A file that cannot be read, or that is not of the type, is never an exception.
    """
    try:
        document = parse(file.read_bytes())
    except YamlError as error:
        return (Problem(name, error.line, Level.ERROR, str(error)),)
    except OSError as error:
        return (Problem(name, 0, Level.ERROR, unreadable_in_french(error)),)
    try:
        return type_.model_validate({**document.data, **known})
    except ValidationError as error:
        return tuple(
            Problem(name, document.line_of(tuple(detail["loc"])), Level.ERROR, in_french(detail))
            for detail in error.errors(include_url=False)
        )
