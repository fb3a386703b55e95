"""The plain words for single codes, names and days, shared by all reporters. Neutral: no adjective, no motive."""

from __future__ import annotations

import datetime

from checker.model.coding import Asked, Commitment, DueBefore, DueOn, DueWithin
from checker.model.finding import Finding, Offer, Standing
from checker.model.ledger import Ledger
from checker.model.source import Source
from checker.model.words import NOT_QUOTED, PRESS, Outcome, spoken

FORCE = {
    "law": "law",
    "statutory_guidance": "statutory guidance",
    "professional": "professional standard",
    "benchmark": "benchmark, not a duty",
    "practice": "good practice",
}
"""How much force a basis has, as readers are told."""
ROUTES = {
    "before": "before the meeting, in writing",
    "in_the_room": "in the room",
    "recommendation": "as a recommendation",
}
"""How a question is put."""
ASKS = {
    "note": "for noting",
    "comment": "for comment",
    "recommend": "for recommendation",
    "decide": "for decision",
    "call_in": "called in",
}
"""What a source asks of the body that meets."""
ANSWERS = {
    "answered": "answered",
    "partly": "answered in part",
    "promised": "an answer was promised",
    "none_minuted": "no answer minuted",
    "cut_off": "the minutes read are cut off here",
}
"""How far a question of members was answered."""
_PRESS_ANSWERS = {"none_minuted": "no answer reported", "cut_off": "the report read is cut off here"}
"""The same of a newspaper, which minutes nothing."""
WAIVERS = {
    "holds": "waived",
    "expired": "waiver expired, open again",
    "lapsed": "waiver lapsed, what it was given for has changed",
    "not_waivable": "cannot be waived",
}
"""What became of a waiver."""
SHOWN = {
    "met": "shown",
    "weak": "shown in part",
    "promised": "promised",
    "overdue": "overdue",
    "cannot_tell": "cannot tell",
    "gap": "none found",
    "not_applicable": "not called for",
}
"""Outcomes in the fewest words, in the order of a tally."""

_KIND_NAMES = {"news": "news report", "editorial": "comment article", "other": "source"}
_PART_WORDS = {
    "baseline": "baseline",
    "comparator": "comparator",
    "period": "period",
    "source": "source",
    "groups": "the groups considered",
    "data": "the data used",
    "who": "who concluded it",
    "when": "when",
}
_SAYS = {"asserted": "states", "expected": "expects", "hoped": "hopes", "hypothesis": "seeks to find"}


def day(value: datetime.date | None) -> str:
    """Return a date as it is said: 17 March 2021."""
    return f"{value.day} {value:%B %Y}" if value else "undated"


def kind_name(source: Source) -> str:
    """Return what sort of document a source is."""
    return _KIND_NAMES.get(source.kind, spoken(source.kind))


def name_of(source: Source) -> str:
    """Return a short name of a source: its sort and date."""
    return f"{kind_name(source)} of {when(source)}" if when(source) else f"{kind_name(source)}, undated"


def when(source: Source) -> str:
    """Return the day readers know a source by: its meeting, else its publication, else about when; or nothing."""
    known = source.meeting_date or source.published
    if known:
        return day(known)
    return f"about {source.known_from:%B %Y}" if source.known_from else ""


def answer_words(state: str, source: Source) -> str:
    """Return how far a question was answered, as the source that tells of it can say."""
    return (_PRESS_ANSWERS.get(state) if source.kind in PRESS else None) or ANSWERS[state]


def answered(asked: Asked, source: Source, ledger: Ledger) -> str:
    """Return how far a question was answered: as recorded since, with the day, else as the source says."""
    since = ledger.last(f"{source.id}#{asked.id}", "answer")
    if since and since.state:
        return f"{ANSWERS[since.state]} on {day(since.on)}"
    return answer_words(asked.answer.state, source)


def quote_of(finding: Finding) -> str:
    """Return the words a finding is about; words on the merit of a person are never quoted."""
    return NOT_QUOTED if finding.claim and finding.claim.about_person else finding.quote


def says(finding: Finding) -> str:
    """Return the verb for a claim, by its certainty."""
    return _SAYS[finding.claim.certainty] if finding.claim else "says"


def place(offer: Offer, finding: Finding) -> str:
    """Return where an offer stands, naming its source where it is another."""
    if offer.source.id == finding.source.id:
        return offer.item.at
    return f"{offer.item.at} of the {name_of(offer.source)}"


def due_words(standing: Standing) -> str:
    """Return the due point of a commitment in words."""
    due = standing.commitment.due
    if standing.due_date:
        return f"by {day(standing.due_date)}"
    if isinstance(due, DueOn | DueWithin):
        return "within a period whose start is not known"
    if isinstance(due, DueBefore):
        return f"due with a further {spoken(due.before)}" + (f" to {due.body}" if due.body else "")
    return "no date"


def given(commitment: Commitment) -> str:
    """Return how a commitment came about: promised by an officer, requested or recommended by a body."""
    return {"undertaking": "promised", "request": "requested", "recommendation": "recommended"}[commitment.origin]


WEAK = {
    "supplied": "shown in part",
    "oral": "by word of mouth only",
    "referenced": "named, not attached",
    "exempt": "not public",
    "contradicted": "points the other way",
    "none_reasoned": "none, reasons in part",
    "contradiction": "cannot be squared",
    "repetition": "claimed again, not shown",
    "rising_certainty": "put more firmly",
    "stage_mismatch": "already under way",
    "kept_in_part": "kept in part",
    "not_found": "quotation not found",
    "wrong_place": "another place",
    "seal_broken": "seal does not fit",
    "stripped_hedge": "hedge left out",
    "source_changed": "original has changed",
    "source_conflict": "disagrees with itself",
}


def in_short(outcome: Outcome, reason: str = "") -> str:
    """Return an outcome in a few words where nothing but its codes is at hand."""
    return WEAK.get(reason, SHOWN["weak"]) if outcome == "weak" else SHOWN[outcome]


TRIGGERS = {
    "affects": "no group of people is coded as affected",
    "money_or_operative": "it is not about money and nothing is under way",
    "operative": "nothing is under way",
    "statutory": "no statutory duty or post is coded",
    "environment": "it does not touch the environment",
    "personal_data": "it does not touch personal data",
}


def without(details: tuple[str, ...]) -> str:
    """Return what supplied evidence does not show, to follow its name."""
    parts = [_PART_WORDS[code] for code in details if code in _PART_WORDS]
    text = f", without {' or '.join(parts)}" if parts else ""
    if "part_scope" in details:
        text += ", for part of what is claimed"
    if "stale" in details:
        text += ", and it is old"
    if "effect_shown" in details:
        text += ", while the paper shows an effect on people"
    return text
