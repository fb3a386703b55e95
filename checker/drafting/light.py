"""The dozen candidates worth ten minutes: evidence, promises, what is under way, recommendations, implications."""

from __future__ import annotations

import dataclasses
import re

from checker.model.document import Document
from checker.model.draft import OFFERED, Candidate, Draft, surest

MOST = 12
"""How many candidates a light draft offers at most."""
_HALF_OF_THE_REST = 2
_HEADINGS = re.compile(
    r"\b(recommend|implication|equalit|financ|legal|risk|environment|climate|resource|"
    r"human rights|data protection|what is asked|decision)",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(already|now (leads?|runs?|provides?|holds?)|"
    r"(has|have|was|were) (now |already )?(been )?(appointed|seconded|agreed|begun|started|introduced|implemented|awarded))\b",
    re.IGNORECASE,
)


def lightened(draft: Draft, document: Document) -> Draft:
    """Return the draft with a dozen candidates at most, evidence among them; oddities stay.

    What is offered as evidence comes first, then promises and claims by turns, the surest first:
    of claims only those under way, and those under headings of recommendations and implications.
    """
    kept = [one for one in draft.evidence if one.status in OFFERED]
    room = MOST - len(kept)
    headed = _headed(document)
    claims = [one for one in draft.claims if one.ordinal in headed or _UNDER_WAY.search(one.quote)]
    share = max(room // _HALF_OF_THE_REST, room - len(claims))
    chosen = surest(draft.commitments)[:share]
    best = surest(claims)[: room - len(chosen)]
    return dataclasses.replace(draft, claims=_in_order(best), commitments=_in_order(chosen))


def _in_order(found: list[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(found, key=lambda one: one.ordinal))


def _headed(document: Document) -> frozenset[int]:
    """Return the paragraphs that stand under a heading of recommendations or implications."""
    found, under = set(), False
    for paragraph in document.paragraphs:
        if paragraph.part == "heading":
            under = bool(_HEADINGS.search(paragraph.text))
        elif under or _HEADINGS.search(paragraph.text.partition(":")[0][:40] if ":" in paragraph.text[:60] else ""):
            found.add(paragraph.ordinal)
    return frozenset(found)
