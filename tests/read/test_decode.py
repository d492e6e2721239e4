"""Bytes -> text: what is taken, what is refused, and that nothing else can happen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import Unreadable
from indexer.read.decode import LARGEST, declared
from indexer.read.decode import decode as decoded
from indexer.read.refusal import Reason


def decode(data: bytes, *, html: bool = False) -> str:
    return decoded(data, html=html).text


SENTENCE = "“Überall fehlt Öl”, said Zoë."
PAGE = '<html><head><meta charset="{}"></head><body>Zoë rang the “bell”.</body></html>'


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode(),
        SENTENCE.encode("utf-8-sig"),
        SENTENCE.encode("utf-16"),
        b"\xfe\xff" + SENTENCE.encode("utf-16-be"),
    ],
)
def test_utf8_and_marked_utf16_are_read_without_their_mark(data: bytes) -> None:
    assert decode(data) == SENTENCE


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize("label", ["windows-1252", "ISO-8859-1", "latin1", "us-ascii"])
def test_a_declared_western_charset_means_what_browsers_take_it_for(label: str) -> None:
    page = PAGE.format(label)
    assert decode(page.encode("cp1252"), html=True) == page


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("koi8-r", "koi8-r", "Мост закрыт"),
        ("Shift_JIS", "cp932", "橋は閉鎖"),
        ("iso-2022-jp", "iso-2022-jp", "橋は閉鎖"),
        ("gb2312", "gb18030", "大桥关闭"),
        ("windows-1251", "cp1251", "Мост закрыт"),
    ],
)
def test_the_declared_charset_is_used(label: str, codec: str, words: str) -> None:
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={label}"><p>{words}</p>'
    assert decode(page.encode(codec), html=True) == page


def test_utf8_outranks_a_declaration_that_it_contradicts() -> None:
    page = PAGE.format("windows-1252")
    assert decode(page.encode(), html=True) == page


def test_an_xml_declaration_counts_too() -> None:
    assert declared(b'<?xml version="1.0" encoding="koi8-r"?><html>') == "koi8-r"


@pytest.mark.parametrize(
    ("data", "html", "reason"),
    [
        (b"", False, Reason.EMPTY),
        (b" \r\n\t ", False, Reason.EMPTY),
        (b"\xef\xbb\xbf", False, Reason.EMPTY),
        ("\u2003\n".encode(), False, Reason.EMPTY),
        (b"\xff\xfe", False, Reason.EMPTY),
        ("The pier is shut".encode("utf-16-le"), False, Reason.NUL_BYTES),
        (b"%PDF-1.7 and so on", False, Reason.BINARY),
        (b"\x89PNG\r\n\x1a\n....", False, Reason.BINARY),
        (b"PK\x03\x04 a document", False, Reason.BINARY),
        (bytes(range(256)) * 20, False, Reason.BINARY),
        (b"\x01\x02\x03\x04 nothing to read", False, Reason.BINARY),
        ("Мост закрыт до весны".encode("cp1251"), False, Reason.UNDECODABLE),
        ("橋は閉鎖された".encode("cp932"), True, Reason.UNDECODABLE),
        (b"\xff\xfea", False, Reason.UNDECODABLE),
        (b"a" * (LARGEST + 1), False, Reason.TOO_LARGE),
    ],
)
def test_what_is_refused(data: bytes, html: bool, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data, html=html)
    assert refused.value.reason == reason
    assert refused.value.detail


RUNS = " Nothing else was said of the pier all winter, and nobody asked." * 20


@pytest.mark.parametrize(
    ("data", "text", "remark"),
    [
        (b"The pier\x00 is shut.", "The pier is shut.", "1 NUL removed"),
        (
            "“Zoë”".encode() + b" said\xff no." + RUNS.encode(),
            f"“Zoë” said\ufffd no.{RUNS}",
            "1 bad byte replaced by U+FFFD",
        ),
        ("Zoë said no.".encode("cp1252"), "Zoë said no.", "1 byte not in UTF-8 read as windows-1252"),
        ("“No,” Zoë said.".encode("cp1252"), "“No,” Zoë said.", "3 bytes not in UTF-8 read as windows-1252"),
    ],
)
def test_a_little_damage_is_mended_and_said(data: bytes, text: str, remark: str) -> None:
    found = decoded(data)
    assert (found.text, found.remarks) == (text, (remark,))


@pytest.mark.parametrize("label", ["cp1252", "no-such-charset", "utf-8", "unicode_escape", "utf-7", "zip"])
def test_a_declared_charset_that_cannot_be_right_does_not_refuse_a_page(label: str) -> None:
    page = PAGE.format(label)
    assert decode(page.encode("cp1252"), html=True) == page


def outcome(data: bytes, *, html: bool = False) -> str | Reason:
    """The text, or why there is none; any other exception is an error."""
    try:
        return decode(data, html=html)
    except Unreadable as refused:
        return Reason(refused.reason)


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_text_or_unreadable(data: bytes, html: bool) -> None:
    found = outcome(data, html=html)
    if not isinstance(found, Reason):
        assert found.strip()
        assert "\0" not in found
        found.encode("utf-8")


@given(st.text(min_size=1).filter(lambda text: bool(text.strip())), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_comes_back_unchanged_or_is_refused_for_its_controls(text: str, codec: str) -> None:
    whole = text.removeprefix("\ufeff" if codec == "utf-8" else "")
    found = outcome(text.encode(codec))
    assert found in (whole, whole.replace("\0", ""), Reason.BINARY, Reason.NUL_BYTES, Reason.EMPTY)


@given(st.sampled_from(["charset=", "encoding="]), st.text(max_size=30), st.binary(max_size=60))
def test_no_declaration_can_break_it(word: str, label: str, rest: bytes) -> None:
    outcome(f'<?xml version="1.0" {word}"{label}"?><meta {word}"{label}">'.encode() + b"\xe9" + rest, html=True)
