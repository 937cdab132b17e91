"""The chat page: the same conversation in a browser, without an account, with scripts or not."""
