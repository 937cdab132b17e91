"""Serves models over Rasa's HTTP API, for as long as the process that started it lives.

    NLU_TOKEN=… python nlu/serve.py PORT [MODEL]

Its standard input is a lifeline: when the parent dies, however it dies, the pipe closes and this
process ends too. The token comes through the environment, since arguments can be read by others.
"""

import os
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # where `nlu.components` is

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def main() -> None:
    """Run the server on loopback."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from rasa.__main__ import main as rasa

    port, *model = sys.argv[1:]
    options = ["--enable-api", "-i", "127.0.0.1", "-p", port, "--quiet"]
    token = f"--auth-token={os.environ['NLU_TOKEN']}"  # one argument: it may begin with a dash
    sys.argv = ["rasa", "run", *options, token, *(["--model", *model] if model else [])]
    rasa()


def _end_with_parent() -> None:
    # Not `sys.stdin`: Python aborts when it ends while a thread is reading it.
    while os.read(0, 1024):
        pass
    os._exit(0)


if __name__ == "__main__":
    main()
