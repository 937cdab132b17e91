"""The addresses that the knowledge base cites, and what became of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.knowledge import Knowledge
from bot.domain.structures import file_of


class LinkState(StrEnum):
    """What an address answers."""

    FINE = "bon"
    MOVED = "déplacé"
    DEAD = "mort"
    FAILING = "en panne"
    UNREACHED = "injoignable"


@dataclass(frozen=True, slots=True)
class Probe:
    """What was seen at an address; `detail` is a status, or why there is none (`answered`)."""

    state: LinkState
    detail: str = ""
    moved_to: str = ""

    @property
    def answered(self) -> bool:
        """Whether a server said anything."""
        return self.detail.isdigit()


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """An address, the files that cite it, and what was seen there."""

    url: str
    files: tuple[str, ...]
    probe: Probe


def cited(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """Each address with the files that cite it, in the order of the files."""
    files: dict[str, list[str]] = {}
    for file, url in _citations(knowledge):
        known = files.setdefault(url, [])
        if file not in known:
            known.append(file)
    return {url: tuple(found) for url, found in files.items()}


def _citations(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for card in knowledge.cards.values():
        yield from ((f"cards/{card.id}.yml", source.url) for source in card.sources)
    for structure in (*knowledge.contacts.values(), *knowledge.places.values()):
        urls = filter(None, (structure.site_web, structure.lien_source))
        yield from ((file_of(structure), url) for url in urls)
