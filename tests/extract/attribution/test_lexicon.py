from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.extract.attribution.lexicon import WAYS, read_speech_lexicon, speech_lexicon
from dateline.settings import RESOURCES

SHIPPED = RESOURCES / "patterns" / "attribution.yml"


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = SHIPPED.read_text("utf-8")
    assert old in text
    file = tmp_path / "attribution.yml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def test_every_way_has_verbs() -> None:
    assert frozenset().union(*speech_lexicon().verbs.values()) == WAYS


def test_a_verb_may_report_in_several_ways() -> None:
    assert speech_lexicon().verbs["announce"] == {"clause", "tail", "object"}


def test_prepositions_are_split_into_words() -> None:
    assert ("according", "to") in speech_lexicon().prepositions
    assert "according" in speech_lexicon().openings


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  tail: [", "  whisper: [", "verbs: unknown way 'whisper'"),
        ("\nreasons: [", "\ngrounds: [", "unknown entry 'grounds'"),
        ("  cite: [cite, quote]", "  cite: []", "verbs: cite: expected a list of words"),
        ("  cite: [cite, quote]", "  cite: [cite, no]", "verbs: cite: expected a list of words"),
        ("verbs:\n", "verbs: [say]\nways:\n", "unknown entry 'ways'"),
        ("not_said:\n", "not_said: {\n", "cannot be read"),
    ],
)
def test_faults_are_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(ResourceError, match=fault) as caught:
        read_speech_lexicon(changed(tmp_path, old, new))
    assert "attribution.yml" in str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="cannot be read"):
        read_speech_lexicon(tmp_path / "none.yml")
