"""What the classes of events are called in plain words, everywhere: in labels, leads, lists and on pages.

The classes and modes are PLOVER's, with the archive's own for what PLOVER leaves out (docs/format.md).
"""

from __future__ import annotations

#: PLOVER classes in plain words; where a class is wide, its modes say more below.
_CLASSES = {
    "ACCUSE": "Accusation", "AGREE": "Agreement", "AID": "Aid", "ASSAULT": "Violence", "COERCE": "Coercion", "CONCEDE": "Concession",
    "CONSULT": "Meeting or talks", "COOPERATE": "Cooperation", "JUDICIAL": "Court case", "MOBILIZE": "Mobilisation",
    "OUTBREAK": "Disease", "REJECT": "Refusal", "REQUEST": "Call or request", "RETREAT": "Withdrawal", "THREATEN": "Threat",
}
_MODES = {
    ("ACCUSE", "disapprove"): "Criticism", ("ACCUSE", "investigate"): "Investigation", ("ASSAULT", "abduct"): "Abduction",
    ("COERCE", "arrest"): "Arrest", ("COERCE", "ban"): "Ban", ("COERCE", "censor"): "Censorship", ("COERCE", "curfew"): "Curfew",
    ("COERCE", "deport"): "Deportation", ("COERCE", "martial-law"): "Emergency measures", ("COERCE", "restrict"): "Restriction",
    ("COERCE", "seize"): "Seizure", ("CONSULT", "visit"): "Visit", ("PROTEST", "boycott"): "Boycott", ("PROTEST", "riot"): "Riot",
    ("PROTEST", "strike"): "Strike", ("RETREAT", "ceasefire"): "Ceasefire", ("RETREAT", "disarm"): "Disarmament",
    ("RETREAT", "release"): "Release", ("RETREAT", "resign"): "Resignation", ("SANCTION", "convict"): "Conviction or sentence",
    ("SANCTION", "expel"): "Expulsion or dismissal",
}


def event_name(type: str, mode: str | None) -> str:
    """The name of a class of events: "Violence" for ASSAULT, "Arrest" for COERCE in the mode arrest; an unknown class by itself."""
    return _MODES.get((type, mode or "")) or _CLASSES.get(type) or type.replace("_", " ").capitalize()


def says_mode(type: str, mode: str | None) -> bool:
    """Whether the name already tells the mode."""
    return (type, mode or "") in _MODES
