"""Bytes -> text, in UTF-8, UTF-16 with a byte order mark, or the charset that an HTML page declares.

A few bad bytes or NULs do not refuse an article: they are replaced, and that is said.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from indexer.errors import Unreadable
from indexer.in_words import counted
from indexer.read.refusal import Reason

LARGEST = 5_000_000
"""Most bytes, uncompressed, of one article."""

_MAGIC = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x7fELF", b"SQLite format 3\x00",
    b"\xd0\xcf\x11\xe0", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd", b"RIFF", b"ID3",
    b"\x1f\x8b", b"{\\rtf",
)  # fmt: skip

_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.02
_HIGH = re.compile(rb"[\x80-\xff]+")
_FEW = 3
_BAD_SHARE = 0.005
_NUL_SHARE = 0.005
_WESTERN_SHARE = 0.25
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)

# What browsers take a label for (https://encoding.spec.whatwg.org/#names-and-labels), where Python differs.
_BROWSER_CHARSETS = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii", "x-cp1252"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "tis-620": "cp874",
}

# Python codecs that no page may ask for: they are transformations rather than charsets.
_NOT_FOR_PAGES = (
    "escape",
    "idna",
    "punycode",
    "undefined",
    "mbcs",
    "oem",
    "utf-7",
    "utf_7",
    "utf7",
    "utf-16",
    "utf-32",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and a remark in one sentence on each thing that was mended in it."""

    text: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """The text that bytes encode, without a byte order mark.

    Args:
        data: the whole input.
        html: whether to use a charset declared in the first 4096 bytes where the bytes are not UTF-8.

    Raises:
        Unreadable: ``empty``, ``too-large``, ``binary``, ``nul-bytes`` or ``undecodable``.
    """
    if not data.strip():
        raise Unreadable(Reason.EMPTY, "there is nothing in it")
    if len(data) > LARGEST:
        raise Unreadable(Reason.TOO_LARGE, f"more than {LARGEST:,} bytes for one article; split it")
    if data.startswith(_MAGIC):
        raise Unreadable(Reason.BINARY, "this is not text; extract its text first")
    found = without_nul(_decoded(data, declared(data) if html else None))
    if not found.text.strip():
        raise Unreadable(Reason.EMPTY, "there is nothing in it but white space")
    return found


def without_nul(found: Decoded) -> Decoded:
    """The same without NULs.

    Raises:
        Unreadable: ``nul-bytes``: there are so many that this is another encoding.
    """
    count = found.text.count("\0")
    if not count:
        return found
    if count > max(_FEW, _NUL_SHARE * len(found.text)):
        where = found.text.index("\0")
        raise Unreadable(Reason.NUL_BYTES, f"NUL at character {where} and {count - 1:,} more; mark UTF-16 as such")
    return Decoded(found.text.replace("\0", ""), (*found.remarks, f"{counted(count, 'NUL')} removed"))


def declared(data: bytes) -> str | None:
    """The charset that an HTML page declares in its first 4096 bytes, as written, or None."""
    match = _DECLARED.search(data[:4096])
    return None if match is None else (match[1] or match[2]).decode("ascii", "replace")


def _decoded(data: bytes, charset: str | None) -> Decoded:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_strict(data, "utf-16"))
    # Seven-bit charsets (ISO-2022-JP) look like UTF-8, but switch by escapes.
    if charset is not None and b"\x1b" in data and (text := _by_charset(data, charset)) is not None:
        return Decoded(text)
    try:
        found = Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        if charset is not None and (by_charset := _by_charset(data, charset)) is not None:
            return Decoded(by_charset)
        if _is_binary(data):
            raise Unreadable(Reason.BINARY, "this is not text; extract its text first") from error
        damaged = _damaged(data)
        if damaged is None:
            named = f", nor in {charset}, which it declares" if charset else ""
            raise Unreadable(
                Reason.UNDECODABLE, f"not in UTF-8 (byte {error.start}){named}; convert it to UTF-8 and try again"
            ) from error
        return damaged
    if _is_binary(data):
        raise Unreadable(Reason.BINARY, "this is not text; extract its text first")
    return found


def _damaged(data: bytes) -> Decoded | None:
    """The text of bytes that are nearly UTF-8, or are Western letters of one byte each; None for all others."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    high = sum(len(run) for run in _HIGH.findall(data))
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if bad == high and high <= _WESTERN_SHARE * len(data):
        # No letter of two bytes in it: a text of one byte a letter. Others than Western ones have many more of them.
        try:
            western = data.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            return Decoded(western, (f"{counted(high, 'byte')} not in UTF-8 read as windows-1252",))
    if bad > max(_FEW, _BAD_SHARE * len(text)):
        return None
    return Decoded(text, (f"{counted(bad, 'bad byte')} replaced by U+FFFD",))


def _strict(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        raise Unreadable(
            Reason.UNDECODABLE, f"marked as {charset.upper()}, but broken at byte {error.start}"
        ) from error


def _by_charset(data: bytes, label: str) -> str | None:
    name = _BROWSER_CHARSETS.get(label.lower(), label.lower())
    if any(word in name for word in _NOT_FOR_PAGES):
        return None
    try:
        text = data.decode(name)
        text.encode("utf-8")
    except (LookupError, ValueError):
        return None
    return text


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    return len(_CONTROL.findall(head)) > _CONTROL_SHARE * len(head)
