"""What is remembered between builds."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from briefing.store import KEEP_BUILDS, Store, Unusable, Written


def test_what_was_kept_is_known_in_the_next_build(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.keep(b"key", b"value")
        store.replace_written("out", {"index.html": Written(b"in", 4, 5, "ab")})
    with Store(tmp_path) as store:
        assert store.known([b"key", b"other"]) == {b"key"}
        assert store.extracted(b"key") == b"value"
        assert store.written("out") == {"index.html": Written(b"in", 4, 5, "ab")}
        assert store.written("elsewhere") == {}


def test_a_build_that_is_broken_off_keeps_what_it_extracted_but_not_what_it_did_not_write(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), Store(tmp_path) as store:
        store.keep(b"key", b"value")
        store.checkpoint()
        store.replace_written("out", {"index.html": Written(b"in", 4, 5, "ab")})
        raise KeyboardInterrupt
    with Store(tmp_path) as store:
        assert store.known([b"key"]) == {b"key"}
        assert store.written("out") == {}


def test_a_value_nobody_asks_for_is_forgotten_in_the_end(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.keep(b"old", b"value")
        store.keep(b"used", b"value")
    for _ in range(KEEP_BUILDS + 1):
        with Store(tmp_path) as store:
            store.known([b"used"])
    with Store(tmp_path) as store:
        assert store.known([b"old", b"used"]) == {b"used"}


@pytest.mark.parametrize("damage", [b"not a database at all, but something longer than a header" * 20, b""])
def test_a_damaged_store_is_started_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "store.sqlite").write_bytes(damage)
    with Store(tmp_path) as store:
        store.keep(b"key", b"value")
        assert store.extracted(b"key") == b"value"


def test_a_value_that_makes_no_sense_takes_the_file_with_it(tmp_path: Path) -> None:
    with pytest.raises(Unusable), Store(tmp_path) as store:
        store.keep(b"key", b"value")
        raise Unusable("nonsense")
    with Store(tmp_path) as store:
        assert store.known([b"key"]) == set()


def test_a_page_of_the_file_that_is_damaged_is_found_out_in_time(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        for number in range(2_000):
            store.keep(b"%08d" % number, b"value" * 20)
    file = tmp_path / "store.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2))
    with pytest.raises(Unusable), Store(tmp_path) as store:
        store.known([b"%08d" % number for number in range(2_000)])
    with Store(tmp_path) as store:
        assert store.known([b"00000000"]) == set()


def test_where_nothing_can_be_kept_the_store_says_so_and_one_without_a_folder_works(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(Unusable, match="File exists"), Store(tmp_path / "cache"):
        pass
    with Store(None) as store:
        store.keep(b"key", b"value")
        assert store.known([b"key"]) == {b"key"}


def test_another_build_that_is_writing_is_waited_for(tmp_path: Path) -> None:
    with Store(tmp_path) as first:
        first.keep(b"first", b"value")
        other = threading.Thread(target=_keep, args=(tmp_path, b"second"))
        other.start()
        time.sleep(0.2)
        first.checkpoint()
        other.join()
    with Store(tmp_path) as store:
        assert store.known([b"first", b"second"]) == {b"first", b"second"}


def _keep(folder: Path, key: bytes) -> None:
    with Store(folder) as store:
        store.keep(key, b"value")
