"""Links are looked at once each, a few at a time; being offline is told from dead links."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace

import pytest

from bot.domain.knowledge import Knowledge
from bot.domain.links import CheckedLink, LinkState, Probe
from bot.usecases.reviewing import AT_A_HOST, LinkChecking, is_offline, settled
from tests.domain.contents import SOURCE, contact, place, published
from tests.fakes import FakeKnowledge

FINE, LOST = Probe(LinkState.FINE, "200"), Probe(LinkState.UNREACHED, "serveur introuvable")


@dataclass
class FakeProber:
    """Answers the same everywhere; remembers how many were asked at a time."""

    answer: Probe = FINE
    asked: Counter[str] = field(default_factory=Counter)
    under_way: int = 0
    most: int = 0

    async def probe(self, url: str) -> Probe:
        self.asked[url] += 1
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(0)
        self.under_way -= 1
        return self.answer

    async def close(self) -> None:
        self.under_way = 0


def sources(*urls: str) -> list[dict[str, str]]:
    return [{**SOURCE, "id": f"s{rank}", "url": url} for rank, url in enumerate(urls, start=1)]


async def checked(knowledge: Knowledge, prober: FakeProber, jobs: int = 8) -> list[CheckedLink]:
    checking = LinkChecking(FakeKnowledge(knowledge), prober, jobs)
    return [link async for link in checking.check()]


async def test_an_address_is_asked_once_and_told_with_every_file_that_cites_it() -> None:
    url = "https://exemple.fr/page"
    knowledge = Knowledge(
        cards={"fablab": published(sources=sources(url))},
        contacts={"reseau": contact(site_web=url, lien_source=url)},
        places={"ruche": place(lien_source="https://autre.example/")},
    )
    prober = FakeProber()
    found = {link.url: link.files for link in await checked(knowledge, prober)}
    assert found == {
        url: ("cards/fablab.yml", "contacts/reseau.yml"),
        "https://autre.example/": ("places/ruche.yml",),
    }
    assert set(prober.asked.values()) == {1}


@pytest.mark.parametrize(
    ("host", "jobs", "most"), [("un.example", 8, AT_A_HOST), ("{}.example", 5, 5)]
)
async def test_few_addresses_are_asked_at_a_time(host: str, jobs: int, most: int) -> None:
    urls = [f"https://{host.format(number)}/{number}" for number in range(20)]
    prober = FakeProber()
    await checked(Knowledge(cards={"a": published(sources=sources(*urls))}), prober, jobs)
    assert prober.most == most


def test_one_is_offline_when_no_server_answers() -> None:
    link = CheckedLink("https://exemple.fr", (), LOST)
    late = replace(link, probe=Probe(LinkState.FAILING, "pas de réponse à temps"))
    assert is_offline([link, late])
    assert not is_offline([link, replace(link, probe=FINE)])
    assert not is_offline([])


def test_a_server_that_is_not_found_while_others_answer_is_dead() -> None:
    links = (CheckedLink("a", (), LOST), CheckedLink("b", (), FINE))
    assert [it.probe.state for it in settled(links)] == [LinkState.DEAD, LinkState.FINE]
