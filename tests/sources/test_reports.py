import hashlib
import os
from pathlib import Path

import pytest

from dateline.errors import ReportError
from dateline.model.report import BlockKind, Report
from dateline.settings import MAX_REPORT_BYTES
from dateline.sources import Metadata, Row, read_bytes, read_report


def _read(text: str, name: str = "report.txt") -> Report:
    return read_bytes(text.encode(), name)


def _blocks(report: Report, kind: BlockKind) -> list[str]:
    return [report.text[block.start : block.end] for block in report.blocks if block.kind is kind]


_BODY = [
    "Gunmen took the dam on Monday, the mayor said.",
    "The road to the coast was shut, and two schools closed early.",
]


def test_headline_told_twice_is_kept_once() -> None:
    report = _read("\n\n".join(["Gunmen take dam", "Gunmen take dam", *_BODY]))
    assert _blocks(report, BlockKind.HEADLINE) == ["Gunmen take dam"]
    assert report.title == "Gunmen take dam"
    assert _blocks(report, BlockKind.BODY) == _BODY


def test_caption_told_twice_loses_its_credit() -> None:
    scene = "Men look at a burnt lorry near the dam on April 26, 2015"
    report = _read("\n\n".join([_BODY[0], scene, f"{scene} ©Jane Lens (AFP)", _BODY[1]]))
    assert _blocks(report, BlockKind.CAPTION) == [scene]
    assert report.agency is None


@pytest.mark.parametrize(
    "caption",
    [
        "In this photo released by the ministry, soldiers raise a flag over the dam.",
        "FILE - Soldiers stand guard at the dam, Jan. 3, 2014. (AP Photo/Jane Lens)",
        "A general view shows the dam after shelling, April 26, 2015. REUTERS/Jane Lens",
        "Women wait for bread in the old town. Photo: Jane Lens",
        "ruins: a man looks at what is left of his house near the dam.",
    ],
)
def test_captions_are_told_from_the_body(caption: str) -> None:
    report = _read("\n\n".join([_BODY[0], caption, _BODY[1]]))
    assert len(_blocks(report, BlockKind.CAPTION)) == 1
    assert _blocks(report, BlockKind.BODY) == _BODY


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels attacked the train station on March 24, 2015.",
        "The ministry released a picture that appeared to show the dead general, rebels said.",
        "Syria: troops left the town on Monday, a resident told the radio.",
        "The war broke out after protests on March 15, 2011.",
        "Video posted on Monday showed a tank on fire.",
    ],
)
def test_news_is_no_caption(sentence: str) -> None:
    assert sentence in _blocks(_read("\n\n".join([_BODY[0], sentence, _BODY[1]])), BlockKind.BODY)


def test_pages_furniture_goes() -> None:
    report = _read(
        "\n".join(
            [
                "Gunmen take dam",
                "By Jane Writer",
                "3 min read",
                "Share | Tweet | Email",
                _BODY[0],
                "Advertisement",
                f"{_BODY[1]} Advertisement Nobody was hurt.",
                "Related stories",
                "How the river was lost",
                "Who holds the coast",
                "Subscribe to our newsletter",
                "Comments are closed.",
                "© 2015 The Courier. All rights reserved.",
            ]
        )
    )
    assert report.text == "\n\n".join(["Gunmen take dam", _BODY[0], f"{_BODY[1]} Nobody was hurt."])


@pytest.mark.parametrize("tail", [" — AFP", " (AFP)", " - AFP", " © 2015 AFP", "\n\nAFP", "\n\n— AFP"])
def test_agency_signs_at_the_end(tail: str) -> None:
    report = _read("\n\n".join(_BODY) + tail)
    assert report.text == "\n\n".join(_BODY)
    assert report.agency == "AFP"


def test_body_begins_after_its_dateline() -> None:
    report = _read("Gunmen take dam\n\nGOMA, Congo (AP) — " + "\n\n".join(_BODY))
    assert _blocks(report, BlockKind.BODY) == _BODY
    assert report.dateline is not None
    assert report.text[report.dateline.start : report.dateline.end] == "GOMA, Congo (AP) — "
    assert report.agency == "AP"


