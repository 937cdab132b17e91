"""What was done lately, so that it is not done twice when the store missed it."""

from collections import OrderedDict

REMEMBERED = 20_000
"""Keys remembered; more than a replica handles while a store is away for ten minutes."""


class Recent:
    """The keys of what was done lately."""

    def __init__(self) -> None:
        self._keys: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def add(self, key: str) -> None:
        """Remember a key; the oldest is forgotten."""
        self._keys[key] = None
        if len(self._keys) > REMEMBERED:
            self._keys.popitem(last=False)

    def discard(self, key: str) -> None:
        """Forget a key, be it known or not."""
        self._keys.pop(key, None)
