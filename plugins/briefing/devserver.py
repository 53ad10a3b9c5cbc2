"""Serves the site while somebody works on it, and reloads the page that is open when a source changes.

For the desk only: it listens on the loopback address, adds one script to each page it sends and lets that script listen.
The files of the site, and the policy in them, stay as the build made them. A changed article, profile, page or template
shows from memory at once; when nobody has changed anything for a while, the site is built into its folder, with the search
index. A changed plugin or setting starts the server anew.
"""

from __future__ import annotations

import argparse
import html
import os
import runpy
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from . import settings as briefing_settings
from .build import BuildError
from .preview import Preview
from .render import ThemeError
from .settings import Settings

_CONFIGURATION = "pelicanconf.py"
#: After so many milliseconds without a change the site is built into its folder.
_QUIET = 4000
_EVENTS = "/_rebuilt"
_SCRIPT_PATH = "/_reload.js"
#: A page that lost its server reloads when there is one again.
_SCRIPT = b"""const events = new EventSource('/_rebuilt');
let lost = false;
events.onmessage = () => location.reload();
events.onerror = () => { lost = true; };
events.onopen = () => { if (lost) location.reload(); };
"""
_TAG = b'<script src="/_reload.js"></script></body>'
_BROKEN = (
    '<!DOCTYPE html><html lang="en"><title>{0}</title><link rel="icon" href="data:,">'
    "<body><h1>The theme has a mistake</h1><pre>{0}</pre></body></html>"
)


class Rebuilt:
    """Tells every open page that there is something new."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._builds = 0

    def announce(self) -> None:
        with self._condition:
            self._builds += 1
            self._condition.notify_all()

    def wait(self, seconds: float) -> bool:
        """Whether something new came within `seconds`."""
        with self._condition:
            seen = self._builds
            return self._condition.wait_for(lambda: self._builds != seen, seconds)


class Handler(SimpleHTTPRequestHandler):
    """Sends what the preview has, and else what lies in the output folder."""

    def __init__(self, rebuilt: Rebuilt, preview: Preview, *args: object, directory: str) -> None:
        self._rebuilt, self._preview = rebuilt, preview
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == _EVENTS:
            self._events()
        elif self.path == _SCRIPT_PATH:
            self._send(_SCRIPT, "text/javascript")
        elif (content := self._content(path := self._below())) is not None:
            page = path.endswith(".html")
            kind = "text/html; charset=utf-8" if page else self.guess_type(path)
            self._send(content.replace(b"</body>", _TAG) if page else content, kind)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""

    def _below(self) -> str:
        """The path below the output folder that was asked for."""
        path = Path(self.translate_path(self.path)).relative_to(self.directory).as_posix()
        if self.path.split("?")[0].endswith("/"):
            return "index.html" if path == "." else f"{path}/index.html"
        return path

    def _content(self, path: str) -> bytes | None:
        try:
            found = self._preview.file(path)
        except ThemeError as error:
            return _BROKEN.format(html.escape(str(error))).encode()
        built = Path(self.directory, path)
        return found if found is not None or not path.endswith(".html") or not built.is_file() else built.read_bytes()

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
            self.wfile.write(b"retry: 500\n\n")
            while True:
                self.wfile.write(b"data: rebuilt\n\n" if self._rebuilt.wait(20) else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return  # the page was closed


class Desk:
    """One session of work: what was changed is shown, and built when the hands rest."""

    def __init__(self, settings: Settings, preview: Preview, rebuilt: Rebuilt) -> None:
        self._settings, self._preview, self._rebuilt = settings, preview, rebuilt
        self._building: subprocess.Popen[bytes] | None = None
        self._behind = False  # whether the output folder is

    def changed(self, paths: Iterable[str]) -> None:
        """Show what was changed; where nothing was for a while, build it."""
        own = Path(self._settings.output).resolve()
        sources = [path for path in map(Path, paths) if own not in path.resolve().parents]
        if sources:
            self._behind = True
            self._show()
        elif self._behind and not self._is_building():
            self._behind = False
            self._building = subprocess.Popen(_command(self._settings.output))

    def rest(self) -> None:
        """Break off what is being built: the next build has all of it."""
        if self._building and self._is_building():
            self._building.terminate()
            self._building.wait()
            self._behind = True

    def _is_building(self) -> bool:
        return self._building is not None and self._building.poll() is None

    def _show(self) -> None:
        self.rest()
        start = time.perf_counter()
        try:
            for _ in self._preview.refresh():
                self._rebuilt.announce()
                print(f"Shown after {time.perf_counter() - start:.1f} s", flush=True)
        except BuildError as error:
            print(error, file=sys.stderr, flush=True)


def _command(output: str) -> list[str]:
    return [sys.executable, "-m", "pelican", "content", "-o", output, "-s", _CONFIGURATION, "--fatal", "errors"]


def configured(output: str) -> Settings:
    """The settings that a run of Pelican reads. Raises BuildError where one of them is wrong."""
    stated = runpy.run_path(_CONFIGURATION)
    folders = {"BRIEFING_CONTENT": stated["PATH"], "BRIEFING_THEME": stated["THEME"], "BRIEFING_OUTPUT": output}
    settings, problems = briefing_settings.read({**folders, **stated}, _CONFIGURATION)
    if problems:
        raise BuildError("\n".join(map(str, problems)))
    return settings


def _needs_new_start(paths: Iterable[str], watched: Iterable[str]) -> bool:
    """Whether code was changed, or what is not read again."""
    code = [Path(path).resolve() for path in watched]
    return any(path in code or not set(code).isdisjoint(path.parents) for path in map(Path, paths))


def main() -> int:
    parser = argparse.ArgumentParser(prog="make devserver", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--output", default=os.environ.get("OUTPUT", "output"))
    parser.add_argument("--watch", nargs="+", default=["seeds", "content", "themes"], help="sources of the site")
    parser.add_argument("--code", nargs="+", default=["plugins", _CONFIGURATION], help="what the server itself is made of")
    options = parser.parse_args()
    if subprocess.run(_command(options.output), check=False).returncode:
        return 1
    settings, rebuilt = configured(options.output), Rebuilt()
    preview = Preview(settings)
    desk = Desk(settings, preview, rebuilt)
    for _ in preview.refresh():
        pass
    handler = partial(Handler, rebuilt, preview, directory=str(Path(options.output).resolve()))
    server = ThreadingHTTPServer(("127.0.0.1", options.port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving on http://127.0.0.1:{options.port}/ - stop with Ctrl-C", flush=True)
    folders = [path for path in (*options.watch, *options.code) if Path(path).exists()]
    for changes in watch(*folders, debounce=200, rust_timeout=_QUIET, yield_on_timeout=True, raise_interrupt=False):
        paths = [path for _, path in changes]
        if _needs_new_start(paths, options.code):
            desk.rest()
            os.execv(sys.executable, [sys.executable, "-m", "briefing.devserver", *sys.argv[1:]])
        desk.changed(paths)
    desk.rest()
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
