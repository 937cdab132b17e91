"""Open data: lines of published files read into places, and places written for others to read."""
