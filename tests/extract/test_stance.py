"""Words that are denied or disputed are told from those that are asserted; all sentences are invented."""

from __future__ import annotations

import pytest

from bench.gold.annotated import read_marked
from indexer.extract import extract
from indexer.extract.stance import stance
from indexer.model import Article, Stance

SOLD = "that the ferry had been sold"

DENIED = [
    # verbs that deny
    "{1s:Lund} {1c:denied} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:disputes} {1:that the ferry has been sold}.",
    "{1s:Lund} {1c:has always disputed} {1:Holm’s account of the sale}.",
    "{1s:Lund} {1c:doubted} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:expressed doubt} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:refuted the allegation} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:issued a denial} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:denied having said} {1:“the ferry is mine”}.",
    "{1s:Lund} {1c:denied having said}: {1:“The ferry is mine.”}",
    "{1s:Lund} denied {1c:saying} {1:that the ferry had been sold}.",
    "Lund denied that {1s:Holm} {1c:had said} {1:the ferry was his}.",
    "{1s:Lund} {1c:denied} {1:“the ferry is mine”}.",
    "{1s:Lund} {1c:rejected and denied} {1:that the ferry had been sold}.",
    # verbs that dispute a claim
    "{1s:Lund} {1c:dismissed} {1:the claim that the ferry had been sold}.",
    "{1s:Lund} {1c:dismissed the claim} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:rejected} {1:claims that the ferry had been sold}.",
    "{1s:Lund} {1c:rejected} {1:Holm’s repeated suggestion that the ferry had been sold}.",
    "{1s:Lund} {1c:rejected} {1:criticism from Jonas Holm, the harbour master, that the ferry was late}.",
    "{1s:Lund} {1c:scoffed at} {1:the idea that the ferry had been sold}.",
    "{1s:Lund} {1c:brushed aside warnings} {1:that the ferry would sink}.",
    "{1s:Lund} {1c:pushed back against} {1:the claim that the ferry had been sold}.",
    "{1s:Lund} {1c:took issue with the report} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:slammed} {1:reports that the ferry had been sold}.",
    "{1s:Lund} {1c:disputed} {1:the claim that the ferry would ‘pay for itself’}.",
    "{1s:Lund} {1c:dismissed} {1:the claim that the ferry had been sold as “a fairy tale”}.",
    "{1s:Lund} {1c:dismissed} {1:as “a fairy tale” the claim that the ferry had been sold}.",
    "{1c:Reports} {1:that the ferry had been sold} were denied by the council.",
    "{1:Claims that the ferry had been sold} {1c:were dismissed by} {1s:Lund}.",
    # said to be untrue
    "{1:It is not true that the ferry has been sold}, {1s:Lund} {1c:said}.",
    "{1s:Lund} {1c:said} {1:that it was simply not the case that the ferry had been sold}.",
    "{1s:Lund} {1c:said} {1:it would be wrong to claim that the ferry had been sold}.",
    "It is a lie that {1:the ferry has been sold}, {1s:Lund} {1c:said}.",
    "{1s:Lund} {1c:called} {1:reports that the ferry had been sold nonsense}.",
    "{1s:Lund} {1c:called reports} {1:that the ferry had been sold “pure invention”}.",
    "{1s:Lund} called {1c:reports} {1:that the ferry had been sold nonsense}.",
    "{1s:Lund} {1c:described} {1:as baseless the report that the ferry had been sold}.",
    "{1s:Lund} {1c:said} {1:the claim that the ferry had been sold was not true}.",
    # wrongly named
    "{1s:Lund} {1c:was misquoted as saying} {1:that the ferry had been sold}.",
    "{1s:Lund} was misquoted as {1c:saying} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:was falsely quoted as saying} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:was wrongly reported to have said} {1:that the ferry had been sold}.",
    "{1s:A quote wrongly attributed to Lund} {1c:says} {1:that the ferry has been sold}.",
    "{1s:A crudely forged letter} {1c:said} {1:that the ferry had been sold}.",
    "In a fake letter, {1s:Lund} {1c:wrote} {1:that the ferry had been sold}.",
    "Fake letter{1c::} {1:“The ferry has been sold.”}",
    # refused
    "{1s:Lund} {1c:refused to say} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:declined to say} {1:whether the ferry had been sold}.",
]

