"""What the Bot API server hears, and the answers that nobody hopes for."""

from dataclasses import dataclass, field
from typing import Any

from tests.channels.telegram.uploads import Upload


@dataclass(frozen=True)
class Call:
    """A request that the bot made; `at` is in seconds of the event loop."""

    method: str
    params: dict[str, Any]
    at: float
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def chat(self) -> int:
        return int(self.params["chat_id"])

    @property
    def text(self) -> str:
        return str(self.params["text"])


@dataclass(frozen=True)
class Failure:
    """An answer that is not the one hoped for.

    `cut` breaks the connection instead; `done` tells that what was asked is done all the same.
    """

    status: int = 500
    description: str = "Internal Server Error"
    parameters: dict[str, int] = field(default_factory=dict)
    cut: bool = False
    done: bool = False


class DeclinedError(Exception):
    """What was asked is well formed, and cannot be done."""

    def __init__(self, failure: Failure | str) -> None:
        if isinstance(failure, str):
            failure = Failure(400, f"Bad Request: {failure}")
        self.failure = failure
        super().__init__(failure.description)


CUT = Failure(cut=True)
LOST = Failure(cut=True, done=True)
"""It was done, and the answer was lost on its way."""

UNAUTHORIZED = Failure(401, "Unauthorized")
NOT_FOUND = Failure(404, "Not Found")
TOO_LARGE = Failure(413, "Request Entity Too Large")
BLOCKED = Failure(403, "Forbidden: bot was blocked by the user")
KICKED = Failure(403, "Forbidden: bot was kicked from the supergroup chat")
CONFLICT = Failure(
    409,
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
)
HOOKED = Failure(
    409,
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)
ENDED_BY_WEBHOOK = Failure(409, "Conflict: terminated by setWebhook request")
QUERY_TOO_OLD = Failure(
    400,
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
)


def too_many_requests(seconds: int) -> Failure:
    return Failure(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def chat_migrated(chat: int) -> Failure:
    """The group has become this supergroup."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return Failure(400, description, {"migrate_to_chat_id": chat})
