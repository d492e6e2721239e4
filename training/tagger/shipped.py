"""Reads the weights of the network that ships back out of its files: the inverse of ``training.tagger.export``."""

from __future__ import annotations

import json

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.tagger.export import FOLDER


def shipped() -> dict[str, Tensor]:
    """The weights by the names that torch gives them; matrices as they were rounded."""
    graph = onnx.load(str(FOLDER / "tagger.onnx")).graph
    constants = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    maker = {node.output[0]: node for node in graph.node}
    user = {name: node for node in reversed(graph.node) for name in node.input}
    layers = sum(node.op_type == "Softmax" for node in graph.node)
    parts = ("attended", "joined", "widened", "narrowed")
    maps = iter([*(f"layers.{number}.{part}" for number in range(layers) for part in parts), "tags", "ties"])
    norms = iter(["norm", *(f"layers.{n}.{part}_norm" for n in range(layers) for part in ("joined", "narrowed"))])
    embeddings = iter(("shapes", "marks", "places"))
    found = dict[str, np.ndarray]()
    for node in graph.node:
        given = constants.get(node.input[0])
        match node.op_type:
            case "Slice" if given is not None and given.ndim == 2:
                found["positions.weight"] = given
            case "Gather" if given is not None:
                found[f"{next(embeddings)}.weight"] = given
            case "LayerNormalization":
                name = next(norms)
                found[f"{name}.weight"], found[f"{name}.bias"] = (constants[each] for each in node.input[1:3])
            case "MatMulInteger":
                name, widened = next(maps), user[user[node.output[0]].output[0]]
                scales = constants[maker[widened.input[1]].input[1]]
                found[f"{name}.weight"] = constants[node.input[1]].T * scales[:, None]
                found[f"{name}.bias"] = constants[user[widened.output[0]].input[1]]
            case _:
                pass
    near = json.loads((FOLDER / "tagger.json").read_text(encoding="utf-8"))
    found |= {name: np.array(scores) for name, scores in near.items()}
    return {name: torch.from_numpy(np.array(each, dtype=np.float32)) for name, each in found.items()}
