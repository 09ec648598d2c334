"""Parties: which of them two events share, each on its own side."""

from dateline.link.facets import Facet, Party
from dateline.link.features.feature import FORBIDS, feature
from dateline.link.features.tolls import same_count, unlike
from dateline.model.incident import Feature


def of_actors(left: Facet, right: Facet) -> Feature:
    """Which parties the two share, each on its own side; beside a clash the sides may stand in either order."""
    if "ground" in {left.type.family, right.type.family}:
        return _belligerents(left, right)
    if (left.actors.guessed or right.actors.guessed) and not left.actors.keys & right.actors.keys:
        return feature("actors", 0.0, "whose craft it was is not told")
    if _opposed(left, right):
        hard = not _blamed(left, right)
        return feature("actors", FORBIDS if hard else -0.5, "told of opposite sides")
    if left.actors.camps and right.actors.camps and not _shared(left.actors, right.actors) > 0:
        if left.actors.may_name(right.actors):
            return feature("actors", 0.0, "one tells the doers by class only")
        return feature("actors", -0.95, "told of the forces of two states")
    actor, target = _shared(left.actors, right.actors), _shared(left.targets, right.targets)
    value = round(0.7 * actor + 0.3 * target, 3)
    common = sorted((left.actors.keys & right.actors.keys) | (left.targets.keys & right.targets.keys))
    if common:
        return feature("actors", value, f"both: {', '.join(common)}")
    return feature("actors", value, "actors of one side" if value > 0 else "no party in common is told")


def _opposed(left: Facet, right: Facet) -> bool:
    """Whether the doers are of opposite sides, or one's doers are the other's targets."""
    if left.actors.keys & right.actors.keys:
        return False
    crossed = left.actors.camps & right.targets.camps or right.actors.camps & left.targets.camps
    return left.actors.opposed(right.actors) or bool(crossed and right.actors.camps and left.actors.camps)


def _blamed(left: Facet, right: Facet) -> bool:
    """Whether two reports may lay one thing at the door of opposite sides: a shelling, a massacre, no capture.

    The number must be the same, or the day, the place and what was hit, and no number a multiple of the other.
    """
    if left.type.family == "territory" or left.claim.report_id == right.claim.report_id:
        return False
    one_spot = left.place_key is not None and left.place_key == right.place_key and left.first == right.first
    return same_count(left, right) or (one_spot and bool(left.landmarks & right.landmarks) and not unlike(left, right))


def _shared(left: Party, right: Party) -> float:
    if not left.keys or not right.keys:
        return 0.0
    if left.keys & right.keys:
        return 1.0
    if left.camps & right.camps:
        return 0.6
    return -0.4


def _belligerents(left: Facet, right: Facet) -> Feature:
    mine, theirs = _sides(left), _sides(right)
    if not mine or not theirs:
        return feature("actors", 0.0, "no sides to compare")
    common = mine & theirs
    if not common and _may_name(left, right):
        return feature("actors", 0.0, "one tells a side by class only")
    if not common:
        return feature("actors", FORBIDS if min(len(mine), len(theirs)) > 1 else -0.95, "other sides fight")
    if len(common) > 1 or len(mine) == 1 or len(theirs) == 1:
        return feature("actors", 1.0 if len(common) > 1 else 0.7, f"both: {', '.join(sorted(common))}")
    return feature("actors", -0.5, f"{', '.join(sorted(common))} fights others")


def _may_name(left: Facet, right: Facet) -> bool:
    """Whether one fight tells a side by class only, and the other names a side that it may be."""
    classes = left.actors.classes | left.targets.classes, right.actors.classes | right.targets.classes
    sides = _sides(left), _sides(right)
    return any(sides[n] & classes[n] and sides[1 - n] - classes[1 - n] for n in (0, 1))


def _sides(facet: Facet) -> frozenset[str]:
    """Return the sides that fight, a party of no known side by its own id."""
    return (facet.actors.camps or facet.actors.keys) | (facet.targets.camps or facet.targets.keys)
