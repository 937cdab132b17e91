"""The lines of a comparison, in Markdown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """What a way is worth: shares; processor time (training in s, a question in ms); size in MB."""

    first: float
    offered: float
    training: float
    asking: "float | None"
    size: "float | None"


def head() -> None:
    """The head of the table."""
    print("| way | first | among three | training, CPU s | a question, CPU ms | MB |")
    print("|---|---|---|---|---|---|", flush=True)


def say(name: str, found: Found) -> None:
    """A line of the table; a dash for what was not measured."""
    asking, size = ("–" if it is None else f"{it:.1f}" for it in (found.asking, found.size))
    shares = f"{found.first:.3f} | {found.offered:.3f}"
    print(f"| {name} | {shares} | {found.training:.0f} | {asking} | {size} |", flush=True)
