"""The network as an ONNX graph of plain operators, whose matrices are multiplied in whole numbers of eight bits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from indexer.encoder.states import WIDTH
from training.encoder_graph import OPSET, Graph
from training.tagger.network import HEAD_WIDTH

BITS = 63
"""The largest whole number of a weight. With 127, processors without VNNI could overflow the sixteen bits that they add
two products in, and give other answers; 63 costs nothing that PolNeAR dev shows."""

Weights = Mapping[str, NDArray[np.float32]]
"""The network's own, by the names that torch gives them."""


class Whole(Graph):
    """A graph whose dense maps are multiplied in eight bits: the weights' scales are fixed, one for each output; the
    values' scale is found as they come ("dynamic quantisation")."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self._weights = weights

    def dense(self, values: str, name: str) -> str:
        """``values`` times a matrix, plus a bias."""
        weight = self._weights[f"{name}.weight"]
        scales = np.maximum(np.abs(weight).max(axis=1), 1e-12).astype(np.float32) / BITS
        matrix = np.rint(weight / scales[:, None]).astype(np.int8)
        rounded, scale, zero = (f"{values}_{part}" for part in ("rounded", "scale", "zero"))
        if not any(rounded in node.output for node in self.nodes):
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [values], [rounded, scale, zero]))
        zeros = self.constant(np.zeros(len(scales), dtype=np.int8))
        product = self.node("MatMulInteger", rounded, self.constant(np.ascontiguousarray(matrix.T)), zero, zeros)
        factor = self.node("Mul", scale, self.constant(scales))
        widened = self.node("Mul", self.node("Cast", product, to=TensorProto.FLOAT), factor)
        return self.node("Add", widened, self.tensor(f"{name}.bias"))


def graph(weights: Weights) -> onnx.ModelProto:
    """The network for one window: ``words`` [1, n, WIDTH] and ``features`` [1, 3, n] give ``tags`` and ``ties``."""
    made = Whole(weights)
    length = made.node("Slice", made.node("Shape", "words"), made.whole(1), made.whole(2))
    hidden = made.node("Add", "words", made.node("Slice", made.tensor("positions.weight"), made.whole(0), length))
    for number, name in enumerate(("shapes", "marks", "places")):
        row = made.node("Gather", "features", made.constant(np.array(number, dtype=np.int64)), axis=1)
        hidden = made.node("Add", hidden, made.node("Gather", made.tensor(f"{name}.weight"), row))
    hidden = made.normalised(hidden, "norm")
    for number in range(sum(name.endswith("joined.bias") for name in weights)):
        hidden = _layer(made, hidden, f"layers.{number}", weights[f"layers.{number}.joined.weight"].shape[1])
    outputs = ("tags", "ties")
    for name in outputs:
        made.nodes.append(helper.make_node("Identity", [made.dense(hidden, name)], [name]))
    put_together = helper.make_graph(
        made.nodes,
        "tagger",
        [
            helper.make_tensor_value_info("words", TensorProto.FLOAT, [1, "n", WIDTH]),
            helper.make_tensor_value_info("features", TensorProto.INT64, [1, 3, "n"]),
        ],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "n", None]) for name in outputs],
        made.constants,
    )
    model = helper.make_model(put_together, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def _layer(made: Whole, hidden: str, name: str, width: int) -> str:
    """A layer whose heads are ``width`` wide together."""
    three = made.dense(hidden, f"{name}.attended")
    by_heads = made.whole(0, 0, width // HEAD_WIDTH, HEAD_WIDTH)
    queries, keys, values = (
        made.node(
            "Transpose",
            made.node(
                "Reshape",
                made.node("Slice", three, made.whole(n * width), made.whole((n + 1) * width), made.whole(2)),
                by_heads,
            ),
            perm=order,
        )
        for n, order in enumerate(((0, 2, 1, 3), (0, 2, 3, 1), (0, 2, 1, 3)))
    )
    alike = made.node("Mul", made.node("MatMul", queries, keys), made.number(HEAD_WIDTH**-0.5))
    seen = made.node("MatMul", made.node("Softmax", alike, axis=-1), values)
    joined = made.node("Reshape", made.node("Transpose", seen, perm=[0, 2, 1, 3]), made.whole(0, 0, width))
    hidden = made.normalised(made.node("Add", made.dense(joined, f"{name}.joined"), hidden), f"{name}.joined_norm")
    wide = made.node("Gelu", made.dense(hidden, f"{name}.widened"))
    return made.normalised(made.node("Add", made.dense(wide, f"{name}.narrowed"), hidden), f"{name}.narrowed_norm")
