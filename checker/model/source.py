"""What was published: the source record, which is ours to share where the document is not."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from checker.model.fields import At, Count, Day, FileName, Id, Quote, Record, Sha256, Text
from checker.model.words import Access, Asks, SourceKind, Stage, Version

TO_BE_NAMED = "to be filled in"
"""What a drafted record has for its publisher until a person names it; no reader is shown it."""


class Considered(Record):
    """A meeting that had the source before it."""

    body: Text = Field(description="The body that met, the name of the council's place first.")
    date: Day | None = Field(None, description="The day it met.")
    capacity: Literal["scrutiny", "executive", "council", "officer", "other"] = Field(description="In what capacity.")
    resolution: Text | None = Field(None, description="What it resolved, in our own words.")


class Decision(Record):
    """The decision that the source leads to or records."""

    body: Text = Field(description="Who decides.")
    date: Day | None = Field(None, description="The day of the decision.")
    key: Literal["yes", "no", "unknown"] = Field("unknown", description="Whether it is a key decision.")


class Missing(Record):
    """Something that is missing from the source, cut off or unreadable."""

    state: Literal["missing", "cut_off", "unreadable"] = Field(description="In which way.")
    says: Text = Field(description="What a reader should know of it, in one sentence.")
    at: At | None = Field(None, description="The paragraph it concerns, where one can be named.")


class Restricted(Record):
    """A paragraph that is not for everyone."""

    at: At = Field(description="The paragraph.")
    access: Access = Field(description="Who may read it.")
    reason: Text = Field(description="On what ground.")


class Event(Record):
    """Something this source witnesses: a paper that went to a body on a day."""

    kind: SourceKind = Field(description="The kind of paper.")
    body: Text = Field(description="The body it went to, the name of the council's place first.")
    topic: Id | None = Field(None, description="The topic it was about.")
    date: Day = Field(description="The day.")
    at: At = Field(description="The paragraph that says so.")


class Conflict(Record):
    """Two places where the source disagrees with itself."""

    id: Id = Field(description="Stable for ever, unique in the record.", examples=["X1"])
    kind: Literal["date", "figures", "numbering", "wording"] = Field(description="What disagrees.")
    at: At = Field(description="The first paragraph.")
    quote: Quote = Field(description="Its words.")
    other_at: At = Field(description="The second paragraph.")
    other_quote: Quote = Field(description="Its words.")
    says: Text = Field(description="The conflict in one plain sentence.")


class Original(Record):
    """The published file, which stays with whoever holds it."""

    file: FileName = Field(description="Its name, without a folder.")
    sha256: Sha256 = Field(description="The digest of its bytes.")
    paragraphs: Count | None = Field(None, description="How many paragraphs the reader finds in it.")
    words: Count | None = Field(
        None, description="How many words it has, for the quarter that may be quoted of the press."
    )


class Source(Record):
    """A source as it was published, without its text."""

    id: Id = Field(
        description="Stable for ever; the name of this file.", examples=["stockport-tameside-report-2021-03"]
    )
    title: Text = Field(description="The title as published.")
    publisher: Text = Field(description="Who published it.")
    author: Text | None = Field(
        None, description="The author's role, never a name.", examples=["Director of Children's Services"]
    )
    kind: SourceKind = Field(description="What sort of document it is.")
    version: Version = Field("published", description="Which version was read.")
    access: Access = Field("public", description="Who may read it.")
    access_reason: Text | None = Field(None, description="On what ground it is not public.")
    published: Day | None = Field(None, description="The day of publication, where known.", examples=["2021-03-09"])
    meeting_date: Day | None = Field(None, description="The day of the meeting it went to.")
    date_after: Day | None = Field(None, description="A day it cannot be earlier than.")
    date_before: Day | None = Field(None, description="A day it cannot be later than.")
    considered_by: tuple[Considered, ...] = Field((), description="The meetings that had it before them.")
    asks: Asks | None = Field(None, description="What it asks of the body that meets.")
    stage: Stage | None = Field(None, description="The stage of the proposal in it.")
    decision: Decision | None = Field(None, description="The decision it leads to or records.")
    topics: tuple[Id, ...] = Field((), description="Topics it is about, from topics.yaml.")
    missing: tuple[Missing, ...] = Field((), description="What is missing or cut off.")
    restricted: tuple[Restricted, ...] = Field((), description="Paragraphs that are not public.")
    original: Original | None = Field(None, description="The published file.")
    events: tuple[Event, ...] = Field((), description="Papers and decisions it witnesses.")
    conflicts: tuple[Conflict, ...] = Field((), description="Places where it disagrees with itself.")
    note: Text | None = Field(None, description="Anything a later coder should know.")
    schema_version: Literal["1"] = Field("1", description="The version of this format.")

    @property
    def named_publisher(self) -> str:
        """The publisher; nothing where a drafted record does not name it yet."""
        return "" if self.publisher.casefold() == TO_BE_NAMED else self.publisher

    @property
    def date(self) -> datetime.date | None:
        """The day readers know it by: published, else the meeting."""
        return self.published or self.meeting_date

    @property
    def known_from(self) -> datetime.date | None:
        """The first day on which it counts; None: always, and undated (design 4)."""
        meeting = self.meeting_date
        if meeting and self.kind == "minutes":
            meeting += datetime.timedelta(days=1)
        return self.published or self.date_before or self.date_after or meeting

    @property
    def earliest(self) -> datetime.date | None:
        """The first day on which it can have been there; None where no day is known."""
        return min((day for day in (self.published, self.meeting_date, self.date_after) if day), default=None)

    @property
    def order(self) -> tuple[datetime.date, bool, str]:
        """Where it stands in time among other sources: undated ones first, minutes after the papers of their day."""
        return (self.date or self.known_from or datetime.date.min, self.kind == "minutes", self.id)

    def is_after(self, other: Source) -> bool:
        """Tell whether it came after another: papers and minutes of one meeting are of one day."""
        if self.meeting_date and self.meeting_date == other.meeting_date:
            return False
        return self.order[0] > other.order[0]
