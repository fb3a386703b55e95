"""Walking through candidates: one key each, saved as they are given."""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path

import pytest

from checker.base.loader import load
from checker.cli import run
from checker.model.build import build
from checker.model.coding import Coding
from checker.workflow.confirming import Desk
from tests.builders import SOURCE, source, write_record

PAPER = """\
Future of the Canal Street depot

3.1 Members know the site. Moving the depot would save £40,000 a year from 2026, if the lease is signed.

3.2 Of the crews, no residents will be affected by the move. It is hoped that the yard may also be let.

6.1 A further report will be brought to the executive in the autumn.

9.1 Equality: none.
"""
CODING = f"""\
# Our own line: leave it.
source: {SOURCE}
coder: not yet named
coded_on: 2025-06-02
evidence:
  # candidate, “none”
  - id: E1
    candidate: true
    kind: equality_impact_assessment
    status: none_stated
    at: "9.1"
    quote: "Equality: none"
    covers: all
commitments:
  # candidate, likely: “will be brought”
  - id: K1
    status: candidate
    origin: undertaking
    at: "6.1"
    quote: "A further report will be brought to the executive"
    provides: [report]
claims:
  # candidate, likely: “would save”, a sum
  - id: C01
    status: candidate
    by: officer
    at: "3.1"
    quote: "Moving the depot would save £40,000 a year from 2026"
    says: "Moving the depot would save £40,000 a year from 2026"
    kinds: [financial_saving]
    certainty: expected
  # candidate, possible: “no … affected”
  - id: C02
    status: candidate
    by: officer
    at: "3.2"
    quote: "no residents will be affected by the move"
    says: "no residents will be affected by the move"
    kinds: [no_adverse_impact]
    certainty: asserted
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case folder with one coding of candidates and its paper, as the current folder."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / f"{SOURCE}.yaml").write_text(CODING, "utf-8")
    (tmp_path / "depot.txt").write_text(PAPER, "utf-8")
    write_record(tmp_path / "seeds" / f"{SOURCE}.yaml", source())
    monkeypatch.chdir(tmp_path)
    return tmp_path


FILE = f"claims/{SOURCE}.yaml"


def confirm(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *answers: str,
    options: tuple[str, ...] = ("--original", "depot.txt"),
    code: int = 0,
) -> str:
    """Give the answers, a line each, and return what was printed."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
    assert code == run(["confirm", FILE, *options])
    printed = capsys.readouterr()
    return printed.out if code == 0 else printed.err


def coded() -> Coding:
    """Return the coding as it stands in the file."""
    return build(Coding, load(Path(FILE)))


def standings() -> dict[str, str]:
    """Return how each item stands."""
    coding = coded()
    return {item.id: item.standing for item in (*coding.evidence, *coding.claims, *coding.commitments)}


