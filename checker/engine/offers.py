"""What is offered for a claim: evidence and commitments, found by claim and kind of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.model.casefile import Casefile, Dossier
from checker.model.coding import Claim, OnTopic
from checker.model.finding import Offer, Standing
from checker.model.words import CommitmentState

_AS_OFFERED: dict[CommitmentState, str] = {
    "open": "promised",
    "due_soon": "promised",
    "undated": "promised",
    "kept_in_part": "promised",
    "overdue": "overdue",
    "fell_due_unread": "fell_due_unread",
}
"""What a commitment counts as beside a claim; kept, lapsed and the rest count as nothing."""


_NONE: list[Offer] = []  # what is filed nowhere; nothing is added to it


class Shelf(NamedTuple):
    """The offers of one source, filed by what they cover."""

    everything: dict[str, list[Offer]]
    by_claim: dict[tuple[str, str], list[Offer]]


class Offers:
    """Finds what is offered for a claim; built once a casefile."""

    def __init__(self, casefile: Casefile, standings: Iterable[Standing]) -> None:
        self._by_topic: dict[tuple[str, str], list[Offer]] = {}
        self._elsewhere: dict[tuple[str, str], list[Offer]] = {}
        self._shelves: dict[str, Shelf] = {d.source.id: Shelf({}, {}) for d in casefile.dossiers}
        for dossier in casefile.dossiers:
            self._file_evidence(dossier)
        for standing in standings:
            self._file_commitment(standing)

    def of(self, claim: Claim, source_id: str, kind: str) -> Sequence[Offer]:
        """Return everything of that kind that covers the claim, this source's own first."""
        shelf = self._shelves[source_id]
        found = shelf.everything.get(kind, _NONE)
        if (claim.id, kind) in shelf.by_claim:
            found = found + shelf.by_claim[claim.id, kind]
        if claim.topic and self._by_topic:
            found = found + self._by_topic.get((claim.topic, kind), _NONE)
        if self._elsewhere:
            found = found + self._elsewhere.get((f"{source_id}#{claim.id}", kind), _NONE)
        return found

    def promises(self, source_id: str, kind: str) -> bool:
        """Tell whether a commitment made in the source is to bring evidence of that kind."""
        shelf = self._shelves[source_id]
        filed = [*shelf.everything.get(kind, [])]
        filed += [offer for (_, k), offers in shelf.by_claim.items() if k == kind for offer in offers]
        filed += [
            offer
            for (_, k), offers in self._by_topic.items()
            if k == kind
            for offer in offers
            if offer.source.id == source_id
        ]
        return any(offer.status in _AS_OFFERED.values() for offer in filed)

    def _file_evidence(self, dossier: Dossier) -> None:
        source = dossier.source
        for piece in dossier.coding.evidence:
            self._file(Offer(f"{source.id}#{piece.id}", piece.status, piece, source), piece.kind, piece.covers)

    def _file_commitment(self, standing: Standing) -> None:
        status = _AS_OFFERED.get(standing.state)
        if status is None:
            return
        offer = Offer(standing.id, status, standing.commitment, standing.source)
        for kind in standing.commitment.provides:
            self._file(offer, kind, standing.commitment.covers)

    def _file(self, offer: Offer, kind: str, covers: str | tuple[str, ...] | OnTopic) -> None:
        shelf = self._shelves[offer.source.id]
        if isinstance(covers, OnTopic):
            self._by_topic.setdefault((covers.topic, kind), []).append(offer)
        elif isinstance(covers, str):
            shelf.everything.setdefault(kind, []).append(offer)
        else:
            for reference in covers:
                if "#" in reference:
                    self._elsewhere.setdefault((reference, kind), []).append(offer)
                else:
                    shelf.by_claim.setdefault((reference, kind), []).append(offer)
