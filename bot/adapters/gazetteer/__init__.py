"""The places of France: reference data, an index of their names, and the reading of messages."""

from bot.adapters.gazetteer.french_gazetteer import FrenchGazetteer
from bot.adapters.gazetteer.reference import Reference, load_reference

__all__ = ["FrenchGazetteer", "Reference", "load_reference"]
