"""Rasa, a process of its own behind its HTTP API: ranking, supervision, training."""
