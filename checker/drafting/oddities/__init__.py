"""Figures, dates, numbers and wording that do not agree within a document. Few and right."""

from __future__ import annotations

from checker.drafting.oddities.dates import in_dates
from checker.drafting.oddities.listed import listed_apart
from checker.drafting.oddities.multiplied import over_years
from checker.drafting.oddities.numbering import in_numbering
from checker.drafting.oddities.odd import sentences
from checker.drafting.oddities.parted import told_apart
from checker.drafting.oddities.prose import in_prose
from checker.drafting.oddities.rising import certainty_rises
from checker.drafting.oddities.tables import in_tables
from checker.drafting.oddities.turned import turned
from checker.drafting.oddities.twice import given_twice
from checker.model.document import Document
from checker.model.draft import DraftOddity


def oddities(document: Document) -> tuple[DraftOddity, ...]:
    """Return what does not agree, in the order of the document; each is for a person to look at."""
    found = list(sentences(document))
    all_of_them = [
        *in_prose(found),
        *over_years(found),
        *told_apart(found),
        *listed_apart(found),
        *in_tables(document),
        *in_dates(document, found),
        *in_numbering(document),
        *given_twice(found),
        *turned(found),
        *certainty_rises(found),
    ]
    return tuple(sorted(all_of_them, key=lambda one: (one.ordinal, one.kind, one.says)))
