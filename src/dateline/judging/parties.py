"""Parties: whom a person means by the name of an actor."""

from typing import Final

from dateline.errors import JudgementError
from dateline.model.actor import ActorEntry, ActorKind, ActorLink
from dateline.reference.actors import actors_named, entry_of
from dateline.store import RecordView

HOW: Final = "named by a person"


def party(name: str, view: RecordView) -> ActorLink:
    """Return the actor of a name: one that the record has, one of the reference by name or id, or a new one.

    A new one is written with its kind: "rebel group: Sarra Brigade".

    Args:
        name: what the person writes.
        view: the record.

    Raises:
        JudgementError: no actor is named so, or several are.
    """
    if (known := view.known.actor(name)) is not None:
        return _link(name, known)
    entries = actors_named(name) or tuple(filter(None, (entry_of(name),)))
    if len(entries) > 1:
        raise JudgementError(f"{name} may be {_offered(entries)}; write the id")
    if entries:
        return _link(name, entries[0])
    kind, _, rest = name.partition(": ")
    if rest.strip() and kind.casefold() in set(ActorKind):
        return ActorLink(rest.strip(), None, ActorKind(kind.casefold()), None, name, 0, 0, HOW)
    kinds = ", ".join(ActorKind)
    raise JudgementError(f"no actor is named {name!r}. To name a new one write its kind before it: {kinds}")


def _link(words: str, one: ActorEntry | ActorLink) -> ActorLink:
    return ActorLink(one.name, one.id, one.kind, one.side, words, 0, 0, HOW, one.country)


def _offered(entries: tuple[ActorEntry, ...]) -> str:
    return " or ".join(f"{entry.id} ({entry.name}, {entry.country or 'no country'})" for entry in entries)
