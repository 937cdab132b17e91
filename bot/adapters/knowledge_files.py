"""The knowledge folder: one YAML file per thing edited alone, one per list edited together.

A file that cannot be read hides only itself and becomes a located problem.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.adapters.typed_files import Item, read_typed
from bot.domain.card import Card
from bot.domain.emergency import Emergency
from bot.domain.knowledge import Knowledge
from bot.domain.lands import Territories
from bot.domain.lists import Cues, Kinds, Themes
from bot.domain.problems import Problem
from bot.domain.structures import Contact, Place
from bot.domain.wording import Wording


class KnowledgeFiles:
    """Reads the folder into `Knowledge`, and tells what is wrong in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[Problem] = []
        self._knowledge = self._read()

    def current(self) -> Knowledge:
        """What was read last."""
        return self._knowledge

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, file by file."""
        return tuple(sorted(self._problems))

    def _read(self) -> Knowledge:
        return Knowledge(
            cards={card.id: card for card in self._each("cards", Card)},
            contacts={contact.id: contact for contact in self._each("contacts", Contact)},
            places={place.id: place for place in self._each("places", Place)},
            themes=(self._list("themes.yml", Themes) or Themes()).themes,
            kinds=self._list("kinds.yml", Kinds) or Kinds(),
            cues=self._list("cues.yml", Cues) or Cues(),
            emergency=self._list("emergency.yml", Emergency) or Emergency(),
            territories=self._list("territories.yml", Territories) or Territories(),
            wording=self._list("wording.yml", Wording) or Wording(),
        )

    def _each(self, kind: str, type_: type[Item]) -> Iterator[Item]:
        for file in sorted((self._folder / kind).glob("*.yml")):
            item = self._file(file, f"{kind}/{file.name}", type_, {"id": file.stem})
            if item is not None:
                yield item

    def _list(self, name: str, type_: type[Item]) -> Item | None:
        return self._file(self._folder / name, name, type_, {})

    def _file(
        self, file: Path, name: str, type_: type[Item], known: dict[str, object]
    ) -> Item | None:
        read = read_typed(file, name, type_, known)
        if isinstance(read, tuple):
            self._problems.extend(read)
            return None
        return read
