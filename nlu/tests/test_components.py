"""The components, in Rasa's own environment: `python -m unittest nlu.tests.test_components`."""

import asyncio
import tempfile
import unittest
from pathlib import Path

import numpy as np
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
from rasa.shared.nlu.training_data.message import Message

from nlu.components.classifier import probabilities
from nlu.components.tokenizer import FrenchTokenizer, unaccented

CONFIG = """
recipe: default.v1
language: fr
assistant_id: test
pipeline:
  - name: nlu.components.FrenchTokenizer
  - name: nlu.components.SupportVectorClassifier
    min_stem: 1
    min_piece: 1
policies: []
"""

PHRASES = {
    "subvention": ["demander une subvention", "obtenir des subventions", "aide financiere"],
    "benevoles": ["trouver des benevoles", "recruter un benevole", "on manque de bras"],
    "local": ["chercher un local", "une salle pour notre asso", "ou se reunir"],
}


def words(text: str) -> list[str]:
    tokenizer = FrenchTokenizer(FrenchTokenizer.get_default_config())
    return [token.text for token in tokenizer.tokenize(Message({"text": text}), "text")]


def lemmas(text: str) -> list[str]:
    tokenizer = FrenchTokenizer(FrenchTokenizer.get_default_config())
    return [token.lemma for token in tokenizer.tokenize(Message({"text": text}), "text")]


class TestWords(unittest.TestCase):
    def test_elisions_hyphens_accents_and_case_are_no_part_of_words(self) -> None:
        self.assertEqual(words("L'été, qu'on co-construise !"), ["ete", "on", "co", "construise"])
        self.assertEqual(words("l association"), ["association"])

    def test_words_of_a_family_share_a_stem(self) -> None:
        self.assertEqual(*(lemmas(word) for word in ("subventions", "subvention")))
        self.assertEqual(*(lemmas(word) for word in ("bénévole", "benevoles")))

    def test_a_text_that_has_no_word_is_one_token(self) -> None:
        self.assertEqual(words("l"), ["l"])
        self.assertEqual(words("?!"), ["?!"])

    def test_letters_keep_their_place(self) -> None:
        for text in ("Été à l'île", "œuvre", "ﬁn", "İstanbul"):
            self.assertEqual(len(unaccented(text)), len(text.lower()))


class TestProbabilities(unittest.TestCase):
    def test_probabilities_add_up_to_one_whatever_the_scores(self) -> None:
        found = probabilities(np.array([[1e5, -1e5, 0.0], [0.0, 0.0, 0.0]]))
        np.testing.assert_allclose(found.sum(axis=1), 1)


class TestPipeline(unittest.TestCase):
    def setUp(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)

    def trained(self, phrases: dict[str, list[str]]) -> Agent:
        folder = Path(self._folder.name)
        (folder / "config.yml").write_text(CONFIG, "utf-8")
        blocks = ["version: '3.1'", "nlu:"]
        for intent, told in phrases.items():
            lines = "".join(f"\n    - {phrase}" for phrase in told)
            blocks.append(f"- intent: {intent}\n  examples: |{lines}")
        (folder / "nlu.yml").write_text("\n".join(blocks), "utf-8")
        model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
        return Agent.load(model)

    def parse(self, agent: Agent, text: str) -> dict:
        return asyncio.run(agent.parse_message(text))

    def test_a_saved_model_ranks_every_intent(self) -> None:
        agent = self.trained(PHRASES)
        for intent, phrases in PHRASES.items():
            found = self.parse(agent, phrases[0])
            self.assertEqual(found["intent"]["name"], intent)
            ranking = found["intent_ranking"]
            self.assertEqual({it["name"] for it in ranking}, set(PHRASES))
            self.assertAlmostEqual(sum(it["confidence"] for it in ranking), 1, places=4)
        self.assertEqual(self.parse(agent, "SUBVENTIONNER ?")["intent"]["name"], "subvention")
        self.assertEqual(len(self.parse(agent, "zzz")["intent_ranking"]), len(PHRASES))

    def test_two_intents_are_told_apart(self) -> None:
        agent = self.trained({key: PHRASES[key] for key in ("local", "benevoles")})
        for intent in ("local", "benevoles"):
            self.assertEqual(self.parse(agent, PHRASES[intent][0])["intent"]["name"], intent)


if __name__ == "__main__":
    unittest.main()
