"""A small sentence encoder in numpy: four layers of a transformer, trained to tell claims and promises.

It reads a sentence with what stands before it as a whole, which lists of words cannot. Its weights
are plain data of eight bits (`encoder.npz`, written by `bench.train_encoder`), begun from
all-MiniLM-L6-v2; `encoder_licence.txt` says where that is from. The same sentences give the same
answers; on another processor they may differ in the seventh digit, so answers are rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.drafting.units import Unit
from checker.drafting.wordpieces import WordPieces

Floats = NDArray[np.float32]
OWN = Path(__file__).with_name("encoder.npz")
HEADS = 12
MOST = (24, 64)
"""How many pieces are read of what stands before a passage, and of the passage."""
TAIL = 60
"""How many characters of the sentence before are read."""
_PIECES = 640
"""How many pieces are reckoned at a time: as many as a processor keeps near, and enough for one large product."""
_TINY = 1e-12
_DIGITS = 2


@dataclass(frozen=True)
class Layer:
    """The weights of one layer: attention, then two layers of neurons, each with a norm after it."""

    ask: Floats
    ask_by: Floats
    out: Floats
    out_by: Floats
    first_norm: Floats
    wide: Floats
    wide_by: Floats
    narrow: Floats
    narrow_by: Floats
    last_norm: Floats


@dataclass(frozen=True)
class Encoder:
    """Everything learned: pieces of words, their places in a sentence, the layers, and two answers."""

    pieces: WordPieces
    words: Floats
    places: Floats
    norm: Floats
    layers: tuple[Layer, ...]
    head: Floats
    head_by: Floats

    def says(self, passages: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """Return, a row a passage, the log odds that it is a claim and that it is a promise.

        Args:
            passages: what stands before each, and its words.
        """
        cut = [self.pieces.pair(before, text, MOST) for before, text in passages]
        found = np.zeros((len(cut), self.head_by.size))
        for at in _together([len(numbers) for numbers, _ in cut]):
            found[at] = self._batch([cut[i] for i in at])
        return np.round(found, _DIGITS)

    def _batch(self, cut: Sequence[tuple[list[int], int]]) -> Floats:
        longest = max(len(numbers) for numbers, _ in cut)
        numbers = np.zeros((len(cut), longest), dtype=np.int64)
        shown, own = np.zeros(numbers.shape, dtype=bool), np.zeros(numbers.shape, dtype=np.float32)
        for row, (sentence, begins) in enumerate(cut):
            numbers[row, : len(sentence)] = sentence
            shown[row, : len(sentence)] = True
            own[row, begins : len(sentence)] = 1 / (len(sentence) - begins)
        x = _normed(self.words[numbers] + self.places[:longest], self.norm)
        unseen = np.where(shown, 0, -np.inf).astype(np.float32)[:, None, None, :]
        for layer in self.layers:
            x = _through(x, unseen, layer)
        mean = (x * own[..., None]).sum(axis=1)
        answers: Floats = np.concatenate([x[:, 0], mean], axis=1) @ self.head + self.head_by
        return answers


def _together(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield which sentences are reckoned together, those of like length, a few long ones or many short."""
    some: list[int] = []
    for at in sorted(range(len(lengths)), key=lambda at: (lengths[at], at)):
        if some and (len(some) + 1) * lengths[at] > _PIECES:
            yield some
            some = []
        some.append(at)
    if some:
        yield some


def _through(x: Floats, unseen: Floats, layer: Layer) -> Floats:
    """Return what one layer makes of sentences: shape (sentences, pieces, numbers), as it came."""
    many, long, wide = x.shape
    asked = _times(x, layer.ask, layer.ask_by).reshape(many, long, 3, HEADS, wide // HEADS).transpose(2, 0, 3, 1, 4)
    query, key, value = asked
    weight: Floats = query @ key.transpose(0, 1, 3, 2) / np.float32((wide // HEADS) ** 0.5) + unseen
    weight = np.exp(weight - weight.max(axis=-1, keepdims=True))
    weight /= weight.sum(axis=-1, keepdims=True)
    seen = (weight @ value).transpose(0, 2, 1, 3).reshape(many, long, wide)
    x = _normed(x + _times(seen, layer.out, layer.out_by), layer.first_norm)
    bent = _bent(_times(x, layer.wide, layer.wide_by))
    return _normed(x + _times(bent, layer.narrow, layer.narrow_by), layer.last_norm)


def _times(x: Floats, weights: Floats, by: Floats) -> Floats:
    """Return every row of all sentences times the weights: one large product is reckoned faster than many small."""
    flat = x.reshape(-1, x.shape[-1]) @ weights
    flat += by
    times: Floats = flat.reshape(*x.shape[:-1], -1)
    return times


def _normed(x: Floats, norm: Floats) -> Floats:
    x = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((x * x).mean(axis=-1, keepdims=True) + np.float32(_TINY))
    normed: Floats = x / spread * norm[0] + norm[1]
    return normed


def _bent(x: Floats) -> Floats:
    """Return the Gaussian error linear unit, in the form that needs tanh only (Hendrycks and Gimpel, 2016)."""
    half, slope, cubed = np.float32(0.5), np.float32(0.7978845608), np.float32(0.044715)
    bent: Floats = np.square(x)
    bent *= cubed
    bent += 1
    bent *= x
    bent *= slope
    np.tanh(bent, out=bent)
    bent += 1
    bent *= x
    bent *= half
    return bent


def in_context(units: Sequence[Unit], kind: str) -> Iterator[tuple[str, str]]:
    """Yield each unit of a document in order with what stands before it.

    That is the kind of document, the heading, and what leads into its list, else the end of the unit before.
    """
    last = ""
    for unit in units:
        before = unit.lead_in or last[-TAIL:]
        yield " . ".join(part for part in (kind, unit.heading, before) if part), unit.text
        last = unit.text


@lru_cache(maxsize=2)
def encoder(path: Path = OWN) -> Encoder:
    """Read an encoder from its file of weights."""
    with np.load(path, allow_pickle=False) as held:
        pieces = bytes(held["pieces"]).decode().split("\n")
        layers = tuple(
            Layer(**{name: _plain(held, f"{number} {name}") for name in Layer.__dataclass_fields__})
            for number in range(int(held["layers"]))
        )
        rest = {name: _plain(held, name) for name in ("words", "places", "norm", "head", "head_by")}
    return Encoder(WordPieces({piece: at for at, piece in enumerate(pieces)}), layers=layers, **rest)


def _plain(held: Any, name: str) -> Floats:
    """Return an array in its own size: one of whole numbers is multiplied by the size of its steps, a row each."""
    array = held[name].astype(np.float32)
    steps = f"{name} steps"
    plain: Floats = array * held[steps] if steps in held else array
    return plain
