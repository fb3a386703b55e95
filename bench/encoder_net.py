"""The encoder while it learns: begun from all-MiniLM-L6-v2, its lower layers kept as they are."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from checker.drafting.encoder import HEADS

LAYERS, KEPT = 4, 2
"""How many layers are taken, and how many of them stay as they came."""
WIDE = 384
EPOCHS, BATCH, RATE, OF_HEAD = 1, 32, 1.5e-4, 8.0
WARM, LAST = 0.1, 0.02
DROPPED = 0.1
OF_PROMISES, OF_KINDS = 0.5, 0.17
"""What a mistake about a promise, or about a kind of claim, counts beside one about a claim."""
_CHUNK = 20
_NAMES = {
    "out": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "last_norm": "output.LayerNorm",
}

Sentence = tuple[list[int], int]
"""The numbers of the pieces, and where the passage itself begins among them."""


class Layer(nn.Module):
    """One layer of the transformer, as `checker.drafting.encoder` reckons it."""

    def __init__(self, held: dict[str, Any], at: int) -> None:
        super().__init__()
        begin = f"encoder.layer.{at}."
        self.ask = nn.Linear(WIDE, 3 * WIDE)
        self.out, self.narrow = nn.Linear(WIDE, WIDE), nn.Linear(4 * WIDE, WIDE)
        self.wide = nn.Linear(WIDE, 4 * WIDE)
        self.first_norm, self.last_norm = (nn.LayerNorm(WIDE, eps=1e-12) for _ in range(2))
        for part in ("weight", "bias"):
            asks = [held[f"{begin}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            getattr(self.ask, part).data = torch.cat(asks)
            for own, theirs in _NAMES.items():
                copied = held[f"{begin}{theirs}.{part}"].clone()  # what learns must not change what others begin from
                getattr(getattr(self, own), part).data = copied

    def forward(self, x: Any, shown: Any) -> Any:
        """Return what the layer makes of sentences, shape (sentences, pieces, numbers), of which some is shown."""
        many, long, wide = x.shape
        query, key, value = self.ask(x).view(many, long, 3, HEADS, wide // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=shown[:, None, None, :])
        seen = self.out(seen.transpose(1, 2).reshape(many, long, wide))
        x = self.first_norm(x + functional.dropout(seen, DROPPED, self.training))
        bent = self.narrow(functional.gelu(self.wide(x), approximate="tanh"))
        return self.last_norm(x + functional.dropout(bent, DROPPED, self.training))


class Below(nn.Module):
    """What stays as it came: the vectors of pieces and places, and the lower layers."""

    def __init__(self, held: dict[str, Any]) -> None:
        super().__init__()
        self.words = held["embeddings.word_embeddings.weight"]
        self.places = held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
        self.norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.norm.weight.data = held["embeddings.LayerNorm.weight"]
        self.norm.bias.data = held["embeddings.LayerNorm.bias"]
        self.layers = nn.ModuleList(Layer(held, at) for at in range(KEPT))

    def forward(self, numbers: Any, shown: Any) -> Any:
        """Return what the lower layers make of the numbers of pieces."""
        x = self.norm(self.words[numbers] + self.places[: numbers.shape[1]])
        for layer in self.layers:
            x = layer(x, shown)
        return x


class Above(nn.Module):
    """What learns: the upper layers, and the answers."""

    def __init__(self, held: dict[str, Any], answers: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(held, at) for at in range(KEPT, LAYERS))
        self.head = nn.Linear(2 * WIDE, answers)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, x: Any, shown: Any, own: Any) -> Any:
        """Return the answers, a row a sentence, from its beginning and the mean of the passage itself."""
        for layer in self.layers:
            x = layer(x, shown)
        share = own[..., None].float()
        both = torch.cat([x[:, 0], (x * share).sum(1) / share.sum(1)], 1)
        return self.head(functional.dropout(both, DROPPED, self.training))


def begun(path: Path) -> dict[str, Any]:
    """Return the weights of all-MiniLM-L6-v2."""
    held: dict[str, Any] = load_file(path)
    return held


@dataclass
class Lower:
    """What the lower layers make of every sentence, reckoned once: they do not change."""

    sentences: Sequence[Sentence]
    rows: NDArray[np.float16]
    first: NDArray[np.int64]

    @classmethod
    def of(cls, sentences: Sequence[Sentence], below: Below) -> Lower:
        """Return what the lower layers make of sentences."""
        first = np.concatenate([[0], np.cumsum([len(numbers) for numbers, _ in sentences])])
        rows = np.zeros((int(first[-1]), WIDE), dtype=np.float16)
        order = sorted(range(len(sentences)), key=lambda at: len(sentences[at][0]))
        with torch.inference_mode():
            for at in _batches(order, 2 * BATCH):
                longest = max(len(sentences[i][0]) for i in at)
                numbers = torch.tensor([sentences[i][0] + [0] * (longest - len(sentences[i][0])) for i in at])
                shown = torch.tensor([[k < len(sentences[i][0]) for k in range(longest)] for i in at])
                found = below(numbers, shown).half().numpy()
                for row, i in zip(found, at, strict=True):
                    rows[first[i] : first[i + 1]] = row[: len(sentences[i][0])]
        return cls(sentences, rows, first)

    def batch(self, at: Sequence[int]) -> tuple[Any, Any, Any]:
        """Return what enters the upper layers, which of it is shown, and which is the passage itself."""
        longest = max(len(self.sentences[i][0]) for i in at)
        x = torch.zeros(len(at), longest, WIDE)
        shown, own = (torch.zeros(len(at), longest, dtype=torch.bool) for _ in range(2))
        for row, i in enumerate(at):
            numbers, begins = self.sentences[i]
            x[row, : len(numbers)] = torch.from_numpy(self.rows[self.first[i] : self.first[i + 1]].astype(np.float32))
            shown[row, : len(numbers)] = True
            own[row, begins : len(numbers)] = True
        return x, shown, own


def learn(held: dict[str, Any], lower: Lower, answers: Any, weights: Any, kept: Sequence[int], seed: int) -> Above:
    """Train the upper layers.

    Args:
        held: the weights to begin from.
        lower: every sentence as the lower layers leave it.
        answers: a row a sentence: claim, promise, then the kinds of a claim.
        weights: a row a sentence: what it counts as a claim and as a promise.
        kept: the sentences to learn from.
        seed: what order and chance begin from.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 no secret
    above = Above(held, answers.shape[1])
    groups = [
        {"params": above.layers.parameters(), "lr": RATE},
        {"params": above.head.parameters(), "lr": RATE * OF_HEAD},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * (len(kept) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (WARM * steps), max(LAST, (steps - n) / ((1 - WARM) * steps)))
    )
    above.train()
    for _ in range(EPOCHS):
        for at in _shuffled(list(kept), lower, chance):
            loss = _loss(above(*lower.batch(at)), answers[at], weights[at])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(above.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    above.eval()
    return above


def _loss(said: Any, answers: Any, weights: Any) -> Any:
    each = functional.binary_cross_entropy_with_logits(said, answers, reduction="none")
    claims = (each[:, 0] * weights[:, 0]).mean()
    promises = (each[:, 1] * weights[:, 1]).mean()
    kinds = (each[:, 2:] * answers[:, :1] * weights[:, :1]).sum(1).mean()
    return claims + OF_PROMISES * promises + OF_KINDS * kinds


def _shuffled(kept: list[int], lower: Lower, chance: random.Random) -> Iterator[list[int]]:
    """Yield batches of sentences of like length, in an order of chance."""
    chance.shuffle(kept)
    found: list[list[int]] = []
    for part in _batches(kept, BATCH * _CHUNK):
        found += _batches(sorted(part, key=lambda i: len(lower.sentences[i][0])), BATCH)
    chance.shuffle(found)
    yield from found


def _batches(order: Sequence[int], size: int) -> Iterable[list[int]]:
    return (list(order[first : first + size]) for first in range(0, len(order), size))
