"""Countries as parties: one that acts ("Moscow"), its people, what it fires, and names that only end with it."""

from typing import Final

from dateline.model.actor import ActorLink
from dateline.reference.actors import party_of
from dateline.reference.actors_words import lexicon
from dateline.reference.countries import countries
from dateline.resolve.actors.country import is_for_or_against
from dateline.resolve.actors.forms import has_arms, is_common, is_name, make_link, only_marks, powers, span
from dateline.resolve.actors.names import NameHit
from dateline.resolve.actors.parts import Part, Scene
from dateline.resolve.actors.terms import Term, head_of, is_counted

_NAMING: Final = 2  # words of a name before a country that say that it is no country's


def by_country(scene: Scene, part: Part, core: list[Term], *, armed: bool) -> ActorLink | None:
    """Resolve a country that acts ("Moscow"), its people ("three Americans") and what it fires ("Russian missiles")."""
    head = head_of(core)
    hits = [hit for hit in scene.hits(part.sentence, span(core)) if powers(scene, hit)]
    hits = [hit for hit in hits if not only_marks(scene, part, hit) and not is_for_or_against(scene.annotated, hit)]
    if head is None or not hits:
        return None
    hit = hits[0]
    iso = powers(scene, hit)[0]
    particles = lexicon().particles
    if hit.first <= head.index <= hit.last:
        if hit.refs("name") and _ends_a_name(scene, part, core, hit):
            return None
        several = head.text != head.forms[-1] and not armed  # "Palestinians marched"; "the Russians shelled" are forces
        people = bool(hit.refs("adjective")) and (is_counted(core) or several)
        leader = bool(hit.refs("leader", "surname")) and not has_arms(scene, part)
        party = "civilians" if people else ("military" if armed and not leader else "government")
        return make_link(scene, part, party_of(party, iso), f"{countries()[iso].name} by its name")
    if head.within(particles["nonstate"]):
        return make_link(scene, part, party_of("unidentified", iso), "armed men of a nationality")
    if head.within(particles["neutral"]) or head.within(particles["fire"]):
        return make_link(scene, part, party_of("military", iso), f"“{head.text}” of a country")
    return None


def _ends_a_name(scene: Scene, part: Part, core: list[Term], hit: NameHit) -> bool:
    """Say whether a country ends the name of a group that no entry knows: "Hizbut Tahrir Indonesia"."""
    before = [term for term in core if term.index < hit.first][-_NAMING:]
    touching = [term.index for term in before] == list(range(hit.first - _NAMING, hit.first))
    return touching and all(
        is_name(scene, part, term) and term.upos == "PROPN" and not is_common(scene, part, term) for term in before
    )
