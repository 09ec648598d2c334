from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.quotations import quotations
from dateline.extract.tree import trees
from tests.extract.written import annotated


def sentence(words: str) -> str:
    """A sentence whose tree does not matter: every word hangs on the first."""
    tags = {"POS": "PART POS"}
    lines = []
    for n, word in enumerate(words.split()):
        form, _, tag = word.partition("_")
        upos = tags.get(tag, "PUNCT ." if not form.isalnum() else "NOUN NN")
        lines.append(f"{form} {upos} {-1 if n == 0 else 0} {'root' if n == 0 else 'dep'}")
    return "\n".join(lines)


def quoted(*paragraphs: list[str]) -> list[list[str]]:
    """The words of each quotation, in order."""
    report = annotated(*([sentence(words) for words in paragraph] for paragraph in paragraphs))
    all_trees = trees(report.sentences, report.report.text)
    return [
        [t.text for number, inside in one.parts for n, t in enumerate(all_trees[number].tokens) if inside >> n & 1]
        for one in quotations(all_trees)
    ]


def test_marks_of_every_style() -> None:
    for opening, closing in (('"', '"'), ("“", "”"), ("``", "''"), ("`", "'"), ("‘", "’"), ("«", "»")):
        assert quoted([f"he said {opening} we won {closing} today"]) == [["we", "won"]], opening


def test_a_report_without_marks() -> None:
    assert quoted(["the town fell ."]) == []


def test_several_in_a_sentence() -> None:
    assert quoted(['" we won , " he said , " today "']) == [["we", "won", ","], ["today"]]


def test_one_over_two_sentences() -> None:
    assert quoted(["“ we won .", "they fled ” he said"]) == [["we", "won", ".", "they", "fled"]]


def test_paragraphs_that_open_again_belong_together() -> None:
    assert quoted(["“ we won ."], ["“ they fled ”"]) == [["we", "won", ".", "they", "fled"]]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    assert quoted(["“ we won ."], ["the town fell ."]) == [["we", "won", "."]]


def test_straight_marks_start_afresh_in_a_new_paragraph() -> None:
    assert quoted(['" we won .'], ["the town fell ."], ['" they fled "']) == [["we", "won", "."], ["they", "fled"]]


def test_an_apostrophe_does_not_close() -> None:
    assert quoted(["` the rebels '_POS advance stopped , ' he said"]) == [
        ["the", "rebels", "'", "advance", "stopped", ","]
    ]


def test_a_lone_single_mark_does_not_open() -> None:
    assert quoted(["fighters from ` Ibta fled ."]) == []


def test_a_closing_mark_alone_does_not_open() -> None:
    assert quoted(["the town ” fell ."]) == []


WORDS = st.sampled_from(['"', "“", "”", "`", "'", "‘", "’", "town", "fell", "."])


@given(st.lists(st.lists(WORDS, min_size=1), min_size=1))
def test_quotations_never_overlap(sentences: list[list[str]]) -> None:
    report = annotated(*([sentence(" ".join(words))] for words in sentences))
    seen: dict[int, int] = {}
    for one in quotations(trees(report.sentences, report.report.text)):
        assert one.first <= one.last
        for number, inside in one.parts:
            assert inside
            assert not seen.get(number, 0) & inside
            assert inside.bit_length() <= len(report.sentences[number].tokens)
            seen[number] = seen.get(number, 0) | inside
