"""Contents that open with somebody else's words hold a quote of that speaker's; all sentences are invented."""

from __future__ import annotations

import pytest

from indexer.document import Document
from indexer.extract import extract
from indexer.extract.hearsay import hearsay
from indexer.model import Article, Attribution, Kind, Span, Stance

CAST = "Councillor Ellen Thorne met Mr Paul Dunne, the grid director.\n\n"


def found(content: str) -> list[tuple[str, str, str, Stance]]:
    """Source, cue, content and stance of what a content holds."""
    text = f"{CAST}{content}, Thorne mocked."
    span = Span.of(text, len(CAST), len(CAST) + len(content))
    article = Article(id="a", text=text)
    outer = Attribution((span,), (), (), Kind.INDIRECT, Stance.ASSERTED, (), 0.8)
    return [
        (one.source[0].text, one.cue[0].text, one.content[0].text, one.stance)
        for one in hearsay(Document(article), [outer])
    ]


LIGHTS = "the lights will go out by Christmas"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"“Mr Dunne says {LIGHTS}.”", ("Mr Dunne", "says", LIGHTS, Stance.ASSERTED)),
        (f"“Dunne says that {LIGHTS}.”", ("Dunne", "says", f"that {LIGHTS}", Stance.ASSERTED)),
        (f"that Paul Dunne had claimed {LIGHTS}", ("Paul Dunne", "had claimed", LIGHTS, Stance.ASSERTED)),
        (f"“Dunne told us that {LIGHTS}.”", None),
        (f"“Dunne says {LIGHTS}, but we have heard it before.”", ("Dunne", "says", LIGHTS, Stance.ASSERTED)),
        (f"“Dunne says {LIGHTS}. We have heard it before.”", ("Dunne", "says", LIGHTS, Stance.ASSERTED)),
        (f"“Dunne denied that {LIGHTS}.”", ("Dunne", "denied", f"that {LIGHTS}", Stance.DENIED)),
        # no name, no verb of speech, no clause
        (f"“He says {LIGHTS}.”", None),
        (f"“People say {LIGHTS}.”", None),
        (f"“Americans said {LIGHTS}.”", None),
        (f"“Sandvik says {LIGHTS}.”", None),
        (f"“Dunne believes {LIGHTS}.”", None),
        ("“Dunne promised to meet us in the spring.”", None),
        ("“Dunne said in March, and again in May, nothing.”", None),
        ("“Dunne says so.”", None),
        # what stands between inner marks is found by these
        ("“Dunne says ‘the lights will go out by Christmas’.”", None),
    ],
)
def test_what_somebody_says_that_somebody_said(content: str, expected: tuple[str, str, str, Stance] | None) -> None:
    assert found(content) == ([] if expected is None else [expected])


def test_a_content_in_two_pieces_is_read_as_one() -> None:
    text = "Dr. Hugh Ranmore said the water was safe to drink, according to the Harrow Gazette."
    content = Span.of(text, 0, 21), Span.of(text, 22, 49)
    outer = Attribution(content, (), (), Kind.INDIRECT, Stance.ASSERTED, (), 0.8)
    article = Article(id="a", text=text)
    (inner,) = hearsay(Document(article), [outer])
    assert (inner.source[0].text, inner.content[0].text) == ("Dr. Hugh Ranmore", "the water was safe to drink")


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (f"{CAST}“Mr Dunne says {LIGHTS},” Thorne mocked.", "Ellen Thorne", "Paul Dunne"),
        (
            "Dr. Hugh Ranmore said the water in the reservoir was safe, according to the Harrow Gazette.",
            "Harrow Gazette",
            "Hugh Ranmore",
        ),
    ],
)
def test_it_is_a_quote_within_a_quote(text: str, outer: str, inner: str) -> None:
    first, second = extract(Article(id="a", text=text))
    assert (first.speaker.name, second.speaker.name) == (outer, inner)
    assert (first.inside, second.inside) == (None, first.id)
