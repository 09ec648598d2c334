"""Lines of files in the cleaned text of their report."""

from dateline.sources import line_spans, read_bytes


def texts(data: bytes, name: str, number: int) -> list[str] | None:
    report = read_bytes(data, name)
    spans = line_spans(report, data, number)
    return None if spans is None else [report.text[start:end].strip() for start, end in spans]


PLAIN = b"Mill hit near Taiz\n\nRockets hit a mill near Taiz on Friday,\na doctor said in the city.\n"


def test_a_line_is_its_part_of_the_text() -> None:
    assert texts(PLAIN, "a.txt", 1) == ["Mill hit near Taiz"]
    assert " ".join(texts(PLAIN, "a.txt", 4) or []) == "a doctor said in the city."


def test_an_empty_line_is_no_part_of_the_text() -> None:
    assert not "".join(texts(PLAIN, "a.txt", 2) or [])


def test_a_line_that_the_file_has_not() -> None:
    assert texts(PLAIN, "a.txt", 0) is None
    assert texts(PLAIN, "a.txt", 9) is None


def test_a_line_of_a_page_is_found_behind_its_markup() -> None:
    page = (
        b"<html><head><title>Mill hit</title></head>\n<body><article><h1>Mill hit near Taiz</h1>\n"
        b"<p>Rockets hit a mill near the city of Taiz on Friday, a doctor told reporters there by telephone.</p>\n"
        b"<p>The harbour of the city stayed open, and the market was busy for most of the long afternoon.</p>\n"
        b"</article></body></html>\n"
    )
    assert "Rockets hit a mill" in " ".join(texts(page, "a.html", 3) or [])
    assert "harbour" not in " ".join(texts(page, "a.html", 3) or [])
