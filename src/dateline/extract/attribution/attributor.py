"""Attribution: who vouches for each word of a report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.attribution.in_brackets import bracketed_speech
from dateline.extract.attribution.left_out import left_out_speech
from dateline.extract.attribution.lexicon import SpeechLexicon, speech_lexicon
from dateline.extract.attribution.phrases import according_to, cited_alone, headline_speech, noun_speech
from dateline.extract.attribution.quotes import quoted_speech
from dateline.extract.attribution.rivals import apart_from_rivals
from dateline.extract.attribution.speakers import Antecedents
from dateline.extract.attribution.speech import Speech, between, last_bit
from dateline.extract.attribution.verbs import verb_speech
from dateline.extract.quotations import quotations
from dateline.extract.tree import Tree
from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase
from dateline.model.report import BlockKind

_VERBAL: Final = frozenset({"VERB", "AUX"})
_TITLE_LENGTH: Final = 30  # tokens; a colon in a longer sentence brings in a list or a quotation, not a speaker


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who vouches for what, of a whole report; made by `attribute`.

    `speeches` maps a sentence's number to its speeches, the narrowest first.
    """

    speeches: dict[int, tuple[Speech, ...]]

    def at(self, sentence: int, token: int) -> tuple[Phrase, ...]:
        """Return the phrases of who vouches for what is said at a token, the closest first; empty: the report itself.

        Args:
            sentence: the sentence's number within the report.
            token: the token's index within the sentence.
        """
        return self._told(sentence, lambda speech: bool(speech.content >> token & 1))

    def of_number(self, sentence: int, number: int) -> tuple[Phrase, ...]:
        """Return the phrases of who is told to give a number beside it alone: "48 (police), 60 (county officials)".

        Args:
            sentence: the sentence's number within the report.
            number: the number's index within the sentence.
        """
        return self._told(sentence, lambda speech: speech.at == number)

    def _told(self, sentence: int, vouches: Callable[[Speech], bool]) -> tuple[Phrase, ...]:
        found: dict[tuple[int, int], Phrase] = {}
        for speech in self.speeches.get(sentence, ()):
            if vouches(speech):
                for phrase in speech.speakers:
                    found.setdefault((phrase.start, phrase.end), phrase)
        return tuple(found.values())


def attribute(annotated: Annotated, trees: Sequence[Tree]) -> Attribution:
    """Return who vouches for what in a report; computed once, asked token by token.

    Args:
        annotated: the report with its sentences and mentions.
        trees: the sentences' trees, in order.

    Raises:
        ResourceError: the lexicon of reporting words is missing or broken.
    """
    lexicon = speech_lexicon()
    titles = {n for n, b in enumerate(annotated.report.blocks) if b.kind is BlockKind.HEADLINE}
    whom = Antecedents(trees, annotated.mentions, lexicon)
    speeches: list[Speech] = []
    for tree in trees:
        for speech in _speeches(tree, lexicon, headline=tree.sentence.block in titles):
            speeches.append(_resolved(speech, whom))
    speeches.extend(quoted_speech(trees, quotations(trees), speeches))
    return Attribution(_by_sentence(speeches))


def _resolved(speech: Speech, whom: Antecedents) -> Speech:
    speakers = tuple(whom.resolve(phrase) for phrase in speech.speakers)
    return Speech(speech.sentence, speech.at, speakers, speech.content, speech.inserted, speech.opens)


def _speeches(tree: Tree, lexicon: SpeechLexicon, *, headline: bool) -> Iterator[Speech]:
    before, found = None, list[Speech]()
    reports = False
    for n in range(len(tree.tokens)):
        kind = _kind(tree, n, lexicon)
        reports = reports or bool(kind)
        speech = _speech_at(tree, n, kind, lexicon, before) if kind else None
        if speech is None:
            continue
        found.append(speech)
        if speech.inserted and speech.content and last_bit(speech.content & between(0, n)) >= 0:
            before = speech
    apart = [*left_out_speech(tree, lexicon)] if reports else []
    apart += bracketed_speech(tree, lexicon) if "(" in tree.words else ()
    yield from apart_from_rivals(tree, found, apart)
    if not found and len(tree) <= _TITLE_LENGTH and (title := headline_speech(tree, lexicon, headline=headline)):
        yield title


def _kind(tree: Tree, n: int, lexicon: SpeechLexicon) -> str:
    """Return in what way a token may report: "verb", "cite", "noun" or "preposition"; "" for most."""
    lemma = tree.lemmas[n]
    if lemma in lexicon.verbs and (tree.tokens[n].upos in _VERBAL or tree.tokens[n].xpos == "VBZ"):
        return "cite" if "cite" in lexicon.verbs[lemma] else "verb"
    if lemma in lexicon.nouns and tree.tokens[n].upos == "NOUN":
        return "noun"
    return "preposition" if tree.words[n] in lexicon.openings else ""


def _speech_at(tree: Tree, n: int, kind: str, lexicon: SpeechLexicon, before: Speech | None) -> Speech | None:
    match kind:
        case "verb":
            return verb_speech(tree, n, lexicon, before)
        case "cite":
            return cited_alone(tree, n, lexicon, before)
        case "noun":
            return noun_speech(tree, n, lexicon)
        case _:
            return according_to(tree, n, lexicon, floor=before.at + 1 if before else 0)


def _by_sentence(speeches: Sequence[Speech]) -> dict[int, tuple[Speech, ...]]:
    out: dict[int, list[Speech]] = {}
    for speech in speeches:
        out.setdefault(speech.sentence, []).append(speech)
    return {n: tuple(sorted(some, key=lambda s: (s.content.bit_count(), -len(s.speakers)))) for n, some in out.items()}
