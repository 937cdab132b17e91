"""The knowledge folder: one YAML file per thing edited alone, one per list edited together.

A file that cannot be read hides only itself and becomes a located problem; once it has been read,
it keeps its last good version until it can be read again.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from bot.adapters.strict_yaml import Path as Route
from bot.adapters.strict_yaml import YamlError, parse
from bot.adapters.typed_files import read_typed
from bot.domain.card import Card
from bot.domain.emergency import Emergency
from bot.domain.knowledge import Knowledge
from bot.domain.lands import Territories
from bot.domain.lists import Cues, Kinds, Orientation, Synonyms, Themes
from bot.domain.problems import Problem
from bot.domain.spelling import Spellings
from bot.domain.structures import Contact, Place
from bot.domain.wording import Wording

Item = TypeVar("Item", bound=BaseModel)

FOLDERS: Mapping[str, type[BaseModel]] = {"cards": Card, "contacts": Contact, "places": Place}
"""What each file of a folder is."""

LISTS: Mapping[str, type[BaseModel]] = {
    "themes.yml": Themes,
    "kinds.yml": Kinds,
    "cues.yml": Cues,
    "emergency.yml": Emergency,
    "orientation.yml": Orientation,
    "spellings.yml": Spellings,
    "synonyms.yml": Synonyms,
    "territories.yml": Territories,
    "wording.yml": Wording,
}
"""What each file edited together is."""

Stamp = tuple[int, int, int]
"""When a file was written, its size and its place on the disk: another version has another."""


@dataclass(frozen=True, slots=True)
class _Version:
    """A file as read: what it holds, or held last, and what is wrong in it."""

    stamp: Stamp | None
    item: BaseModel | None
    problems: tuple[Problem, ...] = ()


class KnowledgeFiles:
    """Reads the folder into `Knowledge`, again when it changes, and tells what is wrong in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._versions: dict[str, _Version] = {}
        self._knowledge = Knowledge()
        self.refresh()

    def current(self) -> Knowledge:
        """What was read last."""
        return self._knowledge

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, file by file."""
        versions = self._versions.values()
        return tuple(sorted(problem for version in versions for problem in version.problems))

    def line_of(self, name: str, path: Route) -> int:
        """The line, in a file, of the value at `path`; 0 when it cannot be told."""
        try:
            return parse((self._folder / name).read_bytes()).line_of(path)
        except (OSError, YamlError):
            return 0

    def refresh(self) -> tuple[str, ...]:
        """Read what changed since the last time; returns the names of the files that did."""
        stamps = dict(self._stamps())
        gone = self._versions.keys() - stamps.keys()
        changed = [
            name
            for name, stamp in stamps.items()
            if name not in self._versions or self._versions[name].stamp != stamp
        ]
        if not changed and not gone:
            return ()
        kept = {name: it for name, it in self._versions.items() if name not in gone}
        self._versions = kept | {name: self._read(name, stamps[name]) for name in changed}
        self._knowledge = self._assembled()
        return tuple(sorted((*changed, *gone)))

    def _stamps(self) -> Iterator[tuple[str, Stamp | None]]:
        """The files that there are, and the lists even when they are missing."""
        for name in LISTS:
            yield name, _stamp(self._folder / name)
        for kind in FOLDERS:
            try:
                entries = [it for it in os.scandir(self._folder / kind) if _is_yaml(it.name)]
            except OSError:
                continue
            for entry in entries:
                yield f"{kind}/{entry.name}", _stamp(Path(entry.path))

    def _read(self, name: str, stamp: Stamp | None) -> _Version:
        kind, _, file = name.rpartition("/")
        type_ = FOLDERS[kind] if kind else LISTS[name]
        known = {"id": Path(file).stem} if kind else {}
        read = read_typed(self._folder / name, name, type_, known)
        if isinstance(read, tuple):
            before = self._versions.get(name)
            return _Version(stamp, before.item if before else None, read)
        return _Version(stamp, read)

    def _assembled(self) -> Knowledge:
        return Knowledge(
            cards={card.id: card for card in self._each("cards", Card)},
            contacts={contact.id: contact for contact in self._each("contacts", Contact)},
            places={place.id: place for place in self._each("places", Place)},
            themes=self._list("themes.yml", Themes).themes,
            kinds=self._list("kinds.yml", Kinds),
            cues=self._list("cues.yml", Cues),
            emergency=self._list("emergency.yml", Emergency),
            orientation=self._list("orientation.yml", Orientation),
            spellings=self._list("spellings.yml", Spellings),
            synonyms=self._list("synonyms.yml", Synonyms),
            territories=self._list("territories.yml", Territories),
            wording=self._list("wording.yml", Wording),
        )

    def _each(self, kind: str, type_: type[Item]) -> Iterator[Item]:
        for name in sorted(self._versions):
            item = self._versions[name].item
            if name.startswith(f"{kind}/") and isinstance(item, type_):
                yield item

    def _list(self, name: str, type_: type[Item]) -> Item:
        item = self._versions[name].item
        return item if isinstance(item, type_) else type_()


def _is_yaml(name: str) -> bool:
    return name.endswith(".yml") and not name.startswith(".")


def _stamp(file: Path) -> Stamp | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
