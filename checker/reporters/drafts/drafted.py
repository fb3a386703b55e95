"""What a report of candidates is given: the document, what is known of it, and what was found."""

from __future__ import annotations

from typing import NamedTuple

from checker.model.document import Document
from checker.model.draft import Draft, Sensitivity
from checker.model.words import SourceKind


class Drafted(NamedTuple):
    """A document, what is known of it, and what was found."""

    path: str
    title: str
    kind: SourceKind
    sha256: str
    document: Document
    draft: Draft
    sensitivity: Sensitivity
    light: bool = False
    id: str = "source-id"
    """What a coding file of it would be called."""
