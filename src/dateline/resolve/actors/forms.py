"""Parties by the form of their words: named groups, forces of a state, classes such as rebels, unknown groups."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from dateline.model.actor import OF_NO_STATE, ActorEntry, ActorKind, ActorLink
from dateline.model.how import WHOSE_CRAFT
from dateline.reference.actors import actor_book, party_of
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.reference.countries import countries
from dateline.resolve.actors.country import is_for_or_against, is_mark
from dateline.resolve.actors.names import NameHit
from dateline.resolve.actors.parts import Part, Scene
from dateline.resolve.actors.terms import LEFT, Term, find_party, head_of

POWERS: Final = ("adjective", "name", "capital", "leader", "surname")
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th|d)$|(?:st|nd|rd|th)$")
_ITS_OWN: Final = frozenset({"our", "national", "homeland"})
_OF_THE_HOST: Final = frozenset({"army", "military", "security"})
_FORCE: Final = frozenset({"force"})
_FIGHTING_FOR: Final = frozenset({"affiliated", "aligned", "allied"})
_OF_INDIA: Final = "IN"
_WITH_INDIANS: Final = frozenset(
    {"AR", "BO", "BR", "CA", "CL", "CO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PY", "SV", "US", "VE"}
)  # countries whose first peoples are called so
_ANY_ARMY: Final = frozenset(
    {"army", "armed", "defence", "defense", "force", "forces", "guard", "guards", "military", "national", "security"}
)  # fmt: skip
_LOGGED: Final = frozenset({"KIA"})  # killed in action


def make_link(scene: Scene, part: Part, entry: ActorEntry, how: str) -> ActorLink:
    """Return the link of a part to an entry; a state's forces abroad are external forces."""
    tokens = scene.tokens(part.sentence)
    start, end = tokens[part.words[0]].start, tokens[part.words[-1]].end
    abroad = entry.kind is ActorKind.STATE_FORCES and entry.country not in {None, scene.country}
    return ActorLink(
        name=entry.name,
        id=entry.id,
        kind=ActorKind.EXTERNAL_FORCES if abroad else entry.kind,
        side=entry.side,
        words=scene.annotated.report.text[start:end],
        start=start,
        end=end,
        how=how,
    )


def _fit(scene: Scene, entry: ActorEntry) -> tuple[bool, bool, bool, int]:
    year = scene.year
    alive = year is None or ((entry.since or 0) <= year <= (entry.until or 9999))
    return entry.country == scene.country, entry.country is None, alive, -(entry.since or 9999)


def entry_for(scene: Scene, hit: NameHit) -> ActorEntry | None:
    """Return the actor that a name stands for here: of the report's country and year first, then the oldest.

    Common words for a group are its name in its own country alone: "the paramilitaries", "Muslim militants", and so
    are those by which any state may call its army: "the National Defence Force". So is what else stands for the dead of
    a log: "25 insurgents KIA". A group of another country that was founded later is not meant: "a group that calls
    itself the Islamic Front" in the India of 2002.
    """
    entries = [actor_book().entries[ref] for ref in hit.refs("actor")]
    entries = [entry for entry in entries if not _is_later_abroad(scene, entry)]
    words = scene.annotated.report.text[hit.start : hit.end]
    told = set(map(fold, words.split()))
    any_army = "national" in told and told <= _ANY_ARMY
    common = (_are_common(words) and scene.cased) or any_army
    if (common and scene.country is not None) or words in _LOGGED:
        entries = [entry for entry in entries if entry.country in {None, scene.country}]
    if not entries:
        return party_of("military", scene.country) if any_army and scene.country else None
    return entries[0] if len(entries) == 1 else max(entries, key=lambda entry: _fit(scene, entry))


def _is_later_abroad(scene: Scene, entry: ActorEntry) -> bool:
    if scene.year is None or scene.country is None or entry.country in {None, scene.country} or not armed_group(entry):
        return False
    return entry.since is not None and scene.year < entry.since - 1


def _are_common(words: str) -> bool:
    """Say whether words are no proper name: without capitals, but for those of a faith ("Muslim militants")."""
    faiths = lexicon().particles["faiths"]
    return words != "" and all(word == word.lower() or fold(word) in faiths for word in words.split())


def armed_group(entry: ActorEntry | None) -> bool:
    """Say whether an entry is a named armed group of no state."""
    return entry is not None and entry.kind in OF_NO_STATE and not entry.generic


