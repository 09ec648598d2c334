"""Private: what of one report a public export may not show, and a text without it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.export.hiding.found import Name, names
from dateline.export.hiding.homes import homes
from dateline.export.hiding.parts import PRIVATE, SURE, Part, part_of, with_companions
from dateline.export.hiding.roles import roles
from dateline.model.annotated import Annotated
from dateline.reference.places_names import key_lines, plain_lines

NAME: Final = "[name withheld]"
HOME: Final = "[address withheld]"
SHORTEST: Final = 3  # letters of a part of a name that stands for it by itself


@dataclass(frozen=True, slots=True)
class Private:
    """Spans of a report's text with what stands in their place, and the names among them as they are written."""

    spans: tuple[tuple[int, int, str], ...] = ()
    names: tuple[str, ...] = ()
    homes: int = 0
    _shape: "re.Pattern[str] | None" = field(default=None, compare=False)

    def quote(self, text: str, start: int) -> str:
        """Return the report's characters from `start` on without what is private."""
        shown, at = [], 0
        for first, after, instead in self.spans:
            if after <= start or first >= start + len(text):
                continue
            here = max(first - start, at)
            shown += [text[at:here], instead]
            at = max(after - start, at)
        return self.text("".join([*shown, text[at:]]))

    def text(self, text: str) -> str:
        """Return any words of the report, as a claim holds them, without the names that are private."""
        return self._shape.sub(NAME, text) if self._shape else text


def private_in(annotated: Annotated, places: Iterable[str] = ()) -> Private:
    """Find what of a report is private: names of the harmed, of witnesses, minors and all whose part is not told.

    A name stays where the reference has it, or where the text gives its bearer an office or a command and nowhere says
    that harm came to them.

    Args:
        annotated: the report.
        places: names that its claims hold for places, and of outlets, which a mention may take for people.
    """
    told = with_companions(annotated, [(name, part_of(annotated, name)) for name in names(annotated)])
    hidden, kept = _parted(told, frozenset(spelled for name in places for spelled in (_plain(name), _key(name))))
    text, spans = annotated.report.text, list(_named(told, hidden, kept))
    at_home = [(start, end, HOME) for start, end in homes(text)]
    written = tuple(sorted({text[start:end] for start, end, _ in spans}, key=lambda one: (-len(one), one)))
    return Private(_joined([*at_home, *spans]), written, len(at_home), _shape(written))


def _parted(told: Sequence[tuple[Name, Part]], places: frozenset[str]) -> tuple[set[str], set[str]]:
    """Part the names of people, as written, into those that are hidden and those that stay.

    A shorter form ("Haddad") goes with the longer ones that hold it.
    """
    parts: defaultdict[str, Part] = defaultdict(lambda: Part.NOTHING)
    for one, part in told:
        parts[_plain(one.text)] |= part
    whole = _with_longer(parts)
    hidden: set[str] = set()
    kept: set[str] = set()
    for name, part in whole.items():
        if Part.PERSON not in part and not part & PRIVATE:
            continue
        held = Part.PUBLIC in part and not part & PRIVATE
        elsewhere = (Part.ELSEWHERE in part or _is_in(name, places)) and not part & SURE
        (kept if Part.KNOWN in part or held or elsewhere else hidden).add(name)
    return hidden, kept


def _is_in(name: str, places: frozenset[str]) -> bool:
    """Whether a name is one of these, or a part of one ("Hamidiyeh" of "Hamidiyeh base")."""
    return _key(name) in places or any(set(name.split()) <= set(place.split()) for place in places)


def _key(name: str) -> str:
    """Return what spellings of a place's name have in common."""
    return key_lines(plain_lines(name))


def _with_longer(parts: Mapping[str, Part]) -> dict[str, Part]:
    """Return the parts of names, a shorter one with those of all longer ones that hold it, and these with its."""
    people = {name for name, part in parts.items() if part & (Part.PERSON | PRIVATE)}
    found = dict(parts)
    for short in parts:
        for long in people:
            if short != long and set(short.split()) < set(long.split()):
                found[short] |= parts[long] & ~Part.KNOWN
                found[long] |= parts[short] & ~Part.KNOWN
    return found


def _named(told: Iterable[tuple[Name, Part]], hidden: set[str], kept: set[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of hidden names, and of parts of them that stand alone."""
    loose = {word for name in hidden for word in name.split()} - {word for name in kept for word in name.split()}
    loose = {word for word in loose if len(word) >= SHORTEST} - roles().particle
    for name, _ in told:
        plain = _plain(name.text)
        if plain in hidden or (plain not in kept and not name.other and set(plain.split()) <= loose):
            yield name.start, name.end, NAME


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[-‐’'ʿ]", " ", name).casefold().split())


def _joined(spans: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Return spans in order, those that overlap as one."""
    found: list[tuple[int, int, str]] = []
    for start, end, instead in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]), found[-1][2])
        else:
            found.append((start, end, instead))
    return tuple(found)


def _shape(written: Sequence[str]) -> "re.Pattern[str] | None":
    if not written:
        return None
    loosely = (r"[\s_-]+".join(map(re.escape, re.split(r"[\s_-]+", name))) for name in written)
    return re.compile(rf"\b(?:{'|'.join(loosely)})\b", re.IGNORECASE)
