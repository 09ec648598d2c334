from typing import Any

from dateline.extract.attribution.attributor import Attribution, attribute
from dateline.extract.tree import trees
from dateline.model.annotated import Annotated
from tests.extract.read_text import cases, find, read
from tests.extract.written import annotated

FLOOR = 0.97  # of the words asked about; the rest is room for the trees of newly trained weights

SAID = """
the DET DT 1 det
army NOUN NN 2 nsubj
said/say VERB VBD -1 root
rebels NOUN NNS 4 nsubj
fled/flee VERB VBD 2 ccomp
. PUNCT . 2 punct
"""
SAID_AFTER = """
rebels NOUN NNS 1 nsubj
fled/flee VERB VBD -1 root
, PUNCT , 1 punct
the DET DT 4 det
army NOUN NN 5 nsubj
said/say VERB VBD 1 parataxis
monday PROPN NNP 5 obl
. PUNCT . 1 punct
"""
HE_SAID = """
he PRON PRP 1 nsubj
said/say VERB VBD -1 root
two NUM CD 3 nsubj
died/die VERB VBD 1 ccomp
. PUNCT . 1 punct
"""
MAYOR_SAID = """
mayor NOUN NN 2 nsubj
Ruiz PROPN NNP 0 appos
said/say VERB VBD -1 root
shops NOUN NNS 4 nsubj
burned/burn VERB VBD 2 ccomp
. PUNCT . 2 punct
"""
OPEN_QUOTE = """
“ PUNCT `` 2 punct
soldiers NOUN NNS 2 nsubj
fled/flee VERB VBD 7 ccomp
, PUNCT , 2 punct
” PUNCT '' 2 punct
the DET DT 6 det
sheikh NOUN NN 7 nsubj
said/say VERB VBD -1 root
. PUNCT . 7 punct
"""
NEXT_QUOTE = """
“ PUNCT `` 2 punct
fighting NOUN NN 2 nsubj
continues/continue VERB VBZ -1 root
. PUNCT . 2 punct
"""
LAST_QUOTE = """
“ PUNCT `` 3 punct
many ADJ JJ 2 amod
people NOUN NNS 3 nsubj
left/leave VERB VBD -1 root
today NOUN NN 3 obl
. PUNCT . 3 punct
” PUNCT '' 3 punct
"""
PLAIN = """
tanks NOUN NNS 1 nsubj
entered/enter VERB VBD -1 root
the DET DT 3 det
town NOUN NN 1 obj
. PUNCT . 1 punct
"""


def attributed(report: Annotated) -> Attribution:
    return attribute(report, trees(report.sentences, report.report.text))


def speakers(report: Annotated, word: str) -> list[str]:
    attribution = attributed(report)
    for number, sentence in enumerate(report.sentences):
        for n, token in enumerate(sentence.tokens):
            if token.text == word:
                return [phrase.text for phrase in attribution.at(number, n)]
    raise AssertionError(word)


def unlike(case: dict[str, Any]) -> list[str]:
    """What the annotator's trees give for a case where that is not what was wanted."""
    report, all_trees = read(case["text"], headline=case.get("headline", False))
    attribution = attribute(report, all_trees)
    out = []
    for word, wanted in case["at"].items():
        tree, token = find(all_trees, word)
        got = [phrase.text for phrase in attribution.at(tree.index, token)]
        if got != wanted:
            out.append(f"{word}: {got}, not {wanted}, in {case['text']!r}")
    return out


def test_cases() -> None:
    table = cases("attribution.yml")
    wrong = [fault for case in table for fault in unlike(case)]
    assert len(wrong) <= (1 - FLOOR) * sum(len(case["at"]) for case in table), "\n".join(wrong)


def test_there_are_enough_cases() -> None:
    assert len(cases("attribution.yml")) >= 60


def test_clause_is_vouched_for_by_the_subject() -> None:
    report = annotated([SAID])
    assert speakers(report, "fled") == ["the army"]
    assert speakers(report, "said") == []


def test_clause_before_its_verb() -> None:
    assert speakers(annotated([SAID_AFTER]), "fled") == ["the army"]


def test_next_sentence_is_the_reports_own() -> None:
    assert speakers(annotated([SAID, PLAIN]), "entered") == []


def test_phrase_is_a_span_of_the_report() -> None:
    report = annotated([SAID])
    (phrase,) = attributed(report).at(0, 4)
    assert report.report.text[phrase.start : phrase.end] == phrase.text == "the army"
    assert (phrase.sentence, phrase.head, phrase.via) == (0, 1, None)


def test_he_is_the_last_person_who_spoke() -> None:
    report = annotated([MAYOR_SAID], [SAID], [HE_SAID])
    (phrase,) = attributed(report).at(2, 3)
    assert phrase.text == "mayor Ruiz"
    assert phrase.sentence == 0
    assert phrase.via == "he: speaker before"


def test_he_without_anyone_before_stays() -> None:
    assert speakers(annotated([HE_SAID]), "died") == ["he"]


def test_an_army_is_not_he() -> None:
    assert speakers(annotated([SAID], [HE_SAID]), "died") == ["he"]


def test_a_person_named_before_who_has_not_spoken_is_he() -> None:
    arrived = "Ruiz PROPN NNP 1 nsubj\narrived/arrive VERB VBD -1 root\n. PUNCT . 1 punct"
    assert speakers(annotated([arrived, HE_SAID], persons=["Ruiz"]), "died") == ["Ruiz"]


def test_quotation_goes_on_over_paragraphs() -> None:
    report = annotated([OPEN_QUOTE, NEXT_QUOTE], [LAST_QUOTE], [PLAIN])
    assert speakers(report, "continues") == ["the sheikh"]
    assert speakers(report, "left") == ["the sheikh"]
    assert speakers(report, "entered") == []


def test_quotation_with_its_speaker_in_a_later_sentence() -> None:
    closing = OPEN_QUOTE.replace("“ PUNCT `` 2 punct", "yesterday NOUN NN 2 obl")
    assert speakers(annotated([NEXT_QUOTE, closing]), "continues") == ["the sheikh"]


def test_a_named_thing_in_quotation_marks_has_no_speaker() -> None:
    named = """
    rebels NOUN NNS 1 nsubj
    took/take VERB VBD -1 root
    “ PUNCT `` 3 punct
    Eagle PROPN NNP 1 obj
    ” PUNCT '' 3 punct
    """
    assert speakers(annotated([SAID, named]), "Eagle") == []


def test_speech_without_a_known_sentence_is_nobodys() -> None:
    assert attributed(annotated([PLAIN])).at(7, 0) == ()
