"""Simplified outlines of départements and regions, for maps drawn without a server of tiles."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping

import shapely

TOLERANCE = 0.02
"""Degrees (about 2 km) within which an outline may leave the true line."""

_SMALLEST = 0.003
"""Square degrees (about 25 km²) under which an island is left out, unless it is the only land."""

_GRID = 0.0001
"""Degrees to which communes' borders are snapped, so that they close."""

Outline = list[list[list[float]]]
"""Rings of points [longitude, latitude] in degrees, the outer border of each piece of land."""


def outlines_of(
    rows: Iterable[dict[str, str]], departement_of: Mapping[str, str]
) -> dict[str, Outline]:
    """Outlines by département, from the communes' shapes; neighbours keep the same border."""
    shapes: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for row in rows:
        if row["type"] == "COM" and row["geometry"] and row["code"] in departement_of:
            shape = shapely.set_precision(shapely.from_wkb(row["geometry"]), _GRID)
            shapes[departement_of[row["code"]]].append(shape)
    codes = sorted(shapes)
    whole = [shapely.union_all(shapes[code]) for code in codes]
    simple = shapely.coverage_simplify(whole, TOLERANCE)
    return {code: _rings(shape) for code, shape in zip(codes, simple, strict=True)}


def merged_outline(outlines: Iterable[Outline]) -> Outline:
    """The outline of several départements together."""
    pieces = [shapely.Polygon(ring) for outline in outlines for ring in outline]
    return _rings(shapely.union_all([shapely.make_valid(piece) for piece in pieces]))


def _rings(shape: shapely.Geometry) -> Outline:
    """The outer rings, largest first."""
    pieces = [part for part in shapely.get_parts(shape) if isinstance(part, shapely.Polygon)]
    largest_first = sorted(pieces, key=lambda piece: -piece.area)
    kept = largest_first[:1] + [it for it in largest_first[1:] if it.area >= _SMALLEST]
    return [_points(piece) for piece in kept]


def _points(piece: shapely.Polygon) -> list[list[float]]:
    """The border to a hundred metres, no point twice in a row."""
    rounded = [[round(x, 3), round(y, 3)] for x, y in piece.exterior.simplify(0).coords]
    return [point for point, _ in itertools.groupby(rounded)]
