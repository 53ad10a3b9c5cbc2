"""What is remembered between builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefing.store import KEEP_BUILDS, Store, Written


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
