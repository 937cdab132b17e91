"""What a look at the folder does: read, index, tell what is newly wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from bot.domain.knowledge import Knowledge
from bot.domain.lands import Land, Territories
from bot.domain.problems import Level, Problem
from bot.domain.training import Example
from bot.usecases.reloading import Reload, Reloading
from tests.fakes import FakeKnowledge
from tests.usecases.sample import KNOWLEDGE

LAND = Land(id="quercy", name="Quercy", at="en Quercy", departements=("46",))
BROKEN = Problem("cards/fablab.yml", 3, Level.ERROR, "clé inconnue")


@dataclass
class FakeFolder(FakeKnowledge):
    """A folder in which `saved` waits to be read."""

    held: Knowledge = KNOWLEDGE
    saved: tuple[str, ...] = ()

    def refresh(self) -> Sequence[str]:
        files, self.saved = self.saved, ()
        return files


@dataclass
class FakeIndex:
    """Remembers what it was given."""

    given: list[tuple[Knowledge, Sequence[Example]]] = field(default_factory=list)

    def update(self, knowledge: Knowledge, examples: Sequence[Example]) -> None:
        self.given.append((knowledge, examples))


@dataclass
class FakePlaces:
    """Remembers the names that it learned, and that phrases were forgotten."""

    learned: list[Territories] = field(default_factory=list)
    forgotten: int = 0

    def learn(self, territories: Territories) -> None:
        self.learned.append(territories)

    def forget(self) -> None:
        self.forgotten += 1


EXAMPLES = (Example("ouvrir un fablab", "fablab"),)


@pytest.fixture
def folder() -> FakeFolder:
    return FakeFolder()


@pytest.fixture
def index() -> FakeIndex:
    return FakeIndex()


@pytest.fixture
def places() -> FakePlaces:
    return FakePlaces()


@pytest.fixture
def reloading(folder: FakeFolder, index: FakeIndex, places: FakePlaces) -> Reloading:
    return Reloading(folder, places, [index], lambda: EXAMPLES, places.forget)


def test_nothing_is_done_while_nothing_changes(reloading: Reloading, index: FakeIndex) -> None:
    assert reloading.look() is None
    assert index.given == []


def test_what_was_saved_is_indexed(
    reloading: Reloading, folder: FakeFolder, index: FakeIndex, places: FakePlaces
) -> None:
    folder.held = replace(KNOWLEDGE, cards={})
    folder.saved = ("cards/fablab.yml",)
    assert reloading.look() == Reload(("cards/fablab.yml",), ())
    assert index.given == [(folder.held, EXAMPLES)]
    assert places.learned == []


def test_names_of_places_are_learned_before_phrases_are_read_again(
    reloading: Reloading, folder: FakeFolder, places: FakePlaces
) -> None:
    folder.held = replace(KNOWLEDGE, territories=Territories(lands=(LAND,)))
    folder.saved = ("territories.yml",)
    reloading.look()
    assert places.learned == [Territories(lands=(LAND,))]
    assert places.forgotten == 1


def test_a_problem_is_told_once(reloading: Reloading, folder: FakeFolder) -> None:
    folder.saved, folder.unread = ("cards/fablab.yml",), (BROKEN,)
    assert reloading.look() == Reload(("cards/fablab.yml",), (BROKEN,))
    folder.saved = ("cards/coworking.yml",)
    assert reloading.look() == Reload(("cards/coworking.yml",), ())


def test_a_problem_of_the_start_is_not_told_again(folder: FakeFolder, index: FakeIndex) -> None:
    folder.unread = (BROKEN,)
    reloading = Reloading(folder, FakePlaces(), [index], lambda: (), lambda: None)
    folder.saved = ("cards/coworking.yml",)
    assert reloading.look() == Reload(("cards/coworking.yml",), ())
