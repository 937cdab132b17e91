"""What Rasa needs of French: a tokenizer and a classifier (see README.md beside)."""

from nlu.components.classifier import SupportVectorClassifier
from nlu.components.tokenizer import FrenchTokenizer

__all__ = ["FrenchTokenizer", "SupportVectorClassifier"]
