"""SARIF, read back as JSON and held against the official schema."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.model.casefile import Input
from checker.model.finding import Assessment
from checker.reporters.sarif import FINGERPRINT, render
from tests.engine.case import CLAIM, assessed, only
from tests.reporters.recorded import assessed_after, event
from tests.stories.reading import EXAMPLES
from tests.stories.reading import assessed as read

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text("utf-8"))
RULE = "cost-benefit-analysis"
REAL = ("2022-01-20", None), ("2025-10-01", EXAMPLES)


def run(assessment: Assessment, **options: Any) -> dict[str, Any]:
    """Return the one run of the log, after the official schema has accepted it."""
    log = json.loads(render(assessment, **options))
    assert [error.message for error in jsonschema.Draft4Validator(SCHEMA).iter_errors(log)] == []
    (only_run,) = log["runs"]
    return dict(only_run)


def result(log: dict[str, Any], fingerprint: str) -> dict[str, Any]:
    """Return the one result with that fingerprint."""
    (found,) = [one for one in log["results"] if one["partialFingerprints"][FINGERPRINT] == fingerprint]
    return dict(found)


@pytest.mark.parametrize(("as_of", "folder"), REAL, ids=["records", "examples"])
def test_every_open_finding_is_a_result(as_of: str, folder: Path | None) -> None:
    """The results are the open findings of the records, each once, and the schema accepts the log."""
    assessment = read(as_of, *([folder] if folder else []))
    results = run(assessment)["results"]

    assert sorted(f.fingerprint for f in assessment.open) == sorted(
        one["partialFingerprints"][FINGERPRINT] for one in results
    )
    assert {f.content for f in assessment.open} == {one["partialFingerprints"]["content"] for one in results}


def test_levels_are_those_of_the_standard() -> None:
    """High is an error, medium a warning, low a note."""
    assessment = read("2022-01-20")
    expected = {"high": "error", "medium": "warning", "low": "note"}
    log = run(assessment)

    assert {f.fingerprint: expected[f.level] for f in assessment.open} == {
        one["partialFingerprints"][FINGERPRINT]: one["level"] for one in log["results"]
    }


def test_a_result_names_its_rule_its_claim_and_its_paragraph() -> None:
    """Each result points to its rule by name and number, and to source, item and paragraph by name."""
    assessment = read("2022-01-20")
    log = run(assessment)
    rules = log["tool"]["driver"]["rules"]

    assert assessment.open
    for finding in assessment.open:
        one = result(log, finding.fingerprint)
        names = [place["fullyQualifiedName"] for place in one["locations"][0]["logicalLocations"]]
        assert finding.rule.id == one["ruleId"] == rules[one["ruleIndex"]]["id"]
        assert names == [finding.source.id, finding.subject_id, f"{finding.source.id}/{finding.at}"]


def test_a_rule_says_why_what_settles_it_and_what_it_rests_on() -> None:
    """The help of a rule holds its reason, its remedy without unfilled places, and its bases with their force."""
    for rule in run(read("2022-01-20"))["tool"]["driver"]["rules"]:
        text = rule["help"]["text"]
        assert all(part in text for part in ("Why it matters.", "What would settle it.", "Rests on."))
        assert "{" not in text
    (equality,) = [
        r for r in run(read("2022-01-20"))["tool"]["driver"]["rules"] if r["id"] == "equality-impact-assessment"
    ]
    assert "Equality Act 2010, section 149 (law; read" in equality["help"]["text"]


def test_the_file_is_the_coding_file_with_its_digest() -> None:
    """A finding on a claim stands in the coding file, one on the record in the source record; both have digests."""
    log = run(read("2022-01-20"))
    uris = {kind: set() for kind in ("claim", "source")}
    for one in log["results"]:
        place = one["locations"][0]
        uris.setdefault(place["logicalLocations"][1]["kind"], set()).add(
            Path(place["physicalLocation"]["artifactLocation"]["uri"]).parent.name
        )
        listed = log["artifacts"][place["physicalLocation"]["artifactLocation"]["index"]]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == listed["location"]["uri"]
    assert uris["claim"] == {"claims"}
    assert uris["source"] == {"seeds"}
    assert all(len(artifact["hashes"]["sha-256"]) == 64 for artifact in log["artifacts"])


def test_lines_are_given_where_they_are_known() -> None:
    """With a mapping of lines a result names the line of its item, without one the file alone."""
    assessment = read("2022-01-20")
    finding = next(f for f in assessment.open if f.claim)

    place = result(run(assessment, lines={finding.subject_id: 41}), finding.fingerprint)["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 41}
    place = result(run(assessment), finding.fingerprint)["locations"][0]
    assert "region" not in place["physicalLocation"]


def test_a_name_with_a_space_is_an_address() -> None:
    """The path of a file is written as an address, and a file given by its whole path as one of the machine."""
    assessment = assessed()
    dossier = assessment.casefile.dossiers[0]
    finding = assessment.open[0]
    for path, uri in (("my claims/a#1.yaml", "my%20claims/a%231.yaml"), ("/x/a.yaml", "file:///x/a.yaml")):
        there = dataclasses.replace(dossier, inputs=(Input(path, "0" * 64),))
        moved = dataclasses.replace(
            assessment,
            casefile=dataclasses.replace(assessment.casefile, dossiers=(there,)),
            findings=(finding._replace(dossier=there),),
        )
        place = result(run(moved), finding.fingerprint)["locations"][0]["physicalLocation"]
        assert uri == place["artifactLocation"]["uri"]


def test_a_waiver_is_a_suppression_that_was_accepted() -> None:
    """A waived finding stays a result, with who approved the waiver, why, and until when."""
    finding = only(assessed(), RULE)
    waiver = event(
        finding, "waiver", "figures come with the budget", granted_by="section-151-officer", due="2026-03-31"
    )
    log = run(assessed_after(waiver, as_of=datetime.date(2026, 1, 1)))

    (suppression,) = result(log, finding.fingerprint)["suppressions"]
    assert {"kind": "external", "status": "accepted"}.items() <= suppression.items()
    for part in ("figures come with the budget", "section-151-officer", "31 March 2026"):
        assert part in suppression["justification"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [({"due": "2025-06-30"}, "waiver expired"), ({"content": "0" * 16}, "waiver lapsed")],
    ids=["expired", "lapsed"],
)
def test_a_waiver_that_no_longer_holds_is_rejected(fields: dict[str, str], says: str) -> None:
    """An expired or lapsed waiver does not hide a finding: the suppression is rejected and says why."""
    finding = only(assessed(), RULE)
    log = run(assessed_after(event(finding, "waiver", granted_by="monitoring-officer", **fields)))

    (suppression,) = result(log, finding.fingerprint)["suppressions"]
    assert suppression["status"] == "rejected"
    assert says in suppression["justification"]


def test_a_waiver_of_something_gone_is_told() -> None:
    """A waiver of a finding that is no longer assessed is a notification of the run, not silence."""
    finding = only(assessed(), RULE)
    gone = event(finding, "waiver", subject="f" * 16, about="a-paper#C9", granted_by="monitoring-officer")
    (notification,) = run(assessed_after(gone))["invocations"][0]["toolExecutionNotifications"]

    assert "a-paper#C9" in notification["message"]["text"]


def test_a_comparison_says_what_is_new_and_what_is_gone() -> None:
    """With a baseline every result says how it compares; what is no longer open or assessed is absent."""
    assessment = assessed(
        evidence=[{"id": "E1", "kind": "cost_benefit_analysis", "status": "verified", "covers": "all"}]
    )
    shown, first, second = only(assessment, RULE), *assessment.open[:2]
    states = {first.fingerprint: "unchanged", shown.fingerprint: "absent", "f" * 16: "absent"}
    log = run(assessment, baseline=states)

    assert result(log, first.fingerprint)["baselineState"] == "unchanged"
    assert result(log, second.fingerprint)["baselineState"] == "new"
    assert tuple(result(log, shown.fingerprint)[key] for key in ("baselineState", "level")) == ("absent", "none")
    assert "no longer assessed" in result(log, "f" * 16)["message"]["text"]
    assert all("baselineState" in one for one in log["results"])
    assert not any("baselineState" in one for one in run(assessment)["results"])


def test_words_that_look_like_a_link_stay_words() -> None:
    """A quotation in the form of a link, a script or a formula is text, and no link."""
    words = "will save [£40,000](javascript:alert(1)) <script>alert(1)</script> =1+1"
    one = run(assessed(claims=[{**CLAIM, "quote": words}]))["results"][0]

    assert "](" not in one["message"]["text"].replace("\\](", "")
    assert "<script>alert(1)</script> =1+1" in one["message"]["text"]


def test_words_about_a_person_are_not_quoted() -> None:
    """Words on the merit of a person are nowhere in the log."""
    claim = {**CLAIM, "quote": "an outstanding postholder", "about_person": True}

    assert "outstanding" not in render(assessed(claims=[claim])).decode()


def test_what_is_not_public_says_so() -> None:
    """A log on an exempt paper names its access, and so does its foot."""
    log = run(assessed(source={"access": "exempt", "access_reason": "paragraph 3"}))

    assert log["properties"]["access"] == "exempt"
    assert any(line.startswith("As of") for line in log["properties"]["foot"])


def test_the_run_says_version_profile_and_day() -> None:
    """The run names the program's version, the profile, the day and the command it was given."""
    from checker import __version__

    log = run(read("2022-01-20"), command="checker check --as-of 2022-01-20")

    assert __version__ == log["tool"]["driver"]["version"]
    assert log["invocations"][0]["properties"] == {"asOf": "2022-01-20", "profile": "scrutiny"}
    assert log["invocations"][0]["commandLine"] == "checker check --as-of 2022-01-20"
    assert [entry["path"] for entry in log["properties"]["manifest"]["inputs"]] == [
        artifact["location"]["uri"].removeprefix("file://") for artifact in log["artifacts"]
    ]


def test_same_bytes_twice() -> None:
    """The same assessment gives the same bytes."""
    assert render(read("2022-01-20")) == render(read("2022-01-20"))
