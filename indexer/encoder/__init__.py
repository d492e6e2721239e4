"""A text as a small language model reads it: word pieces, their vectors, and the model's graphs, without torch.

The model is all-MiniLM-L6-v2; ``training/encoder.md`` says how its files were made and how close they are to it. The
word vectors are a file of their own, which every graph of the package takes its input from.
"""

from indexer.encoder.pieces import CLS, SEP, Pieces, pieces
from indexer.encoder.sentence import direction, first, in_bytes, meaning
from indexer.encoder.session import Run, opened
from indexer.encoder.states import MOST_PIECES, WIDTH, States, states
from indexer.encoder.vectors import embedded

__all__ = [
    "CLS",
    "MOST_PIECES",
    "SEP",
    "WIDTH",
    "Pieces",
    "Run",
    "States",
    "direction",
    "embedded",
    "first",
    "in_bytes",
    "meaning",
    "opened",
    "pieces",
    "states",
]
