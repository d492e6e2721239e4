"""Mojibake: text that was decoded by the wrong charset, mended where that is certain (ftfy decides)."""

from __future__ import annotations

import re
from html import unescape

from ftfy import TextFixerConfig, fix_and_explain
from ftfy.badness import is_bad

from indexer.read.decode import Decoded

# Encoding alone: everything else of a text stays as it was printed.
_CONFIG = TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=True,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)
# What a letter or mark of several bytes looks like, a byte a letter; ftfy, which is exact, takes long on a whole page.
_LIKELY = re.compile(
    "[\x80-\x9fâÃÅÄÂðÐÑРСв](?:(?<=[\x80-\x9f])|(?<=â)[€\x80]|(?<=[ÃÅÄ])[\xa0-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•–—˜™š›œžŸ]|(?<=Â)[\xa0-\xbf]"
    "|(?<=ð)[Ÿ\x9f]|(?<=[ÐÑ])[\xa0-\xbfŸ€-™]|(?<=[РС])[ЂЃѓЄІЇЉЊЋЌЏ°±µ]|(?<=в)Ђ)"
)
_C1 = re.compile("[\x80-\x9f]")
_REFERENCE = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,8}\d?);", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)


def mended(found: Decoded) -> Decoded:
    """The same with mojibake mended."""
    text = found.text
    if text.isascii() or not _LIKELY.search(text) or not (is_bad(text) or _C1.search(text)):
        return found
    fixed = fix_and_explain(text, _CONFIG).text
    if fixed == text:
        return found
    return Decoded(fixed, (*found.remarks, "text decoded by the wrong charset was mended"))


def without_references(found: Decoded) -> Decoded:
    """A text without markup, its HTML references ("&ldquo;") replaced by what they stand for."""
    if "&" not in found.text or _TAG.search(found.text) or not _REFERENCE.search(found.text):
        return found
    text = _REFERENCE.sub(lambda match: unescape(match[0]), found.text)
    return found if text == found.text else Decoded(text, (*found.remarks, "HTML references were replaced"))
