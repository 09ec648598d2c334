"""Crosswalks: our types, kinds and precisions in the codes of others, from `resources/crosswalks`."""

from dateline.export.crosswalks.countries import CountryCodes, country_codes
from dateline.export.crosswalks.events import EventCodes, event_codes
from dateline.export.crosswalks.kinds import KindCodes, kind_codes
from dateline.export.crosswalks.precision import place_codes, when_codes
from dateline.export.crosswalks.regimes import years_of

__all__ = [
    "CountryCodes",
    "EventCodes",
    "KindCodes",
    "country_codes",
    "event_codes",
    "kind_codes",
    "place_codes",
    "when_codes",
    "years_of",
]
