"""Times in news agencies' prose: the words marked, the kind of time, and its TIMEX3 value.

The report is of Friday 13 February 1998. Every sentence is invented; each row stands for a way of telling time that any newspaper uses.
"""

from __future__ import annotations

import pytest

from briefing.facts import times
from briefing.facts.times._written import written
from facts._article import article, found

DATES = [
    # the day of the report, and days around it
    ("The court ruled Friday.", "Friday", "1998-02-13"),
    ("The court ruled Thursday that the law stands.", "Thursday", "1998-02-12"),
    ("The court ruled late Thursday.", "late Thursday", "1998-02-12"),
    ("The plane left early Wednesday.", "early Wednesday", "1998-02-11"),
    ("The minister will meet his colleagues Friday.", "Friday", "1998-02-13"),
    ("The minister will meet his colleagues Thursday.", "Thursday", "1998-02-19"),
    ("The minister is meeting his colleagues Sunday.", "Sunday", "1998-02-15"),
    ("The trial begins Monday.", "Monday", "1998-02-16"),
    ("Officials said the envoy could arrive Tuesday.", "Tuesday", "1998-02-17"),
    ("The union said on Wednesday that it would strike.", "Wednesday", "1998-02-11"),
    ("The union said it is ready and on Monday will strike.", "Monday", "1998-02-16"),
    ("Thursday's vote was close.", "Thursday", "1998-02-12"),
    ("Sunday's vote will be close.", "Sunday", "1998-02-15"),
    ("Shops shut last Saturday.", "last Saturday", "1998-02-07"),
    ("Shops open next Tuesday.", "next Tuesday", "1998-02-17"),
    ("Shops shut this past Monday.", "this past Monday", "1998-02-09"),
    ("The envoy left yesterday.", "yesterday", "1998-02-12"),
    ("The envoy left the day before yesterday.", "the day before yesterday", "1998-02-11"),
    ("The envoy returns the day after tomorrow.", "the day after tomorrow", "1998-02-15"),
    ("The envoy left earlier today.", "earlier today", "1998-02-13"),
    ("Shares fell earlier Friday.", "earlier Friday", "1998-02-13"),
    ("The envoy left a week ago.", "a week ago", "1998-02-06"),
    ("The envoy left 10 days ago.", "10 days ago", "1998-02-03"),
    ("The envoy left a year ago today.", "a year ago today", "1997-02-13"),
    ("The fire broke out in the early hours of Sunday.", "the early hours of Sunday", "1998-02-08"),
    ("Friday's ruling is binding.", "Friday", "1998-02-13"),
    ("Thursday's ruling is binding.", "Thursday", "1998-02-12"),
    ("Officials on Wednesday said the storm may have killed six.", "Wednesday", "1998-02-11"),
    ("He is accused of shooting two guards on Tuesday.", "Tuesday", "1998-02-10"),
    ("The judge told them to leave the country by the Jan. 30 deadline.", "Jan. 30", "1998-01-30"),
    # weeks and weekends
    ("The talks failed earlier this week.", "earlier this week", "1998-W07"),
    ("The talks resume early next week.", "early next week", "1998-W08"),
    ("The talks failed late last week.", "late last week", "1998-W06"),
    ("The town was shelled over the weekend.", "the weekend", "1998-W06-WE"),
    ("The town was shelled last weekend.", "last weekend", "1998-W06-WE"),
    ("The team will play this weekend.", "this weekend", "1998-W07-WE"),
    ("Prices rose in the last week of January.", "the last week of January", "1998-W05"),
    ("Prices rose in the first week of 1998.", "the first week of 1998", "1998-W01"),
    # months
    ("The talks failed earlier this month.", "earlier this month", "1998-02"),
    ("The talks failed late last month.", "late last month", "1998-01"),
    ("The talks resume in mid-March.", "mid-March", "1998-03"),
    ("The price fell in December.", "December", "1997-12"),
    ("The price fell in late December.", "late December", "1997-12"),
    ("The price fell at the end of December.", "the end of December", "1997-12"),
    ("He has been in jail after a raid in August 1996.", "August 1996", "1996-08"),
    ("The commission is to report by the end of the month.", "the end of the month", "1998-02"),
    ("The rate has fallen in recent months.", "recent months", "PAST_REF"),
    ("The rate will fall in the coming months.", "the coming months", "FUTURE_REF"),
    ("It shipped in Nov. 1994.", "Nov. 1994", "1994-11"),
    ("The vote was held on the first Monday of October.", "the first Monday of October", "1997-10-06"),
    ("Rain fell in the last week of October of last year.", "the last week of October of last year", "1997-W44"),
    ("Rain fell on 9 October last year.", "9 October last year", "1997-10-09"),
    ("It will be open by the spring of next year.", "the spring of next year", "1999-SP"),
    ("Sales fell in Q3 1997.", "Q3 1997", "1997-Q3"),
    ("He had come two days before.", "two days before", "1998-02-11"),
    ("Rain fell in October of last year.", "October of last year", "1997-10"),
    ("Snow fell in Nov. '89.", "Nov. '89", "1989-11"),
    # days with month
    ("The strike began Feb. 9.", "Feb. 9", "1998-02-09"),
    ("The strike began on Jan. 31, 1998.", "Jan. 31, 1998", "1998-01-31"),
    ("Elections are set for March 5.", "March 5", "1998-03-05"),
    ("He said the hearing could start on Tuesday, February 17.", "Tuesday, February 17", "1998-02-17"),
    ("The hall burned down on Friday, October 10.", "Friday, October 10", "1997-10-10"),
    ("The order dated 02/13/98 was lifted.", "02/13/98", "1998-02-13"),
    ("File 19980213 was lost.", "19980213", "1998-02-13"),
    ("The cable of 15 JAN 90 was lost.", "15 JAN 90", "1990-01-15"),
    ("The pact of the 4th of July, 1997 holds.", "the 4th of July, 1997", "1997-07-04"),
    ("They marched on the Fourth of July.", "the Fourth of July", "1997-07-04"),
    # years
    ("The firm was sold last year.", "last year", "1997"),
    ("The firm will be sold later this year.", "later this year", "1998"),
    ("Sales rose from a year ago.", "a year ago", "1997"),
    ("The bank was founded two years ago.", "two years ago", "1996"),
    ("The bank was founded in '87.", "'87", "1987"),
    ("Prices doubled in mid-1997.", "mid-1997", "1997"),
    ("Prices doubled by the end of 1997.", "the end of 1997", "1997"),
    ("Prices doubled in early 1997.", "early 1997", "1997"),
    ("Prices may double by year-end.", "year-end", "1998"),
    ("Prices may double by the year's end.", "the year's end", "1998"),
    ("Prices doubled in fiscal 1997.", "fiscal 1997", "FY1997"),
    ("Prices doubled in the fiscal year 1997.", "the fiscal year 1997", "FY1997"),
    ("Prices doubled in the 1980s.", "the 1980s", "198"),
    ("Prices doubled in the early 1990s.", "the early 1990s", "199"),
    ("Prices doubled in the late '70s.", "the late '70s", "197"),
    ("Prices doubled in the 19th century.", "the 19th century", "18"),
    ("It is the warmest decade of this century.", "this century", "19"),
    ("The city flooded in the spring of 1993.", "the spring of 1993", "1993-SP"),
    ("The city flooded last summer.", "last summer", "1997-SU"),
    ("The city may flood this spring.", "this spring", "1998-SP"),
    ("It is the worst flood since 1953.", "1953", "1953"),
    ("The vote was put off until April.", "April", "1998-04"),
    ("It was never tried until 1995.", "1995", "1995"),
    ("The mill burned in the summer of '69.", "the summer of '69", "1969-SU"),
    # quarters and halves
    ("Profit fell in the fourth quarter.", "the fourth quarter", "1997-Q4"),
    ("Profit will rise in the second quarter.", "the second quarter", "1998-Q2"),
    ("Profit fell in the third quarter of 1997.", "the third quarter of 1997", "1997-Q3"),
    ("Profit fell in the third quarter of last year.", "the third quarter of last year", "1997-Q3"),
    ("Profit fell in the 1996 third quarter.", "the 1996 third quarter", "1996-Q3"),
    ("The firm reported fourth-quarter profit of $2 million.", "fourth-quarter", "1997-Q4"),
    ("Profit fell last quarter.", "last quarter", "1997-Q4"),
    ("Profit will fall this quarter.", "this quarter", "1998-Q1"),
    ("Profit fell in the latest quarter.", "the latest quarter", "1997-Q4"),
    ("Exports rose in the first half of 1997.", "the first half of 1997", "1997-H1"),
    ("Exports may rise in the second half of this year.", "the second half of this year", "1998-H2"),
    ("In the first half, the firm lost $3 million.", "the first half", "1998-H1"),
    ("Profit fell from the year-earlier quarter.", "the year-earlier quarter", "1996-Q4"),
    # holidays
    ("Shops shut at Christmas.", "Christmas", "1997-12-25"),
    ("Shops will shut on Good Friday.", "Good Friday", "1998-04-10"),
    ("Shops will shut on Memorial Day.", "Memorial Day", "1998-05-25"),
    ("Shops shut last Thanksgiving.", "last Thanksgiving", "1997-11-27"),
    ("Shops shut on Easter Monday 1996.", "Easter Monday 1996", "1996-04-08"),
    # words that date by themselves
    ("The army now holds the bridge.", "now", "PRESENT_REF"),
    ("The army currently holds the bridge.", "currently", "PRESENT_REF"),
    ("The current law allows it.", "current", "PRESENT_REF"),
    ("The army has recently taken the bridge.", "recently", "PAST_REF"),
    ("A recent poll gave him the lead.", "recent", "PAST_REF"),
    ("In the past, he ruled alone.", "the past", "PAST_REF"),
    ("In the future, he may rule alone.", "the future", "FUTURE_REF"),
    ("The army will soon take the bridge.", "soon", "FUTURE_REF"),
    ("Many died there years ago.", "years ago", "PAST_REF"),
    ("The army holds the bridge for the moment.", "the moment", "PRESENT_REF"),
]

