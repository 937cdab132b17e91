"""Nouns and rules: pure, synchronous, standard library and pydantic only."""
