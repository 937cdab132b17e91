"""The knowledge and what is made of it: search, models, checks."""

import hashlib
from dataclasses import dataclass
from functools import cached_property, partial

from bot.adapters.clock import SystemClock
from bot.adapters.gazetteer import FrenchGazetteer, Reference, load_reference
from bot.adapters.gazetteer.postal import PostalTowns
from bot.adapters.keywords import KeywordRanker, Vocabulary
from bot.adapters.knowledge_files import KnowledgeFiles
from bot.adapters.links import WebProber
from bot.adapters.maps import OutlineMaps
from bot.adapters.meaning import (
    MeaningRanker,
    RememberedVectors,
    UnknownEncoderError,
    encoder_named,
)
from bot.adapters.model_shelf import ModelFolder
from bot.adapters.open_data_files import open_table, write_json, write_table
from bot.adapters.phrase_files import PhraseFiles
from bot.adapters.place_writer import PlaceFolder
from bot.adapters.rasa.trainer import RasaTrainer
from bot.adapters.readings import RememberedReadings, digest_of_files
from bot.adapters.similar_names import closest_name
from bot.channels.telegram.markup import count
from bot.channels.telegram.render import render
from bot.domain.understanding import Voice
from bot.settings import ROOT, Settings, SettingsError
from bot.usecases.checking import Checking
from bot.usecases.exchanging import Importing
from bot.usecases.exporting import Exporting
from bot.usecases.interpreting import legible
from bot.usecases.reloading import Reloading
from bot.usecases.reviewing import Reviewing
from bot.usecases.training import MakeIndex, Training

GAZETTEER = ROOT / "bot" / "adapters" / "gazetteer"


@dataclass(frozen=True)
class Library:
    """What is known, and what is made of it."""

    settings: Settings

    @cached_property
    def knowledge(self) -> KnowledgeFiles:
        """Cards, contacts and places."""
        return KnowledgeFiles(self.settings.knowledge_dir)

    @cached_property
    def phrases(self) -> PhraseFiles:
        """The phrases of actions."""
        return PhraseFiles(ROOT / "nlu" / "data")

    @cached_property
    def gazetteer(self) -> FrenchGazetteer:
        """The places of France."""
        return FrenchGazetteer(self.reference, self.knowledge.current().territories)

    @cached_property
    def reference(self) -> Reference:
        """The reference data of the places of France."""
        return load_reference()

    @cached_property
    def shelf(self) -> ModelFolder:
        """The models."""
        return ModelFolder(self.settings.models_dir)

    @cached_property
    def readings(self) -> RememberedReadings:
        """Phrases as rankings read them."""
        code = digest_of_files([*GAZETTEER.glob("*.py"), *GAZETTEER.glob("data/*.zip")])

        def read(text: str) -> str:
            return legible(self.gazetteer.read(text).masked, self.knowledge.current().speller)

        def state() -> str:
            known = self.knowledge.current()
            names = (code, known.territories.model_dump_json(), known.spellings.model_dump_json())
            return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]

        return RememberedReadings(read, self.settings.models_dir / "readings.json", state)

    @cached_property
    def training(self) -> Training:
        """Makes models."""
        configuration = ROOT / "config.yml"
        script = ROOT / "nlu" / "train.py"
        models = self.settings.models_dir
        return Training(
            knowledge=self.knowledge,
            phrases=self.phrases,
            readings=self.readings,
            trainer=RasaTrainer(self.settings.nlu_python, script, configuration, models),
            shelf=self.shelf,
            clock=SystemClock(),
            make_indexes=self._make_indexes(),
            make_vocabulary=Vocabulary,
            configuration=configuration.read_text("utf-8"),
        )

    def _make_indexes(self) -> dict[Voice, MakeIndex]:
        """How the rankings that are not trained are made, to be weighed with the model."""
        made: dict[Voice, MakeIndex] = {Voice.KEYWORDS: KeywordRanker}
        if self.vectors:
            made[Voice.MEANING] = partial(MeaningRanker.of, self.vectors)
        return made

    @cached_property
    def vectors(self) -> RememberedVectors | None:
        """The vectors of known texts, unless the settings want no encoder.

        Raises:
            SettingsError: the settings name an encoder that does not exist.
        """
        try:
            encoder = encoder_named(self.settings.encoder)
        except UnknownEncoderError as error:
            raise SettingsError(f"ENCODER : « {error} » n'est ni use, ni none, ni hub:…") from error
        return RememberedVectors(encoder, self.settings.models_dir) if encoder else None

    @cached_property
    def meaning(self) -> MeaningRanker | None:
        """The ranking by meaning; it answers once it has read what is known."""
        return MeaningRanker(self.vectors) if self.vectors else None

    @cached_property
    def checking(self) -> Checking:
        """Finds problems."""
        return Checking(
            knowledge=self.knowledge,
            phrases=self.phrases,
            gazetteer=self.gazetteer,
            clock=SystemClock(),
            measure=lambda reply: count(render(reply).text),
        )

    @cached_property
    def reviewing(self) -> Reviewing:
        """Tells what to read again."""
        return Reviewing(self.knowledge, SystemClock())

    def prober(self, timeout: float) -> WebProber:
        """Looks at web addresses."""
        return WebProber(timeout)

    @cached_property
    def keywords(self) -> KeywordRanker:
        """The keyword search."""
        return KeywordRanker(self.knowledge.current(), self.training.compiled())

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that are known."""
        return Vocabulary(self.knowledge.current(), self.training.compiled())

    @cached_property
    def reloading(self) -> Reloading:
        """Makes what is saved in the folder answer."""
        return Reloading(
            knowledge=self.knowledge,
            places=self.gazetteer,
            indexes=[it for it in (self.keywords, self.vocabulary, self.meaning) if it],
            phrases=self.training.compiled,
            forget_readings=self.readings.forget,
        )

    @cached_property
    def towns(self) -> PostalTowns:
        """The communes, as addresses name them."""
        return PostalTowns(self.reference, self.gazetteer.locate)

    @cached_property
    def importing(self) -> Importing:
        """Reads open data into places."""
        folder = PlaceFolder(self.settings.knowledge_dir / "places")
        return Importing(self.knowledge, self.towns, closest_name, folder, SystemClock())

    @cached_property
    def exporting(self) -> Exporting:
        """Writes places as open data."""
        return Exporting(self.knowledge, self.towns)

    @cached_property
    def maps(self) -> OutlineMaps:
        """Draws maps, from the outlines of the reference data."""
        return OutlineMaps(self.reference)

    open_table = staticmethod(open_table)
    write_table = staticmethod(write_table)
    write_json = staticmethod(write_json)