TIMES = [
    ("The town was shelled Monday night.", "Monday night", "1998-02-09TNI"),
    ("The town was shelled late Monday night.", "late Monday night", "1998-02-09TNI"),
    ("The town was shelled last night.", "last night", "1998-02-12TNI"),
    ("The town was shelled this morning.", "this morning", "1998-02-13TMO"),
    ("The president speaks tonight.", "tonight", "1998-02-13TNI"),
    ("The president speaks tomorrow afternoon.", "tomorrow afternoon", "1998-02-14TAF"),
    ("The quake struck at 10:15 a.m. EST.", "10:15 a.m. EST", "1998-02-13T10:15"),
    ("The quake struck at about 3 p.m.", "about 3 p.m.", "1998-02-13T15:00"),
    ("The quake struck at 3 a.m. Saturday.", "3 a.m. Saturday", "1998-02-07T03:00"),
    ("The quake struck at 3 a.m. local time Feb. 4.", "3 a.m. local time Feb. 4", "1998-02-04T03:00"),
    ("The quake struck at 0300 GMT.", "0300 GMT", "1998-02-13T03:00Z"),
    ("The bomb went off on the morning of February 4.", "the morning of February 4", "1998-02-04TMO"),
    ("The bomb went off on Christmas night.", "Christmas night", "1997-12-25TNI"),
    ("The bomb went off at noon Thursday.", "noon Thursday", "1998-02-12T12:00"),
    ("It struck in the early morning hours of Feb. 4.", "the early morning hours of Feb. 4", "1998-02-04TMO"),
    ("It struck on the night of 4-5 February.", "the night of 4-5 February", "1998-02-04TNI"),
    ("Shares fell in morning trading.", "morning", "1998-02-13TMO"),
    ("The patrol left at 2:45 p.m. Baghdad time on Feb. 4.", "2:45 p.m. Baghdad time", "1998-02-04T14:45"),
    ("The patrol left at 2030 last night.", "2030 last night", "1998-02-12T20:30"),
    ("The patrol left in the early morning hours today.", "the early morning hours today", "1998-02-13TMO"),
    ("The patrol left at 1900 hours.", "1900 hours", "1998-02-13T19:00"),
    ("The offer expires at midnight EST.", "midnight EST", "1998-02-13T24:00"),
    ("It struck at 11 o'clock at night.", "11 o'clock at night", "1998-02-13T23:00"),
    ("It struck at 9 o'clock Tuesday night.", "9 o'clock Tuesday night", "1998-02-10T21:00"),
]

