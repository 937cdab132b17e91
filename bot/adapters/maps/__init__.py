"""Maps: pictures of places, drawn here, without a server of tiles."""

from bot.adapters.maps.outline_maps import OutlineMaps

__all__ = ["OutlineMaps"]
