"""An agent that finds the same goals in every text, the first being the text itself."""

from pathlib import Path
from typing import Any


class Agent:
    @classmethod
    def load(cls, path: str) -> "Agent":
        Path(path).read_bytes()
        return cls()

    async def parse_message(self, text: str) -> dict[str, Any]:
        return {
            "intent_ranking": [
                {"name": text, "confidence": 0.75},
                {"name": "remercier", "confidence": 0.25},
            ]
        }
