"""The evidence matrix as plain words, before it becomes a page, a document or a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from checker.model.casefile import Dossier
from checker.model.coding import Claim
from checker.model.finding import Assessment, Finding, Offer
from checker.model.rule import EvidenceRule, Profile
from checker.model.source import Source
from checker.model.words import HEADLINE, NOT_QUOTED, WORST_FIRST, EvidenceKind, Outcome, spoken
from checker.reporters.access import access_of_all
from checker.reporters.footing import foot
from checker.reporters.layout import counted
from checker.reporters.names import SHOWN, day, kind_name, name_of, when
from checker.reporters.wording import Words

KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
TITLE = "Claims and the evidence shown for them"
SIGNS: dict[Outcome, str] = {
    "met": "●",
    "weak": "◐",
    "promised": "○→",
    "overdue": "○!",
    "gap": "–",
    "cannot_tell": "?",
    "not_applicable": "",
}
"""What stands beside the word; a reader who cannot see it loses nothing."""
KEY: tuple[tuple[str, str, str], ...] = (
    ("●", "shown", "evidence of this kind is given for the claim"),
    ("◐", "in part", "something is given, not all of it; or, as the cell then says: named and not attached, by word of mouth, not public, pointing the other way"),
    ("○→", "promised", "to come; not yet due, or without a date"),
    ("○!", "overdue", "to come, due by now, and not seen in the sources read"),
    ("–", "none found", "none in the sources read; it may exist elsewhere"),
    ("?", "cannot tell", "the paper that would show it fell due and was not read, or the passage cannot be read"),
    ("", "not called for", "not looked for with a claim of this kind at this stage"),
)  # fmt: skip
NOT_CALLED_FOR = "not called for"
NOT_LOOKED_AT = "not looked at"


class Cell(NamedTuple):
    """What was found for one claim and one kind of evidence."""

    sign: str
    word: str
    place: str = ""
    """Where the best piece stands; of another source with its sort and year."""
    outcome: Outcome = "not_applicable"
    finding: Finding | None = None

    @property
    def text(self) -> str:
        """The cell on one line."""
        word = f"{self.sign} {self.word}".strip()
        return f"{word}, {self.place}" if self.place else word


class Row(NamedTuple):
    """One claim."""

    id: str
    at: str
    words: str
    """The words of the claim with their marks; of a person's merit, that they are not quoted."""
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """The head of the row on one line."""
        return f"{self.id} · {self.at} · {self.words}"


class Sheet(NamedTuple):
    """The matrix of one source."""

    source: Source
    title: str
    line: str
    rows: tuple[Row, ...]
    totals: tuple[str, ...]
    """By kind: shown, of those called for."""
    notes: tuple[str, ...]


class Matrix(NamedTuple):
    """The matrices of all sources with a claim that the profile judges, the newest first."""

    title: str
    line: str
    access: str
    columns: tuple[str, ...]
    headline: int
    """How many of the columns are headline kinds; they come first."""
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]
    foot: tuple[str, ...]


def build(assessment: Assessment) -> Matrix:
    """Return the matrix of an assessment."""
    words = Words(assessment)
    looked_at = _looked_at(assessment)
    found = _by_cell(assessment.findings)
    sheets = [_sheet(d, assessment, found, looked_at, words) for d in reversed(assessment.casefile.dossiers)]
    return Matrix(
        TITLE,
        f"As of {day(assessment.as_of)}. {assessment.profile.title}.",
        access_of_all(assessment),
        tuple(_capital(spoken(kind)) for kind in KINDS),
        len(HEADLINE),
        tuple(sheet for sheet in sheets if sheet.rows),
        tuple(_notes(assessment, looked_at)),
        foot(assessment),
    )


def _looked_at(assessment: Assessment) -> frozenset[str]:
    """Return the kinds of evidence that the profile has a rule for."""
    rules = assessment.rulebook.rules
    return frozenset(
        rule.evidence_kind for rule in rules if isinstance(rule, EvidenceRule) and _chosen(rule, assessment.profile)
    )


