"""One step a file, numbered; a step already published is never changed."""
