import pytest

from dateline.errors import ReportError
from dateline.sources.decoding import decode

_ENGLISH = "The mayor said: “It’s over” — and José left."
_RUSSIAN = "Военные сообщили в понедельник, что город обстреляли; погибли три человека, двенадцать ранены."
_ARABIC = "قال سكان يوم الاثنين إن المسلحين سيطروا على السد بعد معارك عنيفة مع الجيش جنوب المدينة"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (_ENGLISH, "utf-8"),
        (_ENGLISH, "utf-8-sig"),
        (_ENGLISH, "utf-16"),
        (_ENGLISH, "utf-32"),
        (_ENGLISH, "cp1252"),
        (_RUSSIAN, "cp1251"),
        (_RUSSIAN, "koi8-r"),
        (_ARABIC, "cp1256"),
        (f"The group calls itself {_ARABIC[:24]}, a name that means the dam.", "cp1256"),
    ],
)
def test_reads_what_was_written_the_same_every_time(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert {decode(data, "a.txt") for _ in range(3)} == {text}


def test_declared_encoding_comes_before_a_guess() -> None:
    assert decode(_RUSSIAN[:9].encode("koi8-r"), "a.html", "koi8-r") == _RUSSIAN[:9]
    assert decode(_ENGLISH.encode("cp1252"), "a.html", "no-such-encoding") == _ENGLISH


def test_character_cut_in_two_at_the_end_goes() -> None:
    assert decode("They left —".encode()[:-1], "a.txt") == "They left "


def test_one_broken_byte_spoils_no_utf8() -> None:
    broken = "“One” — “two” — “three” ".encode() + b"\xff left."
    assert decode(broken, "a.txt") == "“One” — “two” — “three” \ufffd left."


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04rest", b"a\x00b\x00c", b"\x01\x02\x03\x04 text"])
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match=r"^a\.txt: is "):
        decode(data, "a.txt")