def _chosen(rule: EvidenceRule, profile: Profile) -> bool:
    names = {rule.id, rule.group}
    return not names & set(profile.without) and (profile.rules == "all" or bool(names & set(profile.rules)))


Place = tuple[str, str]
"""The full id of a claim, and a kind of evidence."""


def _by_cell(findings: Iterable[Finding]) -> dict[Place, Finding]:
    """Return the finding of each cell, the worst where two rules look for one kind."""
    found: dict[Place, Finding] = {}
    for finding in findings:
        if finding.rule.judges == "evidence" and finding.evidence_kind:
            place = (finding.subject_id, finding.evidence_kind)
            found[place] = min((f for f in (found.get(place), finding) if f), key=_worst_first)
    return found


def _worst_first(finding: Finding) -> int:
    return WORST_FIRST.index(finding.outcome)


def _sheet(
    dossier: Dossier, assessment: Assessment, found: dict[Place, Finding], looked_at: frozenset[str], words: Words
) -> Sheet:
    source = dossier.source
    judged = [claim for claim in dossier.coding.claims if claim.by in assessment.profile.judges]
    rows = tuple(_row(claim, source, found, looked_at, words) for claim in judged)
    left = len(dossier.coding.claims) - len(judged)
    notes = [f"Not read: {missing.says}" for missing in source.missing]
    if left:
        notes.append(f"{counted(left, 'claim')} of others, not judged under this profile, not shown.")
    line = f"{kind_name(source)} · {when(source) or 'undated'} · {counted(len(rows), 'claim')}"
    return Sheet(source, source.title, line, rows, _totals(rows), tuple(notes))


def _row(
    claim: Claim, source: Source, found: dict[Place, Finding], looked_at: frozenset[str], words: Words
) -> Row:  # fmt: skip
    quoted = NOT_QUOTED if claim.about_person else f"“{claim.quote.strip()}”"
    cells = (
        _cell(found.get((f"{source.id}#{claim.id}", kind)), words, NOT_CALLED_FOR if kind in looked_at else NOT_LOOKED_AT)
        for kind in KINDS
    )  # fmt: skip
    return Row(claim.id, claim.at, quoted, tuple(cells))


def _cell(finding: Finding | None, words: Words, otherwise: str) -> Cell:
    if finding is None or finding.outcome == "not_applicable":
        return Cell("", otherwise)
    waived = ", waived" if words.assessment.is_waived(finding) and finding.is_open else ""
    place = _place(finding.evidence[0], finding) if finding.evidence else ""
    return Cell(SIGNS[finding.outcome], _word(finding, words) + waived, place, finding.outcome, finding)


def _word(finding: Finding, words: Words) -> str:
    if finding.outcome != "weak":
        return SHOWN[finding.outcome]
    return "in part" if finding.reason == "supplied" else words.short(finding)


def _place(offer: Offer, finding: Finding) -> str:
    """Return the paragraph; of another source with its sort and year, to fit a cell."""
    if offer.source.id == finding.source.id:
        return offer.item.at
    known = offer.source.date or offer.source.known_from
    return f"{offer.item.at} of {kind_name(offer.source)}" + (f" {known.year}" if known else "")


def _totals(rows: Sequence[Row]) -> tuple[str, ...]:
    columns = list(zip(*(row.cells for row in rows), strict=True))
    called = [[cell for cell in column if cell.finding] for column in columns]
    return tuple(
        f"{sum(cell.outcome == 'met' for cell in column)} of {len(column)}" if column else "" for column in called
    )


def _notes(assessment: Assessment, looked_at: frozenset[str]) -> Iterable[str]:
    yield "“None found” means none in the sources read; it may exist elsewhere. A place is the paragraph of the best piece of evidence, or of the promise."
    missing = [spoken(kind) for kind in KINDS if kind not in looked_at]
    if missing:
        yield f"Not looked at under this profile: {', '.join(missing)}."
    if assessment.casefile.registered:
        unread = "; ".join(f"{source.title} ({name_of(source)})" for source in assessment.casefile.registered)
        yield f"Known and not read: {unread}."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