@pytest.mark.usefixtures("folder")
class TestWalk:
    """One candidate after the other."""

    def test_one_key_accepts(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """Four times a confirms four candidates, at one key each, and names the next command."""
        printed = confirm(monkeypatch, capsys, "a", "a", "a", "a")
        assert {"confirmed"} == set(standings().values())
        assert "4 confirmed · 0 edited · 0 rejected · 0 skipped · 0 left" in printed
        assert "4 keys for 4 candidates (1.0 each)" in printed
        assert f"Next: checker check {FILE}" in printed

    def test_confirming_changes_nothing_else(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What is left of the file is what it was, without the marks and the drafter's comments."""
        confirm(monkeypatch, capsys, "a", "a", "a", "a")
        left = re.sub(r"  # candidate.*\n|    status: candidate\n|    candidate: true\n", "", CODING)
        assert re.sub(r"coded_on: .*", f"coded_on: {datetime.date.today()}", left) == Path(FILE).read_text("utf-8")

    def test_the_day_of_the_coding_is_that_of_the_last_answer(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """While candidates wait the day stays; the last answer makes it today's, and taking it back undoes that."""
        drafted = coded().coded_on
        Path(FILE).write_text(re.sub(r"(coded_on: .*)", r"\1  # Tuesday", CODING), "utf-8")
        confirm(monkeypatch, capsys, "a", "a", "a")
        assert drafted == coded().coded_on
        confirm(monkeypatch, capsys, "r", "1")
        assert datetime.date.today() == coded().coded_on
        assert f"coded_on: {datetime.date.today()}  # Tuesday\n" in Path(FILE).read_text("utf-8")

    def test_a_last_answer_taken_back(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Where the last answer is taken back, the file is as it was before it, its day too."""
        confirm(monkeypatch, capsys, "a", "a", "a", "s")
        before = Path(FILE).read_bytes()
        desk = Desk(Path(FILE), today=datetime.date(2026, 1, 2))
        desk.accept(desk.cards[0])
        assert datetime.date(2026, 1, 2) == coded().coded_on
        desk.back()
        assert before == Path(FILE).read_bytes()

    def test_evidence_first_then_as_the_paper_runs(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What is offered comes first; claims and promises follow in the order of the paper."""
        printed = confirm(monkeypatch, capsys, "s", "s", "s", "s")
        assert ["E1", "C01", "C02", "K1"] == re.findall(r"^\d of 4 · \w+ (\w+) at", printed, re.MULTILINE)

    def test_the_quotation_is_marked_in_its_paragraph(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With the paper at hand the words stand marked between those around them, in eighty columns."""
        printed = confirm(monkeypatch, capsys, "s", "q")
        shown = " ".join(printed.split())
        assert "Members know the site. »Moving the depot would save £40,000 a year from 2026«, if the lease" in shown
        assert "why: likely: “would save”, a sum" in shown
        assert [] == [line for line in printed.splitlines() if len(line) > 80]

    def test_what_a_gap_leaves_out_is_shown(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Words that a gap in the quotation leaves out stand outside its marks, so that a hidden "no" is seen."""
        gapped = CODING.replace(
            "no residents will be affected by the move", "Of the crews … residents will be affected"
        )
        Path(FILE).write_text(gapped, "utf-8")
        shown = " ".join(confirm(monkeypatch, capsys, "s", "s", "q").split())
        assert "3.2 »Of the crews«, no »residents will be affected« by the move. It is" in shown

    def test_a_tab_before_the_quotation_is_a_space(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Whatever space the paper has before or after the quotation, one is shown."""
        (folder / "depot.txt").write_text(PAPER.replace("site. Moving", "site.\tMoving"), "utf-8")
        assert "site. »Moving" in " ".join(confirm(monkeypatch, capsys, "s", "q").split(" "))

    def test_what_stands_elsewhere_is_shown_where_it_stands(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A quotation with a wrong place is shown in its paragraph, with what is amiss."""
        Path(FILE).write_text(CODING.replace('at: "3.1"', 'at: "3.2"'), "utf-8")
        shown = " ".join(confirm(monkeypatch, capsys, "s", "q").split())
        assert "Members know the site. »Moving the depot" in shown
        assert "LOOK: the words stand at 3.1, not at 3.2" in shown

    def test_without_the_paper_the_quotation_stands_alone(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Where the paper is not at hand that is said, and the words are shown alone."""
        printed = confirm(monkeypatch, capsys, "s", "q", options=())
        assert "not at hand" in printed
        assert "  »Moving the depot would save £40,000 a year from 2026«\n" in printed

    def test_quit_and_resume(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """Whoever leaves, or is cut off, finds everything answered saved and goes on with the rest."""
        confirm(monkeypatch, capsys, "a", "q")
        assert "1 confirmed" in confirm(monkeypatch, capsys, "a")
        printed = confirm(monkeypatch, capsys, "a", "a")
        assert "2 candidates in" in printed
        assert {"confirmed"} == set(standings().values())

    def test_skipped_ones_wait(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """A skipped candidate stays one, and the next command is to go on."""
        printed = confirm(monkeypatch, capsys, "a", "s", "a", "a")
        assert "candidate" == standings()["C01"]
        assert "1 skipped · 1 left" in printed
        assert f"Next: checker confirm {FILE}" in printed

    def test_a_reason_from_the_list(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """Two keys reject with a reason of the list; the claim stays in the file and says why."""
        confirm(monkeypatch, capsys, "s", "r", "2", "q")
        claim = coded().claims[0]
        assert ("rejected", "recites law, policy or history") == (claim.status, claim.reason)

    def test_a_typed_reason(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """A reason may be typed; of evidence it stands with the word rejected."""
        confirm(monkeypatch, capsys, "r", "t", 'it says "none": of what?', "q")
        assert 'it says "none": of what?' == coded().evidence[0].rejected

    def test_no_reason_no_rejection(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """Another key at the question why changes nothing."""
        confirm(monkeypatch, capsys, "r", "x", "q")
        assert CODING == Path(FILE).read_text("utf-8")

    def test_back_takes_the_last_answer_back(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """b gives the file its bytes of before the last answer, and shows that candidate again."""
        printed = confirm(monkeypatch, capsys, "a", "r", "1", "b", "b", "q")
        assert CODING == Path(FILE).read_text("utf-8")
        assert ["E1", "C01", "C02", "C01", "E1"] == re.findall(r"^\d of 4 · \w+ (\w+) at", printed, re.MULTILINE)
        assert "0 confirmed" in printed

    def test_back_over_a_skipped_one(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """b after a skip goes there again, and the answer before it stays."""
        confirm(monkeypatch, capsys, "a", "s", "b", "a", "q")
        assert ["confirmed", "confirmed"] == [standings()["E1"], standings()["C01"]]

    def test_what_the_keys_do(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """A question mark tells what the keys do; of any other key it is said that it is none; nothing is saved."""
        printed = confirm(monkeypatch, capsys, "z", "?", "q")
        assert "z is not one of the keys" in printed
        assert "b back: take the last answer back" in printed.partition("z is not")[2]
        assert CODING == Path(FILE).read_text("utf-8")

    @pytest.mark.parametrize(
        ("before", "says"),
        [
            ((), "a promise of evidence, not evidence"),
            (("s",), "says what is done or planned, not what it brings"),
            (("s", "s", "s"), "not for the body or its officers to keep"),
        ],
    )
    def test_the_reasons_are_those_of_the_candidate(
        self,
        before: tuple[str, ...],
        says: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Evidence, claims and promises are turned down for reasons of their own."""
        assert says in confirm(monkeypatch, capsys, *before, "r", "x", "q")

    def test_the_next_command_has_the_paper(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Whoever leaves is given the command that goes on with the same paper beside it."""
        assert "--original depot.txt" in confirm(monkeypatch, capsys, "q").partition("Next: checker confirm")[2]

    def test_one_of_each(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """One candidate is a candidate, not candidates."""
        printed = confirm(monkeypatch, capsys, "a", "q")
        assert "2 keys for 1 candidate (2.0 each)" in printed

    def test_nothing_waits(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """Where nothing waits it says so and names the next command."""
        confirm(monkeypatch, capsys, "a", "a", "a", "a")
        assert f"No candidates wait in {FILE}. Next: checker check {FILE}\n" == confirm(monkeypatch, capsys)

    def test_the_coder_is_named(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """Who confirms is written where the draft named nobody; without it the end says that it is missing."""
        assert "names no coder" in confirm(monkeypatch, capsys, "q")
        confirm(monkeypatch, capsys, "q", options=("--coder", "B"))
        assert "B" == coded().coder
        confirm(monkeypatch, capsys, "q", options=("--coder", "C"))
        assert "B" == coded().coder

    def test_the_coder_is_named_when_nothing_waits(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Who confirmed may be written after the last candidate too."""
        confirm(monkeypatch, capsys, "a", "a", "a", "a")
        confirm(monkeypatch, capsys, options=("--coder", "B"))
        assert "B" == coded().coder


@pytest.mark.usefixtures("folder")
class TestEdit:
    """What may be changed, and how it is checked."""

    def test_kinds_by_their_letters(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """Letters choose kinds, the main one first, and accepting takes one key more."""
        confirm(monkeypatch, capsys, "s", "e", "k", "lb", "a", "q")
        claim = coded().claims[0]
        assert (("workforce", "financial_saving"), "confirmed") == (claim.kinds, claim.status)

    @pytest.mark.parametrize(
        ("answers", "name", "value"),
        [
            (("e", "c", "d"), "certainty", "hypothesis"),
            (("e", "m"), "money", True),
            (("e", "o"), "operative", True),
            (("e", "y", "Moving saves £40,000."), "says", "Moving saves £40,000."),
            (("e", "p", "3.2 p4"), "at", "3.2 p4"),
            (("e", "w", "would save £40,000 a year"), "quote", "would save £40,000 a year"),
            (("e", "w", "would save £40,000 a year"), "says", "would save £40,000 a year"),
            (("e", "m", "e", "m"), "money", False),
            (("e", "h", "d"), "by", "member"),
            (("e", "z"), "certainty", "expected"),
        ],
    )
    def test_one_field(
        self,
        answers: tuple[str, ...],
        name: str,
        value: object,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Each field of a claim can be changed; the claim stays a candidate until it is accepted."""
        confirm(monkeypatch, capsys, "s", *answers, "q")
        claim = coded().claims[0]
        assert (value, "candidate") == (getattr(claim, name), claim.status)

    @pytest.mark.parametrize(
        ("typed", "due"),
        [
            ("2025-09-30", {"date": "2025-09-30"}),
            ("6 months", {"within": "6 months"}),
            ("budget", {"before": "budget"}),
            ("soon", None),
        ],
    )
    def test_when_a_promise_is_due(
        self,
        typed: str,
        due: dict[str, str] | None,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A due point is a day, a period or a kind of paper; anything else is refused and nothing changed."""
        printed = confirm(monkeypatch, capsys, "s", "s", "s", "e", "d", typed, "q")
        assert due == load(Path(FILE)).data["commitments"][0].get("due")
        assert (due is None) == ("not saved" in printed)

    def test_kind_and_status_of_evidence(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Of evidence the kind and the status can be changed."""
        confirm(monkeypatch, capsys, "e", "k", "e", "e", "t", "d", "a", "q")
        piece = coded().evidence[0]
        assert ("risk_assessment", "referenced", "confirmed") == (piece.kind, piece.status, piece.standing)

    @pytest.mark.parametrize(
        ("answers", "says"),
        [
            (("e", "w", "word " * 41), "no quotation of 1 to 40 words (41 words)"),
            (("e", "p", "the third paragraph"), "is not a place"),
            (("e", "k", "abcd"), "at most 3"),
        ],
    )
    def test_what_the_record_may_not_hold_is_not_saved(
        self,
        answers: tuple[str, ...],
        says: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A value that no record may hold is refused at once with what to do, and the file stays."""
        printed = confirm(monkeypatch, capsys, "s", *answers, "q")
        assert says in printed
        assert CODING == Path(FILE).read_text("utf-8")

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ("would save £50,000 a year", '"£50,000" for "£40,000"'),
            ("residents will be affected by the move", "the words stand at 3.2, not at 3.1"),
        ],
    )
    def test_the_quotation_is_held_against_the_paper(
        self, typed: str, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Words that the paper does not hold at that place are pointed out as soon as they are typed."""
        printed = confirm(monkeypatch, capsys, "s", "e", "w", typed, "q")
        assert says in " ".join(printed.split())

    def test_what_was_refused_is_shown(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Words that are not saved are printed again, so that they can be mended, in lines of eighty columns."""
        printed = confirm(monkeypatch, capsys, "s", "e", "w", "moving saves money " * 14, "q")
        assert f"typed: {'moving saves money ' * 14}".strip() in " ".join(printed.split())
        assert [] == [line for line in printed.splitlines() if len(line) > 80 and not line.startswith("  words:")]

    def test_a_wrong_key_and_help(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """While editing a wrong key is said to be none, ? tells what each changes, and Enter changes nothing."""
        printed = confirm(monkeypatch, capsys, "s", "e", "z", "?", "", "q")
        assert "z is not one of these keys" in printed
        assert "h whose: who says it" in printed
        assert CODING == Path(FILE).read_text("utf-8")


MISPLACED = CODING.replace('at: "3.1"', 'at: "3.2"')


@pytest.mark.usefixtures("folder")
class TestLook:
    """Where the paper says otherwise than the card, accepting takes a second key."""

    @pytest.mark.parametrize(
        ("key", "left", "at"),
        [("a", "confirmed", "3.2"), ("m", "confirmed", "3.1"), ("n", "candidate", "3.2")],
    )
    def test_a_wrong_place(
        self, key: str, left: str, at: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It is asked once more: as it is, with the place mended, or not yet."""
        Path(FILE).write_text(MISPLACED, "utf-8")
        printed = confirm(monkeypatch, capsys, "s", "a", key, "q")
        assert "m accept at 3.1" in printed
        assert (left, at) == (standings()["C01"], coded().claims[0].at)

    def test_a_mended_place_is_taken_back(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """b takes the place and the acceptance back with one key."""
        Path(FILE).write_text(MISPLACED, "utf-8")
        printed = confirm(monkeypatch, capsys, "s", "a", "m", "b", "q")
        assert MISPLACED == Path(FILE).read_text("utf-8")
        assert "0 confirmed · 0 edited" in printed

    def test_words_that_are_not_there(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Words that stand nowhere have no place to be mended to, and are accepted by a second a."""
        Path(FILE).write_text(CODING.replace("save £40,000", "save £50,000"), "utf-8")
        assert "m accept at" not in confirm(monkeypatch, capsys, "s", "a", "n", "q")
        assert "candidate" == standings()["C01"]
        confirm(monkeypatch, capsys, "s", "a", "a", "q")
        assert "confirmed" == standings()["C01"]


@pytest.mark.usefixtures("folder")
class TestNewspaper:
    """Of a newspaper a quarter of the words may be quoted: 18 of these 72."""

    @pytest.fixture(autouse=True)
    def newspaper(self, folder: Path) -> None:
        """The paper is one of a newspaper, of 72 words; its candidates quote 29."""
        original = {"file": "depot.txt", "sha256": "a" * 64, "words": "72"}
        write_record(folder / "seeds" / f"{SOURCE}.yaml", source(kind="news", original=original))

    def test_nothing_is_accepted_past_the_quarter(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The count is shown as it nears the quarter; what goes past it is not accepted, and check reads the file."""
        printed = " ".join(confirm(monkeypatch, capsys, "a", "a", "a", "r", "1", "a", "q").split())
        assert "with this one: 12 words" not in printed
        assert "not accepted: quoted of the newspaper with this one: 20 words; a quarter of it is 18" in printed
        assert ["confirmed", "confirmed", "rejected", "candidate"] == [
            standings()[name] for name in ("E1", "C01", "C02", "K1")
        ]
        assert run(["check", FILE]) == 0

    def test_a_shortened_one_is_accepted(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Shortened until it fits, a quotation is accepted."""
        printed = confirm(monkeypatch, capsys, "a", "a", "a", "e", "w", "no residents will be affected", "a", "q")
        assert "with this one: 17 words; a quarter of it is 18" in " ".join(printed.split())
        assert "confirmed" == standings()["C02"]

    def test_a_file_that_quotes_too_much_is_mended(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A file that no other command reads is opened; what is confirmed comes first, until it fits."""
        Path(FILE).write_text(
            CODING.replace("    status: candidate\n", "").replace("    candidate: true\n", ""), "utf-8"
        )
        assert run(["check", FILE]) == 2
        printed = confirm(monkeypatch, capsys, "a", "e", "w", "would save £40,000 a year", "a", "r", "3")
        assert "1 of 4 · confirmed · evidence E1" in printed
        assert "checker check" in printed
        assert ["confirmed", "confirmed", "rejected", "confirmed"] == [
            standings()[name] for name in ("E1", "C01", "C02", "K1")
        ]
        assert run(["check", FILE]) == 0

    def test_a_letter_is_no_newspaper(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Letters and a council's own papers may be quoted in full."""
        original = {"file": "depot.txt", "sha256": "a" * 64, "words": "72"}
        write_record(folder / "seeds" / f"{SOURCE}.yaml", source(kind="letter", original=original))
        confirm(monkeypatch, capsys, "a", "a", "a", "a")
        assert {"confirmed"} == set(standings().values())
        assert run(["check", FILE]) == 0


@pytest.mark.usefixtures("folder")
class TestCare:
    """Nothing half-written, nobody's work overwritten."""

    def test_somebody_elses_change_stays(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A file saved by somebody else meanwhile is left as they saved it; the command ends with 2 and says so."""
        theirs = CODING.replace("# Our own line", "# Their own line")

        class Colleague(io.StringIO):
            def readline(self, *_: object) -> str:  # type: ignore[override]
                Path(FILE).write_text(theirs, "utf-8")
                return "a\n"

        monkeypatch.setattr("sys.stdin", Colleague())
        assert run(["confirm", FILE]) == 2
        assert "CHANGED" in capsys.readouterr().err
        assert theirs == Path(FILE).read_text("utf-8")

    def test_another_original_is_pointed_out(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A paper that is not the one recorded is named before anything is confirmed from it."""
        original = {"file": "depot.txt", "sha256": "a" * 64}
        write_record(folder / "seeds" / f"{SOURCE}.yaml", source(original=original))
        assert "its sha256 differs" in confirm(monkeypatch, capsys, "q", options=("--originals", "."))

    def test_another_paper_is_told_once(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Where the paper given holds none of the quotations it is said once, and none is held against it."""
        (folder / "library.txt").write_text("1.1 The library will open on Sundays.\n", "utf-8")
        printed = confirm(monkeypatch, capsys, "s", "s", "q", options=("--original", "library.txt"))
        assert "library.txt does not seem to be this paper" in " ".join(printed.split())
        assert "LOOK" not in printed

    def test_a_paper_that_is_not_there(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A paper that is not there is wrong use, as a coding file that is not there is."""
        assert "There is no gone.pdf here" in confirm(monkeypatch, capsys, options=("--original", "gone.pdf"), code=3)

    def test_wrong_use(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """A folder, or originals that are not there, end with 3 and what to do."""
        assert "no folder nowhere" in confirm(monkeypatch, capsys, options=("--originals", "nowhere"), code=3)
        assert run(["confirm", "claims"]) == 3
        assert "Name one coding file" in capsys.readouterr().err
