"""The places where people talk with the assistant: each carries messages and shapes replies."""
