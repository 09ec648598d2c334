"""Made-up reports for timing: sentences of many lengths in the voice of war reporting."""

import random

_WHO = ("Rebel fighters", "Government troops", "Kurdish units", "A coalition of armed groups", "Local militiamen")
_PLACES = ("Harmala", "Tell Sabin", "Khan al-Wadi", "Deir Marun", "the Qasra checkpoint", "the Tal Hawa air base")
_DID = ("seized", "shelled", "lost", "retook", "withdrew from", "advanced towards", "pounded")
_SAID = ("a monitoring group said", "state media reported", "two residents told reporters by telephone")
_TAILS = (
    "after three days of heavy fighting in which at least {n} people were killed and {m} others were wounded",
    "on Monday, as warplanes carried out more than {n} strikes on the villages around it, most of them before dawn",
    "and were still holding its northern quarter late on Tuesday, while families fled towards the border",
    "with mortars and rockets, leaving {n} soldiers dead, among them a colonel who led the garrison of {m} men",
)
_SHORT = ("There was no comment from the army.", "The road is closed.", "Both sides claimed victory.")


def made_up_reports(count: int) -> list[str]:
    """Return `count` texts of about 350 words, always the same."""
    return [_report(random.Random(seed)) for seed in range(count)]


def _report(draw: random.Random) -> str:
    paragraphs = [f"{draw.choice(_WHO)} {draw.choice(_DID)} {draw.choice(_PLACES)}"]
    for _ in range(draw.randint(5, 9)):
        paragraphs.append(" ".join(_sentence(draw) for _ in range(draw.randint(1, 3))))
    return "\n\n".join(paragraphs)


def _sentence(draw: random.Random) -> str:
    if draw.random() < 0.2:
        return draw.choice(_SHORT)
    tail = draw.choice(_TAILS).format(n=draw.randint(3, 90), m=draw.randint(3, 400))
    core = f"{draw.choice(_WHO)} {draw.choice(_DID)} {draw.choice(_PLACES)} {tail}"
    if draw.random() < 0.4:
        return f"“{core},” {draw.choice(_SAID)}."
    return f"{core}, {draw.choice(_SAID)}." if draw.random() < 0.6 else f"{core}."
