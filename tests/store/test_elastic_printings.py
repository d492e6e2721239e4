"""The searches for words in print, told by their dicts; and the outdated state that refuses them."""

from __future__ import annotations

from indexer.model import Stance
from indexer.query import AllOf, Is
from indexer.store.elastic.connection.names import Names
from indexer.store.elastic.requests.printings import MOST_STEMS, candidates, printed, sentences
from indexer.store.limits import LONGEST_PHRASE

NAMES = Names("archive")
EVERYTHING = AllOf(())


def test_a_wording_is_asked_for_by_its_stems_and_as_a_whole() -> None:
    _, body = candidates(NAMES, ("the", "dam"), AllOf((Is("stance", Stance.DENIED),)), 7, ())
    asked = body["query"]["bool"]
    assert asked["should"] == [
        {"term": {"content_stems": {"value": "dam"}}},
        {"term": {"content_stems": {"value": "the"}}},
        {
            "constant_score": {
                "filter": {"match_phrase": {"content_stems": {"query": "the dam"}}},
                "boost": 1_000.0,
            }
        },
    ]
    assert asked["filter"] == [{"bool": {"filter": [{"term": {"stance": "denied"}}]}}]
    assert "must_not" not in asked
    assert (body["size"], body["track_total_hits"]) == (7, False)


def test_what_was_found_is_left_out_of_the_next_round() -> None:
    _, body = candidates(NAMES, ("dam",), EVERYTHING, 50, ("f1", "f2"))
    assert body["query"]["bool"]["must_not"] == [{"terms": {"fingerprint": ["f1", "f2"]}}]


def test_a_long_wording_is_held_to_its_rarest_stems() -> None:
    stems = ("the", "of", *(f"zyzzyva{number}" for number in range(LONGEST_PHRASE)))
    _, body = candidates(NAMES, stems, EVERYTHING, 50, ())
    asked = [way["term"]["content_stems"]["value"] for way in body["query"]["bool"]["should"]]
    assert len(asked) == MOST_STEMS
    assert not {"the", "of"} & set(asked)


def test_what_is_no_word_is_not_asked_for() -> None:
    _, body = candidates(NAMES, ("", "two words"), EVERYTHING, 50, ())
    assert body["query"]["bool"]["should"] == [{"match_none": {}}]


def test_sentences_are_looked_for_in_articles() -> None:
    header, body = sentences(NAMES, ("dam",), EVERYTHING)
    assert header["index"] == "archive-articles"
    assert body["query"]["bool"]["should"] == [{"term": {"sentence_stems": {"value": "dam"}}}]


def test_reports_are_found_by_fingerprint() -> None:
    assert printed(("f1",), EVERYTHING)["bool"]["filter"][0] == {"terms": {"fingerprint": ["f1"]}}
