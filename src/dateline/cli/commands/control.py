"""`dateline control`: who held which place over which days."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli import wording
from dateline.cli.near import nothing_found
from dateline.cli.options import filter_options, fresh_view, record_option
from dateline.cli.selection import Selection
from dateline.cli.table import show
from dateline.model.reckoned import Spell
from dateline.pipeline import holders_on

COLUMNS: Final = ("id", "place", "holder", "first told", "last told", "then", "status", "claims#")


@click.command("control")
@record_option
@filter_options
def command(record: Path, on: dt.date | None, **asked: Any) -> None:
    """List who held which place: from the first to the last day that a claim tells of.

    With --on, only who may hold a place at the end of that day: a spell that nothing ended may have
    gone on until then, so read "last told". That a party held a place says nothing of its right to.

    \b
      dateline control --on 2015-03-28
      dateline control --place "Jisr al-Shughur"
    """
    selection = Selection.of(on=on, **asked)
    with fresh_view(record) as view:
        every = list(view.spells())
        held = holders_on(every, on) if on else every
        spells = sorted(filter(selection.spell, held), key=_by_place)
        nothing = "" if spells else nothing_found(view, selection, "Nothing on who held this is on record.")
        show(COLUMNS, _rows(spells), nothing=nothing)


def _by_place(spell: Spell) -> tuple[str, str, bool, dt.date, str]:
    return spell.place.name, spell.place.id, spell.first is None, spell.first or dt.date.min, spell.id


def _rows(spells: list[Spell]) -> Iterator[tuple[str, ...]]:
    ids = wording.short_ids(spell.id for spell in spells)
    for spell in spells:
        yield (
            ids[spell.id],
            wording.place(spell.place),
            spell.holder,
            str(spell.first or wording.UNKNOWN),
            str(spell.last or wording.UNKNOWN),
            "lost" if spell.ended_by else "not known",
            spell.status,
            str(len(spell.claims)),
        )
