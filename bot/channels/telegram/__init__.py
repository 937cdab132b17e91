"""Telegram: carries its messages to the assistant and shapes replies as its messages."""
