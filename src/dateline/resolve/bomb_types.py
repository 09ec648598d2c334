"""Of what kind a bomb was, where its own words leave that open: "the bombing", "two explosions", "one bomb hit a yard".

What the report tells closer decides: the planes of its lead, its car bomb. The codebook keeps the kinds apart by the
way in which the charge came (ACLED, Explosions/Remote violence).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.model.actor import OF_STATES
from dateline.model.annotated import Annotated, Token
from dateline.model.place import POINTS
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import AIR_STRIKE, ATTACK, GRENADE, LAID_BOMB, SHELLING, SUICIDE_BOMB
from dateline.reference.trigger_words import says_little
from dateline.resolve.draft import Draft
from dateline.resolve.merging import overlap

_BY_HAND: Final = frozenset({SUICIDE_BOMB, LAID_BOMB})
_KINDS: Final = _BY_HAND | {AIR_STRIKE, SHELLING}
_OPEN: Final = frozenset({"bomb", "bombing", "explosion", "blast"})  # by themselves from the air or laid
_FROM_AFAR: Final = frozenset({"bombardment", "pounding"})  # from the air or by guns
_DOERS: Final = frozenset({"nsubj", "obl:agent"})
_SHOOT: Final = frozenset({"shoot", "fire", "spray", "rake"})
_FIRE: Final = frozenset({"fire", "gunfire"})
_BESIDE: Final = frozenset({"compound", "amod", "nmod"})
# Words before "bomb" that tell how it came, beside what it was in or on.
_LEFT: Final = frozenset({"suicide", "roadside", "time", "pipe", "nail", "petrol", "gas", "home-made", "homemade"})
_DROPPED: Final = frozenset({
    "cluster", "guided", "laser-guided", "glide", "gliding", "barrel", "vacuum", "phosphorus", "fragmentation",
    "thermobaric", "aerial", "air", "napalm",
})  # fmt: skip


def settle_bombs(drafts: Sequence[Draft], annotated: Annotated) -> None:
    """Let bombs, explosions and bombardments be of the kind that their report tells at that place and on those days.

    Where it tells none there, a state's forces bomb from the air, and what nobody is said to have done is of the only
    kind of bomb that the report tells at all.

    Args:
        drafts: the events of a report, their places, days and parties resolved; changed in place.
        annotated: the report.
    """
    doubtful = (draft for draft in drafts if draft.type in {AIR_STRIKE, LAID_BOMB, SHELLING})
    open_ones = [draft for draft in doubtful if _is_open(draft.reading.trigger, annotated)]
    known = [draft for draft in drafts if draft.type in _KINDS and draft not in open_ones]
    known = [d for d in known if d.type == SUICIDE_BOMB or not _says_little(d.reading.trigger, annotated)]
    for draft in open_ones:
        afar = draft.type == SHELLING or _is_dropped(draft.reading.trigger, annotated)
        draft.type = _kind_of(draft, known, afar)


def settle_grenades(drafts: Sequence[Draft], annotated: Annotated) -> None:
    """Let grenades that are told with shots be an attack: by the codebook they are one where they are the only weapon.

    Args:
        drafts: the events of a report; changed in place.
        annotated: the report.
    """
    for draft in drafts:
        trigger = draft.reading.trigger
        if draft.type == GRENADE and _shots_with(annotated.sentences[trigger.sentence].tokens, trigger.head):
            draft.type = ATTACK


def _shots_with(tokens: Sequence[Token], thrown: int) -> bool:
    """Whether a verb joined to that of a grenade tells of shots: "threw grenades and opened fire"."""
    if tokens[thrown].upos != "VERB":
        return False
    joined = {n for n, t in enumerate(tokens) if t.head == thrown or n == tokens[thrown].head} - {thrown}
    verbs = [n for n in joined if tokens[n].upos == "VERB"]
    fire = {t.head for t in tokens if t.lemma.lower() in _FIRE}
    return any(tokens[n].lemma.lower() in _SHOOT or (tokens[n].lemma.lower() == "open" and n in fire) for n in verbs)


def _kind_of(draft: Draft, known: Iterable[Draft], afar: bool) -> str:
    kinds = {one.type for one in known} - (_BY_HAND if afar else set())
    here = {one.type for one in known if one.type in kinds and _may_be_one(draft, one)}
    if len(here) == 1:
        return here.pop()
    if here:
        return draft.type
    if draft.type == SHELLING:
        return SHELLING
    if afar or any(link.kind in OF_STATES for link in draft.actors):
        return AIR_STRIKE
    return LAID_BOMB if kinds and kinds <= _BY_HAND and not draft.actors else draft.type


def _may_be_one(draft: Draft, other: Draft) -> bool:
    told_as_two = draft.another or other.another
    return not told_as_two and not _are_apart(draft, other) and overlap(draft.when, other.when)


def _are_apart(draft: Draft, other: Draft) -> bool:
    """Whether two are told at two towns; what planes did over a region may have been in a town of it."""
    if draft.spot is None or other.spot is None or draft.spot == other.spot:
        return False
    entries = [one.place.entry for one in (draft, other) if one.place and one.place.entry]
    return len({entry.country for entry in entries}) > 1 or all(entry.precision in POINTS for entry in entries)


def _is_open(trigger: Phrase, annotated: Annotated) -> bool:
    """Whether a trigger is a word for a bomb, and its sentence says neither what brought it nor who bombed."""
    tokens = annotated.sentences[trigger.sentence].tokens
    word = tokens[trigger.head]
    if word.upos == "VERB":
        bombed = trigger.text.casefold() == "bombed"
        return bombed and not any(t.head == trigger.head and t.deprel in _DOERS for t in tokens)
    aircraft = [token for token in tokens if token.lemma.lower() in lexicon()["aircraft"]]
    if word.lemma.lower() not in _OPEN | _FROM_AFAR or any(token.deprel not in _DOERS for token in aircraft):
        return False
    carried = lexicon()["materiel"] | _LEFT
    return not any(word in carried for word in _modifiers(trigger, annotated))


def _is_dropped(trigger: Phrase, annotated: Annotated) -> bool:
    return any(word in _DROPPED for word in _modifiers(trigger, annotated))


def _modifiers(trigger: Phrase, annotated: Annotated) -> list[str]:
    tokens = annotated.sentences[trigger.sentence].tokens
    return [t.lemma.lower() for t in tokens if t.head == trigger.head and t.deprel.partition(":")[0] in _BESIDE]


def _says_little(trigger: Phrase, annotated: Annotated) -> bool:
    return says_little(trigger.text, " ".join(_modifiers(trigger, annotated)))
