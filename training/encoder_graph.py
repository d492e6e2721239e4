"""The six layers of all-MiniLM-L6-v2 as an ONNX graph of plain operators, its matrices in eight bits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from indexer.encoder.states import WIDTH

LAYERS, HEADS = 6, 12
SHOWN = (0, 3, 6)
"""The layers whose hidden states are given; 0 is the sum of the embeddings, normalised, before any layer."""

EPSILON = 1e-12
OPSET = 20
"""The first with Gelu as an operator."""

Tensors = Mapping[str, NDArray[np.float32]]
"""The weights by the names that the model's file gives them."""


def eight_bits(rows: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Each row as whole numbers from -127 to 127 and the one number to multiply them by."""
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-12) / 127
    return np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


class Graph:
    """The nodes and constants of a graph while it is put together."""

    def __init__(self, tensors: Tensors) -> None:
        self._tensors = tensors
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def node(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Add an operator; gives the name of its one output."""
        name = f"{kind}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, array: NDArray[np.generic]) -> str:
        """Add a constant; gives its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(array, name))
        return name

    def whole(self, *numbers: int) -> str:
        """A constant list of whole numbers."""
        return self.constant(np.array(numbers, dtype=np.int64))

    def number(self, value: float) -> str:
        """A constant number."""
        return self.constant(np.array([value], dtype=np.float32))

    def tensor(self, name: str) -> str:
        """One of the model's own, as it is."""
        return self.constant(self._tensors[name])

    def dense(self, values: str, name: str) -> str:
        """``values`` times a matrix, plus a bias. The matrix is kept in eight bits, one scale for each output."""
        quantised, scales = eight_bits(self._tensors[f"{name}.weight"])
        matrix = self.node(
            "DequantizeLinear",
            self.constant(np.ascontiguousarray(quantised.T)),
            self.constant(scales),
            self.constant(np.zeros(len(scales), dtype=np.int8)),
            axis=1,
        )
        return self.node("Add", self.node("MatMul", values, matrix), self.tensor(f"{name}.bias"))

    def normalised(self, values: str, name: str) -> str:
        """Layer normalisation."""
        scale, bias = self.tensor(f"{name}.weight"), self.tensor(f"{name}.bias")
        return self.node("LayerNormalization", values, scale, bias, axis=-1, epsilon=EPSILON)

    def heads(self, values: str, order: Sequence[int]) -> str:
        """[batch, n, width] by heads, in another order of its axes."""
        shape = self.whole(0, 0, HEADS, WIDTH // HEADS)
        return self.node("Transpose", self.node("Reshape", values, shape), perm=list(order))


def graph(tensors: Tensors) -> onnx.ModelProto:
    """The model: ``words`` [batch, n, 384], the word vectors with those of [CLS] and [SEP] around them, and ``mask``
    [batch, n], 1 where there is a word and 0 where there is none; gives ``layer0``, ``layer3``, ``layer6``, each
    [batch, n, 384]. n is 512 at most."""
    made = Graph(tensors)
    length = made.node("Slice", made.node("Shape", "words"), made.whole(1), made.whole(2))
    places = made.node("Slice", made.tensor("embeddings.position_embeddings.weight"), made.whole(0), length)
    typed = made.node("Add", places, made.constant(tensors["embeddings.token_type_embeddings.weight"][0]))
    hidden = made.normalised(made.node("Add", "words", typed), "embeddings.LayerNorm")
    absent = made.node("Sub", made.number(1), "mask")
    unseen = made.node("Mul", absent, made.number(-1e9))
    unseen = made.node("Unsqueeze", unseen, made.whole(1, 2))
    shown = {0: hidden}
    for number in range(LAYERS):
        hidden = shown[number + 1] = _layer(made, hidden, unseen, f"encoder.layer.{number}")
    outputs = [f"layer{number}" for number in SHOWN]
    for number, name in zip(SHOWN, outputs, strict=True):
        made.nodes.append(helper.make_node("Identity", [shown[number]], [name]))
    put_together = helper.make_graph(
        made.nodes,
        "meaning",
        [
            helper.make_tensor_value_info("words", TensorProto.FLOAT, ["batch", "n", WIDTH]),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["batch", "n"]),
        ],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "n", WIDTH]) for name in outputs],
        made.constants,
    )
    model = helper.make_model(put_together, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def _layer(made: Graph, hidden: str, unseen: str, name: str) -> str:
    queries = made.heads(made.dense(hidden, f"{name}.attention.self.query"), (0, 2, 1, 3))
    keys = made.heads(made.dense(hidden, f"{name}.attention.self.key"), (0, 2, 3, 1))
    values = made.heads(made.dense(hidden, f"{name}.attention.self.value"), (0, 2, 1, 3))
    root = made.number((WIDTH / HEADS) ** -0.5)
    alike = made.node("Add", made.node("Mul", made.node("MatMul", queries, keys), root), unseen)
    seen = made.node("MatMul", made.node("Softmax", alike, axis=-1), values)
    joined = made.node("Reshape", made.node("Transpose", seen, perm=[0, 2, 1, 3]), made.whole(0, 0, WIDTH))
    attended = made.node("Add", made.dense(joined, f"{name}.attention.output.dense"), hidden)
    attended = made.normalised(attended, f"{name}.attention.output.LayerNorm")
    wide = made.node("Gelu", made.dense(attended, f"{name}.intermediate.dense"))
    return made.normalised(
        made.node("Add", made.dense(wide, f"{name}.output.dense"), attended), f"{name}.output.LayerNorm"
    )
