"""Persons who speak for nobody known, by the fullest name that a report gives."""

from dateline.model.actor import ActorKind, ActorLink
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.resolve.actors.parts import Part, Scene


def bare_name(words: str) -> str:
    """Return a person's name without offices and ranks before it, in the usual case: "GENERAL JUAN X" is Juan X."""
    titles = lexicon().particles["titles"] | lexicon().particles["ranks"]
    parts = words.split()
    last = max((n for n, part in enumerate(parts[:-1]) if fold(part.strip(".,")) in titles), default=-1)
    name = " ".join(parts[last + 1 :])
    return name.title() if name.isupper() else name


def person_link(scene: Scene, part: Part, name: str) -> ActorLink:
    """Return the link of a person who speaks for nobody known.

    Args:
        scene: the report.
        part: the words that the person is meant by.
        name: the person's name.
    """
    tokens = scene.tokens(part.sentence)
    start, end = tokens[part.words[0]].start, tokens[part.words[-1]].end
    words = scene.annotated.report.text[start:end]
    return ActorLink(name, None, ActorKind.PERSON, None, words, start, end, "person named in the report")
