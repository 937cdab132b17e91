"""What Telegram accepts: aiogram's models of the Bot API, and the limits they do not check."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, Update
from pydantic import BaseModel, ValidationError

from tests.channels.telegram.limits import TAKEN, UNKNOWN
from tests.channels.telegram.oracle_methods import check_method
from tests.channels.telegram.oracle_text import utf16, visible_text
from tests.channels.telegram.refusals import RefusedError, require
from tests.channels.telegram.uploads import Upload, check_upload

__all__ = ["METHODS", "RefusedError", "checked_update", "read_request", "utf16", "visible_text"]

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    kind.__api_method__: kind
    for kind in vars(aiogram.methods).values()
    if isinstance(kind, type) and issubclass(kind, TelegramMethod) and kind is not TelegramMethod
}

ATTACHED = "attach://"


def checked_update(update: dict[str, Any]) -> dict[str, Any]:
    unknown = list(_unknown_fields(Update.model_validate(update)))
    if unknown:
        raise ValueError(f"Telegram has no such fields: {unknown}")
    return update


def read_request(
    method: str, form: Mapping[str, str], files: Mapping[str, Upload] | None = None
) -> dict[str, Any]:
    """The parameters of a call, decoded; a file stands there as `attach://`, then its part."""
    kind, files = METHODS[method], files or {}
    params = {name: _decode(method, name, value) for name, value in form.items()}
    params |= {name: ATTACHED + name for name in files if name in kind.model_fields}
    loose = [name for name in files if ATTACHED + name not in json.dumps(params)]
    require(not loose, f"files that nothing refers to: {loose}")
    sent = {name: part_of(value, files) for name, value in params.items()}
    for name, part in sent.items():
        if isinstance(part, Upload):
            check_upload(name, part)
            sent[name] = BufferedInputFile(part.content, part.name)
    _check_model(kind, sent)
    check_method(method, params)
    return params


def part_of(value: object, files: Mapping[str, Upload]) -> object:
    """The file that a parameter refers to, or the parameter itself."""
    if not isinstance(value, str) or not value.startswith(ATTACHED):
        return value
    part = value.removeprefix(ATTACHED)
    require(part in files, f"{value} refers to no file")
    return files[part]


def _decode(method: str, name: str, value: str) -> object:
    fields = METHODS[method].model_fields
    known = name in fields and (name not in UNKNOWN or (method, name) in TAKEN)
    require(known, f"unknown parameters: {[name]}")
    annotation = fields[name].annotation
    if str in {annotation, *get_args(annotation)} or value.startswith(ATTACHED):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError as error:
        raise RefusedError(f"can't parse {name}: {error}") from error


def _check_model(kind: type[TelegramMethod[Any]], params: Mapping[str, Any]) -> None:
    try:
        unknown = list(_unknown_fields(kind.model_validate(params)))
    except ValidationError as error:
        raise RefusedError(str(error)) from error
    require(not unknown, f"unknown fields: {unknown}")


def _unknown_fields(value: object) -> Iterator[str]:
    """Names that no model has, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from _unknown_fields(item)
    elif isinstance(value, BaseModel):
        yield from value.model_extra or ()
        for name in type(value).model_fields:
            yield from _unknown_fields(getattr(value, name))
