"""Who makes a claim, and under which name, changes nothing about what is asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.stories.reading import EXAMPLES, assessed

LATE = "2025-10-01"
Judged = Counter[tuple[str, str, str, str]]


def judged(folder: Path, profile: str = "scrutiny") -> Judged:
    """Return the findings of a case folder without what depends on its names: rule, outcome, level, place."""
    assessment = assessed(LATE, folder, profile=profile, originals=folder / "originals")
    assert {"found"} == {check.state for d in assessment.casefile.dossiers for check in d.checks.values()}
    return Counter((one.rule.id, one.outcome, one.level, one.at) for one in assessment.findings)


def rewritten(folder: Path, rewrite: Callable[[str], str]) -> Path:
    """Write the examples anew with every text rewritten, documents and file names too, and return the folder."""
    digests: dict[str, str] = {}
    files = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in (".md", ".yaml"))
    for path in sorted(files, key=lambda path: path.suffix):
        content = rewrite(path.read_text("utf-8"))
        for old, new in digests.items():
            content = content.replace(old, new)
        if path.suffix == ".md":
            digests[sha256(path.read_bytes()).hexdigest()] = sha256(content.encode()).hexdigest()
        target = folder / rewrite(path.relative_to(EXAMPLES).as_posix())
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8", newline="\n")
    return folder


def swap(*pairs: tuple[str, str]) -> Callable[[str], str]:
    """Return a rewriting that puts each word of a pair for the other, all at once."""
    table = {one: other for pair in pairs for one, other in (pair, pair[::-1])}
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))
    return lambda content: pattern.sub(lambda match: table[match.group()], content)


@pytest.mark.parametrize(
    "rewrite",
    [
        swap(("Wexcombe", "Northmere"), ("wexcombe", "northmere"), ("Harrowmere", "Eastling")),
        swap(("Wexcombe", "Harrowmere")),
        swap(("Heath Group", "Vale Group")),
        swap(
            ("Wexcombe Courier", "Northmere Gazette"),
            ("The Courier", "The Gazette"),
            ("the Courier", "the Gazette"),
        ),
        swap(("by: officer", "by: executive")),
        swap(("by: executive", "by: partner")),
    ],
    ids=["council", "partner", "parties", "newspaper", "officer and executive", "executive and partner"],
)
def test_names_and_roles_change_no_finding(tmp_path: Path, rewrite: Callable[[str], str]) -> None:
    """Another council, party, newspaper or role, and the findings are the same but for their fingerprints."""
    folder = rewritten(tmp_path, rewrite)

    assert (folder / "claims").is_dir()
    assert judged(EXAMPLES) == judged(folder)


@pytest.mark.parametrize("role", ["executive", "partner", "press", "member", "other"])
def test_under_research_everyone_is_judged_alike(tmp_path: Path, role: str) -> None:
    """Under the profile for research, the claims of officers put by anyone else have the same outcomes."""
    folder = rewritten(tmp_path, lambda content: content.replace("by: officer", f"by: {role}"))

    assert judged(EXAMPLES, "research") == judged(folder, "research")


def test_a_rewriting_reaches_the_records(tmp_path: Path) -> None:
    """The rewriting is not idle: under another name no record speaks of the first one."""
    folder = rewritten(tmp_path, swap(("Wexcombe", "Northmere"), ("wexcombe", "northmere")))
    names = {one.subject_id for one in assessed(LATE, folder).findings}

    assert names
    assert all(name.startswith("northmere-") for name in names)
