"""Places as GeoJSON (RFC 7946: WGS 84, longitude first)."""

from collections.abc import Mapping, Sequence

from bot.domain.structures import Place

Json = str | float | None | Sequence["Json"] | Mapping[str, "Json"]

_GEOMETRY = {"id", "latitude", "longitude", "identifiant_source", "empreinte_source"}


def feature_collection(places: Sequence[Place]) -> Mapping[str, Json]:
    """The places, all with coordinates, in one collection."""
    return {"type": "FeatureCollection", "features": [_feature(place) for place in places]}


def _feature(place: Place) -> Mapping[str, Json]:
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": place.model_dump(mode="json", exclude=_GEOMETRY, exclude_defaults=True),
    }
