"""What a person found in a source: claims, evidence offered, commitments, questions asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from checker.model.fields import At, Count, Day, Id, Period, Quote, Record, Reference, Text, Word, YesOnly
from checker.model.words import (
    AnswerState,
    By,
    Certainty,
    ClaimKind,
    EvidenceKind,
    EvidenceStatus,
    ItemStatus,
    Origin,
    Provided,
    Response,
    SourceKind,
    Stage,
)

AT = "The paragraph: its printed number, or ¶ and its ordinal where none is printed; then the page."
QUOTE = "The words of the source, word for word, 40 at most, with the verb that governs them and its hedge."
ID = "Stable for ever, unique in this file."
STATUS = "Left out once a person has confirmed it; a candidate or a rejected one counts for nothing."
REASON = "Of a rejected one: why a person turned it down."


class OnTopic(Record):
    """Everything claimed on a topic, in every source up to the day of the assessment."""

    topic: Id = Field(description="A topic of topics.yaml.")


def _coverage(value: Any) -> str:
    return "all" if isinstance(value, str) else "claims" if isinstance(value, list | tuple) else "topic"


Covers = Annotated[
    Annotated[Literal["all"], Tag("all")]
    | Annotated[tuple[Reference, ...], Tag("claims")]
    | Annotated[OnTopic, Tag("topic")],
    Discriminator(_coverage),
    Field(description="Which claims: all of this source, a list of ids, or a topic."),
]


class DueOn(Record):
    """Due on a day."""

    date: Day = Field(description="The last day on which it is in time.")


class DueWithin(Record):
    """Due a period after the source."""

    within: Period = Field(description="Counted from the date of the source.", examples=["12 months"])


class DueBefore(Record):
    """Due by the time of an event: before it, in it or with it."""

    before: SourceKind = Field(description="The kind of paper that it was to precede or come with.")
    body: Text | None = Field(
        None, description="The body that paper goes to; its first words are enough.", examples=["Stockport"]
    )
    topic: Id | None = Field(None, description="The topic of that paper.")


def _due(value: Any) -> str:
    keys = value.keys() if isinstance(value, dict) else type(value).__annotations__ if isinstance(value, Record) else ()
    return "within" if "within" in keys else "before" if "before" in keys else "date"


Due = Annotated[
    Annotated[DueOn, Tag("date")] | Annotated[DueWithin, Tag("within")] | Annotated[DueBefore, Tag("before")],
    Discriminator(_due),
]


class Evidence(Record):
    """Something offered in support, as the source shows it. A promise is never evidence."""

    id: Id = Field(description=ID, examples=["E1"])
    kind: EvidenceKind = Field(description="What sort of evidence.")
    status: EvidenceStatus = Field(description="How far it can be seen.")
    at: At = Field(description=AT)
    quote: Quote = Field(description=QUOTE)
    covers: Covers
    baseline: Text | None = Field(None, description="Compared to what: the figure it starts from.")
    comparator: Text | None = Field(None, description="Compared to whom.")
    period: Text | None = Field(None, description="Since when: the years it covers.")
    source: Text | None = Field(None, description="Says who.")
    scope: Literal["whole", "part"] | None = Field(None, description="Whether it covers all that the claims cover.")
    as_of: Day | None = Field(None, description="The date of the evidence itself.")
    groups: Text | None = Field(None, description="Of a reasoned nil: the groups considered.")
    data: Text | None = Field(None, description="Of a reasoned nil: the data used.")
    who: Text | None = Field(None, description="Of a reasoned nil: who concluded it (role).")
    when: Text | None = Field(None, description="Of a reasoned nil: when.")
    candidate: YesOnly = Field(False, description="Drafted, not yet confirmed by a person: counts for nothing.")
    rejected: Text | None = Field(None, description="Why a person turned a candidate down: counts for nothing.")
    note: Text | None = Field(None, description="Anything a second coder should know.")

    @property
    def standing(self) -> ItemStatus:
        """Whether a person has confirmed it."""
        return "rejected" if self.rejected else "candidate" if self.candidate else "confirmed"


class Commitment(Record):
    """A promise to provide or do something later, or a body's request for it."""

    id: Id = Field(description=ID, examples=["K4"])
    origin: Origin = Field(description="An undertaking, a body's request, or a recommendation.")
    at: At = Field(description=AT)
    quote: Quote = Field(description=QUOTE)
    provides: tuple[Provided, ...] = Field(min_length=1, description="What is to come.")
    covers: Covers = "all"
    says: Text | None = Field(None, description="The promise in one plain sentence.")
    due: Due | None = Field(None, description="When: a date, a period, or the paper it was to precede.")
    owner: Text | None = Field(None, description="Who is to provide it (role).")
    response: Response | None = Field(None, description="Of a recommendation: how it was answered.")
    topic: Id | None = Field(None, description="The topic it belongs to.")
    status: ItemStatus = Field("confirmed", description=STATUS)
    reason: Text | None = Field(None, description=REASON)
    note: Text | None = Field(None, description="Anything a second coder should know.")

    @property
    def standing(self) -> ItemStatus:
        """Whether a person has confirmed it."""
        return self.status


