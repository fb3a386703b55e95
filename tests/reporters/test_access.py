"""Who may read an output, and what a public one leaves out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from checker.reporters import as_json, text
from checker.reporters.access import access_of_all, for_publication, highest
from tests.engine.case import CLAIM, assessed

SECRET = "will save £40,000 on the sale of the depot"
PUBLIC = {"id": "open-paper", "meeting_date": "2024-03-01"}
OPEN = {"source": PUBLIC, "claims": [{**CLAIM, "quote": "will save £1 a year"}]}


def restricted(**source: Any) -> Any:
    return assessed(source=source, claims=[{**CLAIM, "quote": SECRET}], others=[OPEN])


@pytest.mark.parametrize("access", ["exempt", "confidential", "draft"])
def test_a_source_that_is_not_public_leaves_no_trace(access: str) -> None:
    """A public export holds neither the text nor the counts of exempt, confidential or draft sources."""
    whole = restricted(access=access, access_reason="paragraph 3")
    alone = assessed(claims=OPEN["claims"], source=PUBLIC)
    public = for_publication(whole)
    printed = "".join(text.render(public, everything=True)) + "".join(as_json.render(public))
    assert access == access_of_all(whole)
    assert access_of_all(public) == "public"
    assert SECRET not in printed
    assert "wexcombe-example-0" not in printed
    assert as_json.counts(alone) == as_json.counts(public)
    assert [f.fingerprint for f in alone.findings] == [f.fingerprint for f in public.findings]


def test_a_restricted_paragraph_goes_with_everything_that_rests_on_it() -> None:
    """A restricted paragraph of a public paper goes, and with it findings that looked at evidence there."""
    source = {"restricted": [{"at": "4.2", "access": "exempt", "reason": "paragraph 3"}]}
    hidden = {**CLAIM, "id": "C2", "at": "4.2", "quote": SECRET}
    evidence = [
        {"id": "E1", "kind": "performance_data", "status": "oral", "at": "4.2", "quote": SECRET, "covers": ["C1"]}
    ]
    public = for_publication(assessed(source=source, claims=[CLAIM, hidden], evidence=evidence))
    printed = "".join(as_json.render(public)) + "".join(text.render(public))
    assert SECRET not in printed
    assert "1 claim judged" in printed
    assert "performance-data" not in {f["rule"] for f in json.loads("".join(as_json.render(public)))["findings"]}


def test_the_highest_restriction_counts() -> None:
    """Confidential is more than exempt, exempt more than draft, draft more than public."""
    assert highest(["public", "exempt", "confidential", "draft"]) == "confidential"
    assert highest(["draft", "exempt"]) == "exempt"
    assert highest([]) == "public"