def country_of(scene: Scene, part: Part, core: list[Term] | None = None) -> str | None:
    """Return the country that a part's own words name, in its core or where it stands; None where they name none."""
    words = tuple(term.index for term in core) if core is not None else (*part.words, *part.lent)
    for run in (words, part.words, part.place):
        for hit in scene.hits(part.sentence, run):
            found = [*powers(scene, hit), *hit.refs("town")]
            if found and not only_marks(scene, part, hit) and not is_for_or_against(scene.annotated, hit):
                return scene.country if scene.country in found else found[0]
    return None


def names_in(scene: Scene, part: Part, core: list[Term]) -> Iterator[tuple[NameHit, ActorEntry]]:
    """Yield the actors named in a core, but for those that only mark another as backed or fought by them."""
    over = span(core)
    cut = [hit for hit in scene.hits(part.sentence, part.words) if over and hit.first < over[0] <= hit.last]
    for hit in (*cut, *scene.hits(part.sentence, over)):  # a core has no marks, a name may: "Turkish-backed rebels"
        entry = entry_for(scene, hit)
        if entry is None or is_for_or_against(scene.annotated, hit):
            continue
        if not only_marks(scene, part, hit):
            yield hit, entry
    for hit in scene.hits(part.sentence, part.words):
        entry = entry_for(scene, hit)
        if entry is not None and entry.kind is ActorKind.STATE_FORCES and _fights_for(scene, hit):
            yield hit, entry  # "GNA-affiliated forces" are the GNA's, whoever they are


def _fights_for(scene: Scene, hit: NameHit) -> bool:
    """Say whether what stands behind a name is told to fight for it: "GNA-aligned fighters"."""
    behind = [fold(token.text) for token in scene.tokens(hit.sentence)[hit.last + 1 : hit.last + 3]]
    return is_mark(scene.annotated, hit) and behind[-1] in _FIGHTING_FOR


def only_marks(scene: Scene, part: Part, hit: NameHit) -> bool:
    """Say whether a name only marks what a part names ("US-backed rebels"), not "IS" cut out of "IS-held"."""
    return is_mark(scene.annotated, hit) and part.words[-1] > hit.last


def span(core: list[Term]) -> tuple[int, ...]:
    """Return the tokens from the first to the last of a core's words, none for an empty one."""
    return tuple(range(min(t.index for t in core), max(t.index for t in core) + 1)) if core else ()


def covered_by(scene: Scene, part: Part, *roles: str) -> frozenset[int]:
    """Return the tokens that known names cover in a part, of given roles; those of actors that are meant here."""
    hits = [hit for hit in scene.hits(part.sentence, part.words) if hit.refs(*roles)]
    hits = [hit for hit in hits if hit.senses[0].role != "actor" or entry_for(scene, hit) is not None]
    return frozenset(i for hit in hits for i in range(hit.first, hit.last + 1))


_ANYBODY: Final = frozenset({"man", "men", "people", "person", "individual", "youth"})
_POLITICAL: Final = frozenset({"opposition", "dissident", "moderate"})  # "an opposition activist" bears no arms
_UNNAMED: Final = frozenset({"armed", "unidentified", "unknown", "masked", "hooded", "unnamed"})


def by_head(scene: Scene, part: Part, core: list[Term]) -> ActorLink | None:
    """Resolve civilians, protesters and others whom the head of the phrase names."""
    head = head_of(core)
    if head is None or head.index in covered_by(scene, part, "actor"):
        return None
    party = next((lexicon().heads[form] for form in head.forms if form in lexicon().heads), None)
    beside = [find_party([term], lexicon().words) for term in core if term is not head and term.text not in _POLITICAL]
    armed = any(other is not None and other.id != "tribesmen" for other in beside)  # "a tribal elder" bears no arms
    if party is None or (armed and party.id == "civilians"):
        return None
    if party.id == "civilians" and head.within(_ANYBODY) and any(term.text in _UNNAMED for term in core):
        return None
    if party.id == "civilians" and head.within(_ANYBODY) and any(_has_men(e) for _, e in names_in(scene, part, core)):
        return None  # "Wagner men" are Wagner
    entry = party_of(party.id, country_of(scene, part, core) or scene.country)
    return make_link(scene, part, entry, f"“{head.text}” are {party.name.lower()}")


def _has_men(entry: ActorEntry) -> bool:
    return armed_group(entry) or (entry.kind is ActorKind.EXTERNAL_FORCES and not entry.generic)


