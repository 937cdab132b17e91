"""What the bot says of itself: commands and descriptions, by scope and language."""

import json
from collections.abc import Mapping
from typing import Any

KEPT = {
    "MyCommands": "commands",
    "MyDescription": "description",
    "MyName": "name",
    "MyShortDescription": "short_description",
}
"""What `set…` keeps, and the parameter that holds it."""


class Profile:
    def __init__(self) -> None:
        self._kept: dict[str, object] = {}

    def set(self, method: str, params: Mapping[str, Any]) -> bool:
        subject = method.removeprefix("set")
        empty: object = [] if subject == "MyCommands" else ""
        self._kept[_key(subject, params)] = params.get(KEPT[subject], empty)
        return True

    def read(self, method: str, params: Mapping[str, Any]) -> object:
        subject = method.removeprefix("get")
        if subject == "MyCommands":
            return self._kept.get(_key(subject, params), [])
        return {KEPT[subject]: self._kept.get(_key(subject, params), "")}


def _key(subject: str, params: Mapping[str, Any]) -> str:
    scope = params.get("scope", {"type": "default"})
    return json.dumps([subject, params.get("language_code", ""), scope], sort_keys=True)
