"""Bytes -> text: what is taken, what is refused, and that nothing else can happen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import Unreadable
from indexer.read.decode import LARGEST, declared, decode
from indexer.read.refusal import Reason

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
        (b"The pier\x00 is shut, the harbour master said.", False, Reason.NUL_BYTES),
        ("The pier is shut".encode("utf-16-le"), False, Reason.NUL_BYTES),
        (b"%PDF-1.7 and so on", False, Reason.BINARY),
        (b"\x89PNG\r\n\x1a\n....", False, Reason.BINARY),
        (b"PK\x03\x04 a document", False, Reason.BINARY),
        (bytes(range(256)) * 20, False, Reason.BINARY),
        (b"\x01\x02\x03\x04 nothing to read", False, Reason.BINARY),
        ("Zoë".encode("cp1252"), False, Reason.UNDECODABLE),
        (PAGE.format("cp1252").encode("cp1252"), False, Reason.UNDECODABLE),
        (PAGE.format("no-such-charset").encode("cp1252"), True, Reason.UNDECODABLE),
        (PAGE.format("utf-8").encode("cp1252"), True, Reason.UNDECODABLE),
        (PAGE.format("unicode_escape").encode("cp1252"), True, Reason.UNDECODABLE),
        (PAGE.format("utf-7").encode("cp1252"), True, Reason.UNDECODABLE),
        (PAGE.format("zip").encode("cp1252"), True, Reason.UNDECODABLE),
        (b"\xff\xfea", False, Reason.UNDECODABLE),
        (b"a" * (LARGEST + 1), False, Reason.TOO_LARGE),
    ],
)
def test_what_is_refused(data: bytes, html: bool, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data, html=html)
    assert refused.value.reason == reason
    assert refused.value.detail


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
    assert outcome(text.encode(codec)) in (whole, Reason.BINARY, Reason.NUL_BYTES, Reason.EMPTY)


@given(st.sampled_from(["charset=", "encoding="]), st.text(max_size=30), st.binary(max_size=60))
def test_no_declaration_can_break_it(word: str, label: str, rest: bytes) -> None:
    outcome(f'<?xml version="1.0" {word}"{label}"?><meta {word}"{label}">'.encode() + b"\xe9" + rest, html=True)
