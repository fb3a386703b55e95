"""How far two coders agree, and the list of disagreements, which is what they settle together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from checker import __version__
from checker.model.agreement import Agreed, Agreement, Cell, Coded, Difference, Disagreement, Found, Overlap
from checker.model.casefile import Input
from checker.model.coding import Claim, Coding, Commitment, Evidence
from checker.model.words import NOT_QUOTED, Access, spoken
from checker.reporters.as_json import SCHEMA_VERSION, dump
from checker.reporters.changes import quoted, typed
from checker.reporters.layout import counted, fold, labelled, wrapped
from checker.reporters.names import day

CAVEAT = "Kappa is agreement beyond chance. High figures show one way of working, not that it is the right one; coders who read the same examples agree more."
_EMPTY = {
    "stage": "that of the source",
    "operative": "not operative",
    "money": "not about money",
    "statutory": "not statutory",
    "about_person": "not about a person",
    "reported": "not reported",
    "affects": "nobody named",
    "topic": "no topic",
}
_FIELDS = {"by": "claimed by", "about_person": "person", "due": "due", "provides": "to provide"}


def render(agreement: Agreement, access: Access = "public") -> Iterator[str]:
    """Yield the figures, then the disagreements in the order of the paragraphs, in eighty columns."""
    yield from (line + "\n" for line in _report(agreement, access))


def _report(agreement: Agreement, access: Access) -> Iterator[str]:
    if access != "public":
        yield f"{access.upper()}: not for publication"
    yield from wrapped(agreement.a.source, "")
    yield from wrapped(f"A  {_coder(agreement.a)}", "  ")
    yield from wrapped(f"B  {_coder(agreement.b)}", "  ")
    yield ""
    for name, figure in figures(agreement):
        yield from fold(figure, f"  {name:<34} ", " " * 37)
    for one in agreement.agreed:
        yield from _cells(one)
    yield ""
    yield from wrapped(CAVEAT, "  ")
    yield ""
    yield f"Disagreements ({len(agreement.disagreements)})"
    for disagreement in agreement.disagreements:
        yield ""
        yield from _disagreement(disagreement)


def _cells(agreed: Agreed) -> Iterator[str]:
    apart = differing(agreed)
    if apart:
        yield ""
        yield f"  {agreed.name.capitalize()}, where they differ:"
        for cell in apart:
            yield from wrapped(f"{cell.number} × A {_word(cell.a)} · B {_word(cell.b)}", "    ")


def _disagreement(one: Disagreement) -> Iterator[str]:
    if one.a is None or one.b is None:
        who, item = ("A", one.a) if one.a is not None else ("B", one.b)
        assert item is not None
        yield f"{one.at}  {one.what} found by {who} only ({item.id})"
        yield from labelled(who, words(item, one))
        yield from labelled("", coded(item))
        return
    yield f"{one.at}  {one.what} coded otherwise ({one.a.id}, {one.b.id})"
    if one.a.quote == one.b.quote:
        yield from labelled("A, B", words(one.a, one))
    else:
        yield from labelled("A", words(one.a, one))
        yield from labelled("B", words(one.b, one))
    for difference in one.differences:
        name, a, b = side_by_side(difference)
        yield from labelled("", f"{name}: A {a} · B {b}")


def figures(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Yield each measure and its figure in words."""
    yield "claims found by both / only A / B", _found(agreement.claims)
    for one in agreement.agreed[:1]:
        yield one.name, _agreed(one)
    yield "any kind", _overlap(agreement.overlaps[0])
    for one in agreement.agreed[1:3]:
        yield one.name, _agreed(one)
    yield "commitments both / only A / B", _found(agreement.commitments)
    yield "to provide", _overlap(agreement.overlaps[1])
    for one in agreement.agreed[3:]:
        yield one.name, _agreed(one)
    yield "evidence both / only A / B", _found(agreement.evidence)
    for status in agreement.statuses:
        a, b = _status(status.a), _status(status.b)
        yield spoken(status.kind), f"both {a}" if a == b else f"A {a} · B {b}"


def _coder(coding: Coding) -> str:
    return f"coder {coding.coder} · {day(coding.coded_on)} · {counted(len(coding.claims), 'claim')}"


def _found(found: Found) -> str:
    f1 = "" if found.f1 is None else f", F1 {found.f1:.2f}"
    return f"{found.both} / {found.only_a} / {found.only_b}{f1}"


def _agreed(agreed: Agreed) -> str:
    if agreed.share is None:
        return "nothing to compare"
    kappa = "kappa not defined" if agreed.kappa is None else f"kappa {agreed.kappa:.2f}"
    return f"{agreed.same} of {agreed.of} = {agreed.share:.2f}, {kappa}"


def _overlap(overlap: Overlap) -> str:
    if overlap.jaccard is None:
        return "nothing to compare"
    return f"mean overlap {overlap.jaccard:.2f} (Jaccard), the same for {overlap.same} of {overlap.of}"


def _status(status: str) -> str:
    return " and ".join("nothing coded" if word == "absent" else spoken(word) for word in status.split())


