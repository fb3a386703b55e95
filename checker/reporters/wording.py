"""The sentences for findings, shared by all reporters, from the words in `names`. Neutral: no adjective, no motive."""

from __future__ import annotations

import datetime

from checker.model.coding import Asked, Commitment
from checker.model.finding import Assessment, Disposition, Finding, Offer
from checker.model.ledger import Event
from checker.model.rule import Basis, Question
from checker.model.source import Conflict, Source
from checker.model.words import spoken
from checker.reporters.names import TRIGGERS, WEAK, answered, day, due_words, given, name_of, place, without


class Words:
    """Turns the codes of one assessment into sentences."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.topics = {topic.id: topic.title for topic in assessment.casefile.topics.values()}
        self.sources = {d.source.id: d.source for d in assessment.casefile.dossiers}
        self._standings = {standing.id: standing for standing in assessment.standings}

    def answered(self, asked: Asked, source: Source) -> str:
        """Return how far a question was answered."""
        return answered(asked, source, self.assessment.casefile.ledger)

    def disposition(self, finding: Finding) -> Disposition | None:
        """Return what people recorded about a finding."""
        return self.assessment.dispositions.get(finding.fingerprint)

    def said(self, event: Event) -> str:
        """Return the words of an event of the ledger."""
        return self.assessment.casefile.ledger.said(event)

    def topic(self, name: str) -> str:
        """Return the title of a topic, or of the source that stands in for one."""
        if name in self.topics:
            return self.topics[name]
        return self.sources[name].title if name in self.sources else name

    def due(self, offer: Offer) -> str:
        """Return the due point of a commitment offered."""
        standing = self._standings.get(offer.id)
        return due_words(standing) if standing else "no date"

    def message(self, finding: Finding, *, brief: bool = False) -> str:
        """Return what was found, as one or two plain sentences; brief: without what was not read."""
        text = self._evidence(finding) if finding.rule.judges == "evidence" else self._flag(finding)
        if finding.claim and finding.claim.reported:
            text += " Reported here; the paper itself was not read."
        if finding.outcome == "gap" and finding.source.missing and not brief:
            text += f" Not read: {' '.join(missing.says for missing in finding.source.missing)}"
        return text

    def short(self, finding: Finding) -> str:
        """Return the outcome in a few words, for a heading."""
        best = finding.evidence[0] if finding.evidence else None
        match finding.outcome:
            case "gap":
                return "none found"
            case "overdue":
                return f"{self._given(best) if best else 'promised'}, overdue"
            case "cannot_tell":
                return "fell due, paper not read" if finding.reason != "unreadable" else "cannot tell"
            case "promised":
                dated = best is not None and isinstance(best.item, Commitment) and best.item.due is not None
                return f"{self._given(best) if best else 'promised'}, {'not yet seen' if dated else 'no date'}"
            case "weak":
                return WEAK.get(finding.reason, "shown in part")
        return spoken(finding.outcome)

    def _evidence(self, finding: Finding) -> str:
        kind = spoken(finding.evidence_kind or "")
        name = kind[0].upper() + kind[1:]
        best = finding.evidence[0] if finding.evidence else None
        if finding.outcome == "not_applicable":
            return f"{name}: looked at, and not called for here ({TRIGGERS.get(finding.reason, 'no trigger')})."
        if finding.reason == "unreadable":
            return f"{name}: cannot tell; the paragraph is cut off or unreadable in the copy read."
        if best is None:
            return f"{name}: none found in the sources read."
        return f"{name}: {self._offered(finding, best)}."

    def _offered(self, finding: Finding, best: Offer) -> str:
        where = place(best, finding)
        match best.status:
            case "promised":
                return f"{self._given(best)} at {where} ({self.due(best)}), not yet shown"
            case "overdue":
                return f"{self._given(best)} at {where} ({self.due(best)}), not seen in the sources read"
            case "fell_due_unread":
                paper = self._standings[best.id].paper
                return f"{self._given(best)} at {where} ({self.due(best)}); that paper is known ({self._paper(paper)}) and was not read; get it"
            case "supplied":
                return f"supplied at {where}" + without(finding.details)
            case "verified":
                return f"verified independently at {where}"
            case "contradicted":
                return f"the evidence at {where} points the other way"
            case "none_reasoned":
                return f"none, with reasons, at {where}" + without(finding.details)
            case "none_stated":
                return f'the paper says there is none, or none needed ("{best.item.quote.rstrip(".")}", {where})'
            case "oral":
                return f"given by word of mouth only ({where})"
            case "referenced":
                return f"named at {where}, not attached"
        return f"exists and is not public ({where})"

    def _paper(self, paper: str) -> str:
        if paper in self.sources:
            return name_of(self.sources[paper])
        words = paper.split(" on ")
        if len(words) == 2 and len(words[1]) == 10:
            return f"{spoken(words[0])} on {day(datetime.date.fromisoformat(words[1]))}"
        return paper

    def _flag(self, finding: Finding) -> str:
        subject, offer = finding.subject, finding.evidence[0] if finding.evidence else None
        other = f'"{finding.other.item.quote}" ({self.other(finding)})' if finding.other else ""
        if finding.other and finding.other.item.about_person:
            other = f"the words at {self.other(finding)}"
        kind = spoken(finding.evidence_kind or "").capitalize()
        origin = given(subject).capitalize() if isinstance(subject, Commitment) else ""
        match finding.reason:
            case "missing_part":
                return f"{kind} at {finding.at} is given{without(finding.details)}."
            case "part_scope":
                return f"{kind} at {finding.at} covers part of what is claimed."
            case "stale":
                return f"{kind} at {finding.at} dates from {day(datetime.date.fromisoformat(finding.details[0]))}, more than {finding.details[1]} months before the paper."
            case "bare_nil":
                return f"{kind}: none, at {finding.at}, with no reason given."
            case "oral":
                return f"{kind} is given by word of mouth only, at {finding.at}."
            case "referenced":
                return f"{kind} is named at {finding.at} and not attached."
            case "undated":
                return f"{origin} at {finding.at}: {self._promised(finding)}. No date is given."
            case "overdue" if offer:
                return f"{origin} at {finding.at} ({self.due(offer)}): {self._promised(finding)}. Not seen in the sources read."
            case "fell_due_unread" if offer:
                paper = self._paper(self._standings[offer.id].paper)
                return f"{origin} at {finding.at} ({self.due(offer)}): {self._promised(finding)}. Fell due; the paper ({paper}) was not read: get it."
            case "kept_in_part":
                seen = " and ".join(spoken(kind) for kind in finding.details)
                return f"{origin} at {finding.at}: {self._promised(finding)}. Seen since: {seen}; the rest was not."
            case "contradiction":
                return f"Cannot be squared, as it stands, with {other}."
            case "repetition":
                kinds = " and ".join(spoken(kind) for kind in finding.details)
                return f"Claimed before ({kinds}): {other}; still no headline evidence shown in the sources read."
            case "rising_certainty":
                return f"Put more firmly than {other}, with nothing shown in between."
            case "stage_mismatch":
                return f"A step under way at {finding.at}; the paper asks members to {finding.source.asks or 'consider options'}."
            case "not_found":
                return f"The quotation is not in the original: {finding.details[0]}."
            case "wrong_place":
                return f"The quotation has another place: {finding.details[0]}."
            case "seal_broken":
                return f"The seal does not fit: {finding.details[0]}."
            case "stripped_hedge":
                return f'The quotation leaves out "{finding.details[0]}", which stands before it.'
            case "source_changed":
                return "The original is not the file that was coded."
        if isinstance(subject, Conflict):
            return f'{subject.says} "{subject.quote}" ({subject.at}); "{subject.other_quote}" ({subject.other_at}).'
        return finding.reason

    @staticmethod
    def _given(offer: Offer) -> str:
        return given(offer.item) if isinstance(offer.item, Commitment) else "promised"

    @staticmethod
    def _promised(finding: Finding) -> str:
        """Return what was promised, in the coder's sentence where there is one."""
        commitment = finding.subject
        if not isinstance(commitment, Commitment):
            return ""
        return (commitment.says or ", ".join(spoken(kind) for kind in commitment.provides)).rstrip(".")

    def other(self, finding: Finding) -> str:
        """Return where the other side of a finding stands."""
        if isinstance(finding.subject, Conflict):
            return finding.subject.other_at
        other = finding.other
        if other is None:
            return ""
        return (
            other.item.at if other.source.id == finding.source.id else f"{other.item.at} of the {name_of(other.source)}"
        )

    def question(self, finding: Finding) -> Question | None:
        """Return the question for a finding, its places filled in; of a person, only what concerns the post."""
        kinds = finding.kinds
        if finding.claim and finding.claim.about_person:
            kinds = ("leadership_expertise",)
        question = finding.rule.question(finding.outcome, kinds)
        if question is None:
            return None
        fill = self._fill(finding)
        follow_ups = question.follow_ups
        pointed = finding.rule.question("gap", kinds)
        if finding.outcome == "cannot_tell" and pointed:  # where it can be read, then what it should say
            follow_ups = (pointed.opener_for(finding.amount), *follow_ups[:1])
        return Question(
            opener=question.opener_for(finding.amount).format_map(fill),
            follow_ups=tuple(text.format_map(fill) for text in follow_ups),
            full_answer=question.full_answer.format_map(fill),
            route=question.route,
        )

    def remedy(self, finding: Finding) -> str:
        """Return what would settle it, its places filled in."""
        return finding.rule.remedy_for(finding.kinds).format_map(self._fill(finding))

    def _fill(self, finding: Finding) -> dict[str, str]:
        offer = finding.evidence[0] if finding.evidence else None
        where = place(offer, finding) if offer else finding.at
        promised = offer if offer and isinstance(offer.item, Commitment) else None
        return {
            "at": finding.at,
            "promised_at": where,
            "due": self.due(promised).removeprefix("due ") if promised else "no date",
            "evidence_at": where,
            "other": self.other(finding) or "another passage",
        }

    def bases(self, finding: Finding) -> list[Basis]:
        """Return the bases of the rule that could be relied on at the date of the source."""
        known = self.assessment.rulebook.bases
        on = finding.source.date or finding.source.known_from
        return [known[name] for name in finding.rule.basis if known[name].held_on(on)]
