"""Civilians by their trade or station ("a motorcycle taxi rider"), where no other word names a party."""

from functools import cache
from typing import Final

from dateline.model.actor import ActorLink
from dateline.reference.actors import party_of
from dateline.reference.lexicon import lexicon
from dateline.resolve.actors.forms import country_of, make_link
from dateline.resolve.actors.parts import Part, Scene
from dateline.resolve.actors.terms import Term, head_of

_ENDINGS: Final = ("man", "woman", "er", "or", "ist", "ian", "ee")
# Ranks, and words that say nothing of who the people are.
_NOT_TOLD: Final = frozenset({
    "ally", "body", "captain", "captive", "casualty", "colonel", "corporal", "corpse", "crew", "dead", "figure",
    "general", "individual", "leadership", "life", "lieutenant", "member", "other", "personality", "prisoner",
    "sergeant", "suspect", "team", "leader", "official", "spokesman", "ambassador",
})  # fmt: skip
_LEADERS: Final = frozenset({"leader", "official", "member", "captain"})
_OF_CIVILIANS: Final = frozenset(
    {"union", "community", "religious", "student", "village", "church", "civic", "barangay", "mosque", "labour"}
)
# Who tells of what others saw, or speaks for a body.
_PROFESSION: Final = frozenset({
    "journalist", "reporter", "correspondent", "photographer", "researcher", "investigator", "chief", "director",
    "manager", "writer", "editor", "people", "person", "union", "community", "historian", "observer",
    "chairman", "chairwoman", "chairperson",
})  # fmt: skip
_STATE: Final = "state"
_AFTER_THEM: Final = frozenset({"ADP", "NUM", "SCONJ"})  # "…, to which most of the victims were taken", "64 of its men"
_OTHERWISE: Final = (
    "combatant", "irregular", "security", "materiel", "place", "aircraft", "heavy", "thing", "time", "abstract",
)  # fmt: skip


def by_trade(scene: Scene, part: Part, core: list[Term]) -> ActorLink | None:
    """Resolve people by a noun for what they do or are.

    Args:
        scene: the report.
        part: the words of one party.
        core: those of them that may name it.
    """
    head = head_of(core)
    if head is None or head.upos != "NOUN":
        return None
    unarmed = head.within(_LEADERS) and any(term.within(_OF_CIVILIANS) for term in core)
    if not unarmed and not any(is_civilian(form) for form in head.forms):
        return None
    entry = party_of("civilians", country_of(scene, part, core) or scene.country)
    return make_link(scene, part, entry, f"“{head.text}”: by what they do")


def by_trade_as_speaker(scene: Scene, part: Part, core: list[Term]) -> ActorLink | None:
    """Resolve a speaker without a name by a noun for what they do: "a deacon", "gravediggers", "the school's keeper".

    "The state" is the government.

    Args:
        scene: the report.
        part: the words of who speaks.
        core: those of them that may say who it is.
    """
    head = head_of(core)
    if head is not None and core[-1].text == _STATE and all(term.upos == "DET" for term in core[:-1]):
        return make_link(scene, part, party_of("government", scene.country), f"“{head.text}”: its government")
    if head is None or head.upos != "NOUN" or head.within(_PROFESSION) or core[0].upos in _AFTER_THEM:
        return None
    if not any(is_civilian(form) for form in head.forms):
        return None
    entry = party_of("residents", country_of(scene, part, core) or scene.country)
    return make_link(scene, part, entry, f"“{head.text}”: by what they do")


@cache
def is_civilian(lemma: str) -> bool:
    """Return whether a noun is for people by what they do or are, and for nobody who bears arms."""
    words = lexicon()
    if lemma in _NOT_TOLD or any(lemma in words[name] for name in _OTHERWISE):
        return False
    return lemma in words["civilian"] or lemma in words["people"] or (len(lemma) > 4 and lemma.endswith(_ENDINGS))
