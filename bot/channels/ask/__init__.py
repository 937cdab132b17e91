"""The `ask` command: questions in, answers out, as text or as JSON lines."""
