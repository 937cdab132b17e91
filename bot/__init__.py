"""Trait d'union: the assistant of territorial alliances."""
