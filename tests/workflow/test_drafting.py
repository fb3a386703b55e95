"""From a document to a coding file of candidates."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.faults import Misuse
from checker.base.loader import load, parse
from checker.cli import run
from checker.model.build import build
from checker.model.coding import Coding, drafted
from checker.model.document import Document
from checker.model.draft import Draft
from checker.model.paragraph import Paragraph
from checker.model.source import Source
from checker.records.drafted import Found, Known, coding_bytes, source_bytes
from checker.workflow.drafting import Drafting, write_drafting
from tests.drafts import document, draft, drafted_claim, drafted_promise

KNOWN = Known("depot", "Future of the Canal Street depot", "officer_report", "depot.docx", "a" * 64, 8, 70)


def drafting(found: Draft | None = None, **known: Any) -> Drafting:
    """Return a document with candidates found in it."""
    return Drafting(Path("depot.docx"), KNOWN._replace(**known), document(), found or draft())


@pytest.fixture
def claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder claims/ of an empty case folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    return Path("claims")


def coded(path: Path) -> Coding:
    """Return a coding file as it is read."""
    return build(Coding, load(path))


class TestWritten:
    """What stands in the file."""

    def test_it_passes_check_on_the_spot(self, claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What was written is read without a fault, counts for nothing, and the command to go on is named."""
        write_drafting(drafting(), claims / "depot.yaml")
        assert run(["check", "claims/depot.yaml"]) == 0
        printed = capsys.readouterr()
        assert "4 candidates wait" in printed.err
        assert "checker confirm claims/depot.yaml" in printed.err
        assert "Nothing was judged" in printed.out

    def test_everything_is_a_candidate(self, claims: Path) -> None:
        """Every claim, promise and piece of evidence is marked, with ids in the order of the paper."""
        write_drafting(drafting(), claims / "depot.yaml")
        items = list(drafted(coded(claims / "depot.yaml")))
        assert {"candidate"} == {item.standing for _, _, item in items}
        assert ["E1", "K1", "C01", "C02"] == [item.id for _, _, item in items]

    def test_only_what_is_offered_is_evidence(self, claims: Path) -> None:
        """Absent evidence and promised evidence are not written as evidence."""
        write_drafting(drafting(), claims / "depot.yaml")
        assert ["none_stated"] == [piece.status for piece in coded(claims / "depot.yaml").evidence]

    def test_a_clerk_can_read_it(self, claims: Path) -> None:
        """Each candidate stands one field a line under the reasons for it, with the line for editors at the top."""
        write_drafting(drafting(), claims / "depot.yaml")
        text = (claims / "depot.yaml").read_text("utf-8")
        assert text.startswith("# yaml-language-server: $schema=../schemas/coding.schema.json\n")
        assert (
            "  # candidate, likely: “would save”; a sum of money\n"
            "  - id: C01\n"
            "    status: candidate\n"
            "    by: officer\n"
            '    at: "3.1"\n'
            '    quote: "Moving the depot would save £40,000 a year from 2026."\n'
        ) in text
        assert "    due: {date: 2025-09-30}\n" in text

    @pytest.mark.parametrize(
        ("fields", "due"),
        [
            ({"due_date": "", "due_within": "6 months"}, {"within": "6 months"}),
            ({"due_date": "", "due_event": "prior to any further reports"}, {"before": "officer_report"}),
            ({"due_date": "", "due_event": "before the summer fair"}, None),
        ],
    )
    def test_when_it_is_due(self, fields: dict[str, Any], due: dict[str, str] | None, claims: Path) -> None:
        """A period and a report are written as due points; any other event only as printed, in the comment."""
        write_drafting(drafting(draft(commitments=(drafted_promise(**fields),))), claims / "depot.yaml")
        assert due == load(claims / "depot.yaml").data["commitments"][0].get("due")
        assert "due, as printed: “by 30 September 2025”" in (claims / "depot.yaml").read_text("utf-8")

    @pytest.mark.parametrize(
        ("fields", "at"),
        [({"page": 3}, "3.1 p3"), ({"at": "¶12", "page": 0}, "¶12"), ({"at": "Appendix A, 2"}, "¶4")],
    )
    def test_places(self, fields: dict[str, Any], at: str, claims: Path) -> None:
        """A place has its page; what is printed and is no place gives way to the ordinal."""
        write_drafting(drafting(draft(claims=(drafted_claim(**fields),))), claims / "depot.yaml")
        assert at == coded(claims / "depot.yaml").claims[0].at

    def test_what_stands_under_a_heading(self, claims: Path) -> None:
        """A nil under a heading, of a kind that the draft says nothing of, is offered as evidence too."""
        write_drafting(drafting(draft(evidence=())), claims / "depot.yaml")
        piece = coded(claims / "depot.yaml").evidence[0]
        assert ("equality_impact_assessment", "4.1", True) == (piece.kind, piece.at, piece.candidate)

    def test_a_light_draft_is_twelve_at_most(self, claims: Path) -> None:
        """Nils under headings fill a light draft up to twelve, and never beyond."""
        many = draft(claims=tuple(drafted_claim() for _ in range(12)), commitments=(), evidence=())
        assert 12 == write_drafting(drafting(many)._replace(light=True), claims / "depot.yaml").candidates

    def test_what_the_words_tell_beside(self, claims: Path) -> None:
        """A sum, and that it is about money, are filled in for the person to look at."""
        write_drafting(drafting(), claims / "depot.yaml")
        claim = coded(claims / "depot.yaml").claims[0]
        assert (True, 40_000) == (claim.money, claim.amount)

    @pytest.mark.parametrize(("kind", "by"), [("news", "press"), ("letter", "other"), ("minutes", "officer")])
    def test_who_speaks(self, kind: Any, by: str, claims: Path) -> None:
        """The claims of a newspaper are the press's, for a person to put right."""
        write_drafting(drafting(kind=kind), claims / "depot.yaml")
        assert {by} == {claim.by for claim in coded(claims / "depot.yaml").claims}

    def test_nothing_found(self, claims: Path) -> None:
        """Of a paper without a candidate nothing is written: a file would say that a person has read it."""
        empty = Document("text", (Paragraph(1, "", "The depot is in Canal Street."),))
        assert write_drafting(drafting(Draft())._replace(document=empty), claims / "depot.yaml") is None
        assert [] == [path for path in claims.parent.rglob("*") if path.is_file()]


