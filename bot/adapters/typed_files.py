"""One YAML file read into one type: the thing, or located problems in French."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

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
            Problem(name, document.line_of(tuple(detail["loc"])), Level.ERROR, _told(detail, type_))
            for detail in error.errors(include_url=False)
        )


def _told(detail: ErrorDetails, type_: type[BaseModel]) -> str:
    """The problem, with the key that was meant when one of that name does not exist."""
    sentence = in_french(detail)
    if detail["type"] not in {"extra_forbidden", "invalid_key"}:
        return sentence
    *path, key = detail["loc"]
    near = get_close_matches(str(key), _keys(type_, path), n=1)
    return f"{sentence} : vouliez-vous dire `{near[0]}` ?" if near else sentence


def _keys(type_: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The keys that the mapping at `path` may have."""
    for step in path:
        if isinstance(step, str) and step in type_.model_fields:
            type_ = next(_models(type_.model_fields[step].annotation), type_)
    return list(type_.model_fields)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that an annotation holds: `tuple[Section, ...]`, `Coverage | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
