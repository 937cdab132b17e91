"""How the oracle says no."""


class RefusedError(Exception):
    """Telegram would answer 400."""


def require(condition: object, message: str) -> None:
    if not condition:
        raise RefusedError(message)