def test_tokenised_text_is_put_together() -> None:
    report = _read(
        "gunmen took the dam on monday , the mayor 's office said .\n"
        "` the guards ' post was n't held , ' an aide -lrb- who fled -rrb- added .\n"
        "`` we left , '' he said , and the us -lrb- western -rrb- envoy nodded ."
    )
    assert report.text == (
        "gunmen took the dam on monday, the mayor's office said.\n\n"
        "'the guards' post wasn't held,' an aide (who fled) added.\n\n"
        '"we left," he said, and the us (western) envoy nodded.'
    )


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Gunmen took the dam before dawn on Monday after a short\n"
        "fight, the mayor of the nearest town told reporters by\n"
        "telephone.\n\n"
        "The road to the coast was shut, and two schools closed\n"
        "early because their teachers could not come to work."
    )
    assert _blocks(_read(wrapped), BlockKind.BODY) == [part.replace("\n", " ") for part in wrapped.split("\n\n")]


def test_wrapped_text_in_capitals() -> None:
    wrapped = (
        "   LA PAZ, NO DATE (ATN) -- [TEXT] GUNMEN TOOK THE DAM ABOVE THE TOWN\n"
        "BEFORE DAWN AND HELD IT UNTIL THE GUARDS CAME BACK WITH TWO OF THEIR\n"
        "LORRIES.\n\n"
        "   NOBODY WAS HURT, THE MAYOR OF THE TOWN TOLD THE RADIO LATER IN THE\n"
        "DAY."
    )
    report = _read(wrapped)
    assert _blocks(report, BlockKind.BODY)[0].startswith("GUNMEN TOOK THE DAM ABOVE THE TOWN BEFORE DAWN")
    assert len(_blocks(report, BlockKind.BODY)) == 2


@pytest.mark.parametrize(
    "line", ["A" * 20_000, "a " * 9_000, "A " * 9_000, "(" * 9_000, "a. " * 6_000, "<b>" * 6_000, "- " * 9_000]
)
def test_odd_lines_take_no_odd_time(line: str) -> None:
    assert _read(f"{_BODY[0]}\n\n{line}\n\n{_BODY[1]}").text.startswith(_BODY[0])


@pytest.mark.parametrize(
    ("end", "partial"),
    [
        ("The governor told the radio that his men would not leave before the", True),
        ("The governor told the radio that his men… [+1204 chars]", True),
        ("The road to the coast was shut.\n\nContinue reading", True),
        ("The road to the coast was shut.", False),
        ('"We shall not leave."', False),
        ("The town council", False),
    ],
)
def test_tells_whether_the_text_breaks_off(end: str, partial: bool) -> None:
    assert _read("\n\n".join([*_BODY, end])).partial is partial


_PAGE = """<html><head><title>Gunmen take dam | Courier</title>
<meta property="og:site_name" content="Courier"><meta name="date" content="2099-01-01">
<meta property="article:published_time" content="2015-04-27T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Gunmen take dam</h1>
<figure><img src="a.jpg"><figcaption>Men look at a lorry, April 26, 2015. AFP/J. Lens</figcaption></figure>
<p>GOMA &ndash; Gunmen took the   dam on Monday &amp; held it, the <b>mayor</b>&nbsp;said. Nobody was hurt.</p>
<p>The road to the coast was shut, and two schools closed early, because their teachers could not come.</p>
</article><footer>Privacy policy</footer></body></html>"""


def test_page_gives_text_title_outlet_and_day() -> None:
    report = _read(_PAGE, "page.html")
    assert _blocks(report, BlockKind.HEADLINE) == ["Gunmen take dam"]
    assert _blocks(report, BlockKind.CAPTION) == ["Men look at a lorry, April 26, 2015."]
    assert _blocks(report, BlockKind.BODY)[0].startswith("Gunmen took the dam on Monday & held it, the mayor said.")
    assert (report.title, report.outlet) == ("Gunmen take dam", "Courier")
    assert report.published is not None
    assert (report.published.day.isoformat(), report.published.basis.value) == ("2015-04-27", "page")


