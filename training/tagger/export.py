"""Puts a trained network into the two files that ship: ``python -m training.tagger.export CHECKPOINT...``.

Of several checkpoints, one from the end of each cycle, the mean (Izmailov et al. 2018).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import onnx
import torch

from training.tagger.graph import graph

FOLDER = Path(__file__).resolve().parents[2] / "indexer" / "extract" / "tagger"
NEAR = ("content_near", "source_near")


def main() -> None:
    """Write ``tagger.onnx``, and ``tagger.json`` with what distance adds to a tie."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    networks = [torch.load(checkpoint)["network"] for checkpoint in arguments.checkpoints]
    weights = {name: torch.stack([each[name] for each in networks]).mean(0).numpy() for name in networks[0]}
    onnx.save(graph(weights), arguments.folder / "tagger.onnx")
    near = {name: [round(float(each), 4) for each in weights[name]] for name in NEAR}
    (arguments.folder / "tagger.json").write_text(json.dumps(near) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
