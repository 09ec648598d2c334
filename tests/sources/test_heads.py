import pytest

from dateline.model.report import Block, BlockKind
from dateline.sources.heads import read_head


def _head(*paragraphs: str) -> str | None:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(at, at + len(paragraph), BlockKind.BODY))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    line = read_head(text, blocks)
    return text[line.start : line.end] if line else None


@pytest.mark.parametrize(
    ("opening", "head"),
    [
        ("MOSUL. The search went on until dark.", "MOSUL. "),
        ("SUKHNA, Syria. Two men were shot.", "SUKHNA, Syria. "),
        ("Mosul: Two lorries blew up in a market.", "Mosul: "),
    ],
)
def test_a_town_alone_before_a_stop_opens_a_report(opening: str, head: str) -> None:
    assert _head(opening, "Nobody was in the shop.") == head


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Winter: The army left the town.",),
        ('Victoria: "We were at home."',),
        ("NATO. The alliance met.",),
        ("Mosul. The search went on.",),
        ("Mosul: Two lorries blew up.", "Baghdad: calm."),
    ],
)
def test_speakers_headings_and_notes_of_a_round_up_are_no_heads(paragraphs: tuple[str, ...]) -> None:
    assert _head(*paragraphs) is None
