"""Links that need eyes: joined by little or against a reason, or kept apart though alike."""

from collections.abc import Iterator
from typing import Final

from dateline.model.incident import Feature, Link
from dateline.model.judgement import link_subject
from dateline.review.items import Item, Kind
from dateline.review.material import Material
from dateline.review.thresholds import AGAINST, RISKY_BELOW, weight

_SAID: Final = frozenset({"judgement", "copy"})  # a person said so, or the words are the same: no risk in it
_DENIAL: Final = "stance"


def link_items(material: Material) -> Iterator[Item]:
    """Yield the items of all links that were not joined or parted by a person."""
    for link in material.links:
        names = {feature.name for feature in link.features}
        if names & _SAID or _DENIAL in names:
            continue
        kind, reason = (Kind.RISKY_LINK, _why_risky(link)) if link.joined else (Kind.NEAR_MISS, _why_alike(link))
        if reason:
            ends = [material.incident_of.get(end, "") for end in (link.left, link.right)]
            people = max(material.dead.get(one, 0) for one in ends)
            subject, what = link_subject(link.left, link.right), " | ".join(dict.fromkeys(map(material.what, ends)))
            yield Item(kind, subject, what, reason, weight(kind, people), (link.left, link.right))


def _why_risky(link: Link) -> str | None:
    against = [feature for feature in link.features if feature.value <= AGAINST]
    if against:
        return f"joined (score {link.score:.2f}) against a reason: {_reasons(against)}"
    if link.score < RISKY_BELOW:
        weak = sorted((one for one in link.features if one.value < 1), key=lambda one: (one.value, one.name))
        return f"joined by little (score {link.score:.2f}): {_reasons(weak[:2])}"
    return None


def _why_alike(link: Link) -> str:
    best = sorted((one for one in link.features if one.value > 0), key=lambda one: (-one.value, one.name))
    return f"kept apart though alike (score {link.score:.2f}): {_reasons(best[:3])}"


def _reasons(features: list[Feature]) -> str:
    return "; ".join(feature.reason for feature in features)
