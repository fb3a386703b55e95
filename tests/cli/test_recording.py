"""The ledger as a person keeps it from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import run
from checker.ledger.store import NAME, read_ledger
from tests.builders import SOURCE, coding, commitment, write_case

K1 = f"{SOURCE}#K1"


@pytest.fixture(autouse=True)
def _case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper of 4 March 2025 with a claim and a promise, in the current folder."""
    write_case(tmp_path, [coding(commitments=[commitment()])])
    monkeypatch.chdir(tmp_path)


def finding_on(kind: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the fingerprint of the first open finding on a claim or a commitment."""
    run(["check", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    return str(next(f["fingerprint"] for f in found if f["subject"]["type"] == kind and f["outcome"] != "met"))


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return the lines of a refusal, after which nothing was recorded."""
    assert run(["ledger", "add", *arguments]) == 2
    assert read_ledger(Path(NAME)).events == ()
    return capsys.readouterr().err.splitlines()


VERIFIED = ("verified", K1, "--by", "auditor", "--where", "Depot report, 3.4", "--words", "seen by the auditor")


class TestAdd:
    def test_every_fault_is_told_at_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A name in place of a post and a day before the promise are told together, each with what to do."""
        lines = refused(capsys, "verified", K1, "--by", "Audit Manager", "--where", "3.4", "--on", "2014-01-01")
        assert [True, True] == [
            any(f"{wrong}. {todo}" in line for line in lines)
            for wrong, todo in (
                ("2014-01-01 is earlier than 2025-03-04, the first day known of the paper", "Give the day it was"),
                ('"Audit Manager" is not a post id', "Write it with letters"),
            )
        ]

    def test_a_new_date_before_the_promise_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        """No date was moved to a day on which nothing had been promised yet."""
        (line,) = refused(capsys, "revised_due", K1, "--by", "clerk", "--granted-by", "chair", "--due", "2010-01-01")
        assert "2010-01-01 is earlier than 2025-03-04" in line

    def test_what_was_not_done_yet_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nobody verified anything tomorrow."""
        assert "is later than" in refused(capsys, *VERIFIED, "--on", "2999-01-01")[0]

    def test_a_reply_before_the_paper_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nobody replied to a finding on a paper that was not there."""
        named = finding_on("claim", capsys)
        (line,) = refused(capsys, "reply", named, "--state", "agree", "--by", "clerk", "--on", "2001-01-01")
        assert "2001-01-01 is earlier than 2025-03-04" in line

    @pytest.mark.parametrize("state", ["closed", "reopened"])
    def test_a_commitment_is_not_closed_by_decision(self, capsys: pytest.CaptureFixture[str], state: str) -> None:
        """What an import refuses is refused here: closing a promise takes somebody who verified it, and where."""
        named = finding_on("commitment", capsys)
        (line,) = refused(capsys, "decision", named, "--state", state, "--by", "clerk")
        assert f'checker ledger add verified "{K1}" --where' in line

    def test_a_finding_on_a_claim_is_closed_by_decision(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The same decision on a claim is recorded."""
        named = finding_on("claim", capsys)
        assert run(["ledger", "add", "decision", named, "--state", "closed", "--by", "clerk"]) == 0
        assert [("decision", "closed")] == [(e.kind, e.state) for e in read_ledger(Path(NAME)).events]

    def test_a_commitment_where_a_finding_belongs(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A decision on a commitment is wrong use: it is said what can be recorded of one."""
        assert run(["ledger", "add", "decision", K1, "--state", "confirmed", "--by", "clerk"]) == 3
        told = capsys.readouterr().err
        assert "A decision is about a finding: give its fingerprint, which checker check prints." in told
        assert "reported_done" in told

    def test_what_was_recorded_is_shown_with_the_finding(self, capsys: pytest.CaptureFixture[str]) -> None:
        """One finding in full shows its reply, decision and waiver, and as of which day; the list names its digits."""
        named = finding_on("claim", capsys)
        waived = ("waiver", named, "--words", "closed", "--granted-by", "chief-officer", "--due", "2999-01-01")
        for one in (("reply", named, "--state", "agree"), ("decision", named, "--state", "confirmed"), waived):
            assert run(["ledger", "add", *one, "--by", "clerk", "--on", "2025-06-03"]) == 0
        assert 3 == capsys.readouterr().out.count(f"[{named[:6]}]")
        assert run(["explain", named, "--as-of", "2025-06-04"]) == 0
        shown = capsys.readouterr().out
        assert "profile scrutiny · as of 4 June 2025" in " ".join(shown.split())
        assert "     reply   agree, clerk, 3 June 2025\n     decided confirmed, clerk, 3 June 2025\n" in shown
        assert "     waiver  waived (chief-officer, until 1 January 2999): closed\n" in shown

    def test_words_that_could_not_be_read_back_are_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A character that no record may hold never comes into the ledger, which would be refused whole with it."""
        assert "U+200B" in refused(capsys, *VERIFIED, "--words", "see\u200bannex")[0]

    def test_help_breaks_no_word(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The help names every kind of entry whole."""
        assert run(["ledger", "add", "--help"]) == 0
        printed = capsys.readouterr().out
        assert all(kind in printed for kind in ("reported_done", "response", "revised_due", "waiver", "answer"))

    def test_an_entry_of_nobody_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        """An entry without a post that records it is told as such."""
        assert "it names no post that records it" in refused(capsys, "reported_done", K1, "--by", "")[0]


class TestRedact:
    @pytest.mark.parametrize(
        ("given", "told"),
        [
            (("--by", "Data Officer", "--words", "personal data"), '"Data Officer" is not a post id'),
            (("--by", "", "--words", "personal data"), "it names no post"),
            (("--by", "data-officer", "--words", ""), "it has no ground"),
            (("--by", "data-officer", "--words", "personal data", "--on", "2999-01-01"), "is later than"),
        ],
    )
    def test_who_on_what_ground_and_when_is_known(
        self, capsys: pytest.CaptureFixture[str], given: tuple[str, ...], told: str
    ) -> None:
        """A redaction that does not say so is refused, and the words stay."""
        assert run(["ledger", "add", *VERIFIED]) == 0
        assert run(["ledger", "redact", "1", *given]) == 2
        assert told in capsys.readouterr().err
        kept = read_ledger(Path(NAME))
        assert ["seen by the auditor"] == [kept.said(event) for event in kept.events]

    def test_words_are_taken_away_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What is gone already cannot be redacted again."""
        redaction = ["ledger", "redact", "1", "--by", "data-officer", "--words", "personal data"]
        assert run(["ledger", "add", *VERIFIED]) == 0
        assert [0, 2] == [run(redaction), run(redaction)]
        assert "there is no event 1 with words" in capsys.readouterr().err


class TestList:
    def test_the_ledger_of_another_folder(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Entries are added to and listed from the ledger beside the records that are named."""
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        assert run(["ledger", "add", *VERIFIED, ".."]) == 0
        assert run(["ledger", "list", f"../claims/{SOURCE}.yaml"]) == 0
        added, listed = capsys.readouterr().out.splitlines()
        assert added == listed
        assert K1 in listed

    @pytest.mark.parametrize("path", ["nowhere", NAME])
    def test_what_is_no_folder_of_records(self, capsys: pytest.CaptureFixture[str], path: str) -> None:
        """A path that is not there, or is the ledger itself, is not taken for an empty ledger."""
        assert run(["ledger", "add", *VERIFIED]) == 0
        assert run(["ledger", "list", path]) == 3
        assert "--ledger FILE" in capsys.readouterr().err


COMMANDS = [
    ("check",), ("check", "--format", "json"), ("commitments",), ("register",), ("questions",), ("matrix",),
    ("actions", SOURCE), ("ledger", "list"), ("compare", ".", "."),
    ("ledger", "redact", "1", "--by", "clerk", "--words", "personal data"),
]  # fmt: skip


class TestABrokenChain:
    @pytest.fixture
    def broken(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A ledger of two entries, the first of which somebody changed in an editor."""
        assert run(["ledger", "add", *VERIFIED]) == 0
        assert run(["ledger", "add", "reported_done", K1, "--by", "head-of-depots"]) == 0
        path = Path(NAME)
        path.write_text(path.read_text("utf-8").replace('"auditor"', '"clerk"', 1), "utf-8")
        capsys.readouterr()

    @pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
    @pytest.mark.usefixtures("broken")
    def test_every_report_says_so(self, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
        """A report made with a ledger that was tampered with is printed all the same, and says so beside it."""
        assert run(list(command)) == 0
        printed = capsys.readouterr()
        assert printed.out
        (line,) = printed.err.splitlines()
        assert line.startswith("ledger.json: warning CHAIN: the chain of the ledger is broken at event 1.")
        assert "checker verify" in line

    @pytest.mark.usefixtures("broken")
    def test_a_page_that_prints_the_checkpoint_says_so(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Who has only the page knows it too."""
        assert run(["register", "--format", "md"]) == 0
        assert "(chain broken at event 1)" in capsys.readouterr().out

    def test_a_whole_chain_is_nobodys_business(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing is said of a chain that holds."""
        assert run(["ledger", "add", *VERIFIED]) == 0
        assert run(["register", "--format", "md"]) == 0
        printed = capsys.readouterr()
        assert (printed.err, "broken" in printed.out) == ("", False)


@pytest.mark.parametrize("command", [("check",), ("register",), ("ledger", "list"), ("verify",)], ids=" ".join)
def test_a_ledger_named_by_a_slip_is_told(capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> None:
    """Decisions that do not count because the name of their ledger was mistyped are not left out without a word."""
    run([*command, "--ledger", "legder.json"])
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "LEDGER" in line]
    assert line.startswith("legder.json: warning NO-LEDGER: there is no such ledger")
    run(list(command))
    assert "LEDGER" not in capsys.readouterr().err


def test_a_new_ledger_is_begun_with_its_first_entry(capsys: pytest.CaptureFixture[str]) -> None:
    """To add to a ledger that is not there yet begins it."""
    assert run(["ledger", "add", *VERIFIED, "--ledger", "new.json"]) == 0
    assert "NO-LEDGER" not in capsys.readouterr().err
    assert len(read_ledger(Path("new.json")).events) == 1
