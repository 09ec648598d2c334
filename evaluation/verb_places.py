"""The place of any verb, whether or not an event is read from it: `python -m evaluation.verb_places`.

The sentences of event_location again, as their own task has it: given the verb, where did its event happen? Answered by
the step that finds the places of every pattern, on the verb's own arguments and clause. Every fourth sentence is
scored.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.places import places
from dateline.extract.predicates import predicate
from dateline.extract.tree import trees
from dateline.workers import in_order
from evaluation.annotations import annotate
from evaluation.corpora import documents, is_held_out
from evaluation.event_location import Marked, marks, share_words
from evaluation.language.data import make_report

SAMPLE: Final = 4
_PIECE: Final = 100
_PARTS: Final = ("set aside", "developed")
_OF_ITS_OBJECT: Final = ("patient.in", "patient.at", "patient.of")

Task = tuple[str, str, Marked]


def found_places(tasks: Sequence[Task]) -> list[tuple[str, ...]]:
    """Return the words of the places of the verb of each sentence: its id, its text, what is marked."""
    return [_places(*task) for task in tasks]


def _places(name: str, text: str, marked: Marked) -> tuple[str, ...]:
    annotated = annotate(make_report(name, text))
    all_trees = trees(annotated.sentences, text)
    classes = Classes(annotated.mentions, all_trees)
    for tree in all_trees:
        for number, token in enumerate(tree.tokens):
            if token.start <= marked.start < token.end:
                phrases = places(tree, classes, predicate(tree, number), _OF_ITS_OBJECT)
                return tuple(phrase.text for phrase in phrases)
    return ()


def measure(*, sample: int = SAMPLE) -> dict[str, float]:
    """Return by part the share of verbs with a place whose place is found, and of those without that get none.

    Raises:
        CorpusError: the corpus is absent.
    """
    texts = documents("event_location")
    tasks = [(name, texts[name].text, marked) for name, marked in list(marks().items())[::sample]]
    counts = {part: dict.fromkeys(("placed", "right", "wrong", "unplaced", "empty"), 0) for part in _PARTS}
    answers = (answer for piece in in_order(found_places, _pieces(tasks), jobs=2) for answer in piece)
    for (name, _, marked), said in zip(tasks, answers, strict=True):
        part = counts[_PARTS[not is_held_out(name)]]
        right = any(share_words(one, place) for one in said for place in marked.places)
        part["placed" if marked.places else "unplaced"] += 1
        part["right"] += right
        part["wrong"] += bool(said and marked.places and not right)
        part["empty"] += not said and not marked.places
    return {f"{part}.{name}": share for part, count in counts.items() for name, share in _shares(count).items()}


def _pieces(tasks: list[Task]) -> Iterator[list[Task]]:
    yield from (tasks[at : at + _PIECE] for at in range(0, len(tasks), _PIECE))


def _shares(count: dict[str, int]) -> dict[str, float]:
    return {
        "place found": count["right"] / max(count["placed"], 1),
        "place precision": count["right"] / max(count["right"] + count["wrong"], 1),
        "none kept": count["empty"] / max(count["unplaced"], 1),
    }


def main() -> None:
    """Print the shares."""
    for name, share in measure().items():
        print(f"{name:28}{share:.3f}")


if __name__ == "__main__":
    main()
