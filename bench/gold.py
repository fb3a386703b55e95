"""The hand coding of a corpus, and when a quotation finds an anchor: the scorer's own rule."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import LCSseq

SHARE = 0.60
STRETCH = 1.5
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-",
                        "\u2011": "-", "\u00ad": None})  # fmt: skip


@dataclass(frozen=True)
class Anchor:
    """A claim as the coders marked it."""

    words: tuple[str, ...]
    core: bool
    place: str | None = None


@dataclass
class Gold:
    """The coding of one document."""

    exhaustive: bool = False
    claims: list[Anchor] = field(default_factory=list)


def words(text: str) -> tuple[str, ...]:
    """Return letters and digits, apostrophes dropped, case folded, as the scorer does."""
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold().replace("'", "")
    return tuple(re.findall(r"[^\W_]+", plain))


def read_gold(path: Path) -> dict[str, Gold]:
    """Return the coding of every document of a corpus."""
    found: dict[str, Gold] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        gold = found.setdefault(row["doc"], Gold())
        if row["record"] == "document":
            gold.exhaustive = bool(row.get("exhaustive"))
        elif row["record"] == "claim":
            core = row.get("strength", "core") == "core"
            gold.claims.append(Anchor(words(row["anchor"]), core, row.get("place")))
    return found


def overlap(anchor: tuple[str, ...], quote: tuple[str, ...]) -> float:
    """Return the share of the anchor's words found in order in one stretch of the quotation."""
    count = len(anchor)
    if not count or not quote:
        return 0.0
    if f" {' '.join(anchor)} " in f" {' '.join(quote)} ":
        return 1.0
    if count < 5 or sum((Counter(anchor) & Counter(quote)).values()) < SHARE * count:
        return 0.0
    width = int(count * STRETCH + 0.5)
    if len(quote) <= width:
        return LCSseq.similarity(anchor, quote) / count
    wanted = set(anchor)
    starts = (i for i, word in enumerate(quote) if word in wanted)
    return max((LCSseq.similarity(anchor, quote[i : i + width]) for i in starts), default=0) / count
