"""Who says what: direct and indirect speech, claims, denials and blame, each with its cue, speaker and content.

Sources are classed as news desks do: "named" is a person or body by name, "official" an office or its holder without a
name, "unnamed" anybody else without a name, "media" and "document" what they publish. Mode is "direct" only where the
content is all quotation; a quotation that goes on without a cue of its own has `inferred` set. Refused: quotation marks
round a name or a few words, "reported cases", "is said to be", a pronoun's owner where two could be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec

from ...model import ActorFact, AttributionAttrs, AttributionFact, AttributionMode, Fact, Span, TimeFact
from ...reading import Reading
from .._context import Context
from .._evidence import make
from .._parties.speakers import NOT_NEAR, Heard, Speakers, source_class
from .._syntax.clauses import Line, by_line, lines, outermost, place
from .._syntax.grammar import Grammar, grammar
from .._syntax.quotes import quotations
from ._speech import Draft, drafts

_VERB = {"direct": "said", "indirect": "said", "claim": "claimed", "denial": "denied", "blame": "blamed"}


def extract(context: Context) -> Iterator[Fact]:
    """Every attribution of the article, in text order."""
    known = grammar(context.lexicon)
    found = lines(context.reading, known)
    actors = by_line(found, context.of(ActorFact))
    placed = tuple(tuple(outermost(place(line, facts))) for line, facts in zip(found, actors, strict=True))
    marks = quotations(found)
    speakers = Speakers.of(found, placed, marks, context.lexicon)
    times = [{item.start: item.end for item in place(line, facts)}
             for line, facts in zip(found, by_line(found, context.of(TimeFact)), strict=True)]
    last: Heard | None = None
    for draft in filter(None, (_in_full(draft, speakers) for draft in drafts(found, known, marks, times))):
        draft, actor = _heard(draft, speakers, last)
        heard = draft.heard or draft
        if actor is not None:
            speakers.learn(heard.line, heard.speaker or (0, 1), actor)
            last = Heard(actor, heard.line)
        elif last is not None and heard.speaker and found[heard.line].letters[heard.speaker[1] - 1] != "i":
            last = Heard(last.actor, NOT_NEAR)  # somebody else spoke since, whom "it" means
        together = speakers.together(heard.line, heard.speaker, actor) if actor and heard.speaker else []
        yield _fact(context.reading, found, draft, together, known)


def _heard(draft: Draft, speakers: Speakers, last: Heard | None) -> tuple[Draft, ActorFact | None]:
    """The draft with who speaks; of one that goes on, whoever did something just before it, where that is a person known by name."""
    if draft.heard and draft.speaker:
        actor = speakers.actor(draft.line, draft.speaker, last)
        if actor and actor.key and actor.attrs.type == "person":
            return msgspec.structs.replace(draft, heard=None, inferred=True), actor
        draft = msgspec.structs.replace(draft, speaker=None)
    heard = draft.heard or draft
    return draft, speakers.actor(heard.line, heard.speaker, last) if heard.speaker else None


def _in_full(draft: Draft, speakers: Speakers) -> Draft | None:
    """The draft with all of a speaker's name: "Today" of "USA Today" looks like an adverb; None where the cue is of the name ("United
    States" in a title)."""
    end = speakers.name_end(draft.line, draft.speaker) if draft.speaker else 0
    if draft.speaker and draft.cue and draft.speaker[1] <= draft.cue[0] < end:
        return None
    if draft.speaker is None or end == draft.speaker[1] or draft.content[0] < end <= draft.content[1]:
        return draft
    return msgspec.structs.replace(draft, speaker=(draft.speaker[0], end))


def _fact(reading: Reading, found: tuple[Line, ...], draft: Draft, actors: list[ActorFact], known: Grammar) -> AttributionFact:
    """The fact of a draft: its span runs over cue, speaker and content; a speaker named earlier stays outside. Of several
    who speak together the first has the key, and the label names all."""
    actor = actors[0] if actors else None
    line = found[draft.line]
    heard = draft.heard or draft
    home = found[heard.line]
    kind = source_class(home, heard.speaker, actor, known) if heard.speaker else None
    parts = [part for part in (draft.cue, draft.speaker, draft.content) if part]
    words = line.span(*draft.cue) if draft.cue else None
    cue = reading.text[words.start : words.end] if words else _VERB[draft.mode]
    speaker = home.span(*heard.speaker) if heard.speaker else None
    attrs = AttributionAttrs(mode=cast(AttributionMode, draft.mode), cue=words, speaker=speaker, content=line.span(*draft.content),
                             speaker_key=actor.key if actor else None, source_class=kind)
    return make(AttributionFact, reading, line.span(min(p[0] for p in parts), max(p[1] for p in parts)), key=attrs.speaker_key,
                label=f"{_name(reading, speaker, actors, kind)}: {cue}", rule=draft.rule, attrs=attrs,
                inferred=draft.inferred or draft.heard is not None)


def _name(reading: Reading, speaker: Span | None, actors: list[ActorFact], kind: str | None) -> str:
    """Who speaks, by name; "a witness on the harbour's board" is not the board."""
    if speaker and kind == "unnamed" and reading.text[speaker.start].isalpha() and all(actor.attrs.type != "person" for actor in actors):
        return reading.text[speaker.start : speaker.end]
    if actors and all(actor.attrs.form != "demonym" for actor in actors):
        return ", ".join(dict.fromkeys(actor.label for actor in actors))
    return reading.text[speaker.start : speaker.end] if speaker else "Not stated who"
