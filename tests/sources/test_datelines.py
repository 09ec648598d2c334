import pytest

from dateline.model.report import Dateline
from dateline.sources.datelines import read_dateline


def _read(text: str) -> Dateline | None:
    return read_dateline(text, 0, len(text))


@pytest.mark.parametrize(
    ("opening", "place", "day", "agency"),
    [
        ("BEIRUT - ", "BEIRUT", (None, None, None), None),
        ("BEIRUT, April 25 — ", "BEIRUT", (4, 25, None), None),
        ("KYIV (Reuters) – ", "KYIV", (None, None, None), "Reuters"),
        ("BOGOTA, 12 MAR 89 (EFE) -- ", "BOGOTA", (3, 12, 1989), "EFE"),
        ("DAMASCUS, Syria (AP) _ ", "DAMASCUS", (None, None, None), "AP"),
        ("MOSCOW, Feb. 24 /TASS/. ", "MOSCOW", (2, 24, None), "TASS"),
        ("San Salvador, 11 Nov -- ", "San Salvador", (11, 11, None), None),
        ("ANKARA/BEIRUT, March 3 (Reuters) - ", "ANKARA/BEIRUT", (3, 3, None), "Reuters"),
        ("PANAMA CITY (PANAMA), 1 FEB 90 (ACAN-EFE) -- ", "PANAMA CITY", (2, 1, 1990), "ACAN-EFE"),
        ("SANTIAGO DE CHILE, 3 Jan (EFE) - ", "SANTIAGO DE CHILE", (1, 3, None), "EFE"),
        ("Port-au-Prince, Haiti — ", "Port-au-Prince", (None, None, None), None),
        ("KABUL, Afghanistan (AP) ", "KABUL", (None, None, None), "AP"),
        ("Idleb, SANA – ", "Idleb", (None, None, None), "SANA"),
        ("DAMASCUS, (SANA)- ", "DAMASCUS", (None, None, None), "SANA"),
        ("Geneva, 5 May 2015 (OCHA) – ", "Geneva", (5, 5, 2015), "OCHA"),
        ("KHARTOUM, April 16, 2023 (Reuters) - ", "KHARTOUM", (4, 16, 2023), "Reuters"),
        ("WASHINGTON, Thursday, Feb. 24 — ", "WASHINGTON", (2, 24, None), None),
        ("BEIRUT: ", "BEIRUT", (None, None, None), None),
        ("NORTHPORT (Cedar Press) - ", "NORTHPORT", (None, None, None), None),
        ("(CNN) -- ", None, (None, None, None), "CNN"),
        ("Saturday, 25 April 2015 (Beirut) – ", "Beirut", (4, 25, 2015), None),
        ("ALGIERS, May 19. (Harbour Courier) ", "ALGIERS", (5, 19, None), None),
        ("Gondar, 11 December (state news agency) - ", "Gondar", (12, 11, None), None),
        ("Huambo, 08/05/2001 - ", "Huambo", (5, 8, 2001), None),
        ("Pattani, 3 April 2555 (2012) - ", "Pattani", (4, 3, 2012), None),
        ("Kano, Nigeria (Lake Wire) - ", "Kano", (None, None, None), None),
        ("Huambo, Sunday (LW) - ", "Huambo", (None, None, None), None),
        ("Huambo, 13/03 - ", "Huambo", (3, 13, None), None),
        ("Baghdad / QRST - ", "Baghdad", (None, None, None), None),
        ("beirut, april 25 (ap) _ ", "beirut", (4, 25, None), "AP"),
    ],
)
def test_reads_the_opening_and_leaves_the_sentence(
    opening: str, place: str | None, day: tuple[int | None, int | None, int | None], agency: str | None
) -> None:
    text = opening + ("Rebels took a town." if opening != opening.lower() else "rebels took a town.")
    read = _read(text)
    assert read is not None
    assert text[read.start : read.end] == opening
    assert (read.place, read.month, read.day, read.year, read.agency) == (place, *day, agency)
    assert place is None or text[read.place_start : read.place_end] == place


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile - the army left.",
        "The army said on Monday - a day after - that it had left.",
        "Rebels: we took the town.",
        "Unity - Bread - Peace",
        "EXCLUSIVE - Rebels took a town.",
        "FILE - In this photo a man stands.",
        "GUERRILLAS - THE FMLN - LEFT.",
        "The town of Ariha (Idlib) - the last one - fell.",
        "In Idlib — where rebels rule — life is hard.",
        "On April 25 - a Saturday - the rebels came.",
        "On April 25 (a Saturday) - the rebels came.",
        "Jisr al-Shughur (population 40,000) fell.",
        "SOHR: the army lost a base.",
        "UPDATE 1- Rebels take a town.",
        "Mr. Smith (AP) said so.",
        "BREAKING: Rebels took a town.",
        "Ariha fell (Reuters).",
        "",
    ],
)
def test_leaves_sentences_that_open_like_one(text: str) -> None:
    assert _read(text) is None


def test_offsets_count_in_the_whole_text() -> None:
    text = "A headline\n\nGOMA, Congo (AP) — Men fled."
    read = read_dateline(text, 12, len(text))
    assert read is not None
    assert (text[read.place_start : read.place_end], text[read.end :]) == ("GOMA", "Men fled.")
