"""The grammar's own words for quantities: how numbers look, what bounds them, what makes a number a name, where a phrase ends.

Nouns, units and verbs stand in tables of the lexicon; here is only what belongs to the grammar itself.
"""

from __future__ import annotations

import re

from .. import _numbers
from .._lookup import word_set

_VAGUE = (
    r"(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (?:thousands|millions|hundreds|billions))?"
    r"|several(?: (?:dozen|hundred|thousand|million))?|a (?:large |small |growing )?number|a few(?: (?:dozen|hundred|thousand))?"
    r"|a handful|a couple|multiple|numerous|countless)\b"
)
#: Scales in short; behind money also after a space, and "b": "$4.8 B".
_SHORT = r"(?:(?(money) ?(?:b|t)\b|(?!))|(?(money) ?)(?:bn|mn|m|k|tn)\b)"
_SIGN = r"(?:(?:US|A|C|CA|AU|NZ|HK|R)?[$€£¥₹] ?)"


def _number(to: str) -> re.Pattern[str]:
    """A number, a range whose ends `to` may part, or a vague number, with what is written against it."""
    return re.compile(
        rf"(?P<money>{_SIGN})?(?:(?P<low>{_numbers.CARDINAL})(?P<short>{_SHORT})?"
        rf"(?:(?:{to}){_SIGN}?(?P<high>{_numbers.CARDINAL})(?P<short2>{_SHORT})?)?"
        rf"|(?P<vague>{_VAGUE}))"
        r"(?P<plus>\+|-plus\b| plus\b| or more\b)?",
        re.IGNORECASE,
    )


NUMBER = _number(" ?[-–—] ?| to | or ")
#: ... after the word "between", which belongs to it.
BETWEEN = "between "
NUMBER_BETWEEN = _number(" and ")
#: ... after the word "from", which parts two numbers: "rose from 14 to 31".
FROM = "from "
NUMBER_ALONE = _number(r"(?!)")
#: Words that NUMBER may begin with, besides a digit.
FIRST = _numbers.FIRST_WORDS | word_set(
    "a an tens dozens scores hundreds thousands millions billions several multiple numerous countless us hk nz au ca $ € £ ¥ ₹")
CURRENCIES = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "R$": "BRL",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
}

#: Behind "pounds" of things that are weighed.
WEIGHED = re.compile(r" of (?!(?:[\w'’]+ )?(?:aid|cash|debt|debts|funding|investment|loans|money|savings|spending)\b)")
#: What is said before a number and bounds it: a floor leaves the maximum open, a ceiling the minimum.
_FLOOR = (
    "at least|at a minimum|no (?:fewer|less) than|not less than|more than|over|upwards? of|exceeding|a minimum of|in excess of|greater than"
)
_CEILING = "up to|as many as|as much as|at most|no more than|not more than|fewer than|less than|under|below|a maximum of|maximum of"
_ABOUT = (
    "nearly|almost|about|around|approximately|roughly|some|an estimated|estimated|close to|just over|just under|well over|a total of"
    "|another|an additional|additional|a further|only|just|all|the other|other|a record|an average of|an initial"
)
BOUND = re.compile(
    rf"(?<![\w-])(?:(?P<floor>{_FLOOR})|(?P<ceiling>{_CEILING})|(?P<about>{_ABOUT})) (?:the )?\Z", re.IGNORECASE)

#: After one of these a number is a name.
DESIGNATES = re.compile(
    r"(?:\b(?:resolution|flight|boeing|airbus|articles?|sections?|chapter|page|paragraphs?|no\.|nos\.|number|room|route|highway"
    r"|interstate|channel|radio|act|phase|level|category|day|week|grade|gate|block|unit|camp|line|version|windows|group of|top|area"
    r"|zone|type|mark|formula|world war|ages?(?: of(?: [0-9]+ (?:and|to))?)?|convention|amendment|protocol|isbn|tel"
    r"|telephone|phone|appendix|annex|verse|psalm"
    r"|bbc|cbs|abc|nbc|kilomet(?:er|re)|km|mile|apollo|soyuz|magnitude)"
    r" |[\w]-|#|[:/.,]|\d[ ,])\Z",
    re.IGNORECASE,
)
#: Behind a number: it is a date, a score, an ordinal or a part of a compound ("three-member").
COMPOUND = re.compile(r"[:/]\d|\.\d|-[^\W\d]|(?:st|nd|rd|th)\b|['’]s\b", re.IGNORECASE)
#: Before the whole of a share, which counts nobody: "one in five children".
SHARE_LED = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,3}) (?:in|(?:out )?of every) $", re.IGNORECASE)
#: "One" as a pronoun or in a figure of speech: what stands before it, what behind.
PRONOUN_LED = re.compile(r"\b(?:any|the|no|every|some|this|that|(?<!in )(?<!of )which|each|only|not|as|is) \Z", re.IGNORECASE)
PRONOUN = re.compile(
    r"-| (?:of|day|another|or|hand|time|more|should|can|could|must|may|would|will|thing|side|by one|that|who|which)\b", re.IGNORECASE)
#: "Dozens of the ..."; with a pronoun the phrase ends there.
OF = re.compile(r" of (?:(?P<them>them|those|us)\b|the |his |her |its |their )?")

#: Words that end the noun phrase of a number.
STOPS = word_set("""
    in on at by to from for with of and or but as than that which who whom whose when while where after before since until during into
    against among between under over near was were is are be been being am has have had do does did will would could may might shall
    should can must not no nor if so then there here it he she they we i you them him us her his its their our my your this these
    those the a an said says told died dies die killed injured wounded dead hurt missing arrested detained captured kidnapped
    per each every less ago later earlier out up down off about around through across within without including also still only
    just yet because what how why both either took take takes came come went go goes made make makes got get gets began begin left
    leave leaves became become fled flee remain remains remained lost lose crossed entered attacked opened fired attended gathered
    covers covered includes included requires required allows allowed obliges applies applied remains contains involves prohibits forbids
    shoot shoots shot stab stabs stabbed protested suffered sustained received voted marched live lives lived work worked works stood sat
""")
#: Nouns that count what comes after "of".
COLLECTIVES = word_set("""
    set sets series pair pairs wave waves round rounds type types group groups kind kinds piece pieces string ton tons tonne tonnes
    barrel barrels
""")
NOT_PLURAL = word_set("""
    us is as was has his its this thus yes always perhaps afterwards towards besides whereas does news sometimes across less series
""")
#: Units of time belong to times and ages; fractions are shares of something that is not counted here.
NO_UNITS = word_set("second minute hour day week month year decade century third quarter fifth half tenth")
