"""Toponyms found and resolved, on TR-News and GeoVirus (GPL-3 corpora: measured against, nothing of them is shipped).

`python -m evaluation.toponyms [--test] [FOLDER]`: the development part, or with `--test` the fifth set aside.
Adjectives ("Turkish"), which the corpora mark too, are left out: they name no place where anything happens.
"""

import argparse
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from dateline.annotate import Annotator
from dateline.model.place import PlaceEntry
from dateline.model.report import Block, BlockKind, Report
from dateline.reference.places import Places, shared_places
from dateline.reference.places_names import plain_name
from dateline.resolve.places.resolver import PlaceResolver
from dateline.resolve.places.scores import kilometres
from evaluation.tally import Tally

FOLDER: Final = Path(__file__).parents[2] / "shared" / "data" / "places"
CORPORA: Final = ("TR-News", "GeoVirus")
NEAR_KM: Final = 161.0  # a hundred miles: the field's usual threshold
_TEST_PART: Final = 5


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place in a text, with its coordinates in degrees where the corpus gives them."""

    start: int
    end: int
    name: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Article:
    """A text with the toponyms that annotators marked in it."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]

    @property
    def held_back(self) -> bool:
        """Whether the article belongs to the fifth set aside, by a hash of its id."""
        return hashlib.sha256(self.id.encode()).digest()[0] % _TEST_PART == 0


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a corpus file."""
    for number, node in enumerate(ElementTree.parse(path).getroot()):
        text = node.findtext("text") or ""
        marks = [*node.iter("toponym"), *node.iter("location")]
        yield Article(node.get("docid") or f"{path.stem}-{number // 2}", text, tuple(map(_toponym, marks)))


def _toponym(node: ElementTree.Element) -> Toponym:
    def number(path: str) -> float | None:
        text = node.findtext(f".//{path}")
        return float(text) if text else None

    name = node.findtext("phrase") or node.findtext("name") or ""
    start, end = int(node.findtext("start") or 0), int(node.findtext("end") or 0)
    return Toponym(start, end, name, number("lat"), number("lon"))


@dataclass(slots=True)
class ToponymTally:
    """Counts over a corpus: names marked, given, both; of these those with coordinates, and those that are near."""

    marked: int = 0
    given: int = 0
    both: int = 0
    placed: int = 0
    near: int = 0

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 of finding, and the share of those found that lie within 161 km."""
        return {
            **Tally.of(self.both, self.marked, self.given).figures(),
            "near_of_found": self.near / max(self.placed, 1),
            "toponyms": self.marked,
        }


def add_article(tally: ToponymTally, article: Article, annotator: Annotator, places: Places) -> list[str]:
    """Score one article into a tally; returns a line for each toponym missed, spurious or far off."""
    report = Report(
        id=article.id, file=article.id, text=article.text, blocks=(Block(0, len(article.text), BlockKind.BODY),)
    )  # fmt: skip
    annotated = next(iter(annotator.annotate([report])))
    found = [link for link in PlaceResolver(annotated, places).mentioned() if link.entry is not None]
    nouns = [t for t in article.toponyms if not places.people_of(t.name)]
    said = []
    tally.marked += len(nouns)
    tally.given += len(found)
    for toponym in nouns:
        link = next((f for f in found if f.start < toponym.end and toponym.start < f.end), None)
        if link is None or link.entry is None:
            said.append(f"missed {toponym.name!r}: {article.text[max(toponym.start - 30, 0) : toponym.end + 30]!r}")
            continue
        tally.both += 1
        tally.placed += toponym.lat is not None
        if toponym.lat is not None and toponym.lon is not None:
            marked = replace(link.entry, lat=toponym.lat, lon=toponym.lon)
            near = kilometres(link.entry, marked) <= NEAR_KM or _same_area(link.entry, toponym)
            tally.near += near
            if not near:
                said.append(
                    f"far {toponym.name!r} {toponym.lat:.1f} {toponym.lon:.1f}: {link.entry.country} {link.how}"
                )
    taken = [f for f in found if not any(f.start < t.end and t.start < f.end for t in article.toponyms)]
    return said + [
        f"spurious {f.words!r} ({f.entry.name if f.entry else ''}): {article.text[max(f.start - 30, 0) : f.end + 30]!r}"
        for f in taken
    ]


def _same_area(entry: PlaceEntry, toponym: Toponym) -> bool:
    """An area is the same wherever its middle is put: Alberta's lies 300 km apart in two gazetteers."""
    names = {plain_name(name) for name in (entry.name, *entry.also)}
    return (
        entry.precision in ("country", "province", "area") and entry.near is None and plain_name(toponym.name) in names
    )


def evaluate(folder: Path = FOLDER, *, test: bool = False, verbose: bool = False) -> dict[str, dict[str, float]]:
    """Return the figures of each corpus.

    Args:
        folder: where the corpora's files lie.
        test: score the fifth set aside instead of the rest.
        verbose: print every miss.
    """
    annotator, places = Annotator.load(), shared_places()
    out = {}
    for name in CORPORA:
        tally = ToponymTally()
        for article in read_articles(folder / f"{name}.xml"):
            if article.held_back == test:
                said = add_article(tally, article, annotator, places)
                if verbose:
                    print("\n".join(said))
        out[name] = tally.figures()
    return out


def main() -> None:
    """Print a row a corpus."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    ask.add_argument("--test", action="store_true")
    ask.add_argument("--verbose", action="store_true")
    args = ask.parse_args()
    for name, figures in evaluate(args.folder, test=args.test, verbose=args.verbose).items():
        print(name, "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))


if __name__ == "__main__":
    main()
