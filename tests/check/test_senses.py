"""Whether two wordings have the same sense."""

from __future__ import annotations

import pytest

from indexer.check.senses import same_sense
from indexer.compare import judge, wording

TOLL = "We will raise the toll to 57 crowns and keep the northern lane open in winter"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TOLL, f"He said this: {TOLL}", True),
        (TOLL, TOLL.replace("will", "will not"), False),
        (TOLL.replace("will", "will not"), TOLL.replace("will", "will never"), True),
        (TOLL.replace("We will", "We won't"), TOLL.replace("will", "will not"), True),
        (TOLL.replace("will", "will not"), TOLL.replace("and keep", "and not keep"), False),
        (TOLL.replace("57", "64"), f"{TOLL.replace('57', '64')}, I say", True),
        (TOLL.replace("57", "64"), TOLL.replace("57", "75"), False),
        (TOLL.replace("57", "64"), TOLL.replace("57", "64").replace("will", "will not"), False),
        (TOLL.replace("open", "closed"), TOLL.replace("57", "64"), False),
    ],
)
def test_same_sense(one: str, other: str, expected: bool) -> None:
    query = wording(TOLL)
    left, right = judge(query, one).guards, judge(query, other).guards
    assert same_sense(left, right) is expected
    assert same_sense(right, left) is expected
