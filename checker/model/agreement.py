"""Two codings of one source beside each other: how far they agree, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from checker.model.coding import Claim, Coding, Commitment, Evidence

Coded = Claim | Commitment | Evidence
What = Literal["claim", "commitment", "evidence"]


class Found(NamedTuple):
    """How many items both coders found, and how many only one."""

    both: int
    only_a: int
    only_b: int

    @property
    def f1(self) -> float | None:
        """The harmonic mean of each coder's share of the other's items; None where nobody found any."""
        total = 2 * self.both + self.only_a + self.only_b
        return 2 * self.both / total if total else None


class Cell(NamedTuple):
    """How often A wrote the one word and B the other of the same item."""

    a: str
    b: str
    number: int


class Agreed(NamedTuple):
    """How far two coders used the same word for the same items."""

    name: str
    same: int
    of: int
    kappa: float | None
    """Cohen's kappa; None where it is not defined: nothing to compare, or both used one word throughout."""
    table: tuple[Cell, ...] = ()
    """Words of A against words of B, the most frequent first; what nobody wrote is left out."""

    @property
    def share(self) -> float | None:
        """The part on which they agree."""
        return self.same / self.of if self.of else None


class Overlap(NamedTuple):
    """How far two coders' lists for the same items overlap."""

    name: str
    same: int
    """Items for which the lists hold the same."""
    of: int
    jaccard: float | None
    """The mean over items of: in both lists, divided by in either."""


class Status(NamedTuple):
    """How far evidence of one kind can be seen in the whole document, as each coder has it."""

    kind: str
    a: str
    b: str


class Difference(NamedTuple):
    """One field of one item in two codings, as codes."""

    field: str
    a: tuple[str, ...]
    b: tuple[str, ...]


class Disagreement(NamedTuple):
    """One item that only one coder found, or that the two coded differently."""

    what: What
    at: str
    a: Coded | None
    b: Coded | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Agreement:
    """How far two codings of one source agree, and the list of disagreements to settle."""

    a: Coding
    b: Coding
    claims: Found
    evidence: Found
    commitments: Found
    agreed: tuple[Agreed, ...]
    """Main kind, certainty, stage and operative, due type."""
    overlaps: tuple[Overlap, ...]
    """Kinds of claims, what commitments provide."""
    statuses: tuple[Status, ...]
    """Of the three headline kinds."""
    disagreements: tuple[Disagreement, ...]
    """In the order of the paragraphs."""
