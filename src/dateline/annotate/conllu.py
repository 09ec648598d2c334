"""Annotated reports as CoNLL-U, with character ranges and mentions in the last column."""

from collections import defaultdict
from collections.abc import Iterator

from dateline.model.annotated import Annotated, Mention, Sentence


def to_conllu(annotated: Annotated) -> str:
    """Return the whole report in CoNLL-U.

    MISC holds TokenRange (characters of the report's text), SpaceAfter=No, and Entity in the
    bracketed way of UD: an opening bracket with number and type, a closing one with the number.
    """
    text = annotated.report.text
    by_sentence: defaultdict[int, list[tuple[int, Mention]]] = defaultdict(list)
    for number, mention in enumerate(annotated.mentions, 1):
        by_sentence[mention.sentence].append((number, mention))
    parts = [f"# newdoc id = {_one_line(annotated.report.file)}\n# global.Entity = eid-etype\n"]
    block = -1
    for index, sentence in enumerate(annotated.sentences):
        if sentence.block != block:
            parts.append("# newpar\n")
            block = sentence.block
        parts.append(f"# sent_id = {index + 1}\n# text = {_one_line(text[sentence.start : sentence.end])}\n")
        parts.extend(_rows(text, sentence, _brackets(sentence, by_sentence[index])))
        parts.append("\n")
    return "".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _brackets(sentence: Sentence, mentions: list[tuple[int, Mention]]) -> dict[int, str]:
    """Return the Entity value of each token that opens or closes a mention, by its index."""
    found: defaultdict[int, str] = defaultdict(str)
    for number, mention in mentions:
        inside = [
            index
            for index, token in enumerate(sentence.tokens)
            if token.start < mention.end and token.end > mention.start
        ]
        if len(inside) == 1:
            found[inside[0]] += f"({number}-{mention.type})"
        elif inside:
            found[inside[0]] += f"({number}-{mention.type}"
            found[inside[-1]] += f"{number})"
    return found


def _rows(text: str, sentence: Sentence, brackets: dict[int, str]) -> Iterator[str]:
    for index, token in enumerate(sentence.tokens):
        misc = [f"TokenRange={token.start}:{token.end}"]
        if index in brackets:
            misc.insert(0, f"Entity={brackets[index]}")
        if token.end < len(text) and not text[token.end].isspace():
            misc.append("SpaceAfter=No")
        columns = (str(index + 1), token.text, token.lemma, token.upos, token.xpos, "_")
        yield "\t".join((*columns, str(token.head + 1), token.deprel, "_", "|".join(misc))) + "\n"
