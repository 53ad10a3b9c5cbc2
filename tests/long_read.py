"""A made-up article of the length of a book chapter, in which many sentences name somebody: what a page has no room for."""

from __future__ import annotations

import random

_FIRST = ("Ada", "Boris", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hassan", "Irina", "Jonas", "Karim", "Leila", "Marco", "Nadia")
_LAST = ("Abreu", "Brandt", "Castell", "Dorran", "Egede", "Farrow", "Galvan", "Hollis", "Ivers", "Jarrel", "Kessler", "Lorne", "Quist")
_TOWNS = ("Aleppo", "Basra", "Cairo", "Donetsk", "Erbil", "Gaza", "Homs", "Idlib", "Jakarta", "Kabul", "Lagos", "Mosul", "Nairobi", "Odesa")
_BODIES = ("Red Crescent", "Ministry of Health", "Northern Relief Fund", "World Bank", "Interior Ministry", "Harbour Workers' Union")
_DAYS = ("on Monday", "on 3 May 2023", "last week", "in June 2021", "since 2019", "on Friday morning")
_SENTENCES = (
    "{who}, a spokesman for the {body}, said {when} that at least {n} people were killed in {town}.",
    "“We counted {n} houses & nobody came,” {who} told reporters in {town} {when}.",
    "Gunmen shot at a convoy of the {body} near {town} {when}, injuring {n} guards, according to {who}.",
    "{who} met {other} of the {body} in {town} {when} and denied that {n} tonnes of wheat were missing.",
    "The {body} sent {n} doctors from {town} to {other_town} {when}, {who} wrote.",
)
_QUIET = (
    "Nothing has been decided yet, and by evening the roads were quiet again.",
    "It is hard to say what comes next, for nobody who was asked would speak of it at length.",
    "The rooms were cold, the windows had no glass in them, and the tea was served all the same.",
)


def long_read(characters: int = 120_000, seed: int = 1) -> str:
    """The article as a plain text in the layout of the seeds."""
    dice, paragraphs, length = random.Random(seed), ["Voices from the road", "2023-11-21"], 0
    while length < characters:
        sentences = [_sentence(dice) for _ in range(dice.randint(1, 5))]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1])
    return "\n\n".join(paragraphs) + "\n"


def _sentence(dice: random.Random) -> str:
    if dice.random() < 0.8:
        return dice.choice(_QUIET)
    who, other = (f"{dice.choice(_FIRST)} {dice.choice(_LAST)}" for _ in range(2))
    town, other_town = dice.sample(_TOWNS, 2)
    return dice.choice(_SENTENCES).format(
        who=who, other=other, town=town, other_town=other_town, body=dice.choice(_BODIES), when=dice.choice(_DAYS), n=dice.randint(2, 900)
    )
