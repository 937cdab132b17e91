"""Colours of maps: those of the page (`channels/web/static/page.css`), in its light theme."""

OUTSIDE = "#e4eee9"
"""The sea, and abroad (`--tint`)."""

LAND = "#fffefb"
"""`--surface`."""

OUTLINE = "#d9d5c8"
"""`--line`."""

QUIET = "#55605f"
"""Names of départements and regions, credit (`--quiet`)."""

INK = "#20282c"
"""Names of towns, scale (`--ink`)."""

PIN = "#17594f"
"""`--brand`."""

NUMBER = "#ffffff"
"""`--brand-ink`."""

PERSON = "#14479e"
"""`--focus`."""
