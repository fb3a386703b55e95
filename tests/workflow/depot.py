"""A draft report of Wexcombe in Word, and what a drafter would find in it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from checker.model.draft import Draft, DraftClaim, DraftCommitment, DraftEvidence
from checker.model.precheck import Precheck
from checker.readers.docx import read_docx
from checker.workflow.prechecking import Looked, look
from tests.readers import docx_making as made

DAY = datetime.date(2026, 3, 2)
LINES = (
    "Future of the Canal Street depot",
    "# 1. Recommendation",
    "1.1 Cabinet is asked to approve the move to one depot.",
    "# 2. Background",
    "2.1 The council runs two depots, the older one on Canal Street.",
    "# 3. The proposal",
    "3.1 One depot would save £40,000 a year from 2027.",
    "3.2 The move will improve outcomes for residents and disabled residents will lose a drop-off point.",
    "3.3 A second saving of £12,000 a year is possible from fuel.",
    "3.4 A cost-benefit analysis will be brought to the committee in the spring.",
    "3.5 It opens on Monday 12 March 2025.",
    "# 4. Financial implications",
    "4.1 The saving is £40,000 a year, from the streets budget; the build costs [insert figure].",
    "# 5. Legal implications",
    "5.1 The council acts under its general power of competence; the Monitoring Officer was asked.",
    "# 6. Equality implications",
    "6.1 None.",
)
STYLES = made.style("Heading1", "heading 1", paragraph='<w:outlineLvl w:val="0"/>', run="<w:b/>")


def word(lines: Sequence[str] = LINES) -> bytes:
    """Return the report as a Word file."""
    body = "".join(made.p(line.removeprefix("# "), style="Heading1" if line.startswith("# ") else "") for line in lines)
    return made.document(body, styles=STYLES)


def written(folder: Path, name: str = "depot.docx", lines: Sequence[str] = LINES) -> Path:
    """Write the report into a folder and return its path."""
    path = folder / name
    path.write_bytes(word(lines))
    return path


def claim(at: str, quote: str, ordinal: int, *kinds: str, **more: str) -> DraftClaim:
    """Return a candidate."""
    fields = {"certainty": "expected", "confidence": "likely", **more}
    return DraftClaim(at, quote, kinds or ("financial_saving",), because=("would",), ordinal=ordinal, **fields)  # type: ignore[arg-type]


DRAFT = Draft(
    claims=(
        claim("3.1", "One depot would save £40,000 a year from 2027", 7),
        claim("3.2", "The move will improve outcomes for residents", 8, "improved_outcomes", certainty="asserted"),
        claim("3.3", "A second saving of £12,000 a year is possible from fuel", 9, confidence="possible"),
    ),
    commitments=(
        DraftCommitment("3.4", "A cost-benefit analysis will be brought to the committee in the spring", ("cost_benefit_analysis",), "likely", ("will be brought",), 10, due="in the spring"),
    ),
    evidence=(
        DraftEvidence("performance_data", "absent"),
        DraftEvidence("equality_impact_assessment", "none_stated", "6.1", "None.", (), 17),
        DraftEvidence("cost_benefit_analysis", "promised", "3.4", "A cost-benefit analysis will be brought to the committee in the spring", (), 10),
    ),
)  # fmt: skip


def seen(draft: Draft = DRAFT, lines: Sequence[str] = LINES, **asked: object) -> Precheck:
    """Return what is found in the report, its candidates given."""
    raw = word(lines)
    looked = Looked(Path("depot.docx"), as_of=DAY, **asked)  # type: ignore[arg-type]
    return look(looked, read_docx(raw, "depot.docx"), raw, draft)
