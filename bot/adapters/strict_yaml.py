"""YAML read strictly: text stays text, a key stands once, and every value knows its line.

`non`, `on` and dates stay text; only plain numbers and empty values are converted, so that a
number where text is due can be told to its author instead of being repaired in silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

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


def parse(raw: bytes) -> Document:
    """Read one document.

    Raises:
        YamlError: not UTF-8, not YAML, a key twice, an alias, or not a mapping.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise YamlError("fichier à enregistrer en UTF-8", line) from error
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            line = node.start_mark.line + 1 if node else 1
            raise YamlError("le fichier doit contenir des lignes « clé: valeur »", line)
        lines = dict(_lines(node, ()))
        data = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(
            f"YAML illisible : {error.problem}", mark.line + 1 if mark else 1
        ) from error
    except yaml.YAMLError as error:
        raise YamlError(f"YAML illisible : {error}", 1) from error
    finally:
        loader.dispose()
    return Document(data, lines)


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
