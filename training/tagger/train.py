"""Trains the tagger: epochs over windows of the gold articles, with checkpoints to resume from."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor

from training.tagger.data import Example
from training.tagger.loss import loss
from training.tagger.network import Network
from training.tagger.teacher import Teacher

MASK = 103
"""The piece [MASK] of the encoder's vocabulary."""
POOL = 512
"""Windows among which those of like length are put together."""


Windows = Callable[[int], Sequence[Example]]
"""The windows of an epoch, by its number."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How to train: the figures that were chosen on dev.

    Args:
        batch: pieces of one batch, padding included.
        masked: the share of pieces hidden in each epoch, so that no single word is leaned upon.
        cycles: how often the rates rise and fall again (Loshchilov and Hutter 2017), each time over as many epochs.
        warm: the share of a cycle's steps in which the rates rise.
        half: products in bfloat16; slower than at full precision on processors without it.
    """

    epochs: int
    rate: float
    head_rate: float
    cycles: int = 1
    batch: int = 4_096
    masked: float = 0.05
    warm: float = 0.06
    half: bool = True
    seed: int = 20_161_108


def train(
    network: Network,
    vectors: Tensor,
    windows: Windows,
    schedule: Schedule,
    folder: Path,
    teacher: Teacher | None = None,
) -> None:
    """Trains a network in place; the state after each epoch goes to ``folder``, and is taken up from there.

    Args:
        vectors: the word vectors, which stay as they are.
        windows: what to learn from, epoch by epoch.
        folder: for checkpoints: ``epoch-N.pt``.
        teacher: whose answers are learned beside the gold ones.
    """
    encoder = [p for name, p in network.named_parameters() if name.startswith(("layers", "positions", "norm"))]
    head = [p for name, p in network.named_parameters() if not name.startswith(("layers", "positions", "norm"))]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": schedule.rate}, {"params": head, "lr": schedule.head_rate}], weight_decay=0.01
    )
    counts = [len(list(_batches(windows, schedule, epoch))) for epoch in range(schedule.epochs)]
    each = schedule.epochs // schedule.cycles
    cycles = [sum(counts[first : first + each]) for first in range(0, schedule.epochs, each)]
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, _ramp(cycles, schedule.warm))
    folder.mkdir(parents=True, exist_ok=True)
    last = latest(folder)
    if last >= 0:
        state = torch.load(folder / f"epoch-{last}.pt")
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        rates.load_state_dict(state["rates"])
    for epoch in range(last + 1, schedule.epochs):
        torch.manual_seed(schedule.seed + epoch)
        title = f"{epoch}/{counts[epoch]}"
        _epoch(network, vectors, _batches(windows, schedule, epoch), optimizer, rates, schedule, title, teacher)
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "rates": rates.state_dict()}
        torch.save(state, folder / f"epoch-{epoch}.pt")


def latest(folder: Path) -> int:
    """The last epoch that a folder has a checkpoint of; -1 for none."""
    return max((int(path.stem.split("-")[1]) for path in folder.glob("epoch-*.pt")), default=-1)


def _epoch(
    network: Network,
    vectors: Tensor,
    batches: Iterator[list[Example]],
    optimizer: torch.optim.Optimizer,
    rates: torch.optim.lr_scheduler.LambdaLR,
    schedule: Schedule,
    title: str,
    teacher: Teacher | None,
) -> None:
    network.train()
    running, begun = 0.0, time.monotonic()
    for step, batch in enumerate(batches, start=1):
        inputs, attended = padded(batch)
        ids = inputs[:, 0]
        ids = torch.where((torch.rand(ids.shape) < schedule.masked) & attended & (ids > MASK), MASK, ids)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=schedule.half):
            tags, ties = network(vectors[ids], inputs[:, 1:], attended)
        value = loss(network, batch, tags, ties)
        if teacher is not None:
            value = value + teacher.loss(vectors[ids], inputs[:, 1:], attended, tags, ties)
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        rates.step()
        running += (float(value.detach()) - running) / min(step, 50)
        if step % 25 == 0:
            print(f"{title} step {step}: loss {running:.4f}, {time.monotonic() - begun:.0f} s", flush=True)


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """The inputs of a batch [batch, 4, n], and which pieces are there [batch, n]."""
    longest = max(map(_length, batch))
    inputs = np.zeros((len(batch), 4, longest), dtype=np.int64)
    attended = np.zeros((len(batch), longest), dtype=bool)
    for row, example in enumerate(batch):
        inputs[row, :, : example.inputs.shape[1]] = example.inputs
        attended[row, : example.inputs.shape[1]] = True
    return torch.from_numpy(inputs), torch.from_numpy(attended)


def _length(example: Example) -> int:
    """Its pieces, rounded up: few different lengths, because each new one costs the processor's library a plan."""
    return -(-len(example.tags) // 32) * 32


def _batches(windows: Windows, schedule: Schedule, epoch: int) -> Iterator[list[Example]]:
    """Batches of windows of like length, in an order that the epoch decides."""
    random = Random(schedule.seed + epoch)
    found = list(windows(epoch))
    random.shuffle(found)
    batches: list[list[Example]] = []
    for first in range(0, len(found), POOL):
        current: list[Example] = []
        for example in sorted(found[first : first + POOL], key=_length):
            if (len(current) + 1) * _length(example) > schedule.batch:
                batches.append(current)
                current = []
            current.append(example)
        batches.append(current)
    random.shuffle(batches)
    yield from batches


def _ramp(cycles: Sequence[int], warm: float) -> Callable[[int], float]:
    """The share of the full rates at a step, for cycles of so many steps."""

    def share(step: int) -> float:
        for steps in cycles:
            if step < steps:
                rising = max(1, int(steps * warm))
                if step < rising:
                    return (step + 1) / rising
                return 0.5 * (1 + math.cos(math.pi * (step - rising) / max(1, steps - rising)))
            step -= steps
        return 0.0

    return share