DURATIONS = [
    ("The talks lasted three days.", "three days", "P3D"),
    ("The siege lasted at least three days.", "at least three days", "P3D"),
    ("The siege lasted nearly two years.", "nearly two years", "P2Y"),
    ("He has ruled for more than a decade.", "more than a decade", "P1DE"),
    ("He has ruled for the past two years.", "the past two years", "P2Y"),
    ("He has ruled for the last five years.", "the last five years", "P5Y"),
    ("It will be built over the next three years.", "the next three years", "P3Y"),
    ("Net rose in the first nine months.", "the first nine months", "P9M"),
    ("Net rose in the nine months to September.", "the nine months", "P9M"),
    ("It rained for several months.", "several months", "PXM"),
    ("It rained for the past few weeks.", "the past few weeks", "PXW"),
    ("It rained for weeks.", "weeks", "PXW"),
    ("The pact ended decades of war.", "decades", "PXDE"),
    ("A 24-hour curfew is in force.", "24-hour", "PT24H"),
    ("A two-day visit is planned.", "two-day", "P2D"),
    ("He served half a year in jail.", "half a year", "P0.5Y"),
    ("He served a year and a half in jail.", "a year and a half", "P1.5Y"),
    ("He served 2 1/2 years in jail.", "2 1/2 years", "P2.5Y"),
    ("The work takes two to three weeks.", "two to three weeks", "P3W"),
    ("It was built over a half-century.", "a half-century", "P50Y"),
    ("The shelling came a day after the truce.", "a day", "P1D"),
    ("The shelling came two days after the truce.", "two days", "P2D"),
    ("They talked for half an hour.", "half an hour", "PT30M"),
    ("They talked for an hour.", "an hour", "PT1H"),
    ("Net rose in the first nine months of 1997.", "the first nine months of 1997", "P9M"),
    ("He ruled for the past year and a half.", "the past year and a half", "P1.5Y"),
    ("They were freed hours later.", "hours later", "PTXH"),
    ("They were freed after a three-and-a-half year fight.", "three-and-a-half year", "P3.5Y"),
    ("It cost $3 billion over 10 years.", "10 years", "P10Y"),
    ("He was jailed for over 10 years.", "over 10 years", "P10Y"),
    ("The army sealed the area for two consecutive weeks.", "two consecutive weeks", "P2W"),
    ("The 10-year bond fell.", "10-year", "P10Y"),
    ("The economy grew over the past decade.", "the past decade", "P1DE"),
]

