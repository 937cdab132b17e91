"""`rasa run`: writes who it is in a file of `STANDIN_FOLDER`, then serves as `STANDIN_MOOD` says.

Moods: `well`, `dying` (before it answers), `mute` (never answers), `deaf` (does not end when it is
told to). Once a file named `silent` is there, it answers no more.
"""

import json
import os
import signal
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = Path(os.environ["STANDIN_FOLDER"])
MOOD = os.environ["STANDIN_MOOD"]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if MOOD == "mute" or (FOLDER / "silent").exists():
            threading.Event().wait()
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def main() -> None:
    known = {"pid": os.getpid(), "arguments": sys.argv, "folder": str(Path.cwd())}
    draft = FOLDER / f"{os.getpid()}.draft"
    draft.write_text(json.dumps(known), "utf-8")
    draft.rename(FOLDER / f"{len(list(FOLDER.glob('*.json'))):03}.json")
    if MOOD == "dying":
        sys.exit(3)
    if MOOD == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    port = int(sys.argv[sys.argv.index("-p") + 1])
    ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