def _word(word: str) -> str:
    return " and ".join("the stage of the source" if part == "source" else spoken(part) for part in word.split())


def differing(agreed: Agreed) -> list[Cell]:
    """Return the cells of the table off its diagonal."""
    return [cell for cell in agreed.table if cell.a != cell.b]


def words(item: Coded, one: Disagreement) -> str:
    """Return the words of an item; where either coder has them as about a person, they are not shown."""
    hidden = any(isinstance(side, Claim) and side.about_person for side in (one.a, one.b))
    return NOT_QUOTED if hidden else quoted(item.quote)


def coded(item: Coded) -> str:
    """Return how an item that only one coder found was coded."""
    match item:
        case Claim():
            return f"{_list(item.kinds)} · {item.certainty}"
        case Evidence():
            return f"{spoken(item.kind)} · {spoken(item.status)}"
        case Commitment():
            return f"{spoken(item.origin)} · to provide {_list(item.provides)}"


def side_by_side(difference: Difference) -> tuple[str, str, str]:
    """Return the name of a field and what each coder wrote in it, in words."""
    empty = _EMPTY.get(difference.field, "nothing")
    name = _FIELDS.get(difference.field, spoken(difference.field))
    say = _due if difference.field == "due" else _list
    return name, say(difference.a) or empty, say(difference.b) or empty


def _list(codes: Iterable[str]) -> str:
    return ", ".join(spoken(code) for code in codes)


def _due(codes: Iterable[str]) -> str:
    return " ".join(spoken(code) for code in codes)


def render_markdown(agreement: Agreement, access: Access = "public") -> Iterator[str]:
    """Yield the same as Markdown: a table of figures, and a list to tick off."""
    yield from (line + "\n" for line in _markdown(agreement, access))


def _markdown(agreement: Agreement, access: Access) -> Iterator[str]:
    yield from (f"# Two codings of {typed(agreement.a.source)}", "")
    if access != "public":
        yield from (f"**{access.upper()}: not for publication**", "")
    yield from (f"- A: {typed(_coder(agreement.a))}", f"- B: {typed(_coder(agreement.b))}", "")
    yield from _table(("Measure", "Figure"), figures(agreement))
    for one in agreement.agreed:
        if differing(one):
            yield from ("", f"{one.name.capitalize()}, where they differ:", "")
            yield from _table(("A", "B", "Number"), ((_word(c.a), _word(c.b), str(c.number)) for c in differing(one)))
    yield from ("", CAVEAT, "", f"## Disagreements ({len(agreement.disagreements)})", "")
    for disagreement in agreement.disagreements:
        yield from _item(disagreement)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(typed(cell) for cell in row)} |"


def _item(one: Disagreement) -> Iterator[str]:
    lines = [" ".join(line.split()) for line in _disagreement(one)]
    yield f"- [ ] **{typed(lines[0])}**"
    for side, item in (("A", one.a), ("B", one.b)):
        if item is not None:
            yield f"  - {side}: {typed(words(item, one))} · {typed(coded(item))}"
    for difference in one.differences:
        name, a, b = side_by_side(difference)
        yield f"  - {typed(name)}: A {typed(a)} · B {typed(b)}"


def render_json(agreement: Agreement, inputs: Sequence[Input] = (), access: Access = "public") -> Iterator[str]:
    """Yield the same as one JSON object.

    Args:
        agreement: what to print.
        inputs: the two files, for the manifest.
        access: who may read it.
    """
    manifest = {"tool": f"checker {__version__}", "source": agreement.a.source}
    manifest_inputs = [{"path": item.path, "sha256": item.sha256} for item in inputs]
    found = {"claims": agreement.claims, "evidence": agreement.evidence, "commitments": agreement.commitments}
    data = {
        "schema_version": SCHEMA_VERSION,
        "manifest": {**manifest, "inputs": manifest_inputs},
        "access": access,
        "coders": [{"coder": c.coder, "coded_on": c.coded_on.isoformat()} for c in (agreement.a, agreement.b)],
        "found": {name: {**one._asdict(), "f1": one.f1} for name, one in found.items()},
        "agreed": [_agreed_json(one) for one in agreement.agreed],
        "overlaps": [one._asdict() for one in agreement.overlaps],
        "statuses": [one._asdict() for one in agreement.statuses],
        "disagreements": [_disagreement_json(one) for one in agreement.disagreements],
    }
    yield dump(data)


def _agreed_json(agreed: Agreed) -> dict[str, Any]:
    return {**agreed._asdict(), "share": agreed.share, "table": [cell._asdict() for cell in agreed.table]}


def _disagreement_json(one: Disagreement) -> dict[str, Any]:
    return {
        "what": one.what,
        "at": one.at,
        "a": {"id": one.a.id, "quote": words(one.a, one).strip("“”")} if one.a else None,
        "b": {"id": one.b.id, "quote": words(one.b, one).strip("“”")} if one.b else None,
        "differences": [
            {"field": different.field, "a": list(different.a), "b": list(different.b)} for different in one.differences
        ],
    }
