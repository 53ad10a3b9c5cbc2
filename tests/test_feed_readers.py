"""What people who subscribe see: real readers, over HTTP on loopback. One new and one changed item are exactly that."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from reader import make_reader

from archive.newsroom import briefing
from briefing import archive, feeds
from briefing.model import Briefing
from briefing.settings import Settings

SETTINGS = Settings(site_url="https://archive.example")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address at which it is served."""
    folder = tmp_path / "served"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=partial(server.serve_forever, 0.02), daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_address[1]}/feeds/rss.xml"
    server.shutdown()
    server.server_close()


def told(number: int, body: str = "They met again, for the {}. time.") -> Briefing:
    return briefing(f"day-{number}", f"Talks, day {number}", body.format(number), f"2024-05-{number:02}")


def publish(folder: Path, *briefings: Briefing) -> None:
    for file in feeds.exports(archive.build(briefings), SETTINGS):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        os.utime(target, (0, len(briefings)))  # a static host's Last-Modified changes when the file does


FIRST = (told(1), told(2))
#: The second article corrected, a third come in.
SECOND = (told(1), told(2, "They did not meet."), told(3))


def test_reader_sees_one_new_and_one_changed_item(served: tuple[Path, str]) -> None:
    folder, address = served
    with make_reader(":memory:") as library:
        library.add_feed(address)
        publish(folder, *FIRST)
        first = library.update_feed(address)
        assert first is not None
        assert (first.new, first.modified) == (2, 0)
        publish(folder, *SECOND)
        second = library.update_feed(address)
        assert second is not None
        assert (second.new, second.modified) == (1, 1)
        entries = list(library.get_entries())
    assert [entry.title for entry in entries] == ["Talks, day 3", "Talks, day 2", "Talks, day 1"]
    assert entries[1].summary == "They did not meet."
    assert entries[1].published is not None
    assert entries[1].published.isoformat() == "2024-05-02T00:00:00+00:00"
    assert entries[1].id == entries[1].link == "https://archive.example/briefings/day-2/"


def test_reader_sees_nothing_where_nothing_changed(served: tuple[Path, str]) -> None:
    folder, address = served
    with make_reader(":memory:") as library:
        library.add_feed(address)
        publish(folder, *FIRST)
        library.update_feed(address)
        publish(folder, *reversed(FIRST))
        again = library.update_feed(address)
    assert again is None or (again.new, again.modified) == (0, 0)


def test_reader_reads_atom_and_json_too(served: tuple[Path, str]) -> None:
    folder, address = served
    publish(folder, *SECOND)
    with make_reader(":memory:") as library:
        for name in ("atom.xml", "feed.json"):
            library.add_feed(address.replace("rss.xml", name))
            library.update_feed(address.replace("rss.xml", name))
        titles = [entry.title for entry in library.get_entries()]
    assert titles == [f"Talks, day {n}" for n in (3, 3, 2, 2, 1, 1)]


@pytest.mark.skipif(not shutil.which("newsboat"), reason="newsboat is not installed")
def test_newsboat_sees_one_new_and_one_changed_item(served: tuple[Path, str], tmp_path: Path) -> None:
    folder, address = served
    (tmp_path / "urls").write_text(address + "\n")
    (tmp_path / "config").write_text("reload-threads 1\n")
    command = ["newsboat", "-u", str(tmp_path / "urls"), "-c", str(tmp_path / "cache.db"), "-C", str(tmp_path / "config")]

    def reload() -> dict[str, tuple[str, str]]:
        subprocess.run([*command, "-x", "reload"], env={**os.environ, "HOME": str(tmp_path)}, check=True, timeout=60)
        with sqlite3.connect(tmp_path / "cache.db") as cache:
            return {guid: (title, content) for guid, title, content in cache.execute("select guid, title, content from rss_item")}

    publish(folder, *FIRST)
    before = reload()
    publish(folder, *SECOND)
    after = reload()
    assert len(before) == 2
    assert set(after) - set(before) == {"https://archive.example/briefings/day-3/"}
    assert [guid for guid in before if before[guid] != after[guid]] == ["https://archive.example/briefings/day-2/"]


@pytest.mark.skipif(not shutil.which("r2e"), reason="rss2email is not installed")
def test_rss2email_sends_each_item_once_and_a_changed_one_again(served: tuple[Path, str], tmp_path: Path) -> None:
    folder, address = served
    (tmp_path / "mail").mkdir()
    config, data = tmp_path / "r2e.cfg", tmp_path / "r2e.json"
    settings = {"from": "a@archive.example", "to": "b@archive.example", "email-protocol": "maildir", "maildir-path": tmp_path / "mail",
                "maildir-mailbox": "box", "trust-guid": "False"}
    config.write_text("\n".join(["[DEFAULT]", *(f"{key} = {value}" for key, value in settings.items())]) + "\n")

    def r2e(*arguments: str) -> None:
        command = ["r2e", "-c", str(config), "-d", str(data), *arguments]
        subprocess.run(command, env={**os.environ, "HOME": str(tmp_path)}, check=True, timeout=60, capture_output=True)

    def subjects() -> list[str]:
        mails = (message_from_bytes(path.read_bytes()) for path in (tmp_path / "mail" / "box" / "new").iterdir())
        return sorted(str(make_header(decode_header(mail["subject"]))) for mail in mails)

    publish(folder, *FIRST)
    r2e("add", "archive", address)
    r2e("run")
    assert subjects() == ["Talks, day 1", "Talks, day 2"]
    publish(folder, *SECOND)
    r2e("run")
    assert subjects() == ["Talks, day 1", "Talks, day 2", "Talks, day 2", "Talks, day 3"]
    publish(folder, *SECOND)
    r2e("run")
    assert len(subjects()) == 4
