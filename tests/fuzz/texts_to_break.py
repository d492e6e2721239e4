"""Texts made of what breaks things: marks of all families, invisible characters, dashes, names, cues, other scripts.

By default each test tries a fixed number of examples, the same in every run. ``ONRECORD_FUZZ=100`` tries a hundred
times as many, other ones each time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

FACTOR = int(os.environ.get("ONRECORD_FUZZ", "1"))

MARKS = ["“", "”", "„", "‟", '"', "«", "»", "‘", "’", "‚", "‹", "›", "'", "''", "``", "″", "「", "」", "＂"]
DASHES = ["-", "--", "–", "—", "―", "‑", "−", "\u00ad"]
UNSEEN = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u202d", "\u2066", "\u2069", "\u061c", "\u180e"]
COMBINING = ["\u0301", "\u0300", "\u0308", "\u0338", "\u20dd", "\ufe0f", "\u3099", "\u0483"]
SPACES = [
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u00a0",
    "\u2009",
    "\u2028",
    "\u2029",
    "\u0085",
    "\u3000",
    "\x0b",
]
STOPS = [".", ",", ":", ";", "!", "?", "…", "...", "(", ")", "[", "]", "{", "}", "/", "|", "•", "*", "@", "#", "&", "%"]
DIGITS = ["0", "7", "19", "2014", "1,000", "3.5", "12th", "٣", "Ⅷ", "½", "²", "5%", "$5m", "6'3\"", "18:15", "1990s"]
NAMES = ["Ida", "Brandt", "Ida Brandt", "Mr. Lund", "Dr", "Sen.", "McBride", "O’Brien", "al-Nour", "van der Berg",
         "J. K.", "U.S.", "NATO", "Harbour Board", "İda", "ǅon", "ŉina", "Straße", "Q", "A", "Jr."]  # fmt: skip
CUES = ["said", "says", "told", "asked", "denied", "according to", "added", "wrote", "tweeted", "claimed", "never said",
        "did not say", "called", "saying", "warned that", "was quoted as saying", "refused to say"]  # fmt: skip
WORDS = ["he", "she", "they", "it", "who", "I", "the", "a", "that", "not", "no", "of", "in", "and", "but", "the mayor",
         "the quay", "is shut", "on Tuesday", "last week", "May 3", "reporters", "in a statement", "on X", "n't", "’s",
         "’t", "'tis", "&amp;", "<p>", "</b>", "https://quay.example/a", "@ida", "#quay"]  # fmt: skip
OTHER_SCRIPTS = [
    "قالت",
    "«لا»",
    "אמר",
    "彼は",
    "と言った。",
    "码头",
    "сказал",
    "είπε",
    "ไทย",
    "देवनागरी",
    "한국",
    "ﷺ",
    "🙂",
    "👩‍👧",
    "𝒜",
    "ﬁ",
]
LONG = ["harbour" * 40, "x" * 300, "é" * 120, "1" * 200, "a-" * 80, "A." * 60, "_" * 90]
IMPOSSIBLE = ["\x00", "\ud800", "\udfff", "\ufffd", "\ufffe", "\U0010ffff", "\x1b", "\x7f"]

PIECES = [*MARKS, *DASHES, *UNSEEN, *COMBINING, *SPACES, *STOPS, *DIGITS, *NAMES, *CUES, *WORDS, *OTHER_SCRIPTS, *LONG]

SENTENCES = [
    "“The quay is shut,” said Ida Brandt. ", "Ida Brandt said that the quay was shut. ", "“It is,” she said. ",
    "Lund: The quay is shut.\n", "Moe: Why is it shut?\n", "“It sails.” — Ida Brandt, skipper\n",
    "It sails — Ida Brandt (@ida) May 3, 2026\n", "“He told me ‘no’,” Lund said on Tuesday. ", "OSLO (Wire) — The ",
    "By Ana Silva and Jon Berg\n", "March 3, 2026\n", "The mayor, Olaf Lund, denied it. ", "Related articles\n",
    "“The quay\n\n“is shut,” he told Radio Oslo. ", "It is not true that it is shut, Lund said. ",
]  # fmt: skip

PIECE = st.one_of(
    st.sampled_from(PIECES),
    st.sampled_from([" ", ". ", ", ", "\n"]),
    st.sampled_from(SENTENCES),
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
)
"""A piece that may stand in a text."""

TEXTS = st.lists(PIECE, min_size=1, max_size=40).map("".join)
"""Texts of a few words to some thousand characters, without what no encoding can write."""

ANYTHING = st.lists(st.one_of(PIECE, st.sampled_from(IMPOSSIBLE)), max_size=40).map("".join)
"""The same, with halves of surrogate pairs and NULs."""


def examples(count: int) -> settings:
    """So many examples of a test, always the same ones; more, and others, as ``ONRECORD_FUZZ`` says."""
    return settings(
        max_examples=count * FACTOR,
        derandomize=FACTOR == 1,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
