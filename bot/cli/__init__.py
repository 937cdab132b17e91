"""The command line: parses, calls a use case, shapes what comes back."""
