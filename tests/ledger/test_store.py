"""The ledger is only ever added to, whole or not at all, and any change in it shows."""

from __future__ import annotations

import datetime
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from checker.base.faults import Refused
from checker.ledger.store import NAME, _with, append, check_draft, read_ledger, redact
from checker.model.ledger import KINDS, NOTHING_BEFORE, Checkpoint, Event, Ledger, broken

ROOT = Path(__file__).resolve().parents[2]
WAIVER = {
    "kind": "waiver", "subject": "0123456789abcdef", "about": "report#C1", "content": "fedcba9876543210", "on": "2026-01-02",
    "by": "scrutiny-officer", "granted_by": "director", "due": "2026-06-30", "words": "Accepted until the framework comes.",
}  # fmt: skip
MOVED = {
    "kind": "revised_due",
    "subject": "report#K1",
    "on": "2026-01-03",
    "by": "clerk",
    "due": "2026-09-30",
    "granted_by": "chair",
}
DONE = {"kind": "verified", "subject": "report#K1", "on": "2026-01-04", "by": "auditor", "where": "later-report 3.4"}
DAY = datetime.date(2026, 2, 1)


def salts() -> Any:
    counter = itertools.count()
    return lambda: f"salt{next(counter)}"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    append(path, [WAIVER, MOVED, DONE], salts())
    return path


class TestAdding:
    def test_what_was_added_is_read_back(self, ledger: Path) -> None:
        """Entries come back in order, numbered from 1, with their words."""
        kept = read_ledger(ledger)
        assert [(e.number, e.kind) for e in kept.events] == [(1, "waiver"), (2, "revised_due"), (3, "verified")]
        assert kept.said(kept.events[0]) == WAIVER["words"]

    def test_each_entry_carries_the_digest_of_the_one_before(self, ledger: Path) -> None:
        """The first follows nothing, every other follows the one before it."""
        events = read_ledger(ledger).events
        assert [e.before for e in events] == [NOTHING_BEFORE, *(e.digest for e in events[:-1])]

    def test_no_file_is_an_empty_ledger(self, tmp_path: Path) -> None:
        """Where nothing was recorded there is no file, and that is an empty ledger."""
        assert Ledger() == read_ledger(tmp_path / NAME)

    def test_all_or_none(self, ledger: Path) -> None:
        """When one of several entries is refused none is added."""
        before = ledger.read_bytes()
        with pytest.raises(Refused):
            append(ledger, [MOVED, {**MOVED, "due": None}], salts())
        assert before == ledger.read_bytes()

    @pytest.mark.parametrize(
        ("draft", "says"),
        [
            ({**WAIVER, "words": ""}, "no reason"),
            ({**WAIVER, "granted_by": None}, "no approver"),
            ({**WAIVER, "due": None}, "no last day"),
            ({**WAIVER, "content": None}, "not named whole"),
            ({**DONE, "where": ""}, "place where the evidence can be read"),
            ({**MOVED, "subject": "K1"}, "about a commitment"),
            ({**WAIVER, "kind": "reply", "state": "agreed"}, "not one of its words"),
            ({**WAIVER, "kind": "reply", "state": "not_applicable", "words": ""}, "gives no reason"),
            ({**WAIVER, "kind": "reply", "state": "evidence_added"}, "where the evidence is"),
            ({**MOVED, "state": "agree"}, "has no state"),
        ],
    )
    def test_an_entry_that_is_not_whole_is_refused(self, draft: dict[str, Any], says: str) -> None:
        """A waiver without reason, approver or last day, a closure without evidence and the like are refused."""
        assert any(says in fault.what for fault in check_draft(draft, "ledger.json"))

    def test_a_broken_chain_is_not_added_to(self, ledger: Path) -> None:
        """Nothing is added to a ledger that does not verify."""
        ledger.write_text(ledger.read_text("utf-8").replace("2026-06-30", "2027-06-30"), "utf-8")
        with pytest.raises(Refused, match="event 1 is not what was recorded"):
            append(ledger, [MOVED], salts())

    def test_a_file_that_is_no_ledger_is_refused(self, ledger: Path) -> None:
        """A damaged file is refused with a fault and never written over."""
        ledger.write_text('{"events": [{"number": 1}]}', "utf-8")
        with pytest.raises(Refused):
            append(ledger, [MOVED], salts())
        assert ledger.read_text("utf-8") == '{"events": [{"number": 1}]}'


class TestRedaction:
    def test_words_go_and_the_chain_holds(self, ledger: Path) -> None:
        """A redaction takes the words away, leaves the entry, records who did it, and the chain still verifies."""
        kept = redact(ledger, 1, "monitoring-officer", "2026-02-01", "personal data", salts())
        assert kept.said(kept.events[0]) == "(redacted)"
        assert broken(read_ledger(ledger).events) == []
        assert kept.events[-1].kind == "redaction"
        assert str(WAIVER["words"]) not in ledger.read_text("utf-8")

    def test_only_words_that_are_there(self, ledger: Path) -> None:
        """An entry without words, or no entry, cannot be redacted."""
        for number in (2, 99):
            with pytest.raises(Refused):
                redact(ledger, number, "x", "2026-02-01", "y", salts())


def chain(length: int) -> tuple[Event, ...]:
    events = Ledger()
    for number in range(length):
        events = _with(events, {**MOVED, "subject": f"report#K{number}"}, salts())
    return events.events