class TestSourceRecord:
    """What is known of the source."""

    def test_it_tells_what_the_file_tells(self, claims: Path) -> None:
        """Title, kind, file, digest, paragraphs and words are those of the file; the rest is for a person."""
        done = write_drafting(drafting(), claims / "depot.yaml")
        record = build(Source, load(Path("seeds/depot.yaml")))
        assert (True, Path("seeds/depot.yaml")) == (done.source_is_new, done.source)
        assert ("depot", KNOWN.title, "officer_report") == (record.id, record.title, record.kind)
        assert record.original is not None
        assert ("depot.docx", "a" * 64, 8, 70) == tuple(record.original.model_dump().values())
        assert "# Known from the file alone." in Path("seeds/depot.yaml").read_text("utf-8")

    def test_one_that_is_there_is_kept(self, claims: Path) -> None:
        """A record that a person wrote is not touched; that it names another file is told."""
        write_drafting(drafting(), claims / "depot.yaml")
        theirs = Path("seeds/depot.yaml").read_text("utf-8").replace("to be filled in", "Wexcombe Borough Council")
        Path("seeds/depot.yaml").write_text(theirs, "utf-8")
        done = write_drafting(drafting(sha256="b" * 64), claims / "depot.yaml", replace=True)
        assert (False, True) == (done.source_is_new, done.other_file)
        assert theirs == Path("seeds/depot.yaml").read_text("utf-8")

    def test_a_coding_file_anywhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A coding file outside claims/ has its record in seeds/ of the current folder, where check looks for it."""
        monkeypatch.chdir(tmp_path)
        write_drafting(drafting(), Path("depot.yaml"))
        assert Path("seeds/depot.yaml").exists()
        assert run(["check", "depot.yaml"]) == 0


class TestKept:
    """What a person did is never overwritten."""

    def test_a_file_that_is_there(self, claims: Path) -> None:
        """A file that is there is kept unless told to replace it."""
        write_drafting(drafting(), claims / "depot.yaml")
        with pytest.raises(Misuse, match="--replace"):
            write_drafting(drafting(Draft()), claims / "depot.yaml")
        write_drafting(drafting(Draft()), claims / "depot.yaml", replace=True)
        assert () == coded(claims / "depot.yaml").claims

    @pytest.mark.parametrize("mark", ["confirmed", "rejected\n    reason: it is history"])
    def test_a_persons_decisions(self, mark: str, claims: Path) -> None:
        """A file in which anything was confirmed or rejected is kept, whatever the command was told."""
        path = claims / "depot.yaml"
        write_drafting(drafting(), path)
        theirs = path.read_text("utf-8").replace("status: candidate", f"status: {mark}", 1)
        path.write_text(theirs, "utf-8")
        with pytest.raises(Misuse, match="holds 1 item that"):
            write_drafting(drafting(), path, replace=True)
        assert theirs == path.read_text("utf-8")

    def test_a_file_that_is_no_coding(self, claims: Path) -> None:
        """A file that cannot be read as a coding is kept too: it may be somebody's work."""
        (claims / "depot.yaml").write_text("my notes: on: the depot\n", "utf-8")
        with pytest.raises(Misuse, match="was kept"):
            write_drafting(drafting(), claims / "depot.yaml", replace=True)


ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(lambda text: bool(text.split()))


