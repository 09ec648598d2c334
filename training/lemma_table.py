"""Learn lemmas from the treebanks: endings by part of speech, and the forms they get wrong.

The result, lemmas.json, has for each tag an ordered list of endings to strip and add, and
the lemma of each form that the endings miss.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from dateline.annotate.lemmas import Rules, by_rules
from treebank import TreeSentence, read_trees

_LONGEST_ENDING = 5
_LEAST_SUPPORT = 3
# A name's lemma is the name: nothing to learn.
_KEPT_AS_IS = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})
# Verbs of this field that are rare in the treebanks, with their inflections made below.
_FIELD_VERBS = [
    "abduct",
    "ambush",
    "annex",
    "assassinate",
    "attack",
    "avenge",
    "bar",
    "barricade",
    "batter",
    "behead",
    "besiege",
    "blast",
    "bomb",
    "bombard",
    "booby-trap",
    "breach",
    "bulldoze",
    "capture",
    "cede",
    "claim",
    "clash",
    "clear",
    "cleanse",
    "collapse",
    "conquer",
    "counterattack",
    "cripple",
    "damage",
    "deport",
    "deploy",
    "destroy",
    "detain",
    "detonate",
    "dig",
    "disable",
    "disarm",
    "dislodge",
    "disperse",
    "displace",
    "down",
    "eject",
    "embed",
    "encircle",
    "engulf",
    "entrench",
    "escort",
    "evacuate",
    "evict",
    "execute",
    "expel",
    "explode",
    "flank",
    "flatten",
    "free",
    "garrison",
    "gun",
    "hijack",
    "hit",
    "hold",
    "infiltrate",
    "injure",
    "intercept",
    "intern",
    "invade",
    "jail",
    "kidnap",
    "kill",
    "level",
    "liberate",
    "loot",
    "maim",
    "martyr",
    "massacre",
    "mine",
    "mortar",
    "mutilate",
    "neutralise",
    "neutralize",
    "occupy",
    "oust",
    "overpower",
    "overrun",
    "patrol",
    "pillage",
    "plant",
    "plunder",
    "pound",
    "pummel",
    "raid",
    "ram",
    "ransack",
    "ransom",
    "rape",
    "raze",
    "reclaim",
    "recapture",
    "regain",
    "regroup",
    "reinforce",
    "relinquish",
    "repel",
    "repulse",
    "retake",
    "retreat",
    "rout",
    "sabotage",
    "scorch",
    "seize",
    "shell",
    "shoot",
    "siege",
    "slaughter",
    "slay",
    "smuggle",
    "snipe",
    "stab",
    "starve",
    "storm",
    "strafe",
    "strike",
    "subdue",
    "summon",
    "surrender",
    "surround",
    "target",
    "thwart",
    "topple",
    "torch",
    "torture",
    "trap",
    "uproot",
    "vacate",
    "withdraw",
    "wound",
    "wreck",
    "yield",
]
_IRREGULAR = frozenset(["dig", "hit", "hold", "overrun", "retake", "shoot", "slay", "strike", "withdraw"])
_IRREGULAR_PASTS = {
    "fled": "flee", "slew": "slay", "slain": "slay", "shot": "shoot", "struck": "strike", "held": "hold", "dug": "dig",
    "overran": "overrun", "overrun": "overrun", "retook": "retake", "retaken": "retake", "withdrew": "withdraw",
    "withdrawn": "withdraw", "blew": "blow", "blown": "blow", "fought": "fight", "won": "win", "fell": "fall",
    "fallen": "fall", "lost": "lose", "took": "take", "taken": "take", "broke": "break", "broken": "break",
    "drove": "drive", "driven": "drive", "laid": "lay", "sent": "send", "left": "leave", "hit": "hit", "beaten": "beat",
    "hung": "hang", "hanged": "hang", "burnt": "burn", "sought": "seek", "swept": "sweep", "overthrew": "overthrow",
    "overthrown": "overthrow", "outgunned": "outgun", "undertook": "undertake", "underwent": "undergo",
}  # fmt: skip
# The tags of a pair have the same forms in most verbs.
_SIBLINGS = {"VBD": "VBN", "VBN": "VBD", "VB": "VBP", "VBP": "VB"}
_DOUBLED = frozenset(["bar", "trap", "ram", "stab", "expel", "repel", "embed", "gun", "booby-trap", "kidnap"])

Key = tuple[str, str, str]


def observed(sentences: Iterable[TreeSentence]) -> dict[Key, str]:
    """Return the most frequent lemma of each (lower-case form, upos, xpos)."""
    counts: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        rows = zip(sentence.words, sentence.upos, sentence.xpos, sentence.lemmas, strict=True)
        for word, upos, xpos, lemma in rows:
            if upos not in _KEPT_AS_IS and lemma != "_":
                counts[word.lower(), upos, xpos][lemma] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in counts.items()}


def edit(form: str, lemma: str) -> tuple[int, str]:
    """Return how many characters to strip from the form's end, and what to add."""
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def learn_rules(lemmas: dict[Key, str]) -> Rules:
    """For each tag pair, learn the edit that most forms with an ending take, longest first."""
    votes: defaultdict[tuple[str, str], Counter[tuple[int, str]]] = defaultdict(Counter)
    for (form, upos, xpos), lemma in lemmas.items():
        change = edit(form, lemma)
        if change[0] <= _LONGEST_ENDING:
            for size in range(min(_LONGEST_ENDING, len(form) - 1) + 1):
                votes[f"{upos} {xpos}", form[len(form) - size :]][change] += 1
    rules: Rules = {}
    for (tags, ending), counter in sorted(votes.items(), key=lambda item: len(item[0][1])):
        change, support = counter.most_common(1)[0]
        table = rules.setdefault(tags, {})
        inherited = next((table[ending[i:]] for i in range(1, 9) if ending[i:] in table), None)
        fits = support >= _LEAST_SUPPORT or not ending
        if fits and change[0] <= len(ending) and change != inherited:
            table[ending] = change
    return rules


