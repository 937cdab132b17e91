"""Distances as people say them."""


def how_far(km: float) -> str:
    """« à 12 km », to the nearest kilometre."""
    return f"à {km:.0f} km" if km >= 1 else "à moins d'un kilomètre"
