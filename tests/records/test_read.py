"""Records read from files: all of them, or every fault in them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import yaml

from checker.base.faults import Fault, Refused
from checker.cli import run
from checker.records.read import read_casefile
from tests.builders import asked, claim, coding, source, write_case
from tests.records.cases import ACCEPTED, CASES, CODING, FILES, GOOD, Case, changed, write_good

REFUSED = 2

ON_THE_COMMAND_LINE = [
    case
    for case in CASES
    if re.match("Y(02 no bytes|05|13 a tilde|20 a key|28 100|37|41 text|44|47|49|57|65 a topic that|68|74 the|109)", case.row)
]  # fmt: skip
LINE = re.compile(r"(?P<path>.+?)(:\d+:\d+)?: error [A-Z-]+: .+[.!?)]$")


def refusal(folder: Path) -> list[Fault]:
    """Return the faults for which a case folder is refused."""
    with pytest.raises(Refused) as refused:
        read_casefile([folder])
    return refused.value.faults


def by_row(cases: tuple[Case, ...] | list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[case.row for case in cases])


def test_good_records_are_read(tmp_path: Path) -> None:
    """A coding with its source and topics is read whole, without a warning."""
    casefile, warnings = read_casefile([write_good(tmp_path)])
    assert warnings == []
    assert [c.id for c in casefile.dossiers[0].coding.claims] == ["C1", "C2"]
    assert casefile.dossiers[0].coding.claims[0].at == "3.10 p2"
    assert casefile.dossiers[0].source.decision.key == "no"
    assert list(casefile.topics) == ["depot-move"]


@by_row(CASES)
def test_every_fault_is_named_where_it_stands(case: Case, tmp_path: Path) -> None:
    """A record with one thing wrong is refused with a code, its line, what is wrong, briefly, and what to do."""
    faults = refusal(write_good(tmp_path, **{case.file: changed(case)}))
    expected = sorted([(case.code, case.line), *case.also])
    assert expected == sorted((fault.code, fault.place.line) for fault in faults)
    (fault,) = [f for f in faults if (f.code, f.place.line) == (case.code, case.line)][:1]
    assert (tmp_path / FILES[case.file]).as_posix() == fault.path
    assert case.says in f"{fault.what} {fault.todo}"
    assert fault.todo
    assert len(fault.what) <= 200
    assert str(fault).isprintable()


@by_row(ON_THE_COMMAND_LINE)
def test_the_command_refuses_with_a_message(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command exits with 2, prints path, line, code and what to do, and touches no file."""
    folder = write_good(tmp_path, **{case.file: changed(case)})
    before = {path: (folder / path).read_bytes() for path in FILES.values()}
    assert run(["check", str(folder)]) == REFUSED
    printed = capsys.readouterr()
    assert printed.out == ""
    lines = printed.err.splitlines()
    assert all(LINE.match(line) for line in lines), lines
    place = f":{case.line}:" if case.line else ": error"
    assert any(f"{FILES[case.file].as_posix()}{place}" in line and case.code in line for line in lines)
    assert "Traceback" not in printed.err
    assert before == {path: (folder / path).read_bytes() for path in FILES.values()}


@pytest.mark.parametrize(("row", "old", "new", "name", "value"), ACCEPTED, ids=[row[0] for row in ACCEPTED])
def test_what_is_odd_and_right_is_read_unchanged(
    row: str, old: str, new: str, name: str, value: object, tmp_path: Path
) -> None:
    """A scalar is the text that was written, in any script, whatever YAML makes of it."""
    assert CODING.count(old) == 1, row
    casefile, warnings = read_casefile([write_good(tmp_path, coding=CODING.replace(old, new).encode())])
    assert warnings == []
    coded = casefile.dossiers[0].coding
    assert (value if name else new.removeprefix("- id: ")) == (
        getattr(coded.claims[0], name) if name else coded.commitments[0].id
    )


@pytest.mark.parametrize(
    "written",
    [
        CODING.replace("\n", "\r\n").encode(),
        CODING.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + CODING.encode(),
        json.dumps(yaml.load(CODING, yaml.BaseLoader), ensure_ascii=False).encode(),
        json.dumps(yaml.load(CODING, yaml.BaseLoader), indent="\t").encode(),
        b"---\n" + CODING.encode() + b"...\n",
    ],
    ids=["Y32 Windows", "Y33 old Mac", "byte order mark", "Y117 JSON", "JSON with tabs and escapes", "document marks"],
)
def test_other_ways_to_write_a_record(written: bytes, tmp_path: Path) -> None:
    """Line ends, a byte order mark or JSON change nothing of what is read."""
    plain, _ = read_casefile([write_good(tmp_path / "plain")])
    other, _ = read_casefile([write_good(tmp_path / "other", coding=written)])
    assert plain.dossiers[0].coding == other.dossiers[0].coding


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Y32 Windows", "Y33 old Mac"])
def test_lines_are_counted_with_other_line_ends(end: str, tmp_path: Path) -> None:
    """The line of a fault is the line that an editor shows, with Windows and old Mac line ends too."""
    bad = CODING.replace("[financial_saving]", "[benfit]").replace("\n", end)
    (fault,) = refusal(write_good(tmp_path, coding=bad.encode()))
    assert (fault.code, *fault.place) == ("BAD-VALUE", 24, 13)
    bad = CODING.replace("Moving would", "Moving\0would").replace("\n", end)
    (fault,) = refusal(write_good(tmp_path, coding=bad.encode()))
    assert (fault.code, *fault.place) == ("CONTROL-CHAR", 23, 17)


