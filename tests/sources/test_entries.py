"""Labels of the paragraphs of a chronicle: what ends one, and what is none."""

import pytest

from dateline.model.report import Block, BlockKind
from dateline.sources.entries import label_end, labelled


def label(line: str) -> str | None:
    end = label_end(line, Block(0, len(line), BlockKind.BODY))
    return line[:end].strip() if end else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("15 June - Shells fell on the town.", "15 June -"),
        ("Wednesday, Aden: gunmen killed a judge.", "Wednesday, Aden:"),
        ("July 30. Qana. A house is bombed.", "July 30. Qana."),
        ("04/03 - Ras Lanuf. Fighters overrun the airstrip.", "04/03 - Ras Lanuf."),
        ("28-29 Aug. Haï Raïs, Sidi-Moussa: collective massacre.", "28-29 Aug. Haï Raïs, Sidi-Moussa:"),
        ("26.8.22 - Mekelle, kindergarten and houses. Drone.", "26.8.22 -"),
        (
            "29/09 Sarra Mandi nr Lashkar Gah, S. Helmand. Drone strike.",
            "29/09 Sarra Mandi nr Lashkar Gah, S. Helmand.",
        ),
        ("27/09 Karachi (Sarra, Lyari Rd). Bomb on a bus.", "27/09 Karachi (Sarra, Lyari Rd)."),
        ("28/09 Upper Sarra, border post. Shots exchanged.", "28/09 Upper Sarra, border post."),
        ("8.xi.1987. Enniskillen. Time bomb at a cenotaph.", "8.xi.1987. Enniskillen."),
        ("29 Jan. Car bomb at a bus station.", "29 Jan."),
        ("28 Jan. A. Benhamouda, head of the union, was murdered.", "28 Jan."),
        ("Djibo, 28 June. Gunmen ambushed a convoy.", "Djibo, 28 June."),
        ("03.05 | Sarra (Mopti) | Raid, market burned | 9 killed", "03.05 | Sarra (Mopti) |"),
        ("3 May 2015 | Sarra town, border post | bomb | 9 killed", "3 May 2015 | Sarra town, border post |"),
        ("03.05 | market burned in a raid | 9 killed", "03.05 |"),
        ("Sarra | market | 9 killed", None),
        (
            "k-114 | Fri 3 May 2015 | Sarra, Mopti province | bomb | 9 killed",
            "k-114 | Fri 3 May 2015 | Sarra, Mopti province |",
        ),
        ("No. 12 | 03.05 | market burned in a raid | 9 killed", "No. 12 | 03.05 |"),
        ("k-114 | market burned in a raid | 9 killed", None),
        ("KH-17. 3 May 2015, Sarra, border posts. Missile.", "KH-17. 3 May 2015, Sarra, border posts."),
        ("03.06 | Bor (Jonglei) | Boat ambushed by rebels | 9 killed", "03.06 | Bor (Jonglei) |"),
        ("2003-06-11; Torit; Raid on the market; no toll", "2003-06-11; Torit;"),
        ("12 Nov | a village was raided | 2 killed", "12 Nov |"),
        ("12 killed | Torit | Raid on the market", None),
        ("Case 4. Sarra, Nebaj. On 4 March 1981 soldiers killed 41 men.", "Case 4. Sarra, Nebaj."),
        ("Case 4. The soldiers came at dawn.", None),
        ("On 28 June gunmen ambushed a convoy.", None),
        ("Gunmen struck on Monday. They left at noon.", None),
        ("3 March 2015.", None),
    ],
)
def test_a_label_is_a_day_with_names_and_nothing_else(line: str, expected: str | None) -> None:
    assert label(line) == expected


def test_one_label_alone_is_a_dateline() -> None:
    text = "8 April - Jets struck.\n\nThe army denied it."
    blocks = [Block(0, 22, BlockKind.BODY), Block(24, len(text), BlockKind.BODY)]
    assert labelled(text, blocks) == tuple(blocks)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("k-1187 | Sat 20 June 2009 | Sarra, border post | bomb | killed 9", "Sat 20 June 2009 | Sarra, border post |"),
        ("DON-1960. 27 Jun 2023, Mirna, the covered market. Missile. Killed 9.", "27 Jun 2023, Mirna,"),
        ("2014/031: 3 May 2014, Sarra. Raid, nine dead.", "3 May 2014, Sarra."),
        ("1992. 16 July. Sarra. A bomb goes off.", "1992. 16 July. Sarra."),
        ("June 15: Sarra. A bomb goes off on 16 June.", "June 15: Sarra."),
    ],
)
def test_the_number_of_a_register_is_no_part_of_a_label(line: str, expected: str) -> None:
    text = f"{line}\n{line}"
    blocks = [Block(0, len(line), BlockKind.BODY), Block(len(line) + 1, len(text), BlockKind.BODY)]
    first = labelled(text, blocks)[0]
    assert text[first.start : first.end].strip() == expected
