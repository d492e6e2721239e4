"""Contents and sources go to the cue that they fit best; distance decides between equals."""

import numpy as np

from indexer.extract.tagger.decode import Floats, Found
from indexer.extract.tagger.ties import NEAR, WIDTH, DistanceScores, tie
from indexer.model import Role

CUE_A, CUE_B = Found(2, 2, Role.CUE, 0.9), Found(10, 10, Role.CUE, 0.9)
CONTENT = Found(4, 7, Role.CONTENT, 0.9)
SOURCE = Found(1, 1, Role.SOURCE, 0.9)
CONTENT_FIRST, CONTENT_LAST, CUE_OF_CONTENT, CUE_OF_SOURCE, SOURCE_FIRST, SOURCE_LAST = range(6)


def vectors() -> Floats:
    return np.zeros((14, 6 * WIDTH), dtype=np.float32)


def put(found: Floats, piece: int, part: int, value: float) -> None:
    found[piece, part * WIDTH] = value


def near(content: dict[int, float] | None = None, source: dict[int, float] | None = None) -> DistanceScores:
    rows = []
    for given in (content, source):
        row = np.zeros(2 * NEAR + 1, dtype=np.float32)
        for distance, value in (given or {}).items():
            row[NEAR + distance] = value
        rows.append(row)
    return DistanceScores(*rows)


def test_a_content_goes_to_the_cue_that_fits() -> None:
    found = vectors()
    put(found, 4, CONTENT_FIRST, 8.0)
    put(found, 10, CUE_OF_CONTENT, 8.0)
    (tied,) = tie([CUE_A, CONTENT, CUE_B], found, near())
    assert tied.cue is CUE_B
    assert tied.score > 0.9


def test_of_equal_cues_the_likelier_place_decides() -> None:
    (tied,) = tie([CUE_A, CONTENT, CUE_B], vectors(), near(content={-2: 3.0, -4: -9.0}))
    assert tied.cue is CUE_A


def test_a_content_may_be_nobody_s() -> None:
    found = vectors()
    put(found, 4, CONTENT_FIRST, 8.0)
    put(found, 0, CUE_OF_CONTENT, 8.0)
    (tied,) = tie([CUE_A, CONTENT, CUE_B], found, near())
    assert tied.cue is None


def test_one_source_may_speak_twice_and_a_cue_may_have_none() -> None:
    found = vectors()
    put(found, 2, CUE_OF_SOURCE, 8.0)
    put(found, 1, SOURCE_FIRST, 8.0)
    put(found, 10, CUE_OF_SOURCE, 8.0)
    both = [(tied.found, tied.cue) for tied in tie([SOURCE, CUE_A, CUE_B], found, near())]
    assert both == [(SOURCE, CUE_A), (SOURCE, CUE_B)]
    put(found, 10, CUE_OF_SOURCE, -8.0)
    assert [tied.cue for tied in tie([SOURCE, CUE_A, CUE_B], found, near())] == [CUE_A]