def by_state(scene: Scene, part: Part, core: list[Term], *, armed: bool, home: str | None = None) -> ActorLink | None:
    """Resolve the organs of a state: army, police, government, whose forces are meant where arms are used."""
    party = find_party(core, lexicon().state, covered_by(scene, part, "actor"))
    if fought := _fought_by(scene, part):
        return make_link(scene, part, party_of("rebels", fought), "who fights that country's state by their name")
    if party is None:
        return None
    if party.id == "military" and any(_fights_the_state(t.forms) for t in core if t is not core[-1] or t.within(LEFT)):
        return None  # "guerrilla commandos", "rebel troops", "army deserters"
    own = country_of(scene, part, core)
    particles = lexicon().particles
    if party.id == "government" and own is None and any(term.within(particles["persons"]) for term in core):
        return None
    ruler = any(term.within(particles["rulers"]) for term in core) or has_arms(scene, part)
    organ = "military" if party.id == "government" and ruler and armed else party.id
    why = "the report's country" if own is None else "the country named"
    writers = _writers_own(scene, core) if organ == "military" else None
    if own is None and _is_craft(core):
        why = f"{why}; {WHOSE_CRAFT}"
    elif writers and not own and not home:
        why = "the country of those who put the report out"
    entry = party_of(organ, own or home or writers or scene.country)
    return make_link(scene, part, entry, f"organ of the state, {why}")


def _fought_by(scene: Scene, part: Part) -> str | None:
    """Return the country whose state a part's men are said to be against: "anti-Iraqi forces" in Iraq."""
    against = [
        hit for hit in scene.hits(part.sentence, part.words) if is_for_or_against(scene.annotated, hit) == "anti"
    ]
    return scene.country if any(scene.country in powers(scene, hit) for hit in against) else None


def _writers_own(scene: Scene, core: list[Term]) -> str | None:
    """Return the country of the army or state press that writes, where forces without a country are its own.

    An army that tells of its troops abroad means them by "the soldiers", its host's by "government forces", "the army"
    and "the security forces"; a state's press calls its own "our soldiers" and "the national army".
    """
    if any(term.within(_ITS_OWN) for term in core):
        return scene.state_writing
    hosts = lexicon().particles["rulers"] | _OF_THE_HOST
    return None if any(term.within(hosts) for term in core) else scene.army_writing


def _is_craft(core: list[Term]) -> bool:
    """Say whether a party is told by its aircraft or ships alone: "a drone", "warplanes"; no "army helicopters"."""
    craft = lexicon().particles["craft"]
    others = [term for term in core if not term.within(craft)]
    return len(others) < len(core) and find_party(others, lexicon().state) is None


def _fights_the_state(forms: Iterable[str]) -> bool:
    """Say whether a word names parties that are no state's: rebels, guerrillas, militias."""
    words = lexicon().words
    return any(form in words and words[form].kind in OF_NO_STATE for form in forms)


def has_arms(scene: Scene, part: Part) -> bool:
    """Say whether a part has men or arms beside a ruler's name ("forces loyal to the president")."""
    tokens, particles = scene.tokens(part.sentence), lexicon().particles
    lemmas = {fold(tokens[index].lemma) for index in part.words}
    return bool(lemmas & (particles["neutral"] | particles["fire"])) or any(
        lexicon().state[lemma].id == "military" for lemma in lemmas if lemma in lexicon().state
    )


def powers(scene: Scene, hit: NameHit) -> list[str]:
    """Return the countries that a name stands for as powers; leaders only while in office."""
    out = hit.refs("adjective", "name", "capital")
    if _OF_INDIA in out and scene.country in _WITH_INDIANS:
        return []  # "an Indian village of the Andes"
    year = scene.year
    for role, iso in hit.senses:
        if role not in {"leader", "surname"} or (role == "surname" and not _is_leader(scene, hit, iso)):
            continue
        if year is None or any(leader.since <= year <= (leader.until or 9999) for leader in countries()[iso].leaders):
            out.append(iso)
    return out


def _is_leader(scene: Scene, hit: NameHit, iso: str) -> bool:
    """Say whether a bare surname is the leader's: named in full in the report, or beside words of power."""
    if iso in scene.led:
        return True
    tokens, particles = scene.tokens(hit.sentence), lexicon().particles
    near = [*tokens[max(hit.first - 1, 0) : hit.first], *tokens[hit.last + 1 : hit.last + 3]]
    power = particles["rulers"] | particles["persons"] | particles["neutral"]
    return iso == scene.country and any(fold(token.lemma) in power for token in near)


