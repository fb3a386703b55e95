"""What a point says: what was found, what members may ask, one way to settle it, and what that rests on."""

from __future__ import annotations

from typing import NamedTuple

from checker.model.coding import Commitment
from checker.model.draft import DraftOddity
from checker.model.finding import Finding
from checker.model.precheck import Precheck
from checker.model.section import Section
from checker.model.words import spoken
from checker.reporters.layout import quoted
from checker.reporters.names import FORCE
from checker.reporters.wording import Words

_SPOKEN_OF = {
    "economies_of_scale": "economies of scale",
    "financial_saving": "a saving",
    "improved_outcomes": "better outcomes",
    "improved_quality": "better quality",
    "capacity_resilience": "enough capacity",
    "leadership_expertise": "leadership or expertise",
    "past_success": "past success",
    "demand_reduction": "lower demand",
    "no_adverse_impact": "no adverse effect",
    "external_funding": "funding from outside",
    "reputation": "reputation",
    "workforce": "a benefit for staff",
    "no_alternative": "no other option",
    "satisfaction_support": "support for it",
    "comparison_benchmark": "a comparison with others",
    "target_forecast": "a figure for the future",
    "legal_assurance": "legal footing",
    "cost_neutral": "no extra cost",
    "cost_sharing": "shared cost",
    "need_or_problem": "a need",
}
_AS = {"asserted": "as a fact", "expected": "as expected", "hoped": "as hoped for", "hypothesis": "as a possibility"}
_ASKED = {
    "empty": "What is the answer under “{title}”?",
    "bare_nil": "What was considered in reaching the answer under “{title}”?",
    "deferred": "When will members see what is to follow under “{title}”, and from whom?",
    "contradicted": "How does the answer under “{title}” sit with {other}?",
}
_ASKED_OF_GROUPS = {
    "empty": "What is the answer for {title}?",
    "bare_nil": "What was considered in reaching the answer for {title}?",
}


class Said(NamedTuple):
    """The sentences of a point; each may be empty."""

    found: str
    ask: str
    settle: str
    rests: str
    """How much force that has; empty where it speaks for itself."""
    same: str = ""
    """What tells that two questions are one, whatever places they name."""


def of_section(one: Section) -> Said:
    """Return the sentences for a heading of the template, or for a placeholder."""
    asked = _ASKED_OF_GROUPS if one.kind == "equality-form" and one.state in _ASKED_OF_GROUPS else _ASKED
    ask = asked.get(one.state, "").format(title=one.title, other=one.other_at)
    if one.state == "placeholder":
        return Said(one.says, "", f"Fill {_them(one)} in, or take {_them(one)} out.", "")
    says = f"{one.says}: {quoted(one.other_quote.rstrip('.'))}." if one.other_quote else one.says
    return Said(says, ask, _sentence(one.settle), FORCE["practice"])


def _them(one: Section) -> str:
    return "them" if one.says.startswith("There are") else "it"


def of_oddity(one: DraftOddity) -> Said:
    """Return the sentences for two passages that do not agree."""
    settle = {
        "total": "Correct the parts or the total; or say what else is in it.",
        "percentage": "Correct the percentage or the figures; or say what it is of.",
        "number": "Give one figure in both places; or say how they differ.",
        "date": "Correct the date.",
        "numbering": "Number the paragraphs anew, and look at what refers to them.",
        "certainty": "Use the wording that matches what is known, or add what was learned in between.",
    }[one.kind]
    return Said(one.says, "", settle, "")


def of_finding(finding: Finding, words: Words, precheck: Precheck) -> Said:
    """Return the sentences for a finding; no question where its rule has none for the outcome."""
    put = words.question(finding)
    forces = [FORCE[basis.force] for basis in words.bases(finding)]
    rests = forces[0] if forces else FORCE["practice"]
    bare = finding.rule.question(finding.outcome, finding.kinds)
    same = f"{finding.rule.id} {bare.opener_for(finding.amount)}" if bare else ""
    return Said(_found(finding, words, precheck), put.opener if put else "", words.remedy(finding), rests, same)


def _found(finding: Finding, words: Words, precheck: Precheck) -> str:
    """Return what the paper speaks of at a passage, as firmly as it does, and what was found for it."""
    claim = finding.claim
    message = _timed(finding, _in_this_paper(words.message(finding, brief=True), precheck), precheck)
    if claim is None or claim.about_person or isinstance(finding.subject, Commitment):
        return message
    kinds = " and ".join(_SPOKEN_OF.get(kind, spoken(kind)) for kind in claim.kinds[:2])
    spoken_of = f"The paper speaks of {kinds} here, {_AS[claim.certainty]}"
    if finding.rule.judges == "evidence" and finding.reason == "absent":
        return f"{spoken_of}, with no {spoken(finding.evidence_kind or '')} found in it."
    return f"{spoken_of}. {message}"


def _timed(finding: Finding, message: str, precheck: Precheck) -> str:
    """Return the message with the time of a promise as it is printed, where it gives no day."""
    best = finding.evidence[0].id.partition("#")[2] if finding.evidence else ""
    return message.replace("(no date)", f"(“{precheck.dated[best]}”)") if best in precheck.dated else message


def _in_this_paper(message: str, precheck: Precheck) -> str:
    if len(precheck.assessment.casefile.dossiers) > 1:
        return message
    return message.replace("in the sources read", "in this paper")


def _sentence(text: str) -> str:
    plain = " ".join(text.split())
    return f"{plain}." if plain and not plain.endswith((".", "”", '"')) else plain
