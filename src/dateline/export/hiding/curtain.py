"""The curtain between the record and a public export: names, homes and closer places come off what passes."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from dateline.export.hiding.private import NAME, Private, private_in
from dateline.export.options import Options, Profile
from dateline.model.annotated import Annotated
from dateline.model.claim import Claim, Quote
from dateline.model.incident import Incident
from dateline.model.place import VAST, PlaceEntry, PlacePrecision
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.reference.countries import country_name
from dateline.store import RecordView

T = TypeVar("T")

KEPT: Final = frozenset({"id", "report_id", "claims", "tolls", "found_by", "type", "event", "part_of", "incident",
                         "claim", "within", "ended_by", "contested_by", "side", "camp", "kind", "how"})  # fmt: skip
"""Fields that hold ids and words of ours: no name stands in them."""


class Curtain:
    """Takes off what a profile hides, and counts it."""

    def __init__(self, view: RecordView, options: Options, annotate: Callable[[Report], Annotated]) -> None:
        """Hang it up.

        Args:
            view: the record, for the texts of reports.
            options: what is hidden.
            annotate: finds the words and mentions of a report: the record does not keep them.
        """
        self._view = view
        self._options = options
        self._annotate = annotate
        self._private: dict[str, Private] = {}
        self._files: dict[str, str] = {}
        told = (name for one in view.report_heads() for name in (one.outlet, one.agency) if name)
        self._outlets = tuple(dict.fromkeys(told))
        self.counts: Counter[str] = Counter()
        """How many things of each kind were taken off."""

    def claim(self, claim: Claim) -> Claim:
        """Return a claim as it may be shown; its quotes are the report's characters but for what is private."""
        if self._options.profile is Profile.INTERNAL:
            return self._shown(claim, Private())
        most = self._options.longest_quote
        if most is not None and len(claim.quote.text) > most:
            self.counts["quotes that were cut"] += 1
        return self._shown(_unsigned(claim), self._of(claim.report_id))

    def incident(self, incident: Incident, reports: Iterable[str]) -> Incident:
        """Return an incident as it may be shown."""
        return self._by(incident, reports)

    def toll(self, toll: Toll, reports: Iterable[str]) -> Toll:
        """Return a toll as it may be shown."""
        return self._by(toll, reports)

    def spell(self, spell: Spell, reports: Iterable[str]) -> Spell:
        """Return a spell as it may be shown."""
        return self._by(spell, reports)

    def report(self, report: Report) -> Report:
        """Return a report as it may be shown: an address that spells a name is cut down to its host."""
        if self._options.profile is Profile.INTERNAL:
            return report
        private = self._of(report.id)
        shown = self._shown(report, private)
        if report.url and _spells(report.url, private.names):
            host = urlsplit(report.url)
            self.counts["addresses of reports that spell a name"] += 1
            shown = replace(shown, url=f"{host.scheme}://{host.netloc}/")
        return shown

    def place(self, place: PlaceEntry) -> PlaceEntry:
        """Return a place as closely as it may be shown."""
        if not self._options.generalise or place.precision in VAST:
            return place
        self.counts["places given by their province"] += 1
        name, wide = (place.admin1, PlacePrecision.PROVINCE) if place.admin1 else (None, PlacePrecision.COUNTRY)
        name = name or country_name(place.country) or ""
        return PlaceEntry(f"dateline:{name}", name, wide.value, wide, None, None, place.country, place.admin1)

    def _by(self, thing: T, reports: Iterable[str]) -> T:
        """Return a thing without the names that are private in any of the reports that tell of it."""
        if self._options.profile is Profile.PUBLIC:
            for report in sorted(reports):
                thing = self._walked(thing, self._of(report), generalise=False)
        return self._shown(thing, Private())

    def _shown(self, thing: T, private: Private) -> T:
        return self._walked(thing, private, generalise=True)

    def _walked(self, thing: T, private: Private, *, generalise: bool) -> T:
        """Return a value of the model with every text in it as it may be shown."""
        value: Any = thing
        if isinstance(value, PlaceEntry):
            return self.place(value) if generalise else value  # type: ignore[return-value]
        if isinstance(value, Quote):
            return replace(value, text=private.quote(value.text, value.start))  # type: ignore[return-value]
        if type(value) is str:
            return self._files.get(value) or private.text(value)  # type: ignore[return-value]
        if isinstance(value, tuple):
            return tuple(self._walked(item, private, generalise=generalise) for item in value)  # type: ignore[return-value]
        if is_dataclass(value) and not isinstance(value, type):
            return self._fields(value, private, generalise=generalise)  # type: ignore[no-any-return]
        return thing

    def _fields(self, value: Any, private: Private, *, generalise: bool) -> Any:
        changed = {}
        for one in fields(value):
            held = getattr(value, one.name)
            if one.name in KEPT and not is_dataclass(held):
                continue
            shown = self._walked(held, private, generalise=generalise)
            if shown != held:
                changed[one.name] = shown
        return replace(value, **changed) if changed else value

    def _of(self, report_id: str) -> Private:
        """Return what is private in a report; found once, and counted then."""
        found = self._private.get(report_id)
        if found is None:
            report = self._view.report(report_id)
            places = (*self._view.provenance.places_told(report_id), *self._outlets)
            found = private_in(self._annotate(report), places) if report and report.text else Private()
            self._private[report_id] = found
            if report and _spells(report.file, found.names):
                self._files[report.file] = f"{NAME} {report_id.removeprefix('sha256:')[:12]}"
            self.counts["names that were taken out, over all reports"] += len(found.names)
            self.counts["addresses that were taken out, over all reports"] += found.homes
        return found


def _unsigned(claim: Claim) -> Claim:
    """Return a claim without who put values of it right, and why."""
    if not claim.corrected:
        return claim
    return replace(claim, corrected=tuple(replace(one, who=NAME, reason="") for one in claim.corrected))


def _spells(text: str, names: Iterable[str]) -> bool:
    """Whether an address or a file's name spells a name, in whatever way its words are joined."""
    letters = "".join(c for c in text.casefold() if c.isalpha())
    return any(bare in letters for name in names if len(bare := "".join(c for c in name.casefold() if c.isalpha())) > 4)
