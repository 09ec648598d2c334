"""What is told of, but not as news: old wars, films and books, and what museums, vigils and anniversaries recall."""

from typing import Final

from dateline.extract.matching import Match, only_qualifies
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_LAST_OF_OLD: Final = 1965  # a sentence dated no later than this tells history, not news
_BEFORE_HOURS: Final = frozenset({"at", "around", "about", "approximately"})
_AFTER_HOURS: Final = frozenset({"hrs", "hours", "hr", "h", "gmt", "utc", "lt"})
_OLD_WARS: Final = frozenset({"world war", "world wars", "cold war", "roman empire", "ottoman empire", "middle ages"})
_ANNIVERSARY: Final = frozenset({"anniversary", "centenary", "jubilee"})
_MAIN: Final = frozenset({"root", "conj", "parataxis", "ccomp"})  # guests who "were marking the anniversary" are bombed
_OLD_PEOPLES: Final = frozenset({"viking", "napoleon", "conquistador", "mongol", "pharaoh", "medieval"})


_HIJRI: Final = 1370  # the earliest of those years that a report may be of
_OF_THE_HIJRA: Final = frozenset(
    {"muharram", "safar", "rabi", "jumada", "rajab", "shaaban", "sha'ban", "ramadan", "shawwal", "hijri", "ah"}
    | {"dhul-qadah", "dhul-hijjah", "thul-qidah", "thul-hijjah", "dhu", "hijra"}
)


def is_history(tree: Tree) -> bool:
    """Whether the only years that a sentence names are long past, or it names an old war."""
    years = [int(token.text) for number, token in enumerate(tree.tokens) if _is_year(tree, number)]
    if years and max(years) <= _LAST_OF_OLD and not (tree.vocabulary & _OF_THE_HIJRA and min(years) >= _HIJRI):
        return True
    old = tree.vocabulary & _OLD_PEOPLES and not tree.vocabulary & lexicon()["irregular"]
    if old or {"century", "ago"} <= tree.vocabulary:  # jihadists call those they fight crusaders
        return True
    text = (
        tree.text[tree.sentence.start : tree.sentence.end].lower()
        if "war" in tree.vocabulary or "empire" in tree.vocabulary
        else ""
    )
    return any(war in text for war in _OLD_WARS)


def _is_year(tree: Tree, number: int) -> bool:
    """Whether a number of four figures is a year: neither a count ("1500 soldiers") nor an hour ("at 1140")."""
    token = tree.tokens[number]
    if len(token.text) != 4 or not token.text.isdigit() or not "1000" <= token.text < "2100":
        return False
    if token.deprel == "nummod" and tree.head(number) > number:
        return False
    before, after = (tree.words[n] if 0 <= n < len(tree) else "" for n in (number - 1, number + 1))
    return before not in _BEFORE_HOURS and after not in _AFTER_HOURS


def is_story(tree: Tree) -> bool:
    """Whether what is told happens in a film or book: "in her new film", "the novel follows", and no film crew."""
    for number, lemma in enumerate(tree.lemmas):
        if lemma in lexicon()["fiction"] and not only_qualifies(tree, number):
            if tree.tokens[number].deprel == "nmod:poss":  # "the novel's hero"
                return True
            told = tree.rel(number) == "nsubj" and tree.tokens[tree.head(number)].upos in ("VERB", "AUX")
            if told or tree.case(number) == "in":
                return True
    return False


def is_recalled(tree: Tree) -> bool:
    """Whether a museum or a day of mourning tells of it: "the museum recalls how", "marked the anniversary of"."""
    words = lexicon()
    return any(
        tree.lemma(verb) in words["recall_verb"]
        and (
            any(tree.lemma(k) in words["memorial"] for k in tree.children(verb, "nsubj"))
            or (not _is_aside(tree, verb) and any(tree.lemma(k) in _ANNIVERSARY for k in tree.children(verb, "obj")))
        )
        for verb, token in enumerate(tree.tokens)
        if token.upos == "VERB" and token.deprel in _MAIN
    )


def _is_aside(tree: Tree, verb: int) -> bool:
    """Whether it is only told what people were at: "bombed a hall where guests were marking an anniversary"."""
    return tree.rel(verb) in ("acl", "acl:relcl", "advcl")


def is_commemorated(match: Match) -> bool:
    """Whether a deed is only what is remembered: "the anniversary of the massacre", "a vigil for those gunned down"."""
    tree, words = match.tree, lexicon()["remembrance"]
    if not tree.vocabulary & words:
        return False
    token = match.pred.token
    if tree.tokens[token].upos == "VERB":
        below = tree.tokens[token].deprel in ("acl", "acl:relcl") and not match.pred.get("agent")
        return below and any(_remembers(tree, one) for one in tree.ancestors(token))
    above = {tree.lemma(one) for one in tree.ancestors(token)}
    return tree.tokens[token].deprel in ("nmod", "obj") and bool(above & words)


def _remembers(tree: Tree, verb: int) -> bool:
    """Whether a verb, or what it is said of or done to, is a word of remembering: "a moment of silence was held"."""
    parties = tree.children(verb, "nsubj", "obj")
    named = {tree.lemma(one) for one in (verb, *parties, *(k for kid in parties for k in tree.kids[kid]))}
    return bool(named & lexicon()["remembrance"])
