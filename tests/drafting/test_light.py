"""A dozen candidates for ten minutes."""

from __future__ import annotations

from checker.drafting.light import MOST, lightened
from checker.model.draft import Draft
from tests.drafts import EVIDENCE, document, draft, drafted_claim, drafted_promise


def offered(found: Draft) -> int:
    """Return how many candidates a person would be asked about."""
    pieces = sum(one.status in ("supplied", "referenced", "none_stated") for one in found.evidence)
    return pieces + len(found.claims) + len(found.commitments)


def test_twelve_at_most() -> None:
    """However much a paper holds, a person is asked about twelve things at most."""
    claims = tuple(drafted_claim(ordinal=7, rank=number / 50) for number in range(40))
    promises = tuple(drafted_promise(ordinal=number) for number in range(40))
    light = lightened(draft(claims=claims, commitments=promises), document())
    assert MOST == offered(light)
    assert {True} == {bool(light.claims), bool(light.commitments), light.evidence == EVIDENCE}


def test_what_is_left_when_there_are_no_promises() -> None:
    """Where a paper promises nothing the room goes to claims, the surest of them, in the order of the paper."""
    claims = tuple(drafted_claim(ordinal=7, quote=f"claim {n}", rank=n / 50) for n in range(40))
    light = lightened(draft(claims=claims, commitments=(), evidence=()), document())
    assert [f"claim {n}" for n in range(28, 40)] == sorted(claim.quote for claim in light.claims)


def test_implications_and_what_is_under_way() -> None:
    """Of claims those under headings of implications stay, and those already under way wherever they stand."""
    claims = (
        drafted_claim(ordinal=4, quote="Moving would save money"),
        drafted_claim(ordinal=5, quote="A manager has been appointed and brings expertise"),
        drafted_claim(ordinal=7, quote="No residents will be affected"),
    )
    light = lightened(draft(claims=claims), document())
    assert [5, 7] == [claim.ordinal for claim in light.claims]


def test_the_surest_come_first() -> None:
    """A likely promise is kept before a faint one."""
    promises = tuple(drafted_promise(ordinal=n, confidence="likely" if n > 30 else "faint") for n in range(40))
    light = lightened(draft(claims=(), commitments=promises), document())
    assert {31, 32, 33, 34, 35, 36, 37, 38, 39} <= {promise.ordinal for promise in light.commitments}