def with_siblings(lemmas: dict[Key, str]) -> dict[Key, str]:
    """Give a form's lemma also to the tag that mostly shares its form."""
    return {(form, upos, _SIBLINGS[xpos]): lemma for (form, upos, xpos), lemma in lemmas.items() if xpos in _SIBLINGS}


def field_forms() -> dict[Key, str]:
    """Return the forms of the verbs of this field."""
    forms = {(form, "VERB", tag): verb for form, verb in _IRREGULAR_PASTS.items() for tag in ("VBD", "VBN")}
    for verb in _FIELD_VERBS:
        forms |= inflected(verb)
    return forms


def inflected(verb: str) -> dict[Key, str]:
    """Return the forms of a regular English verb (of an irregular one those that are regular)."""
    vowel_y = verb[-1] == "y" and verb[-2] not in "aeiou"
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    past = verb[:-1] + "ied" if vowel_y else verb + "d" if verb[-1] == "e" else stem + "ed"
    doubled_ing = verb + verb[-1] if verb in {"dig", "hit", "overrun"} else stem
    ing = verb[:-1] + "ing" if verb[-1] == "e" and verb[-2:] != "ee" else doubled_ing + "ing"
    hisses = verb.endswith(("s", "x", "z", "ch", "sh"))
    third = verb[:-1] + "ies" if vowel_y else verb + ("es" if hisses else "s")
    forms = {(third, "VERB", "VBZ"): verb, (ing, "VERB", "VBG"): verb, (verb, "VERB", "VB"): verb}
    if verb not in _IRREGULAR:
        forms |= {(past, "VERB", tag): verb for tag in ("VBD", "VBN")}
    return forms


def main(data: Path, out: Path) -> None:
    """Learn from the treebanks below `data` and write the table."""
    files = ("ewt-train", "gum-train")
    trees = [s for name in files for s in read_trees(data / f"treebank/{name}.conllu")]
    lemmas = observed(trees)
    rules = learn_rules(lemmas)
    # The treebanks have slips ("flead" for "fled"), so that the forms made here come last.
    lemmas = with_siblings(lemmas) | lemmas | field_forms()
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    for (form, upos, xpos), lemma in sorted(lemmas.items()):
        if by_rules(form, f"{upos} {xpos}", rules) != lemma:
            exceptions[f"{upos} {xpos}"][form] = lemma
    text = json.dumps({"rules": rules, "exceptions": exceptions}, ensure_ascii=False, separators=(",", ":"))
    out.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
