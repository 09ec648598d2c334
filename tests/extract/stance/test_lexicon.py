from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.extract.stance.lexicon import Effect, read_stance_lexicon, stance_lexicon
from dateline.settings import RESOURCES

SHIPPED = RESOURCES / "patterns" / "stance.yml"


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = SHIPPED.read_text("utf-8")
    assert old in text
    file = tmp_path / "stance.yml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def test_words_have_their_effects() -> None:
    lexicon = stance_lexicon()
    assert lexicon.clauses["fail"] == (Effect.DENY,)
    assert lexicon.modals["may"] == (Effect.DOUBT,)
    assert lexicon.nouns["repel"] == (Effect.FOIL,)


def test_no_word_has_two_effects_on_a_clause() -> None:
    assert [word for word, effects in stance_lexicon().clauses.items() if len(effects) > 1] == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("modals:\n  plan: [", "modals:\n  wish: [", "modals: unknown effect 'wish'"),
        ("\nranks: [", "\norders: [", "unknown entry 'orders'"),
        ('none: ["no",', "none: [no,", "none: expected a list of words"),
        ("by_preposition:\n", "by_preposition: [for]\nverbs:\n", "unknown entry 'verbs'"),
        ("marks:\n", "marks: {\n", "cannot be read"),
    ],
)
def test_faults_are_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(ResourceError, match=fault) as caught:
        read_stance_lexicon(changed(tmp_path, old, new))
    assert "stance.yml" in str(caught.value)
