"""The model itself, run by torch in full precision: what the files of the package are compared with."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn.functional import gelu, layer_norm, linear, scaled_dot_product_attention

from indexer.encoder.states import WIDTH
from training.encoder_graph import EPSILON, HEADS


def hidden_states(tensors: Mapping[str, Tensor], ids: Tensor, layers: int) -> list[Tensor]:
    """The states [n, 384] of one text of n pieces, after the embeddings and after each layer.

    Args:
        tensors: the weights by name.
        ids: [n], those of [CLS] and [SEP] included.
    """

    def normalised(values: Tensor, name: str) -> Tensor:
        return layer_norm(values, (WIDTH,), tensors[f"{name}.weight"], tensors[f"{name}.bias"], EPSILON)

    def dense(values: Tensor, name: str) -> Tensor:
        return linear(values, tensors[f"{name}.weight"], tensors[f"{name}.bias"])

    def heads(values: Tensor) -> Tensor:
        return values.view(len(ids), HEADS, WIDTH // HEADS).transpose(0, 1)

    with torch.no_grad():
        words = tensors["embeddings.word_embeddings.weight"][ids]
        places = tensors["embeddings.position_embeddings.weight"][: len(ids)]
        typed = tensors["embeddings.token_type_embeddings.weight"][0]
        found = [normalised(words + places + typed, "embeddings.LayerNorm")]
        for number in range(layers):
            name, hidden = f"encoder.layer.{number}", found[-1]
            queries, keys, values = (
                heads(dense(hidden, f"{name}.attention.self.{each}")) for each in ("query", "key", "value")
            )
            seen = scaled_dot_product_attention(queries, keys, values).transpose(0, 1).reshape(len(ids), WIDTH)
            attended = normalised(
                dense(seen, f"{name}.attention.output.dense") + hidden, f"{name}.attention.output.LayerNorm"
            )
            wide = gelu(dense(attended, f"{name}.intermediate.dense"))
            found.append(normalised(dense(wide, f"{name}.output.dense") + attended, f"{name}.output.LayerNorm"))
    return found