def test_markdown_gives_headings_captions_and_front_matter() -> None:
    report = _read(
        "---\ndate: 2015-04-27\nsource: Courier\n---\n# Gunmen *take* dam\n\n"
        "GOMA – Gunmen took\nthe dam on **Monday**, the [mayor](x) said.\n\n![Men at the dam](a.png)\n\n"
        "- Two schools closed.\n",
        "report.md",
    )
    assert _blocks(report, BlockKind.HEADLINE) == ["Gunmen take dam"]
    assert _blocks(report, BlockKind.CAPTION) == ["Men at the dam"]
    assert _blocks(report, BlockKind.BODY) == ["Gunmen took the dam on Monday, the mayor said.", "Two schools closed."]
    assert report.outlet == "Courier"
    assert report.published is not None
    assert report.published.evidence == "front matter, date: 2015-04-27"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("page.html", _PAGE),
        ("report.md", "# A dam\n\nGunmen took\r\nthe *dam* &amp; left \\* it.\n"),
        (
            "report.txt",
            "Gunmen\u00a0took   the dam .\n\nThe mayor ,\u200b he said -lrb- twice -rrb- , left .\nHe 's gone .\n",
        ),
    ],
)
def test_every_character_leads_back_to_the_file(name: str, raw: str) -> None:
    report = _read(raw, name)
    mapped = 0
    for run in report.origin:
        assert run.origin >= 0 and run.origin + run.length <= len(raw)
        for at in range(run.length):
            shown, stood = report.text[run.start + at], raw[run.origin + at]
            assert shown == stood or (shown == " " and stood.isspace()) or stood in "&-`'"
        mapped += run.length
    assert mapped == len(report.text) - report.text.count("\n")


def test_id_is_the_hash_of_the_bytes() -> None:
    data = "\r\n".join(_BODY).encode()
    assert read_bytes(data, "a.txt").id == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_table_comes_before_the_page() -> None:
    report = read_bytes(_PAGE.encode(), "page.html", Row("page.html", 2, outlet="Herald", title="Dam lost"))
    assert (report.outlet, report.title) == ("Herald", "Dam lost")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt: is empty"),
        ("a.txt", b" \n\t\n", "a.txt: is empty"),
        ("a.txt", b"%PDF-1.7 rest", "a.txt: is a PDF"),
        ("a.txt", b"\x7fELF\x00\x00\x01\x02" * 40, "a.txt: is a binary file"),
        ("a.txt", "Gunmen took the dam.".encode("utf-16-le"), "a.txt: is a binary file, or UTF-16 without its mark"),
        ("a.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "a.html: holds no report"),
        ("a.html", b"<html></html>", "a.html: the page holds no article"),
        ("a.txt", b"Share\n\nAdvertisement\n", "a.txt: holds no report, only what pages print around one"),
    ],
)
def test_what_is_no_report_is_named(name: str, data: bytes, message: str) -> None:
    with pytest.raises(ReportError, match=f"^{message}"):
        read_bytes(data, name)


def test_too_large_a_file_is_not_even_read(tmp_path: Path) -> None:
    dump = tmp_path / "dump.txt"
    with dump.open("wb") as file:
        file.truncate(MAX_REPORT_BYTES + 1)
    with pytest.raises(ReportError, match=r"dump\.txt: 20,000,001 bytes are more than a report has"):
        read_report(dump)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"gone\.txt: cannot be opened: No such file"):
        read_report(tmp_path / "gone.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may open any file")
def test_file_that_may_not_be_read(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(_BODY[0])
    locked.chmod(0)
    with pytest.raises(ReportError, match=r"locked\.txt: cannot be opened: Permission denied"):
        read_report(locked)


def test_reads_a_file_with_its_row(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(_BODY))
    (tmp_path / "reports.csv").write_text("file,outlet\na.txt,Courier\n")
    report = read_report(tmp_path / "a.txt", Metadata.load(tmp_path / "reports.csv"), name="2015/a.txt")
    assert (report.outlet, report.file) == ("Courier", "2015/a.txt")


def test_what_looks_like_a_caption_or_headline_alone_is_the_text() -> None:
    for text in ("Rebels take Ariha", "In this photo a man stands in the market of Ariha."):
        report = read_bytes(text.encode(), "a.txt")
        assert [block.kind for block in report.blocks] == [BlockKind.BODY]


def test_the_days_of_a_chronicle_are_labels_and_no_dateline() -> None:
    report = _read("Chronicle of the month\n\n15 June - Mines hit a bus.\n\n14 August - Jets bomb a school.")
    assert _blocks(report, BlockKind.BODY) == ["15 June - ", "Mines hit a bus.", "14 August - ", "Jets bomb a school."]
    assert report.dateline is None


def test_one_day_alone_is_a_dateline() -> None:
    report = _read("Bus hit by mines\n\nCOLOMBO, 15 June - Mines hit a bus.\n\nThe army blamed rebels on Thursday.")
    assert report.dateline is not None
    assert _blocks(report, BlockKind.BODY) == ["Mines hit a bus.", "The army blamed rebels on Thursday."]