@settings(derandomize=True, deadline=None, max_examples=200)
@given(quote=ANY, because=ANY, title=ANY)
def test_whatever_a_paper_holds_the_file_can_be_read(quote: str, because: str, title: str) -> None:
    """Any words of a paper, odd signs among them, give a coding file that is read without a fault."""
    words = quote + " saves money"
    found = draft(claims=(drafted_claim(quote=words, because=(because,)),))
    known = KNOWN._replace(title=title)
    raw = coding_bytes(known, Found(found), datetime.date(2025, 6, 2), "..")
    record = build(Source, parse(source_bytes(known, ".."), "seeds/depot.yaml"))
    assert record.title
    claim = build(Coding, parse(raw, "claims/depot.yaml")).claims[0]
    assert claim.quote.split()[-2:] == ["saves", "money"]


def test_the_day_a_paper_gives_itself_is_shown_for_a_person_to_place(
    claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page, the JSON and the new source record show the day; the record does not say what day it is."""
    Path("depot.md").write_text(
        "# Canal Street depot\n\nCabinet, 12 March 2021\n\nMoving saves £40,000 a year.\n", "utf-8"
    )
    assert run(["draft", "depot.md"]) == 0
    assert "dated 12 March 2021" in " ".join(capsys.readouterr().out.split())
    assert run(["draft", "depot.md", "--format", "json"]) == 0
    assert '"day": "2021-03-12"' in capsys.readouterr().out
    assert run(["draft", "depot.md", "-o", "claims/depot.yaml"]) == 0
    record = Path("seeds/depot.yaml")
    assert "# The paper is dated 2021-03-12" in record.read_text("utf-8")
    assert build(Source, load(record)).meeting_date is None


@pytest.mark.parametrize("folder", ["nowhere", "nowhere/claims"])
def test_a_folder_that_is_not_there_is_named_and_none_is_made(
    claims: Path, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    """A coding file for a folder that is not there is not written, the message names it, and nothing is left behind."""
    Path("depot.md").write_text("# Canal Street depot\n\nMoving saves £40,000 a year.\n", "utf-8")
    assert run(["draft", "depot.md", "-o", f"{folder}/depot.yaml"]) == 4
    assert f"{folder}/depot.yaml: there is no folder {folder}. Make it first." in capsys.readouterr().err
    assert not Path("nowhere").exists()