def test_a_far_date_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source dated centuries after it was coded is read, with a warning at its date (Y19)."""
    folder = write_good(tmp_path, source=GOOD["source"].replace(b"2025-03-04", b"2921-03-04"))
    _, warnings = read_casefile([folder])
    assert [(w.code, w.place.line, w.warning) for w in warnings] == [("FUTURE-DATE", 5, True)]
    assert "896 years" in warnings[0].what
    assert run(["check", str(folder), "-o", str(tmp_path / "out.txt")]) == 0
    assert "warning FUTURE-DATE" in capsys.readouterr().err


@pytest.mark.parametrize(("published", "warned"), [("2026-06-03", 0), ("2026-06-04", 1)])
def test_a_year_ahead_is_no_warning(published: str, warned: int, tmp_path: Path) -> None:
    """A forward plan may be dated a year after it was coded; a day more is worth a question."""
    folder = write_case(tmp_path, [coding(coded_on="2025-06-02")], [source(published=published)])
    assert len(read_casefile([folder])[1]) == warned


def test_ten_thousand_claims_are_read(tmp_path: Path) -> None:
    """Ten thousand good claims in one file are no trouble (Y48)."""
    head, first = CODING.split("  - id: C1\n")[0], CODING.split("claims:\n")[1].split("  - id: C2\n")[0]
    numbered = first.replace("C1", "C{0}").replace("[C2]", "[C{1}]")
    many = head + "".join(numbered.format(n, n % 10_000 + 1) for n in range(1, 10_001))
    casefile, _ = read_casefile([write_good(tmp_path, coding=many.encode())])
    assert len(casefile.dossiers[0].coding.claims) == 10_000


def test_two_thousand_faults_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two thousand faults fifty are shown, and the rest are counted exactly (Y116)."""
    many = CODING + "".join(f"  - {{id: D{n}, by: nobody}}\n" for n in range(400))
    folder = write_good(tmp_path, coding=many.encode())
    assert len(refusal(folder)) == 400 * 6
    assert run(["check", str(folder)]) == REFUSED
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 51
    assert lines[-1] == "and 2350 more (2400 in all)"


def test_faults_of_all_files_come_together(tmp_path: Path) -> None:
    """Nobody mends one file to be told of the next: coding, source and topics are all read."""
    folder = write_good(
        tmp_path,
        coding=CODING.replace("[financial_saving]", "[benfit]").encode(),
        source=GOOD["source"].replace(b"2025-03-04", b"4.3.2025"),
        topics=b"topics: none\n",
    )
    assert sorted(fault.code for fault in refusal(folder)) == ["BAD-DATE", "BAD-VALUE", "WRONG-TYPE"]


def test_one_source_in_two_files_is_refused(tmp_path: Path) -> None:
    """One source, one file: the message names both files and both lines, whatever their order (Y67)."""
    folder = write_good(tmp_path)
    second = folder / "claims" / "a-copy.yaml"
    second.write_text("# a copy\n" + CODING, encoding="utf-8")
    first = folder / FILES["coding"]
    told = []
    for order in ([second, first], [first, second]):
        with pytest.raises(Refused) as refused:
            read_casefile(order)
        told.append(str(refused.value))
    assert told[0] == told[1]
    assert f"{first.as_posix()}:1:9: error DUP-ID" in told[0]
    assert f"is also in {second.as_posix()}, line 2." in told[0]


