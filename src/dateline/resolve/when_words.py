"""Words of time in a sentence: how wide a time is, what one counts from, and what by itself tells its year."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase, Reading
from dateline.model.when import When
from dateline.resolve.dates.meaning import Calendar, Season, Timed, Vague
from dateline.resolve.dates.resolver import TimeExpression, normalise

_ENDLESS: Final = 10**6
_COUNTED: Final = frozenset({"dead", "missing", "wounded", "injured"})
_DYING: Final = frozenset({"die", "succumb"})
_WHEN: Final = ", when "
_BESIDE: Final = 10  # characters


def width(when: When) -> int:
    """Return how many days a time spans: "for the second time this week on Friday" was on Friday."""
    return when.days or _ENDLESS


def preposition(tokens: Sequence[Token], expression: TimeExpression) -> int | None:
    """Return the token of "after" in "a day after X", None where nothing follows that it belongs to."""
    if not expression.text.lower().endswith((" after", " before")):
        return None
    mark = next((n for n, token in enumerate(tokens) if token.end == expression.end), None)
    ends = mark is not None and mark + 1 < len(tokens) and tokens[mark + 1].upos == "PUNCT"
    return mark if mark is not None and tokens[mark].head > mark and not ends else None


def counted_span(tokens: Sequence[Token], expression: TimeExpression) -> tuple[int, int]:
    """Return the offsets of what "a day after" counts from: the noun or clause that the preposition belongs to.

    Args:
        tokens: the words of the expression's sentence.
        expression: the time; nothing follows that it counts from where it ends in no such preposition.
    """
    mark = preposition(tokens, expression)
    if mark is None:
        return expression.end, expression.end
    below = {tokens[mark].head}
    for _ in tokens:  # heads may stand on either side: add until nothing is added
        more = {n for n in range(mark + 1, len(tokens)) if n not in below and tokens[n].head in below}
        if not more:
            break
        below |= more
    end = max(tokens[n].end for n in below)
    if tokens[0].start >= expression.start:
        # "Two days after A, shells fell on B": what is counted from ends where the main clause begins
        end = next((t.start for t in tokens[mark + 1 :] if t.text == "," and t.start < end), end)
    return expression.end, end


def stands_in(reading: Reading, span: tuple[int, int]) -> bool:
    """Return whether the trigger of a reading stands within offsets of the text."""
    return span[0] <= reading.trigger.start < span[1]


def dated(expression: TimeExpression) -> When | None:
    """Return what an expression tells by itself, where that is a time of some year: a day, month or season."""
    told = expression.meaning
    meaning = told.day if isinstance(told, Timed) else told
    closer = isinstance(meaning, Season) or (isinstance(meaning, Calendar) and meaning.month)
    if not closer or expression.relation is not None:
        return None
    return normalise(expression, published=None)


def touch(phrase: Phrase, expression: TimeExpression) -> bool:
    """Return whether a phrase and an expression share a character."""
    return phrase.start < expression.end and expression.start < phrase.end


def goes_with_another(annotated: Annotated, reading: Reading, expression: TimeExpression) -> bool:
    """Return whether a time before a noun may be its verb's: "spoke today of the attack last Friday"."""
    token = next((t for t in annotated.sentences[reading.sentence].tokens if t.start == reading.trigger.start), None)
    return token is not None and token.upos == "NOUN" and expression.start < reading.trigger.start


def tells_then(text: str, expression: TimeExpression, reading: Reading) -> bool:
    """Return whether a reading is told of the day since which something goes on: "since 4 May, when a bomb fell"."""
    behind = text[expression.end : expression.end + len(_WHEN)]
    return expression.relation is not None and behind == _WHEN and expression.end < reading.trigger.start


def is_of_count(reading: Reading, expression: TimeExpression) -> bool:
    """Return whether "now" is when the dead were counted: "seven now dead in the strike on A"."""
    return isinstance(expression.meaning, Vague) and reading.trigger.text.lower() in _COUNTED


def died_later(annotated: Annotated, toll: Reading) -> bool:
    """Return whether a clause tells of one of the dead when he died: "claimed a fourth victim, who died on Tuesday"."""
    tokens = annotated.sentences[toll.sentence].tokens
    verb = tokens[toll.trigger.head]
    if verb.lemma.lower() not in _DYING or verb.deprel != "acl:relcl":
        return False
    return any(t.head == toll.trigger.head and t.deprel == "nsubj" and t.text.lower() == "who" for t in tokens)


def is_of_saying(reading: Reading, expression: TimeExpression) -> bool:
    """Return whether "now" is when somebody speaks of it, and not of the verb that it stands by ("has now fallen")."""
    return isinstance(expression.meaning, Vague) and not 0 <= reading.trigger.start - expression.end <= _BESIDE
