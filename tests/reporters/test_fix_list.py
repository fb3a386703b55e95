"""The author's fix list."""

from __future__ import annotations

from checker.reporters.fix_list import fix_list, render
from tests.engine.case import CLAIM, assessed


def test_points_stand_at_their_paragraph() -> None:
    """Points are gathered by paragraph, in the order of the paper, one for each theme."""
    claims = [{**CLAIM, "id": f"C{n}", "at": at} for n, at in enumerate(("3.10", "3.9", "3.9"))]
    paragraphs = fix_list(assessed("officer", claims=claims))
    assert [paragraph.at for paragraph in paragraphs] == ["3.9", "3.10"]
    for paragraph in paragraphs:
        themes = [point.finding.rule.theme_of(point.finding.evidence_kind) for point in paragraph.points]
        assert len(set(themes)) == len(themes)


def test_needed_or_helpful_as_the_profile_says() -> None:
    """Under the officer's profile what is high is needed for clearance and the rest is helpful; under another all is helpful."""
    points = [p for paragraph in fix_list(assessed("officer")) for p in paragraph.points]
    assert {("high", True), ("medium", False)} == {(p.finding.level, p.needed) for p in points}
    assert not any(p.needed for paragraph in fix_list(assessed("scrutiny")) for p in paragraph.points)


def test_each_point_asks_and_settles() -> None:
    """Every point says what members may ask and the sentence that would settle it, and all of it fits eighty columns."""
    lines = "".join(render(assessed("officer"), everything=True))
    text = " ".join(lines.split())
    assert text.count("may ask ") == text.count("settle ") == text.count("Rests on: ")
    assert "needed for clearance" in text
    assert [line for line in lines.splitlines() if len(line) > 80] == []


def test_nothing_to_mend() -> None:
    """A paper with nothing open is told so."""
    assert "Nothing to mend" in "".join(render(assessed("officer", claims=[])))
