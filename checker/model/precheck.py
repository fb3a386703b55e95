"""What a private look at a draft returns, before it has a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from checker.model.document import Document
from checker.model.draft import Confidence, DraftOddity
from checker.model.finding import Assessment
from checker.model.section import Section
from checker.model.source import Source
from checker.model.words import Asks, Stage


@dataclass(frozen=True, slots=True)
class Asking:
    """What a paper asks of the body that meets, and the stage that follows from it."""

    asks: Asks | None
    stage: Stage
    at: str = ""
    """Where its recommendation stands; empty where none was found."""
    quote: str = ""
    told: bool = False
    """Whether the author said what it asks, or its stage."""
    stage_told: bool = False
    """Whether the author said the stage; else it follows from what is asked."""


@dataclass(frozen=True, slots=True)
class Precheck:
    """A draft, what was found in it, and how the rules judge it. Nothing of this is kept anywhere."""

    file: str
    """The name of the file, without its folder."""
    document: Document
    source: Source
    asking: Asking
    assessment: Assessment
    sections: tuple[Section, ...] = ()
    oddities: tuple[DraftOddity, ...] = ()
    coding: str = ""
    """The coding file its claims are from; empty: they are candidates found by their words."""
    quotations: int = 0
    """How many the coding file has; 0 where there is none."""
    astray: int = 0
    """How many of these do not stand in the draft."""
    confidence: Mapping[str, Confidence] = field(default_factory=lambda: MappingProxyType({}))
    """How sure the drafter is of each candidate, by its id."""
    dated: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By the id of a promise, its time as printed, where the words give no day: "in the spring"."""
