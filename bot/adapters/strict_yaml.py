"""YAML read strictly: text stays text, a key stands once, and every value knows its line.

`non`, `on` and dates stay text; only plain numbers and empty values are converted, so that a
number where text is due can be told to its author instead of being repaired in silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.reader import ReaderError

from bot.adapters.french_errors import yaml_in_french

MAX_DEPTH = 20
"""Levels of a document: cards have four, and reading goes down by recursion."""

Path = tuple[str | int, ...]
"""Where a value stands: keys and positions from the top of the document."""

_KEPT = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null"}


class YamlError(ValueError):
    """A text that is not the YAML we accept; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Document:
    """A mapping, and the line of each of its values."""

    data: dict[str, object]
    lines: dict[Path, int]

    def line_of(self, path: Path) -> int:
        """The line of the value at `path`, or of the nearest thing that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Loader(yaml.CSafeLoader):
    """The C loader, with fewer guesses about what plain words mean."""


_Loader.yaml_implicit_resolvers = {
    first: kept
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    if (kept := [(tag, regexp) for tag, regexp in resolvers if tag in _KEPT])
}


def _whole_number(loader: _Loader, node: yaml.ScalarNode) -> object:
    """The number, or its text when Python cannot count it: `0x_`, five thousand digits."""
    try:
        return loader.construct_yaml_int(node)
    except ValueError:
        return node.value


_Loader.add_constructor("tag:yaml.org,2002:int", _whole_number)


def parse(raw: bytes) -> Document:
    """Read one document.

    Raises:
        YamlError: not UTF-8, not YAML, a key twice, an anchor, an alias or a tag, or not a mapping.
    """
    text = _decoded(raw)
    try:
        _refuse_marks(text)
        node = yaml.compose(text, Loader=_Loader)
        if not isinstance(node, yaml.MappingNode):
            line = node.start_mark.line + 1 if node else 1
            raise YamlError("le fichier doit contenir des lignes « clé: valeur »", line)
        lines = dict(_lines(node, ()))
        return Document(_Loader("").construct_document(node), lines)
    except yaml.MarkedYAMLError as error:
        raise YamlError(*yaml_in_french(error)) from error
    except ReaderError as error:
        message = f"caractère invisible à enlever (U+{error.character:04X})"
        before = text.encode()[: error.position]
        raise YamlError(message, before.count(b"\n") + 1) from error


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise YamlError("fichier à enregistrer en UTF-8", line) from error


def _refuse_marks(text: str) -> None:
    """Refuse what makes a document mean more than it shows, before it is put together.

    A few aliases of aliases make a gigabyte of a page, and `&`, `*` or `!` before a word is
    nearly always a text that lacks its quotes.
    """
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            message = "un texte qui commence par « & », « * » ou « ! » s'écrit entre guillemets"
            raise YamlError(message, line)
        if isinstance(event, yaml.CollectionStartEvent | yaml.CollectionEndEvent):
            depth += 1 if isinstance(event, yaml.CollectionStartEvent) else -1
        if depth > MAX_DEPTH:
            raise YamlError("trop de niveaux les uns dans les autres", line)


def _lines(node: yaml.Node, path: Path) -> Iterator[tuple[Path, int]]:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise YamlError(f"la clé « {name} » est écrite deux fois", key.start_mark.line + 1)
            seen.add(name)
            yield (*path, name), key.start_mark.line + 1
            yield from (item for item in _lines(value, (*path, name)) if item[0] != (*path, name))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _lines(value, (*path, index))
