"""A document to candidates for a person to confirm: claims, promises, evidence offered, figures that do not agree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.model.document import Document
from checker.model.draft import Draft, Sensitivity


def draft(document: Document, sensitivity: Sensitivity = "balanced", lexicons: Sequence[Path] = ()) -> Draft:
    """Return everything in a document that a person may want to code; nothing of it is coded by this.

    Args:
        document: as a reader returned it.
        sensitivity: how many candidate claims to offer: quiet few and mostly right, keen nearly all.
        lexicons: YAML files that add a council's own words to the lists of the lexicon.

    Raises:
        Refused: where a lexicon cannot be read or names a class that there is not.
    """
    from checker.drafting.claims import claims
    from checker.drafting.commitments import commitments
    from checker.drafting.evidence import evidence
    from checker.drafting.oddities import oddities
    from checker.drafting.own_day import own_day
    from checker.drafting.own_words import adding
    from checker.drafting.passages import Passages
    from checker.drafting.units import units

    found = units(document)
    passages = Passages(found)
    day = own_day(document)
    with adding(lexicons):
        return Draft(
            claims(found, sensitivity, lexicons, passages=passages),
            commitments(found, sensitivity, day, passages),
            evidence(document, found),
            oddities(document),
            day.isoformat() if day else "",
        )
