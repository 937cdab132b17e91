"""The components, in Rasa's own environment: `python -m unittest nlu.tests.test_components`."""

import asyncio
import tempfile
import unittest
from pathlib import Path

import numpy as np
import scipy.sparse
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
from rasa.shared.nlu.training_data.message import Message

from nlu.components.softmax import Schedule, learn, softmax
from nlu.components.tokenizer import FrenchTokenizer, unaccented

CONFIG = """
recipe: default.v1
language: fr
assistant_id: test
pipeline:
  - name: nlu.components.FrenchTokenizer
  - name: nlu.components.SoftmaxClassifier
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


class TestLearning(unittest.TestCase):
    def test_what_can_be_told_apart_is_learned(self) -> None:
        random = np.random.default_rng(0)
        rows = scipy.sparse.random(300, 40, 0.2, "csr", np.float32, random_state=0)
        classes = np.asarray((rows @ random.normal(size=(40, 3))).argmax(axis=1))
        found = (rows @ learn(rows, classes, 3, Schedule(epochs=30, batch=32, dropout=0.0))).argmax(
            axis=1
        )
        self.assertGreater((found == classes).mean(), 0.9)

    def test_the_same_training_gives_the_same_weights(self) -> None:
        rows = scipy.sparse.random(50, 20, 0.3, "csr", np.float32, random_state=1)
        classes = np.arange(50) % 4
        one, two = (learn(rows, classes, 4, Schedule()) for _ in range(2))
        np.testing.assert_array_equal(one, two)

    def test_probabilities_add_up_to_one_whatever_the_scores(self) -> None:
        found = softmax(np.array([[1e5, -1e5, 0.0], [0.0, 0.0, 0.0]]))
        np.testing.assert_allclose(found.sum(axis=1), 1)


class TestPipeline(unittest.TestCase):
    def setUp(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        folder = Path(self._folder.name)
        (folder / "config.yml").write_text(CONFIG, "utf-8")
        blocks = ["version: '3.1'", "nlu:"]
        for intent, phrases in PHRASES.items():
            lines = "".join(f"\n    - {phrase}" for phrase in phrases)
            blocks.append(f"- intent: {intent}\n  examples: |{lines}")
        (folder / "nlu.yml").write_text("\n".join(blocks), "utf-8")
        model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
        self.agent = Agent.load(model)

    def parse(self, text: str) -> dict:
        return asyncio.run(self.agent.parse_message(text))

    def test_a_saved_model_ranks_every_intent(self) -> None:
        for intent, phrases in PHRASES.items():
            found = self.parse(phrases[0])
            self.assertEqual(found["intent"]["name"], intent)
            ranking = found["intent_ranking"]
            self.assertEqual({it["name"] for it in ranking}, set(PHRASES))
            self.assertAlmostEqual(sum(it["confidence"] for it in ranking), 1, places=4)
        self.assertEqual(self.parse("SUBVENTIONNER ?")["intent"]["name"], "subvention")
        self.assertEqual(len(self.parse("zzz")["intent_ranking"]), len(PHRASES))


if __name__ == "__main__":
    unittest.main()
