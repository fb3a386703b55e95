"""The command, as a person runs it: what it prints, and the code it ends with."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker import __version__
from checker.cli import run
from checker.model.source import TO_BE_NAMED
from tests.builders import coding, commitment, source, write_case

ROOT = Path(__file__).resolve().parent.parent
REPORT = "claims/stockport-tameside-report-2021-03.yaml"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real records that a test may spoil."""
    for name in ("claims", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("examples"))
    return tmp_path


def out(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert code == run(list(arguments))
    return capsys.readouterr().out


def err(capsys: pytest.CaptureFixture[str], *arguments: str, code: int) -> str:
    assert code == run(list(arguments))
    return capsys.readouterr().err


class TestCheck:
    def test_text_fits_eighty_columns(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Every line of the report fits eighty columns."""
        lines = out(capsys, "check", "--as-of", "2022-01-20").splitlines()
        assert [line for line in lines if len(line) > 80] == []

    def test_at_most_twenty_matters(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Twenty matters are printed and the rest counted; --all prints every one."""
        short = out(capsys, "check", "--as-of", "2022-01-20")
        whole = out(capsys, "check", "--as-of", "2022-01-20", "--all")
        ranks = [int(m) for m in re.findall(r"^ {0,2}(\d+)  \S", short, re.MULTILINE)]
        every = [int(m) for m in re.findall(r"^ {0,2}(\d+)  \S", whole, re.MULTILINE)]
        assert list(range(1, 21)) == ranks
        left = re.search(r"^(\d+) more matters: --all$", short, re.MULTILINE)
        assert left
        assert len(every) == 20 + int(left[1])

    def test_a_matter_says_what_a_reader_needs(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Each matter gives words, place, what was found, why it matters, what to ask, what would settle it."""
        blocks = out(capsys, "check", REPORT, "--as-of", "2021-03-17").split("\n\n")[1:-1]
        assert blocks
        for block in blocks:
            labels = re.findall(r"^ {5}(\S+) {2,}", block, re.MULTILINE)
            assert [name for name in labels if name in ("found", "why", "ask", "then", "settle", "more")] == [
                "found",
                "why",
                "ask",
                "then",
                "settle",
                "more",
            ], block

    def test_json_reconciles(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Counts add up to the findings, matters name findings that are there, and every field of the contract is filled."""
        data = json.loads(out(capsys, "check", "--format", "json", "--as-of", "2022-01-20"))
        assert {"schema_version", "manifest", "sources", "counts", "matters", "findings", "commitments"} <= set(data)
        assert len(data["findings"]) == sum(data["counts"].values())
        known = {f["fingerprint"]: f for f in data["findings"]}
        assert len(known) == len(data["findings"])
        named = [name for matter in data["matters"] for name in matter["findings"]]
        is_open = {"gap", "weak", "promised", "overdue", "cannot_tell"}
        assert sorted(named) == sorted(name for name, f in known.items() if f["outcome"] in is_open)
        for finding in data["findings"]:
            assert all(finding[field] for field in ("source", "at", "quote", "message", "why"))
            assert (finding["claim"] is None) == (finding["subject"]["type"] != "claim")
            if finding["outcome"] in is_open:
                assert all((finding["question"]["opener"], finding["remedy"]))

    def test_json_lines_hold_the_same_findings(self, capsys: pytest.CaptureFixture[str]) -> None:
        """JSON Lines give the same findings as JSON, in the same order."""
        whole = json.loads(out(capsys, "check", "--format", "json", "--as-of", "2022-01-20"))
        head, *lines = (
            json.loads(line) for line in out(capsys, "check", "--format", "jsonl", "--as-of", "2022-01-20").splitlines()
        )
        assert whole["manifest"] == head["manifest"]
        keys = ("fingerprint", "content", "rule", "outcome", "level")
        assert [[f[k] for k in keys] for f in whole["findings"]] == [[f[k] for k in keys] for f in lines]

    def test_words_about_a_person_are_never_quoted(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What a paper says of the merit of a person is coded and never printed."""
        from checker.records.read import read_casefile

        casefile, _ = read_casefile([])
        private = [c.quote for d in casefile.dossiers for c in d.coding.claims if c.about_person]
        assert private
        for arguments in (("--all",), ("--format", "json"), ("--format", "jsonl")):
            printed = " ".join(out(capsys, "check", "--profile", "research", *arguments).split())
            assert [quote for quote in private if quote in printed] == []

    def test_a_day_before_every_source(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Where no source was known by the day, that is said, and not that nobody confirmed anything."""
        printed = " ".join(out(capsys, "check", "--as-of", "2010-01-01").split())
        assert "none of the sources in these records was known by 1 January 2010." in printed
        assert "confirmed anything" not in printed

    def test_output_to_a_file(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """-o writes to the file what would have been printed, and prints nothing."""
        wanted = out(capsys, "check", "--as-of", "2022-01-20")
        assert out(capsys, "check", "--as-of", "2022-01-20", "-o", str(tmp_path / "report.txt")) == ""
        assert wanted == (tmp_path / "report.txt").read_text("utf-8")

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            ((), 0),
            (("--fail-on", "high"), 1),
            (("--profile", "officer"), 1),
            (("--profile", "officer", "--fail-on", "never"), 0),
        ],
    )
    def test_exit_codes(self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int) -> None:
        """0 with nothing open at the level asked for, 1 with something; the officer's profile asks for high."""
        out(capsys, "check", *arguments, code=code)


class TestWrongUse:
    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("check", "nowhere.yaml"), "There is no nowhere.yaml here"),
            (("check", "--profile", "scrutny"), 'Did you mean "scrutiny"?'),
            (("check", "--as-of", "17/03/2021"), "Write it as 2021-03-17"),
            (("check", "--originals", "nowhere"), "no folder nowhere"),
            (("check", "--frobnicate"), "No such option"),
            (("frobnicate",), "There is no command"),
            (("explain", "ffffffffff"), "No finding ffffffffff"),
            (("explain", "0"), "Give more of it"),
            (("rules", "show", "cost-benefit"), 'Did you mean "cost-benefit-analysis"?'),
            (("check", "docs"), "No coding files"),
            (("check", "README.md"), "no coding file: those end in .yaml. If it is a paper to be coded: checker draft"),
            (("check", "--baseline", "nowhere.json"), "--baseline is of --format sarif"),
            (("check", "--format", "json", "--baseline", "nowhere.json"), "checker compare OLD NEW"),
            (("check", "--format", "sarif", "--baseline", "nowhere.json"), "There is no nowhere.json here"),
            (("draft", "nowhere.pdf"), "There is no nowhere.pdf here. Name a paper."),
            (("draft", "README.md", "--lexicon", "nowhere.yaml"), "There is no nowhere.yaml here"),
            (("precheck", "nowhere.docx"), "There is no nowhere.docx here. Name a draft."),
            (("verify", "--against", "nowhere.json"), "There is no nowhere.json here"),
            (("ledger", "import", "nowhere.xlsx"), "There is no nowhere.xlsx here"),
            (("compare", "nowhere.yaml", "claims"), "There is no nowhere.yaml here"),
            (("agree", REPORT, "nowhere.yaml"), "There is no nowhere.yaml here"),
            (("questions", "--format", "docx", "--template", "README.md"), "README.md is no Word document"),
            (("questions", "--template", "README.md"), "--template is of --format docx"),
        ],
    )
    def test_it_says_what_to_do(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
    ) -> None:
        """Wrong use ends with 3 and a line that says what would be right."""
        assert says in err(capsys, *arguments, code=3)

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("check", "--ledger", "docs"), "docs is a folder. Name the ledger, a file such as ledger.json in it."),
            (("check", "-o", "docs"), "docs is a folder. Name a file in it."),
            (("verify", "--against", "docs"), "docs is a folder. Name a report saved with checker check --format json."),
            (("precheck", "docs"), "docs is a folder. Name a draft."),
            (("draft", "docs"), "docs is a folder. Name a paper."),
            (("draft", "README.md", "--lexicon", "docs"), "docs is a folder. Name a file of your own words."),
            (("confirm", "claims"), "claims is a folder. Name one coding file."),
            (("confirm", REPORT, "--original", "docs"), "docs is a folder. Name the paper itself."),
            (("agree", "claims", REPORT), "claims is a folder. Name two coding files of one source."),
            (("ledger", "import", "docs"), "docs is a folder. Name a register that checker register wrote"),
            (("ledger", "list", "--ledger", "docs"), "docs is a folder. Name the ledger"),
            (("questions", "-o", "a.docx", "--template", "docs"), "docs is a folder. Name the template"),
            (("check", "--originals", "README.md"), "README.md is a file. Name the folder that holds the published files."),
            (("confirm", REPORT, "--originals", "README.md"), "README.md is a file. Name the folder that holds"),
            (("check", "--pack", "README.md"), "README.md is a file. A pack is a folder with rules/ or profiles/ in it."),
        ],
    )  # fmt: skip
    def test_a_folder_for_a_file_and_a_file_for_a_folder(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
    ) -> None:
        """Whichever command it is given to, it ends with 3 and says what to name."""
        assert says in err(capsys, *arguments, code=3)

    def test_a_folder_named_like_a_saved_report(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What compare is given is a folder of records where it is one, whatever its name ends in."""
        shutil.copytree(ROOT / "seeds" / "examples", tmp_path / "v1.json")
        compared = out(capsys, "compare", "seeds/examples", (tmp_path / "v1.json").as_posix(), "--as-of", "2026-01-01")
        assert "only in NEW" in compared

    def test_nothing_here(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """In a folder without claims/ it says where to go."""
        monkeypatch.chdir(tmp_path)
        assert "claims/ and seeds/" in err(capsys, "check", code=3)


class TestRefusal:
    def test_every_fault_of_every_file_at_once(
        self, capsys: pytest.CaptureFixture[str], copy: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Two files with two faults each give four lines with file, line, column and what to do, and nothing else."""
        monkeypatch.chdir(copy)
        for name in ("claims/stockport-tameside-report-2021-03.yaml", "claims/stockport-budget-minutes-2014.yaml"):
            text = Path(name).read_text("utf-8")
            Path(name).write_text(
                text.replace("certainty: asserted", "certainty: assertd", 1)
                .replace("by: officer", "bye: officer", 1)
                .replace("by: executive", "bye: executive", 1),
                "utf-8",
            )
        assert run(["check"]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        lines = printed.err.splitlines()
        assert {"BAD-VALUE", "UNKNOWN-FIELD", "MISSING-FIELD"} == {
            re.search(r" error ([A-Z-]+): ", line)[1] for line in lines
        }  # type: ignore[index]
        assert all(re.match(r"claims/[\w-]+\.yaml:\d+:\d+: error [A-Z-]+: .+\. .+", line) for line in lines)
        assert len(lines) == 6

    def test_inputs_are_untouched(
        self, capsys: pytest.CaptureFixture[str], copy: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No command changes a record, and nothing is written beside them."""
        monkeypatch.chdir(copy)
        before = {p: p.read_bytes() for p in copy.rglob("*") if p.is_file()}
        for arguments in (["check"], ["check", "--format", "json"], ["verify"], ["rules", "list"], ["rules", "test"]):
            assert run(arguments) == 0
        assert before == {p: p.read_bytes() for p in copy.rglob("*") if p.is_file()}


class TestExplain:
    def test_one_finding_in_full(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The command that check prints at its end shows one finding in full: claim, evidence, basis, question and remedy."""
        short = re.search(
            r"^  checker explain (.+)$", out(capsys, "check", REPORT, "--as-of", "2021-03-17"), re.MULTILINE
        )
        assert short
        printed = out(capsys, "explain", *shlex.split(short[1]))
        assert all(
            f"\n     {label}" in printed for label in ("kinds", "found", "why", "basis", "ask", "full", "settle")
        )
        assert [line for line in printed.splitlines() if len(line) > 80 and "http" not in line] == []


class TestVerify:
    def test_seals_hold_without_the_originals(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Every quotation of the real records holds its seal."""
        data = json.loads(out(capsys, "verify", "--format", "json"))
        assert {"sealed"} == {quotation["state"] for quotation in data["quotations"]}

    def test_an_edited_quotation_breaks_its_seal(
        self, capsys: pytest.CaptureFixture[str], copy: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """One changed word ends verify with 5 and names the item; check prints the rest with a high finding."""
        monkeypatch.chdir(copy)
        path = Path(REPORT)
        path.write_text(path.read_text("utf-8").replace("will seek to identify ways", "will identify ways", 1), "utf-8")
        assert "seal does not fit" in out(capsys, "verify", code=5)
        data = json.loads(out(capsys, "check", "--format", "json"))
        broken = [f for f in data["findings"] if f["rule"] == "broken-seal"]
        assert [f["level"] for f in broken] == ["high"]
        assert len(data["findings"]) > 100

    def test_originals_are_read_where_they_are_at_hand(self, capsys: pytest.CaptureFixture[str]) -> None:
        """With the published files at hand every quotation of the examples is found at its place."""
        folder = "seeds/examples"
        data = json.loads(out(capsys, "verify", folder, "--originals", f"{folder}/originals", "--format", "json"))
        assert {"found"} == {quotation["state"] for quotation in data["quotations"]}
        assert {"original"} == {source["how"] for source in data["sources"]}


class _Gone(io.StringIO):
    """A pipe that nobody reads any more, on Windows."""

    def write(self, _: str) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")


class TestTheProcess:
    def command(self, *arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "checker", *arguments], capture_output=True, check=False, cwd=ROOT, **more
        )  # type: ignore[call-overload, no-any-return]

    def test_help_teaches(self) -> None:
        """--help says what to begin with and what the exit codes mean."""
        text = " ".join(self.command("--help").stdout.decode().split())
        assert all(
            words in text
            for words in (
                "checker check",
                "checker explain",
                "checker verify",
                "Exit codes",
                "a gap means that no evidence was found",
            )
        )

    def test_help_loads_nothing_heavy(self) -> None:
        """--help starts without the models, the parsers and the tables."""
        code = "import sys; from checker.cli import run; run(['--help']); sys.exit(bool({'pydantic', 'pandas', 'numpy', 'yaml', 'jsonschema'} & set(sys.modules)))"
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT).returncode == 0

    def test_check_loads_no_tables(self) -> None:
        """Checking records needs neither pandas nor numpy."""
        code = "import sys; from checker.cli import run; run(['check']); sys.exit(bool({'pandas', 'numpy', 'jsonschema'} & set(sys.modules)))"
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT).returncode == 0

    def test_a_reader_that_leaves_early(self) -> None:
        """When the reader closes the pipe the command ends quietly."""
        with subprocess.Popen(
            [sys.executable, "-m", "checker", "check", "--all"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        ) as process:
            process.stdout.readline()  # type: ignore[union-attr]
            process.stdout.close()  # type: ignore[union-attr]
            assert process.stderr.read() == b""  # type: ignore[union-attr]

    @pytest.mark.parametrize("module", ["click", "checker.cli.group", "checker.engine.assess"])
    def test_stopped_while_it_starts(self, module: str) -> None:
        """Who presses Ctrl-C while the program is still being loaded gets 130 and no lines of ours."""
        code = f"""
import builtins, sys
from checker.__main__ import main
load = builtins.__import__
def stopped(name, *more):
    if name == {module!r}:
        raise KeyboardInterrupt
    return load(name, *more)
builtins.__import__ = stopped
sys.argv[1:] = ["check"]
main()
"""
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT)
        assert (130, b"") == (done.returncode, done.stderr.strip())

    def test_a_reader_that_left_as_windows_says_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the reader has gone, on Windows too, the command ends quietly and without a fault."""
        monkeypatch.setattr("sys.stdout", _Gone())
        assert 0 == run(["rules", "list"])
        sys.stdout.close()

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
    def test_a_full_disk(self) -> None:
        """Output that cannot be written ends with 4 and one line, without a traceback."""
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "checker", "check"], stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT
            )
        assert done.returncode == 4
        assert len(done.stderr.decode().splitlines()) == 1

    def test_a_poor_locale(self) -> None:
        """Under a C locale and an ASCII console the output is UTF-8 all the same."""
        environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
        assert "“" in self.command("check", env=environment).stdout.decode("utf-8")

    def test_version(self) -> None:
        """--version says which release this is."""
        assert __version__ in self.command("--version").stdout.decode()

    def test_a_bug_of_ours_is_owned(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """An unforeseen error ends with 70 and a reference, and shows no traceback."""
        monkeypatch.setattr("checker.workflow.check", lambda _: 1 / 0)
        printed = err(capsys, "check", code=70)
        assert "a bug of ours" in printed
        assert "Traceback" not in printed


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["-o", "r.xlsx"], b"PK"),
        (["-o", "r.JSON"], b"{"),
        (["--format", "md", "-o", "r.xlsx"], b"#"),
        (["-o", "r.txt"], b"#"),
    ],
)
def test_the_ending_of_a_file_chooses_its_format(tmp_path: Path, arguments: list[str], first: bytes) -> None:
    """A file that ends in .xlsx is a workbook unless another format is asked for."""
    file = tmp_path / arguments[-1]
    assert 0 == run(["register", "--as-of", "2022-01-20", *arguments[:-1], str(file)])
    assert file.read_bytes().startswith(first)


@pytest.mark.parametrize("command", ["commitments", "actions", "register", "check", "questions"])
@pytest.mark.parametrize("format_", ["md", "html", "json", "text"])
def test_no_reader_is_shown_a_placeholder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, format_: str
) -> None:
    """What a drafted record holds until a person names the council is not printed as if it were a council."""
    drafted = {key: value for key, value in source(publisher=TO_BE_NAMED).items() if key != "author"}
    monkeypatch.chdir(write_case(tmp_path, [coding(commitments=[commitment()])], [drafted]))
    code = run([command, *(["wexcombe-depot-report-2025-03"] if command == "actions" else []), "--format", format_])
    assert code in (0, 3)  # not every command has every format
    assert TO_BE_NAMED not in capsys.readouterr().out
    assert run(["commitments"]) == 0
    assert "council not named yet" in " ".join(capsys.readouterr().out.split())
