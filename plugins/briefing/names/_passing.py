"""Whether a name is told only in passing: one word, once, with nothing beside it that says what it names.

In another article the same word may be somebody or something else, so that it has no identity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ._name import Draft
from ._words import Words

_BEFORE, _AFTER = re.compile(r"([\w-]+)\.? $"), re.compile(r"(?:['’]s)? (?:ha(?:s|ve|d) )?([a-z]+)\b")
_REACH = 24  #: letters


def in_passing(text: str, draft: Draft, told: Mapping[str, int], listed: Words) -> bool:
    """Whether nobody can say who or what a lone name is: no title, no role, no noun and no speech stands beside it.

    `told` is how often the article has each name.
    """
    if " " in draft.text or told[draft.text] > 1:
        return False
    before = _BEFORE.search(text, max(0, draft.start - _REACH), draft.start)
    after = _AFTER.match(text, draft.end, draft.end + _REACH)
    noun, next_word = before[1].lower() if before else "", after[1] if after else ""
    if noun in listed.titles or next_word in listed.lists["speech"]:
        return False
    body = listed.head_class(noun) == "organisation" or noun in listed.lists["medium"]
    return draft.kind == "person" or not (body or next_word in listed.lists["org_after"] or next_word in listed.titles)
