"""An assistant whose every port is a fake, and a conversation with it."""

import pytest

from bot.domain.pseudonyms import Pseudonyms
from bot.domain.understanding import Voice
from bot.usecases.answering import About, Assistant
from bot.usecases.corresponding import Correspondence
from bot.usecases.interpreting import Interpreter
from bot.usecases.looking_up import LookingUp
from bot.usecases.remembering import SteadyConversations
from tests.fake_mail import FakeMail
from tests.fakes import (
    FakeCalibrations,
    FakeClock,
    FakeConversations,
    FakeGazetteer,
    FakeKnowledge,
    FakeRanker,
    FakeSilences,
    ranked,
)
from tests.usecases.chat import Chat
from tests.usecases.posts import FakePost
from tests.usecases.sample import FIGEAC, KNOWLEDGE, RODEZ
from tests.usecases.village import KNOWN, TERRITORIES

TABLE = {
    "fablab": ranked(fablab=0.9, hors_sujet=0.05),
    "coworking": ranked(coworking=0.9),
    "bonjour": ranked(saluer=0.9),
    "humain": ranked(parler_humain=0.9),
    "lieu": ranked(chercher_tiers_lieu=0.9),
    "tout va mal": ranked(urgence=0.9),
}


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def model() -> FakeRanker:
    return FakeRanker(TABLE)


@pytest.fixture
def keywords() -> FakeRanker:
    return FakeRanker({"fablab": ranked(fablab=0.6)})


@pytest.fixture
def store() -> FakeConversations:
    return FakeConversations()


@pytest.fixture
def spare() -> FakeConversations:
    return FakeConversations()


@pytest.fixture
def gazetteer() -> FakeGazetteer:
    return FakeGazetteer((FIGEAC, RODEZ), nearest=FIGEAC)


@pytest.fixture
def interpreter(model: FakeRanker, keywords: FakeRanker) -> Interpreter:
    return Interpreter(
        {Voice.MODEL: model, Voice.KEYWORDS: keywords}, FakeCalibrations(), FakeKnowledge()
    )


@pytest.fixture
def conversations(store: FakeConversations, spare: FakeConversations) -> SteadyConversations:
    return SteadyConversations(store, spare)


@pytest.fixture
def silences() -> FakeSilences:
    return FakeSilences()


@pytest.fixture
def assistant(
    gazetteer: FakeGazetteer,
    interpreter: Interpreter,
    conversations: SteadyConversations,
    clock: FakeClock,
    silences: FakeSilences,
) -> Assistant:
    return Assistant(
        knowledge=FakeKnowledge(KNOWLEDGE),
        gazetteer=gazetteer,
        interpreter=interpreter,
        conversations=conversations,
        clock=clock,
        pseudonyms=Pseudonyms(b"a key"),
        about=About("la commune de Test"),
        silences=silences,
    )


@pytest.fixture
def chat(assistant: Assistant) -> Chat:
    return Chat(assistant)


@pytest.fixture
def shelf() -> FakeKnowledge:
    return FakeKnowledge(KNOWN)


@pytest.fixture
def looking_up(interpreter: Interpreter, shelf: FakeKnowledge, clock: FakeClock) -> LookingUp:
    return LookingUp(shelf, FakeGazetteer(TERRITORIES), interpreter, clock)


@pytest.fixture
def mail() -> FakeMail:
    return FakeMail()


@pytest.fixture
def post(mail: FakeMail) -> FakePost:
    return FakePost(mail)


@pytest.fixture
def correspondence(mail: FakeMail, post: FakePost) -> Correspondence:
    return Correspondence(mail, post, at_once=4)
