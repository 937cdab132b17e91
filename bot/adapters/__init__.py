"""One outside thing per module: files, the database, Rasa, the search index, the map of France."""
