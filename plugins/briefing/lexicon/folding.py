"""Names made comparable: one folded form for every way to write a name, and the slug that is a key.

Folding drops case, diacritics, apostrophes and stops, and turns hyphens and brackets into spaces, so that "ʿAyn al-Asad", "AYN AL ASAD"
and "Ayn al-Asad" are one. It refuses to transliterate: a name in another script stays as it is, in small letters.
"""

from __future__ import annotations

import hashlib
import unicodedata

#: Letters that Unicode does not take apart.
_LETTERS = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ı": "i", "ß": "ss",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "ǝ": "a", "Ǝ": "A", "ŋ": "ng", "Ŋ": "Ng",
    "ŧ": "t", "Ŧ": "T", "ɓ": "b", "Ɓ": "B", "ɗ": "d", "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ɛ": "e", "Ɛ": "E", "ɔ": "o", "Ɔ": "O",
}
#: A key is a folder's name: a longer one is cut, and told apart by a hash.
_LONGEST_KEY = 80
_APOSTROPHES = "'’‘`´ʻʼʽʾʿˈ′＇"
_PARTING = "-‐‑‒–—−﹣－/_()[]{}:;&+?!*#\"“”«»"
_PLAIN = str.maketrans(_LETTERS)
_FOLD = str.maketrans(dict.fromkeys(_APOSTROPHES + ".,", None) | dict.fromkeys(_PARTING, " "))


def plain(text: str) -> str:
    """The text without diacritics; case, hyphens and apostrophes stay."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_PLAIN)


def fold(name: str) -> str:
    """The form under which a name is compared; empty where nothing but marks is left."""
    return " ".join(plain(name).translate(_FOLD).lower().split())


def slug(name: str) -> str:
    """A key made from a name: small ASCII letters and digits, parted by single hyphens; empty where none are left.

    One of more than 80 characters is cut there and ends in a hash of the whole, so that two long names stay two keys.
    """
    letters = (c if c.isascii() and c.isalnum() else " " for c in fold(name))
    key = "-".join("".join(letters).split())
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[:_LONGEST_KEY].rstrip('-')}-{hashlib.blake2b(key.encode(), digest_size=4).hexdigest()}"