SETS = [
    ("The paper appears daily.", "daily", "P1D"),
    ("The paper appears every day.", "every day", "P1D"),
    ("A weekly paper was shut.", "weekly", "P1W"),
    ("The paper appears each month.", "each month", "P1M"),
    ("It earns $3 million a year.", "a year", "P1Y"),
    ("It flies twice a week.", "a week", "P1W"),
    ("It kills 40 people per day.", "per day", "P1D"),
    ("The council meets every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("The council meets on Tuesdays.", "Tuesdays", "XXXX-WXX-2"),
    ("The council meets on the second Tuesday of the month.", "the second Tuesday of the month", "XXXX-WXX-2"),
    ("The council meets every two years.", "every two years", "P2Y"),
]

INTERVALS = [
    ("The army has held the bridge since January.", "since January", "1998-01/.."),
    ("The curfew is in force until Sunday.", "until Sunday", "../1998-02-15"),
    ("The fair was held from Feb. 3 to Feb. 8.", "from Feb. 3 to Feb. 8", "1998-02-03/1998-02-08"),
    ("The fair was held from Monday until Wednesday.", "from Monday until Wednesday", "1998-02-09/1998-02-11"),
    ("The fair was held Feb. 3-8.", "Feb. 3-8", "1998-02-03/1998-02-08"),
    ("He ruled between 1990 and 1994.", "between 1990 and 1994", "1990/1994"),
    ("He ruled in 1993-94.", "1993-94", "1993/1994"),
    ("They attacked on February 7 and 8 but did not advance.", "February 7 and 8", "1998-02-07/1998-02-08"),
    ("Shelling went on for 6, 7 and 8 February.", "6, 7 and 8 February", "1998-02-06/1998-02-08"),
    ("They fled between 26 and 29 January, it said.", "26 and 29 January", "1998-01-26/1998-01-29"),
    ("A curfew runs from 10 p.m. to 5 a.m. in the town.", "from 10 p.m. to 5 a.m.", "1998-02-13T22:00/1998-02-14T05:00"),
]

TABLE = [
    (*row, kind)
    for kind, rows in {"date": DATES, "time": TIMES, "duration": DURATIONS, "set": SETS, "interval": INTERVALS}.items()
    for row in rows
]


def told(body: str, published: str = "1998-02-13") -> list[tuple[str, str | None, str]]:
    return [(fact.quote, fact.attrs.value, fact.attrs.type) for fact in found([times.extract], article(body, published))]


@pytest.mark.parametrize(("body", "quote", "value", "kind"), TABLE)
def test_a_time_is_marked_with_its_words_its_kind_and_its_value(body: str, quote: str, value: str, kind: str) -> None:
    assert (quote, value, kind) in told(body)


@pytest.mark.parametrize(("body", "expected"), [
    ("In the third quarter, profit rose to $4 million from $3 million a year earlier.",
     [("the third quarter", "1997-Q3"), ("a year earlier", "1996-Q3")]),
    ("Sales rose in January, compared with the same period last year.", [("January", "1998-01"), ("the same period last year", "1997-01")]),
    ("The ban is to be signed and ratified on May 2.", [("May 2", "1998-05-02")]),
    ("The bomb went off at 9 p.m. on Monday.", [("9 p.m.", "1998-02-09T21:00"), ("Monday", "1998-02-09")]),
    ("The ship sank on Feb. 3. The next morning divers went down; that night they found it.",
     [("Feb. 3", "1998-02-03"), ("The next morning", "1998-02-04TMO"), ("that night", "1998-02-04TNI")]),
    ("The quake struck at 3:10 a.m. Tuesday; a second came 40 minutes later.",
     [("3:10 a.m. Tuesday", "1998-02-10T03:10"), ("40 minutes later", "1998-02-10T03:50")]),
    ("He fell ill in August 1996, and two weeks later he died.", [("August 1996", "1996-08"), ("two weeks later", "P2W")]),
    ("In July 1952 the king fled, and in October of that year he died.", [("July 1952", "1952-07"), ("October of that year", "1952-10")]),
    ("Exports fell 3 percent in the fourth quarter; for the quarter, imports rose.",
     [("the fourth quarter", "1997-Q4"), ("the quarter", "1997-Q4")]),
])
def test_times_are_read_with_those_told_before(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(quote, value) for quote, value, _ in told(body)] == expected


@pytest.mark.parametrize(("body", "expected"), [
    ("Shots were heard at around dawn. By evening, calm returned.", [("dawn", "1998-02-13TMO"), ("evening", "1998-02-13TEV")]),
    ("The raid began before dawn on Tuesday.", [("dawn", "1998-02-10TMO"), ("Tuesday", "1998-02-10")]),
    ("They died overnight on Monday.", [("overnight", "1998-02-09TNI"), ("Monday", "1998-02-09")]),
    ("They came late on Monday night. Bombs fell at 1 a.m.", [("late on Monday night", "1998-02-09TNI"), ("1 a.m.", "1998-02-10T01:00")]),
    ("It was on the night between February 6 and 7.", [("the night between February 6 and 7", "1998-02-06TNI")]),
    ("In 1994, a quake on Dec. 26 killed six.", [("1994", "1994"), ("Dec. 26", "1994-12-26")]),
    ("In 1994, a quake killed six; a new one will be marked on May 3.", [("1994", "1994"), ("May 3", "1998-05-03")]),
    ("The plant will not reopen after a fire on January 31.", [("January 31", "1998-01-31")]),
    ("He left on Tuesday.\n\n06:45\n\nShips report fog.", [("Tuesday", "1998-02-10"), ("06:45", "1998-02-13T06:45")]),
    ("On February 3 and 40 people died.", [("February 3", "1998-02-03")]),
    ("On February 3 and 4 people died.", [("February 3", "1998-02-03")]),
    ("Profit fell in Q3, it said.", [("Q3", "1997-Q3")]),
    ("Talks on February 3 and 4 ended well.", [("February 3 and 4", "1998-02-03/1998-02-04")]),
    ("At least six have died since Monday.", [("since Monday", "1998-02-09/..")]),
    ("The High Court has kept it since 1993.", [("since 1993", "1993/..")]),
    ("The envoy flies to Easton on Saturday.", [("Saturday", "1998-02-14")]),
    ("The train left at 7:30am. Nobody was on it.", [("7:30am", "1998-02-13T07:30")]),
])
def test_times_take_day_and_year_from_what_stands_beside_them(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(quote, value) for quote, value, _ in told(body)] == expected


@pytest.mark.parametrize("body", [
    "The army soon took the bridge, and shortly after that the town.",
    "Three quarters of the town burned.",
    "She was named Person of the Year.",
    "The eighteen-years-old boy and the five-year-old girl drowned.",
    "The current of the river is strong.",
    "The second half of the match was dull.",
    "They spring up in fall colours; the night he died is forgotten.",
    "After dawn prayers, Golden Dawn held a dusk-to-dawn vigil.",
])
def test_words_that_tell_no_time_are_left_alone(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(("value", "label"), [
    ("1997-Q3", "third quarter of 1997"), ("1998-W07", "week of 9 February 1998"), ("1998-W07-WE", "weekend of 14 February 1998"),
    ("FY1997", "fiscal year 1997"), ("1998-02-09TNI", "9 February 1998, night"), ("1993-SP", "spring 1993"), ("P2DE", "2 decades"),
    ("199", "1990s"), ("../1998-02", "until February 1998"), ("PRESENT_REF", None), ("XXXX-WXX-2", None), ("1998-W60", None),
])
def test_values_are_written_out_for_people(value: str, label: str | None) -> None:
    assert written(value) == label


@pytest.mark.parametrize(("year", "easter"), [(1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2024, "2024-03-31")])
def test_easter_falls_where_the_calendar_has_it(year: int, easter: str) -> None:
    assert (f"Easter {year}", easter, "date") in told(f"They met at Easter {year}.")
