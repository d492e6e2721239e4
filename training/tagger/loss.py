"""What training makes small: wrong tags, contents tied to another cue, and cues tied to another source."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from indexer.extract.tagger.tags import TAGS
from indexer.extract.tagger.ties import PARTS, WIDTH
from training.tagger.data import UNSCORED, Example
from training.tagger.network import Network, tie_scores

TIE_SHARE = 0.15
"""What the two kinds of ties weigh beside the tags."""
SOFT_SHARE = 0.5
"""What known answers of another network weigh beside the gold ones."""


def loss(network: Network, batch: Sequence[Example], tags: Tensor, ties: Tensor) -> Tensor:
    """The loss of one batch: cross-entropy of the tags, and of the choice among the cues or sources of a window."""
    wanted = torch.full(tags.shape[:2], UNSCORED)
    for row, example in enumerate(batch):
        wanted[row, : len(example.tags)] = torch.from_numpy(example.tags)
    total = functional.cross_entropy(tags.float().view(-1, TAGS), wanted.view(-1), ignore_index=UNSCORED)
    soft = torch.cat([torch.from_numpy(example.soft) for example in batch])
    have = torch.cat([tags[row, : len(example.tags)] for row, example in enumerate(batch)]).float()
    known = ~soft[:, 0].isnan()
    if known.any():
        away = functional.kl_div(have[known].log_softmax(-1), soft[known], reduction="batchmean", log_target=True)
        total = total + SOFT_SHARE * away
    content_losses: list[Tensor] = []
    source_losses: list[Tensor] = []
    for row, example in enumerate(batch):
        parts = dict(zip(PARTS, ties[row].float().split(WIDTH, dim=-1), strict=True))
        if not len(example.cues):
            continue
        cues = torch.from_numpy(example.cues[:, 0]).unique()
        if len(example.contents):
            contents = torch.from_numpy(example.contents)
            choices = torch.cat([torch.zeros(1, dtype=torch.long), cues])
            sought = parts["content_first"][contents[:, 0]] + parts["content_last"][contents[:, 1]]
            distances = choices[None, :] - contents[:, :1]
            scores = tie_scores(sought, parts["cue_of_content"][choices], distances, network.content_near)
            content_losses.append(functional.cross_entropy(scores, _index(choices, contents[:, 2]), reduction="none"))
        rows = torch.from_numpy(example.cues)
        sources = torch.cat([torch.zeros(1, 2, dtype=torch.long), rows[:, 1:][rows[:, 1] > 0]]).unique(dim=0)
        found = parts["source_first"][sources[:, 0]] + parts["source_last"][sources[:, 1]]
        distances = sources[None, :, 0] - rows[:, :1]
        scores = tie_scores(parts["cue_of_source"][rows[:, 0]], found, distances, network.source_near)
        source_losses.append(functional.cross_entropy(scores, _index(sources[:, 0], rows[:, 1]), reduction="none"))
    for losses in (content_losses, source_losses):
        if losses:
            total = total + TIE_SHARE * torch.cat(losses).mean()
    return total


def _index(choices: Tensor, wanted: Tensor) -> Tensor:
    return (choices[None, :] == wanted[:, None]).long().argmax(dim=1)
