"""Invented news, as much of it as one likes: the same number always gives the same article.

Each article has about 400 words in the layout of a seed, with datelines, names, counts, weapons, quotations and dates about
as close together as in wire news, and draws its people and places unevenly, as news does: a few in hundreds of articles, most
in a handful. The texts are test texts; nothing in them happened.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

CITIES = (
    ("Mosul", "Iraq", "Iraqi"),
    ("Kirkuk", "Iraq", "Iraqi"),
    ("Aleppo", "Syria", "Syrian"),
    ("Homs", "Syria", "Syrian"),
    ("Herat", "Afghanistan", "Afghan"),
    ("Kunduz", "Afghanistan", "Afghan"),
    ("Quetta", "Pakistan", "Pakistani"),
    ("Peshawar", "Pakistan", "Pakistani"),
    ("Kharkiv", "Ukraine", "Ukrainian"),
    ("Odesa", "Ukraine", "Ukrainian"),
    ("Maiduguri", "Nigeria", "Nigerian"),
    ("Kano", "Nigeria", "Nigerian"),
    ("Goma", "Congo", "Congolese"),
    ("Mogadishu", "Somalia", "Somali"),
    ("Gao", "Mali", "Malian"),
    ("Timbuktu", "Mali", "Malian"),
    ("Benghazi", "Libya", "Libyan"),
    ("Sirte", "Libya", "Libyan"),
    ("Hodeidah", "Yemen", "Yemeni"),
    ("Aden", "Yemen", "Yemeni"),
    ("Cali", "Colombia", "Colombian"),
    ("Caracas", "Venezuela", "Venezuelan"),
    ("Port-au-Prince", "Haiti", "Haitian"),
    ("Davao", "Philippines", "Philippine"),
    ("Yangon", "Myanmar", "Burmese"),
    ("Jakarta", "Indonesia", "Indonesian"),
    ("Minsk", "Belarus", "Belarusian"),
    ("Tbilisi", "Georgia", "Georgian"),
    ("Yerevan", "Armenia", "Armenian"),
    ("Khartoum", "Sudan", "Sudanese"),
)
#: The long tail: places that turn up now and then.
_TOWNS = {
    ("Iraq", "Iraqi"): "Basra Fallujah Ramadi Tikrit Samarra Najaf Karbala Baqubah Nasiriyah Sinjar",
    ("Syria", "Syrian"): "Idlib Raqqa Hama Latakia Tartus Daraa Afrin Manbij Palmyra Qamishli",
    ("Afghanistan", "Afghan"): "Kandahar Jalalabad Ghazni Lashkargah Zaranj Farah Bamyan Faizabad Charikar Khost",
    ("Pakistan", "Pakistani"): "Lahore Multan Sukkur Gwadar Swat Bannu Chaman Turbat Sialkot Faisalabad",
    ("Ukraine", "Ukrainian"): "Kherson Mariupol Dnipro Poltava Sumy Chernihiv Kramatorsk Melitopol Lviv Zhytomyr",
    ("Nigeria", "Nigerian"): "Jos Kaduna Sokoto Katsina Zaria Yola Bauchi Gusau Makurdi Damaturu",
    ("Somalia", "Somali"): "Kismayo Baidoa Galkayo Beledweyne Bosaso Garowe Merca Afgooye Jowhar Dhusamareb",
    ("Colombia", "Colombian"): "Arauca Tumaco Popayan Cucuta Buenaventura Medellin Neiva Pasto Quibdo Florencia",
    ("Philippines", "Philippine"): "Marawi Cotabato Zamboanga Jolo Basilan Iligan Butuan Tacloban Iloilo Baguio",
    ("Sudan", "Sudanese"): "Nyala Kassala Kadugli Zalingei Atbara Kosti Omdurman Gedaref Rabak Geneina",
    ("Mexico", "Mexican"): "Culiacan Tijuana Reynosa Acapulco Morelia Chilpancingo Durango Zacatecas Celaya Irapuato",
    ("India", "Indian"): "Srinagar Imphal Ranchi Patna Guwahati Raipur Jammu Nagpur Kohima Aizawl",
}
CITIES += tuple((town, country, adjective) for (country, adjective), towns in _TOWNS.items() for town in towns.split())
GROUPS = (
    "the Islamic State",
    "al-Shabaab",
    "Boko Haram",
    "the Taliban",
    "the ELN",
    "Hezbollah",
    "the Houthis",
    "the M23",
    "the Wagner Group",
    "Abu Sayyaf",
)
BODIES = (
    "the Interior Ministry",
    "the Defence Ministry",
    "the United Nations",
    "the Red Cross",
    "the European Union",
    "the African Union",
    "the provincial council",
    "Human Rights Watch",
    "Amnesty International",
    "the World Health Organization",
)
FIRST = (
    "Ahmed",
    "Maria",
    "Ivan",
    "Fatima",
    "John",
    "Olena",
    "Carlos",
    "Amina",
    "David",
    "Leila",
    "Samuel",
    "Irina",
    "Hassan",
    "Grace",
    "Pedro",
    "Nadia",
    "Omar",
    "Elena",
)
LAST = (
    "Karimi",
    "Okafor",
    "Petrenko",
    "Mendoza",
    "Haddad",
    "Novak",
    "Diallo",
    "Rahman",
    "Silva",
    "Botha",
    "Aziz",
    "Moreno",
    "Tanaka",
    "Keller",
    "Mbeki",
    "Sokolov",
    "Rossi",
    "Warsame",
    "Duarte",
    "Lindqvist",
    "Otieno",
    "Farouk",
    "Castillo",
    "Nguyen",
    "Popescu",
    "Sarkis",
    "Chanda",
    "Weber",
    "Ibrahim",
    "Costa",
)
#: More surnames, made of a beginning and an end, so that new people keep turning up as an archive grows.
_BEGINNINGS = (
    "Abdi",
    "Bara",
    "Cande",
    "Dolo",
    "Ere",
    "Fala",
    "Gori",
    "Hano",
    "Jova",
    "Kema",
    "Lore",
    "Madu",
    "Nari",
    "Pete",
    "Rami",
    "Sade",
    "Teve",
    "Uzo",
    "Zore",
)
_ENDINGS = ("nko", "wicz", "ndez", "man", "dze", "oglu", "ssen", "ti", "pour", "vic", "ra", "bayev")
SURNAMES = LAST + tuple(beginning + ending for ending in _ENDINGS for beginning in _BEGINNINGS)
ROLES = (
    "a spokesman for {body}",
    "a police commander in {city}",
    "the governor of {city}",
    "a doctor at the city's main hospital",
    "an adviser to the president",
)
WEAPONS = (
    "a car bomb",
    "mortar rounds",
    "a ballistic missile",
    "122 mm rockets",
    "armed drones",
    "automatic rifles",
    "an improvised explosive device",
)
OUTLETS = ("Northern Dispatch", "Harbour Wire", "Meridian Post", "The Evening Ledger")
SECTIONS = ("World", "Politics", "Conflict", "Disasters")
FIRST_DAY = date(2015, 1, 1)

_LEAD = (
    "{group_cap} attacked an army post near {city} on {weekday}, killing {n} people and wounding {m} others, officials said.",
    "At least {n} people were killed and {m} injured on {weekday} when {weapon} struck a market in {city}, {country}, according to {body}.",
    "{dem} forces fired on fighters of {group} outside {city} on {weekday}, killing {n} of them, {body} said in a statement.",
    "Thousands of people protested in {city} on {weekday} against a new law, and {dem} police arrested {m} of them, {body} said.",
)
_BODY = (
    "{person}, {role}, said the attackers used {weapon} and fled towards {city2}.",
    '"We heard three explosions within a few minutes, and then the shooting began," {surname} said.',
    "The {dem} government has deployed {k} troops to the province since {month} {day}, and another {n} officers arrived last week.",
    "{body_cap} said that about {k} people had left their homes in {city2} and the villages around it.",
    "No group immediately claimed responsibility, but {surname} blamed {group} for the violence.",
    "It was the second such attack in {country} this year; in {year}, {m} people died in similar circumstances in {city2}.",
    "{group_cap} denied involvement in a message posted on {weekday}, saying its fighters had left the area two days earlier.",
    "Talks between {country} and {country2} were due to resume on {month} {day} in {city3}, {person2} told reporters.",
    '"There is no military solution," said {person2}, who leads the mission of {body2}. "Both sides have to return to the table."',
    "The price of bread has risen by {n} percent and aid worth ${k} million has yet to arrive, according to {body2}.",
    "Earlier, a helicopter of the {dem} air force was seen over the airport, about {m} kilometres west of {city}.",
    "The United States and {country2} called on all parties to respect the ceasefire agreed in {month} {year}.",
    "Local hospitals treated {m} patients, among them {few} children, and appealed for blood donations.",
    "{surname2} declined to say how long the operation would last, and details could not be confirmed.",
)


#: What fills a report between its facts: the words of real news, most of which name nobody.
_FILLER = (
    "The streets were empty in the evening, and most shops stayed closed.",
    "Officials gave no further details and said that an inquiry had begun.",
    "It was not clear whether the two matters were linked, and nobody would speak about it openly.",
    "Families waited outside for hours, hoping for news of those who had not come home.",
    "The road is narrow there and winds through fields that have not been tilled for years.",
    "Aid workers say that water is short and that the wells in many villages have run dry.",
    "Those who could leave did so before the rains, often with no more than they could carry.",
    "The authorities have promised to rebuild what was lost, but little has been done so far.",
    "Prices have gone up, wages have not, and many no longer send their children to school.",
    "Nobody could say when the crossing would open again or who would be let through.",
    "Critics call the plan a step in the right direction that comes far too late.",
    "The talks have been put off several times, and each side says that the other is to blame.",
    "Older people remember quieter times, when the market drew traders from far away.",
    "Work on the bridge was to have been finished long ago, but the money ran out.",
)


def articles(count: int) -> Iterator[tuple[str, str]]:
    """`count` articles as (file name, text of a seed)."""
    for number in range(count):
        yield article(number)


def article(number: int) -> tuple[str, str]:
    """Article `number`, as (file name, text of a seed)."""
    chance = random.Random(number)
    day = FIRST_DAY + timedelta(days=number * 7 % 3000)
    values = _values(chance, day, number)
    title = f"{values['n']} killed as violence flares near {values['city']} in {values['country']}"
    lead = chance.choice(_LEAD).format(**values)
    lead = f"{values['city'].upper()}, {day:%b} {day.day} ({chance.choice(('Reuters', 'AP', 'AFP'))}) - {lead[0].upper()}{lead[1:]}"
    told = [template.format(**values) for template in chance.sample(_BODY, 6)]
    more = [template.format(**{**_values(chance, day, number), "surname": values["surname"]}) for template in chance.sample(_BODY, 3)]
    lines = [*told, *more, *chance.sample(_FILLER, len(_FILLER))]
    chance.shuffle(lines)
    paragraphs = [lead, *(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))]
    header = f"{chance.choice(OUTLETS)}\n{chance.choice(SECTIONS)}\n{day:%d/%m/%Y} {chance.randrange(6, 23):02}h{chance.randrange(60):02}"
    slug = f"{day:%Y-%m-%d}-test-article-{number:05}"
    return f"{slug}.txt", f"{title}\n\n{header}\n\n" + "\n\n".join(paragraphs) + "\n"


def _uneven(chance: random.Random, values: tuple, spread: float = 1.6):  # type: ignore[no-untyped-def,type-arg]
    """One of `values`, the first ones far more often."""
    return values[int(len(values) * chance.random() ** spread)]


def _person(chance: random.Random) -> tuple[str, str]:
    surname = _uneven(chance, SURNAMES, spread=2.0)
    return f"{_uneven(chance, FIRST)} {surname}", surname


def _values(chance: random.Random, day: date, number: int) -> dict[str, object]:
    city, country, demonym = _uneven(chance, CITIES, spread=2.0)
    (person, surname), (person2, surname2) = _person(chance), _person(chance)
    group, body = _uneven(chance, GROUPS), _uneven(chance, BODIES)
    earlier = day - timedelta(days=chance.randrange(20, 300))
    return {
        "city": city,
        "country": country,
        "dem": demonym,
        "city2": chance.choice(CITIES)[0],
        "city3": chance.choice(CITIES)[0],
        "country2": chance.choice(CITIES)[1],
        "group": group,
        "group_cap": group[0].upper() + group[1:],
        "body": body,
        "body_cap": body[0].upper() + body[1:],
        "body2": chance.choice(BODIES),
        "person": person,
        "surname": surname,
        "person2": person2,
        "surname2": surname2,
        "role": chance.choice(ROLES).format(body=body, city=city),
        "weapon": chance.choice(WEAPONS),
        "weekday": f"{day:%A}",
        "month": f"{earlier:%B}",
        "day": earlier.day,
        "year": earlier.year - 2,
        "n": chance.randrange(3, 60),
        "m": chance.randrange(10, 300),
        "k": chance.randrange(2, 90) * 100,
        "few": chance.randrange(2, 9),
        "number": number,
    }