def test_one_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file may be named by its folder, by itself and from elsewhere: it is one file."""
    folder = write_good(tmp_path)
    paths = [folder, folder / FILES["coding"], folder / "claims" / ".." / FILES["coding"]]
    assert len(read_casefile(paths)[0].dossiers) == 1


def test_a_source_record_given_twice_is_refused(tmp_path: Path) -> None:
    """Two records of one source are refused, the topics of a list likewise."""
    folder = write_good(tmp_path, topics=GOOD["topics"] + b"  - {id: Depot-Move, title: again}\n")
    (folder / "seeds" / "b.yaml").write_bytes(GOOD["source"])
    assert sorted((fault.code, fault.place.line) for fault in refusal(folder)) == [("DUP-ID", 1), ("DUP-ID", 4)]


def test_no_more_than_a_quarter_of_a_newspaper_is_quoted(tmp_path: Path) -> None:
    """Quotations of a newspaper, those of answers among them, take a quarter of its words at most."""
    news = source(kind="news", original={"file": "news.txt", "sha256": "b" * 64, "words": "40"})
    ten = claim(quote="one two three four five six seven eight nine ten")
    casefile, _ = read_casefile([write_case(tmp_path / "ten", [coding(claims=[ten])], [news])])
    assert len(casefile.dossiers) == 1
    answer = {"state": "partly", "at": "¶9", "quote": "eleven"}
    more = coding(claims=[ten], asked=[asked(quote="twelve", answer=answer)])
    (fault,) = refusal(write_case(tmp_path / "twelve", [more], [news]))
    assert fault.code == "QUOTED-TOO-MUCH"
    assert fault.what == "12 words are quoted of a text of 40; a quarter is 10."


def test_a_reference_into_a_refused_file_is_not_called_dangling(tmp_path: Path) -> None:
    """Where a file could not be read, nobody is told that its claims do not exist."""
    folder = write_case(
        tmp_path, [coding(claims=[claim(contradicts=["wexcombe-minutes#C9"])]), coding("wexcombe-minutes")]
    )
    (folder / "claims" / "wexcombe-minutes.yaml").write_text("source: [\n", encoding="utf-8")
    assert [fault.code for fault in refusal(folder)] == ["SYNTAX"]


def test_a_reference_to_a_source_that_was_not_coded_stands(tmp_path: Path) -> None:
    """A claim of a registered source that nobody coded may be named; it cannot be looked up."""
    folder = write_case(tmp_path, [coding(claims=[claim(contradicts=["wexcombe-plan#C9"])])], [source("wexcombe-plan")])
    casefile, _ = read_casefile([folder])
    assert [s.id for s in casefile.registered] == ["wexcombe-plan"]


def test_an_unreadable_file_is_the_fault_of_the_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that may not be read ends the run with 4; whoever may read everything reads it (Y125)."""
    folder = write_good(tmp_path)
    path = folder / FILES["coding"]
    path.chmod(0)
    expected = 0 if os.access(path, os.R_OK) else 4
    assert expected == run(["check", str(folder)])
    assert (expected == 4) == ("NO-ACCESS" in capsys.readouterr().err)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _nowhere(path: Path) -> None:
    path.symlink_to("nobody-is-here.yaml")


@pytest.mark.parametrize(
    ("make", "code", "says"),
    [(_pipe, "NOT-A-FILE", "a pipe; not opened"), (Path.mkdir, "NOT-A-FILE", "a folder"), (_loop, "LINK", "loops"), (_nowhere, "LINK", "leads nowhere")],
    ids=["Y121 pipe", "Y122 folder", "Y124 loop", "a link that leads nowhere"],
)  # fmt: skip
@pytest.mark.parametrize("named", [True, False], ids=["named", "in the folder"])
def test_what_is_no_file_is_not_opened(make: object, code: str, says: str, named: bool, tmp_path: Path) -> None:
    """A pipe, a folder or a looping link that is named like a record is refused, not skipped."""
    folder = write_good(tmp_path)
    path = folder / "claims" / "odd.yaml"
    make(path)  # type: ignore[operator]
    (fault,) = refusal(path if named else folder)
    assert (path.as_posix(), code) == (fault.path, fault.code)
    assert says in fault.what


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"a\nb.yaml", r"a\nb.yaml"), (b"a\x1b[2Jb.yaml", r"a\x1b[2Jb.yaml"), (b"caf\xe9.yaml", r"caf\xe9.yaml"), ("a\u202eb.yaml".encode(), r"a\u202eb.yaml")],
    ids=["Y126 a line end", "Y127 an escape code", "Y131 not UTF-8", "Y128 turned round"],
)  # fmt: skip
def test_a_hostile_file_name_is_shown_made_safe(
    name: bytes, shown: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file name that could forge a line of a message is escaped, and the file is refused, never skipped."""
    folder = write_good(tmp_path)
    path = folder / "claims" / os.fsdecode(name)
    path.write_bytes(GOOD["coding"])
    assert run(["check", str(folder)]) == REFUSED
    printed = capsys.readouterr().err
    assert f"claims/{shown}: error FILE-NAME" in printed
    assert all(line.isprintable() for line in printed.splitlines())
    path.unlink()
    assert run(["check", str(path)]) == 3
    printed = capsys.readouterr().err
    assert shown in printed
    assert printed.rstrip("\n").isprintable()