def by_unit(scene: Scene, part: Part, core: list[Term]) -> ActorLink | None:
    """Resolve numbered brigades, battalions and the like to the army that has them."""
    particles = lexicon().particles
    if any(fold(one.text) == "task" and term.within(_FORCE) for one, term in pairwise(core)):
        own = country_of(scene, part, core) or scene.army_writing or scene.country
        return make_link(scene, part, party_of("military", own), "task force of an army")
    unit = next((n for n, term in enumerate(core) if term.within(particles["units"]) and term.index not in covered_by(
        scene, part, "actor")), None)  # fmt: skip
    if not unit:
        return None
    before = core[:unit]
    numbered = any(term.within(particles["ordinals"]) or _ORDINAL.match(term.text) for term in before)
    typed = any(term.within(particles["unit_types"]) for term in before)
    if not (typed or numbered):
        return None
    own = country_of(scene, part, core)
    return make_link(scene, part, party_of("military", own or scene.country), "numbered or typed unit of an army")


def by_form(scene: Scene, part: Part, core: list[Term]) -> ActorLink | None:
    """Resolve groups that no entry knows by the form of their names: "the X Liberation Front", "the Y Cartel"."""
    known = lexicon()
    end = next((n for n in reversed(range(len(core))) if any(f in known.forms for f in core[n].forms)), None)
    if not end:
        return None
    first = end
    while first and is_name(scene, part, core[first - 1]):
        first -= 1
    tribal = known.forms.get(core[end].text) is ActorKind.IDENTITY_MILITIA
    given = [term for term in core[first:end] if not is_common(scene, part, term)]
    if end - first == 1 and find_party(core[first : end + 1], known.state):
        return None  # "the Armed Forces" of a state press, which writes its own with capitals
    if not given or not (is_name(scene, part, core[end]) or tribal):
        return None
    kind = next(known.forms[form] for form in core[end].forms if form in known.forms)
    tokens = scene.tokens(part.sentence)
    name = scene.annotated.report.text[tokens[core[first].index].start : tokens[core[end].index].end]
    return ActorLink(
        name=name if scene.cased else name.title(),
        id=None,
        kind=kind,
        side=None,
        words=name,
        start=tokens[core[first].index].start,
        end=tokens[core[end].index].end,
        how=f"named group not in the reference, known by its form “{core[end].text}”",
    )


def is_name(scene: Scene, part: Part, term: Term) -> bool:
    """Say whether a word is written as a name is: with a capital, or tagged so where the report has none."""
    token = scene.tokens(part.sentence)[term.index]
    if scene.cased:
        return token.text[:1].isupper() and token.upos != "DET" and token.deprel != "det"
    return token.upos == "PROPN"


def is_common(scene: Scene, part: Part, term: Term) -> bool:
    """Say whether a word before a form is no name of its own: a nationality or a class ("Syrian", "Islamist")."""
    known = lexicon()
    if find_party([term], known.words) or find_party([term], known.state) or term.within(known.particles["neutral"]):
        return True
    hits = scene.hits(part.sentence, (term.index,))
    return any(hit.refs(*POWERS) for hit in hits)


def by_class(scene: Scene, part: Part, core: list[Term]) -> ActorLink | None:
    """Resolve rebels, Islamists, gunmen and other classes of party in the country that the part or the report names."""
    party = find_party(core, lexicon().words, covered_by(scene, part, "actor"))
    if party is None:
        return None
    entry = party_of(party.id, country_of(scene, part, core) or scene.country)
    return make_link(scene, part, entry, f"class of party by its words: {party.name.lower()}")


def by_neutral(scene: Scene, part: Part, core: list[Term]) -> ActorLink | None:
    """Resolve armed men of whom nothing more is said."""
    head = head_of(core)
    if head is None:
        return None
    particles = lexicon().particles
    if any(fold(term.text) == "civilian" for term in core):
        return make_link(scene, part, party_of("civilians", country_of(scene, part, core) or scene.country), "civilian")
    said = [term for term in core if term.upos not in {"DET", "PUNCT", "PRON"}]
    marked = any(fold(scene.tokens(part.sentence)[n].text) in particles["marks"] for n in part.words)
    if len(said) == 1 and not marked and head.within(particles["groups"] | particles["unions"] | {"force"}):
        return None  # "any group", "a force": of arms nothing is said, as it is of "Wagner-backed forces"
    if not head.within(particles["nonstate"] | {"force", "forces", "militiaman", "commander", "coalition", "alliance"}):
        return None
    entry = party_of("unidentified", country_of(scene, part, core) or scene.country)
    return make_link(scene, part, entry, "armed men of whom no more is said")