class TestTampering:
    EVENTS = chain(30)
    WITNESS = Ledger(EVENTS).checkpoint(DAY)

    def test_an_untouched_chain_holds(self) -> None:
        """A chain as it was recorded verifies, also against its own checkpoint."""
        assert broken(self.EVENTS, self.WITNESS) == []

    @pytest.mark.parametrize(
        "field", ["number", "on", "by", "kind", "subject", "due", "granted_by", "before", "digest", "where", "state"]
    )
    def test_an_edit_of_any_field_shows(self, field: str) -> None:
        """Changing any one field of any entry, first, middle or last, is found."""
        other: dict[str, Any] = {
            "number": 99, "on": DAY, "by": "somebody", "kind": "lapsed", "subject": "report#K99", "due": DAY, "granted_by": "nobody",
            "before": "1" * 64, "digest": "2" * 64, "where": "elsewhere", "state": "accepted",
        }  # fmt: skip
        for index in range(len(self.EVENTS)):
            edited = [*self.EVENTS]
            edited[index] = edited[index].model_copy(update={field: other[field]})
            assert broken(edited), (field, index)

    @pytest.mark.parametrize(
        "attack",
        [
            lambda events: events[:10] + events[11:],
            lambda events: (*events[:10], events[11], events[10], *events[12:]),
            lambda events: (*events[:10], events[5], *events[10:]),
            lambda events: events[1:],
        ],
        ids=["deleted", "swapped", "inserted", "first gone"],
    )
    def test_a_change_of_the_middle_shows_in_the_chain(self, attack: Any) -> None:
        """Deleting, swapping or inserting an entry breaks the chain itself."""
        assert broken(attack(self.EVENTS))

    @pytest.mark.parametrize("left", [0, 1, 29])
    def test_a_cut_end_shows_against_an_old_report(self, left: int) -> None:
        """Only a witness from outside shows that the newest entries are gone: the old report does."""
        cut = self.EVENTS[:left]
        assert broken(cut) == []
        assert broken(cut, self.WITNESS)

    def test_a_ledger_written_anew_shows_against_an_old_report(self) -> None:
        """A whole new chain with good digests does not fit the checkpoint of an old report."""
        anew = chain(31)[1:]
        other = tuple(event for event in chain(30) if event.number)
        assert broken(other) == []
        changed = Checkpoint(30, "0" * 16, DAY)
        assert broken(other, changed)
        assert broken(anew, self.WITNESS)

    def test_an_old_report_fits_a_ledger_that_has_grown(self) -> None:
        """A checkpoint holds for ever, however much is added after it."""
        early = Ledger(self.EVENTS[:10]).checkpoint(DAY)
        assert broken(self.EVENTS, Checkpoint(early.events, early.head[:16], DAY)) == []

    def test_an_old_report_fits_a_ledger_with_entries_of_earlier_days(self) -> None:
        """Where an entry of a later day was recorded first, a report of the day between fits the chain as it is."""
        late = {**MOVED, "on": "2026-03-20"}
        events = _with(_with(Ledger(), late, salts()), {**MOVED, "on": "2026-03-01"}, salts()).events
        between = Ledger(events).up_to(datetime.date(2026, 3, 10))
        assert [2] == [event.number for event in between.events]
        assert broken(events, between.checkpoint(datetime.date(2026, 3, 10))) == []


KILLED = 500
ADDER = """
import sys, itertools
from pathlib import Path
from checker.ledger.store import append
path, start = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
for number in itertools.count(start):
    append(path, [{"kind": "revised_due", "subject": f"report#K{number}", "on": "2026-01-03", "by": "clerk", "due": "2026-09-30", "granted_by": "chair"}], lambda: "salt")
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a warm parent, which only POSIX systems can")
def test_a_program_killed_at_random_loses_nothing(tmp_path: Path) -> None:
    """Killed again and again at random moments of saving: every entry that was answered is there, the chain holds, nothing is half-written.

    Each program is forked from a warm parent, so that the kills fall into the saving.
    """
    path, chance = tmp_path / NAME, random.Random(20260117)
    answered = 0
    for kill in range(KILLED):
        answered = _kill_once(path, answered, chance.uniform(0.0005, 0.012))
        if kill % 50 == 49:
            path.unlink(missing_ok=True)  # keep the file small: each round of fifty begins a new ledger
            answered = 0
    append(path, [MOVED], salts())
    assert [p.name for p in tmp_path.iterdir() if p.name not in (NAME, f"{NAME}.lock")] == []


def _kill_once(path: Path, answered: int, after: float) -> int:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        for number in itertools.count(answered + 1):
            append(path, [{**MOVED, "subject": f"report#K{number}"}], lambda: "salt")
            os.write(writer, f"{number}\n".encode())
    os.close(writer)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = os.read(reader, 1_000_000).decode().split()
    os.close(reader)
    kept = read_ledger(path)
    assert broken(kept.events) == []
    last = int(told[-1]) if told else answered
    assert len(kept.events) in (last, last + 1)
    return len(kept.events)


def test_two_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four programs that add at the same time all find their entries in one unbroken chain."""
    path = tmp_path / NAME
    code = ADDER.replace("itertools.count(start)", "range(start, start + 10)")
    adders = [
        subprocess.Popen([sys.executable, "-c", code, str(path), str(start)], cwd=ROOT, stdout=subprocess.PIPE)
        for start in (100, 200, 300, 400)
    ]
    assert [adder.wait(60) for adder in adders] == [0, 0, 0, 0]
    for adder in adders:
        assert adder.stdout
        adder.stdout.close()
    events = read_ledger(path).events
    assert len({event.subject for event in events}) == 40
    assert broken(events) == []


def test_the_file_is_plain_json(ledger: Path) -> None:
    """Anyone can read the ledger without this program."""
    data = json.loads(ledger.read_text("utf-8"))
    assert {"schema_version", "events", "words"} == set(data)
    assert set(KINDS) >= {event["kind"] for event in data["events"]}