class Claim(Record):
    """A statement that something is, was or will be so, quoted word for word."""

    id: Id = Field(description=ID, examples=["C07"])
    by: By = Field(description="Whose claim it is.")
    at: At = Field(description=AT)
    quote: Quote = Field(description=QUOTE)
    says: Text = Field(description="The claim in one plain sentence.")
    kinds: tuple[ClaimKind, ...] = Field(
        min_length=1, max_length=3, description="One to three kinds, the main one first."
    )
    certainty: Certainty = Field(description="How firmly it is put.")
    topic: Id | None = Field(None, description="The topic that it runs through.")
    stage: Stage | None = Field(None, description="The stage of this claim, where it is not that of the source.")
    affects: tuple[Word, ...] = Field(
        (), description="Whom or what it touches: groups of people, environment, personal_data."
    )
    contradicts: tuple[Reference, ...] = Field((), description="Claims it cannot be squared with as they stand.")
    operative: YesOnly = Field(False, description="Something is being done now.")
    money: YesOnly = Field(False, description="It is about money.")
    amount: Count | None = Field(None, description="The sum, in whole pounds, where one is printed.")
    statutory: YesOnly = Field(False, description="A statutory duty or post, shared employment or the sharing of data.")
    about_person: YesOnly = Field(False, description="The merit of an identifiable person: never quoted in output.")
    reported: YesOnly = Field(False, description="Told by this source of somebody else; the paper itself was not read.")
    status: ItemStatus = Field("confirmed", description=STATUS)
    reason: Text | None = Field(None, description=REASON)
    note: Text | None = Field(None, description="Anything a second coder should know.")

    @property
    def standing(self) -> ItemStatus:
        """Whether a person has confirmed it."""
        return self.status


class Answer(Record):
    """What was minuted in reply. Minutes are not verbatim: never 'not answered'."""

    state: AnswerState = Field(description="How far it was answered in the minutes read.")
    at: At | None = Field(None, description=AT)
    quote: Quote | None = Field(None, description=QUOTE)


class Asked(Record):
    """A question that a member put, and the answer minuted."""

    id: Id = Field(description=ID, examples=["Q1"])
    at: At = Field(description=AT)
    quote: Quote = Field(description=QUOTE)
    says: Text = Field(description="The question in one plain sentence.")
    answer: Answer
    topic: Id | None = Field(None, description="The topic it belongs to.")
    about: tuple[EvidenceKind, ...] = Field((), description="The kinds of evidence it asks for; none: any.")
    challenges: tuple[Reference, ...] = Field((), description="The claims it questions, in any source.")
    note: Text | None = Field(None, description="Anything a second coder should know.")


class Coding(Record):
    """The hand coding of one source."""

    source: Id = Field(description="The id of the source record.")
    coder: Text = Field(description="Who coded it: initials or a post, not a name.", examples=["A"])
    coded_on: Day = Field(
        description="The day of the coding; of a drafted one, the day on which its last candidate was settled."
    )
    evidence: tuple[Evidence, ...] = Field((), description="Every piece of evidence offered.")
    commitments: tuple[Commitment, ...] = Field((), description="Every promise and request, once each.")
    claims: tuple[Claim, ...] = Field((), description="Every claim, in the order of the source.")
    asked: tuple[Asked, ...] = Field((), description="Every question members asked.")
    notes: Text | None = Field(None, description="How this source was coded.")
    schema_version: Literal["1"] = Field("1", description="The version of this format.")


Item = Claim | Evidence | Commitment | Asked
Drafted = Claim | Evidence | Commitment
"""What a drafter offers, and a person confirms or rejects."""


def drafted(coding: Coding) -> Iterator[tuple[str, int, Drafted]]:
    """Yield everything that may be a candidate, with the list it stands in and its number there."""
    lists: dict[str, tuple[Drafted, ...]] = {
        "evidence": coding.evidence,
        "commitments": coding.commitments,
        "claims": coding.claims,
    }
    for name, items in lists.items():
        for index, item in enumerate(items):
            yield name, index, item


def confirmed(coding: Coding) -> Coding:
    """Return the coding without what no person has confirmed; the same coding where all of it is."""
    statuses = {item.status for item in coding.claims} | {item.status for item in coding.commitments}
    if statuses <= {"confirmed"} and not {True for item in coding.evidence if item.candidate or item.rejected}:
        return coding
    kept: dict[str, list[Drafted]] = {"evidence": [], "commitments": [], "claims": []}
    for name, _, item in drafted(coding):
        if item.standing == "confirmed":
            kept[name].append(item)
    return coding.model_copy(update={name: tuple(items) for name, items in kept.items()})


def quotations(coding: Coding) -> Iterator[tuple[str, str, str]]:
    """Yield (id, place, quotation) of everything quoted; an answer has the id "Q1.answer"."""
    items: tuple[Claim | Evidence | Commitment, ...] = (*coding.claims, *coding.evidence, *coding.commitments)
    for item in items:
        yield item.id, item.at, item.quote
    for question in coding.asked:
        yield question.id, question.at, question.quote
        if question.answer.quote:
            yield f"{question.id}.answer", question.answer.at or question.at, question.answer.quote
