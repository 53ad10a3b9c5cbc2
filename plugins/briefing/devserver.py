"""Serves the site while somebody works on it: rebuilds when a source changes, and reloads the page that is open.

For the desk only: it listens on the loopback address, adds one script to each page it sends and lets that script listen.
The files of the site, and the policy in them, stay as the build made them. A rebuild is a run of Pelican in a process of
its own, so a changed plugin is loaded too.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

_EVENTS = "/_rebuilt"
_SCRIPT_PATH = "/_reload.js"
_SCRIPT = b"new EventSource('/_rebuilt').onmessage = () => location.reload();\n"
_TAG = b'<script src="/_reload.js"></script></body>'
_POLICY = re.compile(rb'(?<=http-equiv="Content-Security-Policy" content=")[^"]*')


class Rebuilt:
    """Tells every open page that a build has ended."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._builds = 0

    def announce(self) -> None:
        with self._condition:
            self._builds += 1
            self._condition.notify_all()

    def wait(self, seconds: float) -> bool:
        """Whether a build ended within `seconds`."""
        with self._condition:
            seen = self._builds
            return self._condition.wait_for(lambda: self._builds != seen, seconds)


class Handler(SimpleHTTPRequestHandler):
    def __init__(self, rebuilt: Rebuilt, *args: object, directory: str) -> None:
        self._rebuilt = rebuilt
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == _EVENTS:
            self._events()
        elif self.path == _SCRIPT_PATH:
            self._send(_SCRIPT, "text/javascript")
        elif (page := self._page()) is not None:
            self._send(_reloading(page), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""

    def _page(self) -> bytes | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path = path / "index.html"
        return path.read_bytes() if path.suffix == ".html" and path.is_file() else None

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"data: rebuilt\n\n" if self._rebuilt.wait(20) else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return  # the page was closed


def _reloading(page: bytes) -> bytes:
    """A page with the script that reloads it. A page of the site may connect to nothing; this one may ask its own server."""
    allowed = _POLICY.sub(lambda policy: policy[0] if b"connect-src" in policy[0] else policy[0] + b"; connect-src 'self'", page, count=1)
    return allowed.replace(b"</body>", _TAG)


def build(output: str) -> bool:
    """One run of Pelican; whether it ended well."""
    command = [sys.executable, "-m", "pelican", "content", "-o", output, "-s", "pelicanconf.py", "--fatal", "errors"]
    return subprocess.run(command, check=False).returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="make devserver", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--output", default=os.environ.get("OUTPUT", "output"))
    parser.add_argument("--watch", nargs="+", default=["seeds", "content", "themes", "plugins"])
    options = parser.parse_args()
    if not build(options.output):
        return 1
    rebuilt = Rebuilt()
    server = ThreadingHTTPServer(("127.0.0.1", options.port), partial(Handler, rebuilt, directory=options.output))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving on http://127.0.0.1:{options.port}/ - stop with Ctrl-C", flush=True)
    for _ in watch(*(path for path in options.watch if Path(path).exists()), debounce=200, raise_interrupt=False):
        if build(options.output):
            rebuilt.announce()
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
