"""What happened: incidents by day, then those told of over several days, and those that may lie outside the period."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.model.incident import Incident
from dateline.sitrep.accounts import Accounts
from dateline.sitrep.document import Section
from dateline.sitrep.english import day
from dateline.sitrep.material import Material


def events(material: Material, accounts: Accounts) -> Section:
    """Return the section of what happened."""
    return Section("What happened", parts=tuple(part for part in _parts(material, accounts) if not part.empty))


def _parts(material: Material, accounts: Accounts) -> Iterator[Section]:
    of_day: defaultdict[dt.date, list[Incident]] = defaultdict(list)
    spread = []
    for one in material.within:
        if one.when and one.when.first and one.when.days == 1:
            of_day[one.when.first].append(one)
        else:
            spread.append(one)
    for key in sorted(of_day):
        yield _part(day(key), of_day[key], accounts, dated=False)
    yield _part("Told of over several days", spread, accounts, dated=True)
    yield _part("Told of days that reach beyond the period", material.maybe, accounts, dated=True)


def _part(title: str, incidents: Sequence[Incident], accounts: Accounts, *, dated: bool) -> Section:
    return Section(title, tuple(accounts.paragraph(one, dated=dated) for one in incidents))
