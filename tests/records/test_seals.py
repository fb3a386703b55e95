"""Seals: what they notice in a clone without the originals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.base.digest import of_bytes
from checker.base.faults import Refused
from checker.cli import run
from checker.model.casefile import Check
from checker.model.coding import Coding, quotations
from checker.model.source import Source
from checker.records.seals import Seals, check_seals, read_seals, seal, seals_bytes, seals_path
from tests.builders import Data, asked, claim, coding, commitment, evidence, source, write_case, write_record

ORIGINAL = {"file": "depot.txt", "sha256": "a" * 64}
ANSWER = {"state": "answered", "at": "¶8", "quote": "the cost was not yet known"}


def coded(**changes: Any) -> Coding:
    """Return a coding with one item of each kind and an answer; the claim laid over with the changes."""
    lists: Data = {"evidence": [evidence()], "commitments": [commitment()], "asked": [asked(answer=ANSWER)]}
    return Coding.model_validate(coding(claims=[claim(**changes)], **lists))


def record(**original: str) -> Source:
    return Source.model_validate(source(original={**ORIGINAL, **original}))


@pytest.fixture
def sealed(tmp_path: Path) -> Seals:
    """The seals of a coding in which every quotation was found, as they were written and read again."""
    found = {identity: Check("found") for identity, _, _ in quotations(coded())}
    path = tmp_path / "depot.seals.json"
    path.write_bytes(seals_bytes(record(), coded(), found))
    seals = read_seals(path)
    assert seals is not None
    return seals


def states(seals: Seals, coding_: Coding, source_: Source | None = None) -> dict[str, str]:
    checks = check_seals(source_ or record(), coding_, seals)
    return {identity: check.state for identity, check in checks.items()}


def test_a_seal_holds(sealed: Seals) -> None:
    """Every quotation that nobody touched holds its seal, answers among them."""
    assert states(sealed, coded()) == dict.fromkeys(["C1", "E1", "K1", "Q1", "Q1.answer"], "sealed")


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "would save £41,000 a year from 2026"},
        {"quote": "will save £40,000 a year from 2026"},
        {"quote": "Would save £40,000 a year from 2026"},
        {"at": "3.2"},
        {"at": "3.1 p2"},
    ],
    ids=["a digit", "a hedge", "a capital", "the place", "the page"],
)
def test_an_edited_item_breaks_its_seal(change: Data, sealed: Seals) -> None:
    """A word, a digit, a capital or a place that was edited breaks the seal of that item and no other."""
    checks = states(sealed, coded(**change))
    assert checks.pop("C1") == "seal_broken"
    assert set(checks.values()) == {"sealed"}


def test_what_is_not_quoted_breaks_no_seal(sealed: Seals) -> None:
    """The judgement of the coder may be revised without a new seal."""
    assert states(sealed, coded(kinds=["cost_neutral"], certainty="hoped"))["C1"] == "sealed"


def test_another_original_breaks_every_seal(sealed: Seals) -> None:
    """Quotations of one file are not quotations of another."""
    assert set(states(sealed, coded(), record(sha256="b" * 64)).values()) == {"seal_broken"}
    without = Source.model_validate(source())
    assert set(states(sealed, coded(), without).values()) == {"seal_broken"}


def test_a_new_item_is_not_checked(sealed: Seals) -> None:
    """An item that was coded after the sealing is not checked: neither good nor broken."""
    checks = check_seals(record(), coded(id="C2"), sealed)
    assert (checks["C2"].state, checks["C2"].why) == ("not_checked", "original not at hand, not sealed")


def test_only_what_was_found_is_sealed() -> None:
    """A quotation that is not in the original, or not at its place, gets no seal."""
    checks = {"C1": Check("found"), "E1": Check("not_found"), "K1": Check("wrong_place")}
    written = json.loads(seals_bytes(record(), coded(), checks))
    assert written["seals"] == {"C1": seal("a" * 64, "3.1", "would save £40,000 a year from 2026")}


def test_parts_of_a_seal_do_not_run_together() -> None:
    """What is moved from the place to the words is another seal."""
    assert seal("a", "3.1", "2 posts") != seal("a", "3.12", " posts")


def test_seals_stand_beside_their_record() -> None:
    """The seals of a record are the file of the same name beside it."""
    assert seals_path(Path("seeds/depot.yaml")) == Path("seeds/depot.seals.json")


def test_no_file_of_seals_is_no_fault(tmp_path: Path) -> None:
    """A source that was never sealed has no seals, and that is all."""
    assert read_seals(tmp_path / "depot.seals.json") is None


@pytest.mark.parametrize(
    ("damaged", "code"),
    [
        (b"", "EMPTY-FILE"),
        (b"[]", "NOT-A-RECORD"),
        (b'{"source": "depot", "original": "', "SYNTAX"),
        (b'{"source": "depot", "seals": {"C1": "x"}}', "MISSING-FIELD"),
        (b'{"source": "depot", "original": "x", "seals": {}}', "BAD-VALUE"),
        (b'{"source": "depot", "original": "' + b"a" * 64 + b'", "seals": []}', "WRONG-TYPE"),
        (b'{"source": "depot", "original": "' + b"a" * 64 + b'", "seals": {"C1": "x", "C1": "y"}}', "DUP-KEY"),
        (b"\xff\xfe{\0}\0", "ENCODING"),
    ],
)
def test_damaged_seals_are_refused(damaged: bytes, code: str, tmp_path: Path) -> None:
    """A file of seals that was cut short or edited is refused with its name, never taken for no seals."""
    path = tmp_path / "depot.seals.json"
    path.write_bytes(damaged)
    with pytest.raises(Refused) as refused:
        read_seals(path)
    assert [(fault.path, fault.code) for fault in refused.value.faults] == [(path.as_posix(), code)]


def test_seals_that_lead_nowhere_are_refused(tmp_path: Path) -> None:
    """A link in place of the seals that leads nowhere is a fault."""
    path = tmp_path / "depot.seals.json"
    path.symlink_to("nobody-is-here.json")
    with pytest.raises(Refused, match="LINK"):
        read_seals(path)


def test_the_command_notices_an_edited_quotation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sealed with the original at hand, a clone without it finds an edited quotation: exit code 5."""
    text = b"3.1 Moving the depot would save \xc2\xa340,000 a year from 2026.\n"
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / "depot.txt").write_bytes(text)
    original = {"file": "depot.txt", "sha256": of_bytes(text)}
    folder = write_case(tmp_path / "case", [coding()], [source(original=original)])
    assert run(["verify", str(folder), "--originals", str(tmp_path / "originals"), "--seal"]) == 0
    assert run(["verify", str(folder)]) == 0
    assert "1 of 1 quotations hold their seal" in capsys.readouterr().out
    edited = coding(claims=[claim(quote="will save £40,000 a year from 2026")])
    write_record(folder / "claims" / f"{edited['source']}.yaml", edited)
    assert run(["verify", str(folder)]) == 5
    assert "#C1: seal does not fit" in capsys.readouterr().out
