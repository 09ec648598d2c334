"""Datelines: the openings of wire stories, "BEIRUT, April 25 (AFP) —", with their place, day and agency."""

import datetime as dt
import re
from functools import cache
from typing import Final

from dateline.model.report import Dateline
from dateline.reference.calendar import WEEKDAYS, WrittenDate, find_dates
from dateline.reference.countries import countries
from dateline.sources.agencies import agency_names, agency_pattern, not_places
from dateline.sources.headings import is_outlet, read_opening

_LONGEST: Final = 130  # characters
_TITLE_WORDS: Final = 3
_MONTHS: Final = 12
_LEAP: Final = 2000  # a year with a 29 February
_LEAST_BEHIND: Final = 4  # words of a sentence

_WORD: Final = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]*"
_JOIN: Final = r"(?:[ ](?:de|del|la|el|al|of|the|and|dos|da)[ ]|[ ]|/)"
_FULL_WEEKDAYS: Final = "|".join(name for name in WEEKDAYS if name.endswith("day"))
_DATE: Final = rf"""
    (?:(?:Mon|Tues?|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?[.,]?\s)?
    (?:\d{{1,2}}(?:st|nd|rd|th)?\s[A-Za-z]{{3,9}}\.?|[A-Za-z]{{3,9}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?)
    (?:,?\s(?:25\d\d\s\((?:19|20)\d\d\)|\d{{4}}|\d\d(?!\d)))?
    |\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)(?!\d)
    |\d{{1,2}}[/.]\d{{1,2}}(?![\d/.])
    |(?:late\s|early\s)?(?i:{_FULL_WEEKDAYS})(?:\s(?:morning|noon|afternoon|evening|night))?(?!\w)
    """
_IN_FIGURES: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})")
_NAMED: Final = re.compile(rf"\b(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b", re.IGNORECASE)
_SEPARATOR: Final = r"\s*(?:—|–|--+|―|_)\s*|\s+-\s*|-\s+|\s*:\s+"
_STOP: Final = r"\.\s+(?=[\"“‘'A-ZÀ-Þ\d])"  # "MOSCOW, 8 April. The ministry …"