ASSERTED = [
    "{1s:Lund} {1c:rejected the report but insisted} {1:that the ferry would sail}.",
    "{1s:Lund} {1c:denied any wrongdoing, but added} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:has not been misquoted as saying} {1:that the ferry had been sold}.",
    "It is not only true that {1:the ferry has been sold}, {1s:Lund} {1c:said}.",
    # two denials
    "{1s:No one} {1c:doubts} {1:that the ferry has been sold}.",
    "No {1s:one} {1c:doubts} {1:that the ferry has been sold}.",
    "{1s:Nobody} {1c:disputes} {1:that the ferry has been sold}.",
    "{1s:Few sailors} {1c:doubt} {1:that the ferry has been sold}.",
    "{1s:Lund} {1c:did not dispute} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:has never denied} {1:that the ferry had been sold}.",
    "{1s:Lund} {1c:refused to deny} {1:that the ferry had been sold}.",
    "Lund never denied that {1s:Holm} {1c:had said} {1:the ferry was his}.",
    "{1c:There is no doubt} {1:that the ferry has been sold}.",
    # left open
    "{1s:Lund} {1c:doubted} {1:whether the ferry had been sold}.",
    "{1s:Lund} {1c:had doubts about} {1:how the ferry had been sold}.",
    "{1s:Lund} {1c:questioned} {1:whether the ferry had been sold}.",
    # no claim is disputed
    "{1s:Lund} {1c:rejected} {1:the offer}.",
    "{1s:Lund} {1c:rejected} {1:the offer after reports that the ferry had been sold}.",
    "{1s:Lund} {1c:dismissed} {1:the engineer}.",
    "{1s:Lund} {1c:slammed} {1:Holm’s remarks}.",
    "{1s:Lund} {1c:repeated} {1:the claim that the ferry had been sold}.",
    "{1s:Lund} {1c:pushed} {1:the claim that the ferry had been sold}.",
    "The crews {1c:are in a dispute over} {1:the claim that the ferry had been sold}.",
    # what is said instead, or of the claim
    "{1s:Lund} {1c:dismissed} {1:the report as “a fairy tale for sailors”}.",
    "{1s:Lund} {1c:dismissed criticism of the sale as} {1:“a fairy tale”}.",
    "{1s:Lund} {1c:denied the claim, saying} {1:that the ferry would sail}.",
    "{1s:Lund} {1c:disputed it and said} {1:that the ferry would sail}.",
    "{1:“We sold nothing,”} {1s:Lund} {1c:denied}.",
    "{1s:Lund} {1c:rejected the claim}: {1:“We sold nothing.”}",
    "{1s:Lund} {1c:rejected} {1:the claim: “We sold nothing.”}",
    "{1s:Lund} {1c:condemned} {1:“such a careless report about the ferry”}.",
    "{1s:Lund} {1c:said in a rebuttal} {1:that the ferry would sail}.",
    # only like something untrue
    "{1:“It is not true that the ferry has been sold,”} {1s:Lund} {1c:said}.",
    "{1s:Lund} {1c:said} {1:that so many lies that nobody could count them had been told}.",
    "{1:It is wrong that the sailors go unpaid}, {1s:Lund} {1c:said}.",
    "{1s:Lund} {1c:repeated} {1:the claim that the report was false}.",
    "{1s:Lund} {1c:said} {1:locals shared the view that the sale was wrong}.",
    "{1s:Lund} {1c:said} {1:there was a view that the sale was wrong}.",
    "{1s:Lund} {1c:falsely claimed} {1:that the ferry had been sold}.",
    "{1s:The author of the fake letter} {1c:said} {1:that she was sorry}.",
    "In a statement on the forged letter, {1s:Lund} {1c:said} {1:that the ferry would sail}.",
    "{1s:Lund} {1c:released a parody website asking for} {1:proposals for a new ferry}.",
    "{1s:Lund} {1c:not only said} {1:that the ferry would sail}.",
    "{1s:Lund} {1c:would not speculate on} {1:reports that the ferry had been sold}.",
    "{1s:Lund} {1c:declined to comment on} {1:reports that the ferry had been sold}.",
    "{1s:Lund} {1c:refused to endorse} {1:the sale of the ferry}.",
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [*((row, Stance.DENIED) for row in DENIED), *((row, Stance.ASSERTED) for row in ASSERTED)],
)
def test_stance_of_spans(marked: str, expected: Stance) -> None:
    text, parts = read_marked(marked)
    cue, source, content = (tuple(parts.get((1, role), ())) for role in ("c", "s", ""))
    assert stance(text, cue, source, content) is expected


@pytest.mark.parametrize(
    "text",
    [
        f"Mayor Ada Lund dismissed the claim {SOLD}.",
        f"Mayor Ada Lund rejected claims {SOLD} in spring.",
        f"Mayor Ada Lund refuted the allegation {SOLD}.",
        "Mayor Ada Lund disputes that the ferry has been sold to a rival.",
        "Mayor Ada Lund disputed the claim that the ferry would “pay for itself by autumn”.",
        f"Mayor Ada Lund called reports {SOLD} nonsense.",
        "It is not true that the ferry has been sold to a rival, Mayor Ada Lund said.",
    ],
)
def test_what_is_disputed_is_denied_in_a_whole_article(text: str) -> None:
    (quote,) = extract(Article(id="a", text=text))
    assert (quote.stance, quote.speaker.name) == (Stance.DENIED, "Ada Lund")
