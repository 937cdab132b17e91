"""Identifiers that can be read, made from names."""

from collections.abc import Collection, Sequence
from itertools import count

from bot.domain.content import MAX_ID
from bot.domain.text import fold


def slug_of(words: str) -> str:
    """Lower-case ASCII and hyphens, cut between words."""
    slug = fold(words).replace(" ", "-")
    if len(slug) <= MAX_ID:
        return slug
    cut = slug[: MAX_ID + 1].rpartition("-")[0]
    return cut or slug[:MAX_ID]


def free_slug(names: Sequence[str], taken: Collection[str]) -> str:
    """The first of `names` that is free, made longer each time; numbered when none is."""
    slugs = [slug for at in range(1, len(names) + 1) if (slug := slug_of(" ".join(names[:at])))]
    free = next((slug for slug in slugs if slug not in taken), None)
    if free:
        return free
    base = slugs[-1][: MAX_ID - 6].rstrip("-") if slugs else "lieu"
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in numbered if slug not in taken)
