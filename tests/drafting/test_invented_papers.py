"""The invented papers that the weights are trained on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.invented_papers import FOLDER, papers


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.txt")))
def test_every_marked_line_is_one_sentence(file: str) -> None:
    """Each line of an invented paper is one sentence, bullet or cell as drafting cuts them."""
    found = papers([FOLDER / file])
    assert found
    for paper in found:
        assert set() == paper.labels.keys() - {unit.text for unit, _ in paper.labelled()}


def test_what_a_mark_says(tmp_path: Path) -> None:
    """A line says whether it claims, whether it promises, and which kinds; onward lines share a paragraph."""
    file = tmp_path / "one.txt"
    file.write_text(
        "== minutes Parks\n# 4. Report\n+financial_saving,workforce It saves £3m.\n  - It rained.\n! The Clerk will write.\n"
        "!+improved_quality • A review will make it better.\n",
        "utf-8",
    )
    (paper,) = papers([file])
    assert [
        ("4.1", True, False, ("financial_saving", "workforce")),
        ("4.1", False, False, ()),
        ("4.2", False, True, ()),
        ("", True, True, ("improved_quality",)),
    ] == [(unit.paragraph.number, label.claims, label.promises, label.kinds) for unit, label in paper.labelled()]


@pytest.mark.parametrize("line", ["It has no mark.", "+happiness It has no such kind."])
def test_a_line_of_no_format_is_told(line: str, tmp_path: Path) -> None:
    """A line without a mark, or with a kind that is none, stops the training with the line."""
    file = tmp_path / "one.txt"
    file.write_text(f"== minutes Parks\n{line}\n", "utf-8")
    with pytest.raises(SystemExit, match=line.split(maxsplit=1)[1]):
        papers([file])
