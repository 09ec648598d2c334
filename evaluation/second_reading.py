"""A second reading of gold incidents held against the first: `python -m evaluation.second_reading [SET]`.

The second reading names, for each incident, the words of the reports that tell of it. A member of one reading is a
member of the other where their words overlap in the report.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from evaluation.coreference import conll
from evaluation.corpora import CorpusError
from evaluation.incident_match import Member
from evaluation.report_sets import READ_TWICE, SETS, ReportSet

Span = tuple[str, int, int]
"""Where words stand: file, first character, end."""


def agreement(first: Mapping[str, Any], second: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, float]:
    """Return how far two readings agree.

    Args:
        first: the gold.
        second: the second reading; of an incident only `key` and `members` are looked at.
        texts: the text of each file, its white space as single blanks.

    Returns:
        `found`: the share of the first's members that the second has; `more`: the share of the second's members that
        the first neither has nor calls optional; `conll`: the CoNLL average of the incidents over what both have.
    """
    one, other = _spans(first["incidents"], texts), _spans(second["incidents"], texts)
    pairs = _paired(one, other)
    free = [_span(file, words, texts) for file, words, *_ in (*first["optional"], *first["denied"])]
    unpaired = [other[member] for member in other.keys() - pairs.values()]
    more = [span for span in unpaired if not any(_overlap(span, each) for each in free)]
    return {
        "found": len(pairs) / len(one),
        "more": len(more) / len(other),
        "conll": conll(_by_incident((a, a[0]) for a in pairs), _by_incident((a, b[0]) for a, b in pairs.items())),
    }


def _spans(incidents: Iterable[Mapping[str, Any]], texts: Mapping[str, str]) -> dict[Member, Span]:
    return {
        (incident["key"], number): _span(file, words, texts)
        for incident in incidents
        for number, (file, words) in enumerate(incident["members"])
    }


def _span(file: str, words: str, texts: Mapping[str, str]) -> Span:
    start = texts[file].index(words)
    return file, start, start + len(words)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _paired(one: Mapping[Member, Span], other: Mapping[Member, Span]) -> dict[Member, Member]:
    """Return each member's mate: of several whose words overlap, that of the incident with most in common."""
    met = [(a, b) for a, span in one.items() for b, mate in other.items() if _overlap(span, mate)]
    shared = Counter((a[0], b[0]) for a, b in met)
    pairs: dict[Member, Member] = {}
    for a, b in sorted(met, key=lambda pair: (-shared[pair[0][0], pair[1][0]], pair)):
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    return pairs


def _by_incident(members: Iterable[tuple[Member, str]]) -> list[list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for (key, number), incident in members:
        found[incident].append(f"{key}/{number}")
    return list(found.values())


def read_again(reports: ReportSet) -> dict[str, float]:
    """Return how far the second reading of a set agrees with its gold.

    Raises:
        CorpusError: the reports are not there, or were read once only.
    """
    gold = reports.gold()
    if reports.second_file is None:
        raise CorpusError(f"{reports.gold_file} has no second reading")
    second = json.loads(reports.second_file.read_text("utf-8"))
    files = {file for one in (*gold["incidents"], *second["incidents"]) for file, _ in one["members"]}
    files |= {file for file, *_ in (*gold["optional"], *gold["denied"])}
    texts = {file: " ".join((reports.reports / file).read_text("utf-8").split()) for file in files}
    return agreement(gold, second, texts)


def main() -> None:
    """Print how far the readings of a set agree."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("set", nargs="?", default="examples", choices=READ_TWICE, help="which reports")
    asked = parser.parse_args()
    print("\n".join(f"{name:6} {value:.3f}" for name, value in read_again(SETS[asked.set]).items()))


if __name__ == "__main__":
    main()
