"""The linker: claims in, incidents and the links behind them out."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.link.again import fold_copies
from dateline.link.attach import Neighbours, attach_loose, denials, explained
from dateline.link.blocking import Blocks
from dateline.link.cluster import Clusters, Edge, joined
from dateline.link.facets import Facet, facets
from dateline.link.homes import homes, tolls_by_event
from dateline.link.incidents import incident
from dateline.link.judged import Judged
from dateline.link.nearness import close_places
from dateline.link.parts import extent, parts, placed_in
from dateline.link.score import THRESHOLD, compare, rate
from dateline.link.ties import Ties
from dateline.link.turns import turned_between
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.incident import Feature, Incident, Link
from dateline.model.judgement import Judgement
from dateline.model.reading import Stance
from dateline.model.report import Report

_TOLD = frozenset({Stance.ASSERTED, Stance.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class Linked:
    """Incidents in order of their ids, and links in order of their claims'.

    The joined links of an incident span it: one fewer than it has claims. The others are those refused although their
    score reached the threshold, and those that tie a denial to what it denies. `ties` gives for each claim the first of
    those that it was weighed with: sets of claims that have nothing to do with one another.
    """

    incidents: tuple[Incident, ...]
    links: tuple[Link, ...]
    ties: Mapping[str, str]


def link(claims: Iterable[Claim], reports: Mapping[str, Report], judgements: Sequence[Judgement] = ()) -> Linked:
    """Return the incidents that event claims tell of; the same for any order of the claims.

    Asserted and uncertain event claims make incidents, denials contest them, plans are left out.

    Args:
        claims: claims of every kind, from any reports; of two with one id the later counts.
        reports: the reports that they stand in, by id.
        judgements: what persons said of whether two claims are one.
    """
    events, tolls = by_kind(claims)
    at_home = tolls_by_event(tolls.values(), homes(tolls.values(), events))
    linked = link_facets(facets(events.values(), reports, at_home), at_home, reports, judgements)
    wholes = parts((extent(one, events) for one in linked.incidents), judgements)
    placed = (placed_in(one, wholes.get(one.id)) for one in linked.incidents)
    return dataclasses.replace(linked, incidents=tuple(placed))


def link_facets(
    every: Sequence[Facet],
    tolls: Mapping[str, Sequence[TollClaim]],
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement] = (),
    beside: Sequence[Facet] = (),
) -> Linked:
    """Return the incidents and links of facets, none of them yet part of another.

    What is told of any other claim changes nothing, so long as all are given that these are tied to.

    Args:
        every: facets in order of their claims' ids.
        tolls: the toll claims of each event claim.
        reports: the reports that they stand in, by id.
        judgements: what persons said of whether two claims are one.
        beside: facets that are not linked, of captures on the days and at the places of these.
    """
    told = [facet for facet in every if facet.claim.stance in _TOLD]
    denied = [facet for facet in every if facet.denies]
    near = close_places(facet.place for facet in every if facet.place)
    blocks = Blocks(told, near)
    turns = Blocks([*told, *beside], near) if beside else blocks
    clusters, neighbours, ties = Clusters(told, range(len(told))), Neighbours(told, near), Ties()
    judged = Judged.of(judgements, told)
    imposed = [*judged.impose(clusters, told, ties), *fold_copies(told, clusters, ties)]
    edges = candidate_edges(told, blocks, turns, clusters)
    for _, left, right in edges:
        ties.tie(told[left].claim.id, told[right].claim.id)
    spanning = joined(clusters, edges) + attach_loose(told, clusters, neighbours, ties)
    against = list(denials(denied, told, clusters, neighbours, ties))
    links = [
        *imposed,
        *_explained(spanning, told),
        *_refused(edges, told, clusters, judged),
        *(found for _, found in against),
    ]
    contested = _grouped((clusters.root(root), found) for root, found in against)
    incidents = _incidents(told, clusters, reports, tolls, contested)
    return Linked(
        tuple(sorted(incidents, key=lambda one: one.id)),
        tuple(sorted(links, key=lambda found: (found.left, found.right))),
        ties.firsts(facet.claim.id for facet in every),
    )


def candidate_edges(told: Sequence[Facet], blocks: Blocks, turns: Blocks, clusters: Clusters) -> list[Edge]:
    """Return the edges of firm facets that reach the threshold, and tell the clusters which pairs may never join."""
    edges = []
    for number, facet in enumerate(told):
        if not facet.firm:
            continue
        for other in blocks.partners(number):
            score = rate(facet, told[other])
            if score is None:
                clusters.forbid(number, other)
            elif score >= THRESHOLD:
                if turned_between(turns, facet, told[other]):
                    clusters.forbid(number, other)
                if told[other].firm:
                    edges.append((score, number, other))
    return edges


def by_kind(claims: Iterable[Claim]) -> tuple[dict[str, EventClaim], dict[str, TollClaim]]:
    """Return the event claims and the toll claims by their ids."""
    events, tolls = {}, {}
    for claim in claims:
        if isinstance(claim, EventClaim):
            events[claim.id] = claim
        elif isinstance(claim, TollClaim):
            tolls[claim.id] = claim
    return events, tolls


def _explained(spanning: Iterable[Edge], told: Sequence[Facet]) -> list[Link]:
    return [dataclasses.replace(explained(told[left], told[right]), joined=True) for _, left, right in spanning]


def _refused(edges: Iterable[Edge], told: Sequence[Facet], clusters: Clusters, judged: Judged) -> list[Link]:
    """Return the links of claims alike enough, that are kept apart by something else than their own features."""
    why = Feature("cluster", 0.0, "kept apart by other claims of the two incidents, or by a change of hands between")
    links = []
    for _, left, right in edges:
        if not clusters.together(left, right):
            link = dataclasses.replace(compare(told[left], told[right]), joined=False)
            marked = judged.marked(left, right, link)
            links.append(marked if marked is not link else dataclasses.replace(link, features=(*link.features, why)))
    return links


def _grouped(contested: Iterable[tuple[int, Link]]) -> dict[int, list[Link]]:
    grouped: defaultdict[int, list[Link]] = defaultdict(list)
    for root, link in contested:
        grouped[root].append(link)
    return grouped


def _incidents(
    told: Sequence[Facet],
    clusters: Clusters,
    reports: Mapping[str, Report],
    tolls: Mapping[str, Sequence[TollClaim]],
    contested: Mapping[int, list[Link]],
) -> list[Incident]:
    found = []
    for group in clusters.groups():
        members = [told[number] for number in group]
        own = {facet.claim.id for facet in members}
        against = {end for link in contested.get(clusters.root(group[0]), ()) for end in (link.left, link.right)} - own
        plain = [told[number] for number in group if not clusters.folded(number)]
        of_it = (toll.id for key in own for toll in tolls.get(key, ()))
        found.append(incident(members, plain, reports, of_it, against))
    return found
