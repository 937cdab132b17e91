"""What is logged of a failure: neither its words nor its causes, for they may quote the person."""

import traceback


def described(error: BaseException) -> str:
    """The class of an error, and where it comes from."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{frames}"
