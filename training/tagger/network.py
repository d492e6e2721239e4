"""The network: layers of all-MiniLM-L6-v2, shown case, marks and layout, with a head for tags and one for ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from indexer.encoder.states import WIDTH
from indexer.extract.tagger import ties
from indexer.extract.tagger.features import Mark, Place, Shape
from indexer.extract.tagger.tags import TAGS

HEAD_WIDTH, POSITIONS = 32, 512


@dataclass(frozen=True, slots=True)
class Size:
    """How large a network is.

    Args:
        heads: of attention in each layer, HEAD_WIDTH wide.
        inner: units between the two dense maps of a layer.
    """

    layers: int = 6
    heads: int = 12
    inner: int = 1536


LARGE = Size()
"""As the encoder is."""


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019): self-attention and two dense maps, each added and normalised."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.attended = nn.Linear(WIDTH, 3 * size.heads * HEAD_WIDTH)
        self.joined = nn.Linear(size.heads * HEAD_WIDTH, WIDTH)
        self.joined_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widened = nn.Linear(WIDTH, size.inner)
        self.narrowed = nn.Linear(size.inner, WIDTH)
        self.narrowed_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor | float) -> Tensor:
        """The next states; ``mask`` is added to how much each piece attends to each: 0, or what makes it none."""
        batch, length, _ = hidden.shape
        queries, keys, values = (
            part.view(batch, length, self.heads, HEAD_WIDTH).transpose(1, 2)
            for part in self.attended(hidden).chunk(3, dim=-1)
        )
        weights = queries @ keys.transpose(2, 3) * HEAD_WIDTH**-0.5
        seen = torch.softmax(weights + mask, dim=-1).to(values.dtype) @ values
        seen = seen.transpose(1, 2).reshape(batch, length, self.heads * HEAD_WIDTH)
        hidden = self.joined_norm(hidden + self.dropout(self.joined(seen)))
        return self.narrowed_norm(hidden + self.dropout(self.narrowed(functional.gelu(self.widened(hidden)))))


class Network(nn.Module):
    """From word vectors and three features a piece to the scores of tags, and the vectors that ties are scored by."""

    def __init__(self, size: Size = LARGE, dropout: float = 0.1) -> None:
        super().__init__()
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(Shape), WIDTH)
        self.marks = nn.Embedding(len(Mark), WIDTH)
        self.places = nn.Embedding(len(Place), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, TAGS)
        self.ties = nn.Linear(WIDTH, len(ties.PARTS) * ties.WIDTH)
        self.content_near = nn.Parameter(torch.zeros(2 * ties.NEAR + 1))
        self.source_near = nn.Parameter(torch.zeros(2 * ties.NEAR + 1))
        for features in (self.shapes, self.marks, self.places):
            nn.init.normal_(features.weight, std=0.02)

    def forward(self, vectors: Tensor, features: Tensor, attended: Tensor | None) -> tuple[Tensor, Tensor]:
        """Scores of tags [batch, n, TAGS], and vectors of ties [batch, n, len(PARTS) * ties.WIDTH].

        Args:
            vectors: of the word pieces, [batch, n, WIDTH].
            features: shapes, marks and places, [batch, 3, n].
            attended: whether a piece is there (not padding), [batch, n]; None where all are.
        """
        hidden = vectors + self.positions.weight[: vectors.shape[1]]
        hidden = hidden + self.shapes(features[:, 0]) + self.marks(features[:, 1]) + self.places(features[:, 2])
        hidden = self.dropout(self.norm(hidden))
        mask = 0.0 if attended is None else (1.0 - attended[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, mask)
        hidden = self.dropout(hidden)
        return self.tags(hidden), self.ties(hidden)

    def load_encoder(self, weights: Mapping[str, Tensor]) -> None:
        """Takes the layers of the pre-trained encoder, which is LARGE."""
        get = weights.__getitem__
        with torch.no_grad():
            self.positions.weight.copy_(
                get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
            )
            _copy(self.norm, weights, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                here = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    three = [get(f"{here}attention.self.{name}.{part}") for name in ("query", "key", "value")]
                    getattr(layer.attended, part).copy_(torch.cat(three))
                _copy(layer.joined, weights, f"{here}attention.output.dense")
                _copy(layer.joined_norm, weights, f"{here}attention.output.LayerNorm")
                _copy(layer.widened, weights, f"{here}intermediate.dense")
                _copy(layer.narrowed, weights, f"{here}output.dense")
                _copy(layer.narrowed_norm, weights, f"{here}output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, weights: Mapping[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])


def tie_scores(left: Tensor, right: Tensor, distances: Tensor, near: Tensor) -> Tensor:
    """How well pairs of pieces belong together: scaled dot products and a bias by how far apart they stand.

    Args:
        left: [a, ties.WIDTH]; right: [b, ties.WIDTH].
        distances: pieces from the left to the right one, [a, b]; near: the biases by bucket.
    """
    return left @ right.T / ties.WIDTH**0.5 + near[torch.from_numpy(ties.buckets(distances.numpy()))]
