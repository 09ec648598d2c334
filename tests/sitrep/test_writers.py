"""The three formats of a situation report, and hostile words in them."""

import re
import sys
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.sitrep import Document, Footnote, Paragraph, Section, Sentence, write_sitrep
from dateline.sitrep.docx import to_docx
from dateline.sitrep.html import to_html
from dateline.sitrep.markdown import to_markdown

HOSTILE = "</p><script>alert(1)</script> [x](javascript:1) *stars* `code` \x00\x0b\ufffe &amp; <img src=x onerror=1>"


def made(text: str = "Two reports tell of it.", notes: tuple[int, ...] = (1, 2)) -> Document:
    footnotes = tuple(
        Footnote(number, f"“{text}” {number}", "Watch", "Outlet", "6 May 2019", "a.txt", ("c1",), "a denial")
        for number in range(1, 9)
    )
    inner = Section("6 May 2019", (Paragraph((Sentence(text, notes),), "Sarra"),))
    return Document(
        "Situation report",
        (("Period", "May"),),
        ("Read with care.",),
        (Section("What happened", (), (inner,)),),
        footnotes,
    )


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(page)
    return parser.found


def test_marks_lead_to_notes_and_back() -> None:
    page = tags(to_html(made()))
    ids = [attributes["id"] for _, attributes in page if "id" in attributes]
    links = [str(attributes["href"])[1:] for tag, attributes in page if tag == "a"]
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert {"n1", "n2", "s1"} <= set(links)


def test_the_page_needs_nothing_else_and_names_its_parts() -> None:
    page = to_html(made())
    assert "http" not in page.replace("http-equiv", "")
    assert '<html lang="en">' in page
    headings = [tag for tag, _ in tags(page) if re.fullmatch(r"h\d", tag)]
    assert headings == ["h1", "h2", "h3", "h2", "h2"]
    assert all(
        "aria-label" in attributes
        for tag, attributes in tags(page)
        if tag == "a" and attributes["href"] != "#report" and str(attributes["href"])[1] == "n"
    )


def test_a_long_run_of_notes_is_a_range() -> None:
    text = to_markdown(made(notes=(1, 2, 3, 4, 5, 8)))
    assert "Two reports tell of it.[^1]–[^5][^8]" in text
    assert "[^8]: “" in text


def test_hostile_words_change_nothing() -> None:
    page = to_html(made(HOSTILE))
    assert not {"script", "img"} & {tag for tag, _ in tags(page)}
    text = to_markdown(made(HOSTILE))
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "](javascript" not in text.replace("\\]", "")
    assert to_markdown(made("# No heading. 1. No list.")).count("\n#") == to_markdown(made()).count("\n#")


def test_a_word_processor_s_file_has_marks_that_lead_to_notes() -> None:
    docx = pytest.importorskip("docx")
    data = to_docx(made(HOSTILE, notes=(1, 2, 3, 7)))
    read = docx.Document(BytesIO(data))
    assert [one.text for one in read.paragraphs if one.style.name == "Title"] == ["Situation report"]
    body = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    anchors = re.findall(r'w:anchor="(note\d+)"', body)
    assert anchors == ["note1", "note3", "note7"]
    assert set(anchors) <= set(re.findall(r'w:name="(note\d+)"', body))


def test_without_the_extra_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(DatelineError, match=r"pip install 'dateline\[docx\]'"):
        write_sitrep(made(), tmp_path / "r.docx")
    assert list(tmp_path.iterdir()) == []


def test_the_file_s_ending_says_in_which_format(tmp_path: Path) -> None:
    for name in ("r.html", "r.MD"):
        write_sitrep(made(), tmp_path / name)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["r.MD", "r.html"]
    with pytest.raises(DatelineError, match=r"ends in \.html, \.md, \.docx"):
        write_sitrep(made(), tmp_path / "r.pdf")
    with pytest.raises(DatelineError, match="cannot be written"):
        write_sitrep(made(), tmp_path / "none" / "r.md")
