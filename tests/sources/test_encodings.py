"""Bytes to text: the encodings in which people save articles."""

import codecs

import pytest

from briefing.settings import Settings
from briefing.sources import read_source

TEXT = (
    "Harbour to close\n\nThe mayor of Northport said \u201cit\u2019s over\u201d \u2013 the caf\u00e9s on the pier, she said, will move. "
    "They have been there since 1890, and the owners\u2019 association is against it.\n"
)
CANONICAL = TEXT.strip()


def read(data: bytes, path: str = "a.txt") -> tuple[str, tuple[str, ...]]:
    result = read_source(data, path, Settings())
    return result.articles[0].text, tuple(problem.message for problem in result.problems)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big endian", "utf-32", "windows-1252"],
)
def test_an_encoding_is_told_without_doubt(data: bytes) -> None:
    assert read(data) == (CANONICAL, ())


def test_other_alphabets_are_told_too() -> None:
    text = "Порт закрывается\n\nМэр города сообщил в субботу, что старый порт будет закрыт, а новый построят к июню следующего года.\n"
    assert read(text.encode("cp1251"))[0] == text.strip()


def test_utf_8_with_a_few_bad_bytes_stays_utf_8() -> None:
    data = TEXT.encode().replace(b"pier", b"p\xff\xfeer")
    text, problems = read(data)
    assert text == CANONICAL.replace("pier", "p\ufffd\ufffder")
    assert problems == ("2 bytes are no UTF-8 (the first on line 3) and are shown as \ufffd",)


def test_a_page_s_own_charset_is_heeded() -> None:
    text = "Le caf\u00e9 du port ferme, dit le maire. " * 12
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">'
    page = f"<html><head>{meta}<title>Port</title></head><body><p>{text}</p></body>"
    assert "caf\u00e9" in read(page.encode("iso-8859-15"), "a.html")[0]
    assert "caf\u00e9" in read(page.replace("iso-8859-15", "utf-8").encode("cp1252"), "a.html")[0]  # what it declares is not true
    for name in ("no-such-charset", "hex", "idna", "utf-16", "undefined"):
        assert "caf\u00e9" in read(page.replace("iso-8859-15", name).encode(), "a.html")[0]
