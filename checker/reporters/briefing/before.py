"""What went before: promises and requests not seen since, questions put and how they were answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.model.casefile import Dossier
from checker.model.coding import Asked
from checker.model.finding import Assessment, Standing
from checker.model.words import HEADLINE, PRESS, CommitmentState, spoken
from checker.reporters.briefing.page import AskedBefore, Promised
from checker.reporters.briefing.scope import Scope
from checker.reporters.names import answered, day, due_words, given, name_of

_STATES: dict[CommitmentState, str] = {
    "overdue": "overdue",
    "fell_due_unread": "it fell due, that paper was not read",
    "kept_in_part": "seen in part",
    "due_soon": "due soon",
    "undated": "",
    "open": "",
}
"""The states in which something is still to be seen, the most pressing first."""
_ORDER = list(_STATES)
NOT_EVIDENCE = frozenset({"report", "policy_or_plan", "information", "action"})
"""What may be promised beside evidence."""
_ANSWER_ORDER = ("none_minuted", "cut_off", "promised", "partly")
_Waiting = tuple[bool, str, bool, int, int, int]


def promised(assessment: Assessment, scope: Scope) -> tuple[Promised, ...]:
    """Return what was promised or asked for and was not seen, the most pressing first."""
    standings = [one for one in assessment.standings if scope.holds_item(one.commitment, one.source)]
    waiting = [one for one in standings if one.state in _STATES and _is_waiting(one, assessment)]
    waiting.sort(key=lambda one: (_ORDER.index(one.state), -one.source.order[0].toordinal(), _due(one), _weight(one)))
    return tuple(_promised(one) for one in waiting)


def _weight(standing: Standing) -> int:
    """Return how soon a promise is named among others of its kind: headline evidence first, then other evidence."""
    provides = set(standing.commitment.provides)
    return 0 if provides & set(HEADLINE) else 1 if provides - NOT_EVIDENCE else 2


def _is_waiting(standing: Standing, assessment: Assessment) -> bool:
    """Tell whether it is still to be seen: what is open counts once anything later is known on it."""
    answered = standing.response.state if standing.response else standing.commitment.response
    if answered == "rejected" or set(standing.seen) >= set(standing.commitment.provides):
        return False
    return standing.state != "open" or _has_passed(standing, assessment)


def _has_passed(standing: Standing, assessment: Assessment) -> bool:
    about = {standing.commitment.topic} - {None} or set(standing.source.topics)
    casefile = assessment.casefile
    later = [d.source for d in casefile.dossiers] + list(casefile.registered)
    return any(about & set(source.topics) and source.is_after(standing.source) for source in later)


def _promised(standing: Standing) -> Promised:
    commitment = standing.commitment
    provides = tuple(spoken(kind) for kind in commitment.provides if kind not in standing.seen)
    state = _STATES[standing.state]
    if standing.reported_done:
        said = f"reported done on {day(standing.reported_done.on)}, not yet verified"
        state = f"{state}; {said}" if state else said
    return Promised(
        commitment.says or " and ".join(spoken(kind) for kind in commitment.provides),
        given(commitment).capitalize(),
        name_of(standing.source),
        commitment.at,
        _due(standing),
        state,
        provides,
    )


def _due(standing: Standing) -> str:
    """Return when it is due; a date that somebody granted holds instead of the first."""
    last = standing.dates[-1] if standing.dates else None
    if last and last.granted_by:
        return f"moved to {day(last.day)} (granted by the post {last.granted_by})"
    return due_words(standing)


def asked(assessment: Assessment, scope: Scope) -> tuple[AskedBefore, ...]:
    """Return the questions put before that have no full answer yet."""
    waiting = [
        (dossier.source.kind in PRESS, state, not question.about, -dossier.source.order[0].toordinal(), number, place)
        for place, dossier in enumerate(assessment.casefile.dossiers)
        for number, question in enumerate(dossier.coding.asked)
        if (state := assessment.casefile.answered(dossier.source, question)) != "answered"
        and scope.holds_item(question, dossier.source)
    ]
    dossiers = assessment.casefile.dossiers
    return tuple(
        _asked(dossiers[place].coding.asked[number], dossiers[place], assessment)
        for *_, number, place in _in_turn(sorted(waiting))
    )


def _in_turn(waiting: Iterable[_Waiting]) -> list[_Waiting]:
    """Return the questions so that each sort of answer comes before a second of any: minutes before the press."""
    turns: Counter[tuple[bool, str]] = Counter()
    ordered = []
    for entry in waiting:
        press, state = entry[:2]
        ordered.append((press, turns[press, state], _ANSWER_ORDER.index(state), entry))
        turns[press, state] += 1
    return [entry for *_, entry in sorted(ordered)]


def _asked(question: Asked, dossier: Dossier, assessment: Assessment) -> AskedBefore:
    source = dossier.source
    since = assessment.casefile.ledger.last(f"{source.id}#{question.id}", "answer")
    answer = answered(question, source, assessment.casefile.ledger)
    if not (since and since.state):
        answer += _words(question, dossier)
    return AskedBefore(question.says, name_of(source), question.at, answer)


def _words(question: Asked, dossier: Dossier) -> str:
    """Return the words of an answer that was given in part; none where the paragraph speaks of a person's merit."""
    answer = question.answer
    at = answer.at or question.at
    about_person = any(claim.about_person and claim.at == at for claim in dossier.coding.claims)
    if answer.quote is None or answer.state == "cut_off" or about_person:
        return ""
    return f", “{answer.quote.strip()}”" if at == question.at else f", “{answer.quote.strip()}” ({at})"
