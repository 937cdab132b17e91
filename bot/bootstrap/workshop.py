"""The program: the assistant, its channels, its store and the model that it asks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import monotonic, perf_counter

from starlette.applications import Starlette

from bot.adapters.clock import SystemClock
from bot.adapters.database import (
    Database,
    DatabasePace,
    DatabaseSilences,
)
from bot.adapters.evaluation_report import ReportFolder
from bot.adapters.learning_curve import LearningCurveFile
from bot.adapters.rasa.keeper import follow_shelf
from bot.adapters.rasa.ranker import RasaRanker
from bot.adapters.rasa.server import RasaServer
from bot.bootstrap.background import beside
from bot.bootstrap.storage import Storage
from bot.bootstrap.telephone import telegram_limits, telegram_line
from bot.channels.telegram.channel import Speakers, TelegramChannel
from bot.channels.telegram.postman import PostOffice
from bot.channels.web.app import create_web
from bot.domain.health import HealthReport
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.understanding import Voice
from bot.settings import ROOT
from bot.usecases.answering import About, Assistant
from bot.usecases.evaluating import Evaluating
from bot.usecases.interpreting import Interpreter
from bot.usecases.learning import Learning
from bot.usecases.looking_up import LookingUp
from bot.usecases.pacing import OwnPace, SteadyPace
from bot.usecases.ports import Ranker


@dataclass(frozen=True)
class Workshop(Storage):
    """What every command shares, made when first needed."""

    @cached_property
    def server(self) -> RasaServer:
        """The Rasa child process, for when no server is configured."""
        script = ROOT / "nlu" / "serve.py"
        return RasaServer(self.settings.nlu_python, script, self.shelf.active_path)

    @property
    def can_serve_model(self) -> bool:
        """Whether there is a server to wait for."""
        return bool(self.settings.nlu_url) or self.settings.nlu_python.is_file()

    @cached_property
    def ranker(self) -> RasaRanker:
        """The model, wherever it is served."""
        url, token = self.settings.nlu_url, self.settings.nlu_token
        if url:
            return RasaRanker(lambda: url, token.get_secret_value() if token else "")
        return RasaRanker(self.server.address, self.server.token)

    @property
    def voices(self) -> dict[Voice, Ranker]:
        """Who ranks goals."""
        voices: dict[Voice, Ranker] = {Voice.MODEL: self.ranker, Voice.KEYWORDS: self.keywords}
        return voices | {Voice.MEANING: self.meaning} if self.meaning else voices

    async def ready(self) -> None:
        """Wait until every voice can be heard."""
        await self.ranker.ready()
        if self.meaning:
            await self.meaning.ready()

    def assistant(self, database: Database, key: bytes | None = None) -> Assistant:
        """The assistant, whatever the channel; it hashes identifiers with `key`, or the kept one.

        Raises:
            SettingsError: there is no kept key, and none can be made.
        """
        return Assistant(
            knowledge=self.knowledge,
            gazetteer=self.gazetteer,
            interpreter=self._interpreter,
            conversations=self.conversations(database, key),
            clock=SystemClock(),
            pseudonyms=Pseudonyms(key or self.key()),
            about=About(self.settings.publisher, self.settings.retention_days),
            silences=DatabaseSilences(database, SystemClock()),
        )

    @property
    def _interpreter(self) -> Interpreter:
        heard = self.voices, self.shelf, self.knowledge
        return Interpreter(*heard, parts=self.keywords, vocabulary=self.vocabulary)

    def evaluating(self, assistant: Assistant) -> Evaluating:
        """Measures the assistant."""
        curves = LearningCurveFile(self.settings.models_dir)
        return Evaluating(assistant, self.shelf, curves, perf_counter)

    @property
    def learning(self) -> Learning:
        """Measures models of a part of the phrases."""
        return Learning(self.training, LearningCurveFile(self.settings.models_dir))

    def report_folder(self, folder: Path) -> ReportFolder:
        """Where the report of an evaluation is written.

        Raises:
            ReportError: the folder cannot be made.
        """
        return ReportFolder(folder)

    def looking_up(self, assistant: Assistant) -> LookingUp:
        """Finds cards and places without a conversation."""
        known = assistant.knowledge, assistant.gazetteer, assistant.interpreter
        return LookingUp(*known, assistant.clock)

    def web(self, assistant: Assistant, database: Database) -> Starlette:
        """The chat page, and the state of the program."""

        async def health() -> HealthReport:
            cards = bool(self.knowledge.current().published)
            return HealthReport(cards, await self.ranker.answers(), await database.answers())

        return create_web(assistant, publisher=self.settings.publisher, health=health)

    def telegram(self, assistant: Assistant, database: Database) -> TelegramChannel | None:
        """The Telegram channel, when there is a token."""
        line = telegram_line(self.settings)
        if line is None:
            return None
        clock = SystemClock()
        pace = SteadyPace(DatabasePace(database, clock), OwnPace(monotonic))
        office = PostOffice(
            self.mail(database), pace, assistant.pseudonyms, telegram_limits(self.settings)
        )
        speakers = Speakers(assistant, self.looking_up(assistant), self.maps)
        return TelegramChannel(speakers, line, office)

    @asynccontextmanager
    async def model(self) -> AsyncIterator[None]:
        """The model served for as long as the context lasts, following the shelf.

        Meanwhile what is known is read by its meaning: a second, or minutes the first time.
        """
        served = () if self.settings.nlu_url else (self.server.run(),)
        try:
            async with beside(follow_shelf(self.shelf, self.ranker), self._read(), *served):
                yield
        finally:
            await self.ranker.close()

    async def _read(self) -> None:
        if self.meaning:
            known = self.knowledge.current(), self.training.compiled()
            await self.meaning.read(*known)
