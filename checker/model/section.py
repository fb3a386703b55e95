"""The headings that report templates carry, and what was found under each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from checker.model.fields import Id, Record, Text, YesOnly
from checker.model.words import EvidenceKind

SectionState = Literal[
    "empty", "bare_nil", "deferred", "reasoned_nil", "filled", "contradicted", "placeholder", "missing"
]
"""Deferred: none for now, and something is to follow."""


class Unless(Record):
    """Words elsewhere in a paper that a "none" under a heading does not sit with: all in one sentence."""

    says: Text = Field(description="What such a sentence speaks of, after 'speaks of'.")
    words: tuple[tuple[Text, ...], ...] = Field(
        min_length=1, description="Lists of words; the sentence holds one of each. * stands for any ending."
    )


class Template(Record):
    """A heading of the council's report template."""

    id: Id = Field(description="Stable for ever.", examples=["equalities"])
    title: Text = Field(description="What readers call it.")
    headings: tuple[Text, ...] = Field(
        min_length=1, description='The words of its heading without "implications" and the like.'
    )
    beside: tuple[Text, ...] = Field((), description='Words that tell it only beside "implications" and the like.')
    expected: YesOnly = Field(False, description="Whether every officer report has it.")
    nil_will_do: YesOnly = Field(False, description='Whether "none" is an answer that needs no reason.')
    evidence: EvidenceKind | None = Field(None, description="The kind of evidence that stands under it.")
    theme: Id = Field("record", description="The theme its questions belong to.")
    unless: tuple[Unless, ...] = Field((), description='What a "none" under it does not sit with.')
    settle: Text | None = Field(None, description="A sentence that would fill it honestly.")


class Templates(Record):
    """The headings of a council's report template."""

    sections: tuple[Template, ...] = Field(description="Each once.")
    fillers: tuple[Text, ...] = Field((), description="Words of a heading that do not tell what it is about.")
    passing: tuple[Text, ...] = Field((), description="Words of a heading that tell nothing at all: of the, any.")
    schema_version: Literal["1"] = Field("1", description="The version of this format.")


@dataclass(frozen=True, slots=True)
class Section:
    """What was found under a heading; or a placeholder anywhere, or an expected heading that was not found."""

    kind: str
    """The id of its template; empty for a placeholder outside every known heading."""
    title: str
    """Its heading as printed; of a missing one, what readers call it."""
    state: SectionState
    at: str
    """The place of the words, without the page."""
    quote: str
    """The words it rests on, 40 at most; of an empty one, its heading."""
    says: str
    """What was found, in one plain sentence."""
    ordinal: int
    """The paragraph the words stand in; of a missing one, the first of the document."""
    other_at: str = ""
    """Where the body speaks otherwise."""
    other_quote: str = ""
    evidence: EvidenceKind | None = None
    """The kind of evidence that stands under the heading."""
    theme: str = "record"
    settle: str = ""
    """A sentence that would fill it honestly."""

    @property
    def needs_work(self) -> bool:
        """Whether an author should look at it before the paper is cleared."""
        return self.state not in ("filled", "reasoned_nil")
