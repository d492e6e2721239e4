"""What an article says that somebody did with a content: said it, wrote it, thought it, or did it without words.

Named clues (``clues``) and what the words of the cue mean (their vectors, so that a verb which the labelled articles
lack is read like those near it) give each act a probability; the weights are learned by ``training/act.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from indexer.document import Document
from indexer.encoder import WIDTH, embedded, pieces
from indexer.extract.act.clues import CACHED, clues, text_of
from indexer.extract.weighing import Weights, softmax, weights_of
from indexer.model import WORDS, Act, Attribution

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIRECTIONS = "cue_directions.npy"
"""The file of what the vector of a cue says for each act."""


_ACTS = tuple(Act)


def acts(document: Document, attributions: Sequence[Attribution]) -> tuple[tuple[Act, float], ...]:
    """The act of each attribution of an article, in the order given, with its probability (0 to 1).

    Without tables of the language nothing tells who did what: a passage between quotation marks counts as said, with
    no evidence for it (probability 0).
    """
    if not document.understood:
        return ((Act.SAID, 0.0),) * len(attributions)
    given = (probabilities(clues(document, one), _meant(text_of(one.cue)), _known()) for one in attributions)
    return tuple(map(likeliest, given))


ByClue = Mapping[str, tuple[float, ...]]
"""The weights of each clue, one for each act in the order of ``Act``."""


def by_clue(weights: Weights) -> ByClue:
    """The weights of clues, which are kept as "act: clue"."""
    found: dict[str, list[float]] = {}
    for name, weight in weights.items():
        act, _, clue = name.partition(": ")
        found.setdefault(clue, [0.0] * len(_ACTS))[_ACTS.index(Act(act))] = weight
    return {clue: tuple(each) for clue, each in found.items()}


def clue_for(act: Act, clue: str) -> str:
    """The name by which the weight of a clue for an act is kept."""
    return f"{act.value}: {clue}"


def probabilities(found: Sequence[str], meant: Sequence[float], known: ByClue) -> dict[Act, float]:
    """The probability of each act (0 to 1, together 1).

    Args:
        found: the clues of an attribution.
        meant: what the vector of its cue says for each act, in the order of ``Act``.
        known: the weights of clues.
    """
    weighed = [known[clue] for clue in found if clue in known]
    return dict(zip(_ACTS, softmax([sum(each) for each in zip(meant, *weighed, strict=True)]), strict=True))


def likeliest(given: dict[Act, float]) -> tuple[Act, float]:
    """The act to name, with its probability.

    Whether there are words at all is decided first, as that is what searches ask: saying and writing together may be
    likelier than thinking, and neither alone.
    """
    words = sum(given[act] for act in WORDS)
    among = [act for act in Act if (act in WORDS) == (words >= 0.5)]
    best = max(among, key=given.__getitem__)
    return best, given[best]


def cue_vector(cue: str) -> NDArray[np.float32]:
    """What the words of a cue mean: the mean of their pieces' vectors, of length one; all zeros without a cue."""
    import numpy as np

    ids = pieces(cue).ids
    if not ids:
        return np.zeros(WIDTH, dtype=np.float32)
    mean = embedded(ids).mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)


@lru_cache(CACHED)
def _meant(cue: str) -> tuple[float, ...]:
    """What a cue's vector says for each act, in the order of ``Act``."""
    return tuple((cue_vector(cue) @ _directions()).tolist())


@cache
def _known() -> ByClue:
    return by_clue(weights_of(__package__))


@cache
def _directions() -> NDArray[np.float32]:
    import numpy as np

    with as_file(files(__package__).joinpath(DIRECTIONS)) as path:
        return np.asarray(np.load(path), dtype=np.float32)
