"""Judged links: what a person said of whether two claims tell of one happening goes before all that was reckoned."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.link.cluster import Clusters
from dateline.link.facets import Facet
from dateline.link.score import compare
from dateline.link.ties import Ties
from dateline.model.incident import Feature, Link
from dateline.model.judgement import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """Judgements on pairs of facets, by the facets' numbers, the lesser first."""

    pairs: Mapping[tuple[int, int], Judgement]

    @classmethod
    def of(cls, judgements: Iterable[Judgement], facets: Sequence[Facet]) -> "Judged":
        """Return the judgements of which both claims are among the facets."""
        number = {facet.claim.id: at for at, facet in enumerate(facets)}
        pairs = {}
        for one in judgements:
            ends = sorted(number[claim] for claim in one.claims if claim in number)
            if len(ends) == 2:
                pairs[ends[0], ends[1]] = one
        return cls(pairs)

    def impose(self, clusters: Clusters, facets: Sequence[Facet], ties: Ties) -> list[Link]:
        """Join what is to be joined, whatever speaks against it, and forbid the rest; return the links joined so."""
        links = []
        for (left, right), one in sorted(self.pairs.items()):
            ties.tie(facets[left].claim.id, facets[right].claim.id)
            if one.verdict == Verdict.SPLIT:
                clusters.part(left, right)
                continue
            main, other = (left, right) if facets[left].claim.id == one.claims[0] else (right, left)
            if clusters.fold(main, other):
                links.append(self.marked(left, right, replace(compare(facets[left], facets[right]), joined=True)))
        return links

    def marked(self, left: int, right: int, link: Link) -> Link:
        """Return a link with what a person said of it, if anything, as its last feature."""
        one = self.pairs.get((left, right))
        if one is None:
            return link
        what, value = ("one happening", 1.0) if one.verdict == Verdict.MERGE else ("two happenings", -1.0)
        why = Feature("judgement", value, f"{what}, says {one.who}: {one.reason}")
        return replace(link, features=(*link.features, why))
