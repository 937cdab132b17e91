"""What Rasa needs of French: a tokenizer, features and a classifier (see README.md beside)."""

from nlu.components.classifier import SoftmaxClassifier
from nlu.components.featurizer import NgramFeaturizer
from nlu.components.tokenizer import FrenchTokenizer

__all__ = ["FrenchTokenizer", "NgramFeaturizer", "SoftmaxClassifier"]
