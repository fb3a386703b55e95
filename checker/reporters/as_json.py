"""JSON as other programs read it: design section 8 is the contract. Fields may be added, never renamed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from checker import __version__
from checker.model.casefile import VERIFIED, Dossier
from checker.model.coding import DueBefore, quotations
from checker.model.finding import Assessment, Disposition, Finding, Matter, Offer, Standing
from checker.model.ledger import Event
from checker.model.rule import Question
from checker.model.words import OUTCOMES
from checker.reporters.names import due_words, quote_of
from checker.reporters.wording import Words

SCHEMA_VERSION = 1


def render(assessment: Assessment) -> Iterator[str]:
    """Yield the whole assessment as one JSON object."""
    words = Words(assessment)
    data = {
        "schema_version": SCHEMA_VERSION,
        "manifest": manifest(assessment),
        "sources": [source(dossier) for dossier in assessment.casefile.dossiers],
        "counts": counts(assessment),
        "matters": [_matter(matter, words) for matter in assessment.matters],
        "findings": [finding(one, words) for one in assessment.findings],
        "waived": [one.fingerprint for one in assessment.waived],
        "unused_waivers": [event.subject for event in assessment.unused_waivers],
        "commitments": [commitment(one) for one in assessment.standings],
    }
    yield dump(data)


def dump(data: Any) -> str:
    """Return the JSON text of the data, the same for the same data."""
    return to_json(data, indent=1).decode() + "\n"


def render_lines(assessment: Assessment) -> Iterator[str]:
    """Yield one JSON object a line: the manifest, then each finding in codes, without its words."""
    head = {"schema_version": SCHEMA_VERSION, "manifest": manifest(assessment), "counts": counts(assessment)}
    yield to_json(head).decode() + "\n"
    for one in assessment.findings:
        # ids, places and codes hold nothing that JSON would have to escape: their patterns see to that
        fingerprint, content, rule, outcome, level, _, _, subject, _, evidence_kind, evidence, _, reason, _ = one
        kind = f'"{evidence_kind}"' if evidence_kind else "null"
        looked_at = ",".join([f'"{offer.id}"' for offer in evidence]) if evidence else ""
        yield (
            f'{{"fingerprint":"{fingerprint}","content":"{content}","rule":"{rule.id}",'
            f'"outcome":"{outcome}","level":"{level}","subject":"{subject}","at":"{one.at}",'
            f'"evidence_kind":{kind},"evidence":[{looked_at}],"reason":"{reason}"}}\n'
        )


def manifest(assessment: Assessment) -> dict[str, Any]:
    """Return what it takes to run this assessment again and get the same bytes."""
    return {
        "tool": f"checker {__version__}",
        "profile": assessment.profile.id,
        "as_of": assessment.as_of.isoformat(),
        "rules_sha256": assessment.rulebook.sha256,
        "ledger": str(assessment.casefile.ledger.checkpoint(assessment.as_of)),
        "inputs": [{"path": item.path, "sha256": item.sha256} for item in assessment.casefile.all_inputs()],
    }


def counts(assessment: Assessment) -> dict[str, int]:
    """Return how many findings have each outcome."""
    found = dict.fromkeys(("gap", "overdue", "promised", "weak", "cannot_tell", "met", "not_applicable"), 0)
    assert set(found) == set(OUTCOMES)
    for one in assessment.findings:
        found[one.outcome] += 1
    return found


def source(dossier: Dossier) -> dict[str, Any]:
    """Return a source as the contract lists it."""
    record = dossier.source
    states = [check.state for check in dossier.checks.values()]
    return {
        "id": record.id,
        "title": record.title,
        "kind": record.kind,
        "date": record.date.isoformat() if record.date else None,
        "stage": record.stage,
        "asks": record.asks,
        "access": record.access,
        "restricted": sorted({paragraph.access for paragraph in record.restricted}),
        "quotes_total": sum(1 for _ in quotations(dossier.coding)),
        "quotes_verified": sum(state in VERIFIED for state in states),
        "quotes_sealed": states.count("sealed"),
    }


def finding(one: Finding, words: Words) -> dict[str, Any]:
    """Return a finding as the contract lists it."""
    question = words.question(one)
    return {
        "fingerprint": one.fingerprint,
        "content": one.content,
        "rule": one.rule.id,
        "outcome": one.outcome,
        "level": one.level,
        "subject": {"type": one.subject_type, "id": one.subject_id},
        "claim": one.subject_id if one.claim else None,
        "source": one.source.id,
        "at": one.at,
        "quote": quote_of(one),
        "kinds": list(one.kinds),
        "evidence_kind": one.evidence_kind,
        "evidence": [_offer(offer) for offer in one.evidence],
        "other": one.other.id if one.other else None,
        "reason": one.reason,
        "message": words.message(one),
        "why": one.rule.why,
        "basis": [
            {
                "title": b.title,
                "text": b.text,
                "force": b.force,
                "url": b.url,
                "checked": b.checked.isoformat() if b.checked else None,
            }
            for b in words.bases(one)
        ],
        "question": _question(question, one.rule.theme_of(one.evidence_kind)),
        "remedy": words.remedy(one),
        "disposition": _disposition(words.disposition(one), words),
        "reply": _reply(words.disposition(one), words),
    }


def _disposition(held: Disposition | None, words: Words) -> dict[str, Any] | None:
    if held is None:
        return None
    if held.waiver:
        event = held.waiver.event
        state = "waived" if held.waiver.state == "holds" else f"waiver_{held.waiver.state}"
        more = {"reason": words.said(event), "approver": event.granted_by, "expires": _iso(event.due)}
        return {"state": state, "by": event.by, "on": _iso(event.on), **more}
    if held.decision:
        event = held.decision
        return {"state": event.state, "by": event.by, "on": _iso(event.on), "reason": words.said(event)}
    return None


def _reply(held: Disposition | None, words: Words) -> dict[str, Any] | None:
    if held is None or held.reply is None:
        return None
    event = held.reply
    return {
        "state": event.state,
        "by": event.by,
        "on": _iso(event.on),
        "where": event.where,
        "words": words.said(event),
        "about_an_earlier_wording": held.reply_is_earlier,
    }


def _iso(value: datetime.date | None) -> str | None:
    return value.isoformat() if value else None


def _offer(offer: Offer) -> dict[str, str]:
    return {"id": offer.id, "status": offer.status, "at": offer.item.at, "quote": offer.item.quote}


def _question(question: Question | None, theme: str) -> dict[str, Any] | None:
    if question is None:
        return None
    return {
        "theme": theme,
        "opener": question.opener,
        "follow_ups": list(question.follow_ups),
        "full_answer": question.full_answer,
        "route": question.route,
    }


def _matter(matter: Matter, words: Words) -> dict[str, Any]:
    first = matter.findings[0]
    return {
        "rank": matter.rank,
        "theme": matter.theme,
        "title": matter.title,
        "topic": matter.topic,
        "why_first": matter.why_first,
        "findings": [one.fingerprint for one in matter.findings],
        "question": _question(words.question(first), matter.theme) or {},
    }


def commitment(standing: Standing) -> dict[str, Any]:
    """Return a commitment as the contract lists it."""
    made, due = standing.commitment, standing.commitment.due
    return {
        "id": standing.id,
        "origin": made.origin,
        "source": standing.source.id,
        "at": made.at,
        "quote": made.quote,
        "provides": list(made.provides),
        "due_date": _iso(standing.due_date),
        "dates": [
            {"due": _iso(date.day), "granted_by": date.granted_by or None, "on": _iso(date.on)}
            for date in standing.dates
        ],
        "due_event": due_words(standing) if isinstance(due, DueBefore) else None,
        "state": standing.state,
        "paper": standing.paper or None,
        "seen": list(standing.seen),
        "reported_done": _closing(standing.reported_done),
        "closed_by": _closing(standing.closed),
    }


def _closing(event: Event | None) -> dict[str, Any] | None:
    if event is None:
        return None
    return {"kind": event.kind, "by": event.by, "on": _iso(event.on), "where": event.where}