@cache
def _grammar() -> re.Pattern[str]:
    """Return the expression for a dateline; only after an agency in strokes or brackets it may lack a separator."""
    agency = rf"(?:{agency_pattern()})(?![\w])"
    return re.compile(
        rf"""\s*
        (?:(?P<place>{_WORD}(?:{_JOIN}{_WORD}){{0,4}})
           (?:\s\((?P<inner>{_WORD}(?:\s{_WORD}){{0,3}})\)(?=,))?
           (?:,\s(?!{agency}\s*[—–_-])(?P<region>(?!{_DATE}){_WORD}(?:\s{_WORD}){{0,3}}))??
        )?
        (?:,?\s*(?P<date>{_DATE})|,\s(?P<undated>NO\sDATE|UNDATED))?
        (?:[.,]?\s*\(\s*(?P<bracketed>(?(date)\w|[A-Z])[\w ./&’'-]{{1,40}})\s*\)
          |\s*/(?P<stroked>[A-Z][\w ./-]{{1,30}})/
          |\s/\s(?P<slashed>[A-Z]{{2,8}})(?=\s+[—–-])
          |,\s(?P<bare>{agency}))?
        (?P<separator>{_SEPARATOR}|(?(date)(?(place){_STOP}|(?!))|(?!))|(?<=/)[.\s]\s*|(?<=\))\s+)
        """,
        re.VERBOSE,
    )


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Read the dateline at the beginning of a paragraph.

    Args:
        text: the report's text.
        start: where the paragraph begins.
        end: where it ends.

    Returns:
        The dateline with its place, day and agency as far as given; None where the paragraph opens without one.

    """
    opening = text[start : min(end, start + _LONGEST)]
    cased = opening != opening.lower()
    shown = opening if cased or len(opening.upper()) != len(opening) else opening.upper()
    found = _grammar().match(shown)
    if not found or not _is_dateline(found, shouted=shown != opening or opening == opening.upper()):
        return read_opening(text, start, end)
    if found["place"] and is_outlet(found["place"]) and (opened := read_opening(text, start, end)):
        return opened
    return _dateline(text, start, found)


def _is_dateline(found: re.Match[str], *, shouted: bool) -> bool:
    """Tell whether the match is a dateline rather than a sentence with a dash or colon in it.

    A day or an agency settles it. Otherwise the place must be in capitals, where not the whole text is, or be a name of
    few words before a spaced dash and a new sentence.
    """
    place, agency, separator = found["place"], _agency(found), found["separator"].strip()
    if separator == "." and (len(place.split()) > _TITLE_WORDS or is_outlet(place) or place.casefold() in not_places()):
        return False
    bracketed = found["bracketed"] or ""
    if found["date"] and _date(found) is None and (_weekday(found) is None or not place or shouted):
        return False
    if bracketed[:1].islower() and not is_outlet(bracketed):
        return False
    if not separator:
        signed = agency or (found["date"] and is_outlet(bracketed))
        return bool(signed and place and place == place.upper() and not shouted)
    if found["date"] or found["undated"] or found["stroked"] or found["slashed"] or (agency and found["bracketed"]):
        return True
    return _is_bare_place(found, separator, shouted=shouted)


def _is_bare_place(found: re.Match[str], separator: str, *, shouted: bool) -> bool:
    """Tell whether a match without a day or an agency in brackets opens with a place."""
    place = found["place"]
    if not place or shouted or {place.casefold(), place.split()[0].casefold()} & not_places():
        return False
    if found.string[found.end() : found.end() + 1].islower():
        return False
    if place == place.upper() and len(place) > 2:
        return True
    if separator == ":" or len(place.split()) > _TITLE_WORDS:
        return False
    if found["bracketed"]:  # "Luanda, Sunday (IP) - ", "Kano, Nigeria (Sahel Wire) - "
        region = (found["region"] or "").casefold()
        return region in WEEKDAYS or region in _country_names()
    behind = found.string[found.end() :].split()  # "Unity - Work - Progress" is a motto
    return bool(found["region"]) or len(behind) >= _LEAST_BEHIND


@cache
def _country_names() -> frozenset[str]:
    """Return the names of countries in small letters."""
    return frozenset(country.name.casefold() for country in countries().values())


def _agency(found: re.Match[str]) -> str | None:
    """Return the agency that the dateline names, as the agency writes itself; None for other words in brackets."""
    known = agency_names()
    named = found["bracketed"] or found["stroked"] or found["slashed"] or found["bare"] or found["place"]
    if not named:
        return None
    parts = [named, *re.split(r"[/,&]| and ", named)]
    return next((known[part.strip().casefold()] for part in parts if part.strip().casefold() in known), None)


def _date(found: re.Match[str]) -> WrittenDate | None:
    """Return the date that the dateline gives; in figures the day comes first wherever it may."""
    told = found["date"] or ""
    figures = _IN_FIGURES.fullmatch(told)
    if figures:
        day, month = map(int, figures.groups())
        if month > _MONTHS:
            day, month = month, day
        return _without_year(day, month)
    return next(find_dates(told, day_first=True), None)


def _without_year(day: int, month: int) -> WrittenDate | None:
    """Return a day of a month that some year has."""
    try:
        dt.date(_LEAP, month, day)
    except ValueError:
        return None
    return WrittenDate(0, 0, None, month, day)


def _weekday(found: re.Match[str]) -> int | None:
    """Return the weekday that the dateline gives, with its date or alone."""
    named = _NAMED.search(found["date"] or "") or (_NAMED.fullmatch(found["place"] or ""))
    return WEEKDAYS[named[0].lower()] if named else None


def _dateline(text: str, start: int, found: re.Match[str]) -> Dateline:
    """Return what the match gives, its offsets counted in the whole text."""
    date = _date(found)
    agency = _agency(found)
    group = "place" if found["place"] and not _is_named_day(found["place"]) else "bracketed"
    first, last = found.span(group) if agency is None or group == "place" else (-1, -1)
    if first >= 0 and found[group].casefold() in agency_names():
        first, last = -1, -1
    return Dateline(
        start=start + len(found.group()) - len(found.group().lstrip()),
        end=start + found.end(),
        place=text[start + first : start + last] if first >= 0 else None,
        place_start=start + max(first, 0),
        place_end=start + max(last, 0),
        month=date.month if date else None,
        day=date.day if date else None,
        year=date.year if date else None,
        agency=agency,
        weekday=_weekday(found),
    )


def _is_named_day(place: str) -> bool:
    """Tell whether the word where the place stands is a weekday ("Saturday, 25 April 2015 (Beirut) –")."""
    return place.casefold() in WEEKDAYS
