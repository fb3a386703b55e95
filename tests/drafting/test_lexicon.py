"""The lexicon, and how a council adds to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.base.faults import Refused
from checker.drafting.claims import claims
from checker.drafting.lexicon import lexicon, tokens
from checker.drafting.units import units
from tests.drafting.papers import paper


def classes(text: str, *extensions: Path) -> set[str]:
    return {hit.name for hit in lexicon(extensions).words.find(tokens(text))}


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, "utf-8")
    return path


def test_words_are_found_by_their_endings() -> None:
    """One entry with a star finds every form of a word."""
    assert "improve" in classes("improvement") & classes("improved") & classes("Improving")


def test_a_gap_stands_for_a_few_words() -> None:
    """Entries with a gap find their words up to four words apart, and no further."""
    assert "no_harm" in classes("no significant or lasting impact")
    assert "no_harm" not in classes("no tree stood anywhere near that old impact")


def test_curly_and_straight_apostrophes_are_one() -> None:
    """A typographer's apostrophe is found as a plain one is."""
    assert "negation" in classes("it won\u2019t change")


def test_what_was_found_is_told_with_its_place() -> None:
    """A hit says between which words it stands."""
    found = tokens("The scheme will save money")
    (saving,) = [hit for hit in lexicon().words.find(found) if hit.name == "saving"]
    assert "save" == " ".join(token.text for token in found[saving.start : saving.end])


def test_a_council_adds_its_own_words(tmp_path: Path) -> None:
    """Words from a council's file count as those of the class they were added to."""
    own = written(tmp_path, "words:\n  improve:\n    - wexcombise*\n")
    assert "improve" not in classes("it will be wexcombised")
    assert "improve" in classes("it will be wexcombised", own)


def test_a_councils_words_lead_to_candidates(tmp_path: Path) -> None:
    """A sentence that was no candidate becomes one when its words are known."""
    own = written(
        tmp_path,
        "words:\n  form_no_harm:\n    - wexhold*\n  no_harm:\n    - wexhold*\n  form_benefit:\n    - wexhold*\n",
    )
    document = units(paper(("2.1", "The scheme will wexhold the village green for all residents.")))
    before = claims(document, "keen")
    after = claims(document, "keen", [own])
    assert (before[0].rank if before else -9) < after[0].rank


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("words:\n  improvements:\n    - better\n", "UNKNOWN-CLASS"),
        ("cues:\n  improve:\n    - better\n", "SHAPE"),
        ("words:\n  improve: better\n", "SHAPE"),
        ("- better\n", "NOT-A-RECORD"),
        ("words:\n  improve:\n    - '*'\n", "SHAPE"),
    ],
)
def test_a_file_that_adds_nothing_known_is_refused(tmp_path: Path, text: str, code: str) -> None:
    """A class that there is not, or a file of another shape, is refused with its place."""
    with pytest.raises(Refused) as refused:
        lexicon([written(tmp_path, text)])
    assert {code} == {fault.code for fault in refused.value.faults}
    assert refused.value.faults[0].place.line


@pytest.mark.parametrize("phrase", ["as well as the crews", "until well into 2027", "it is clear that"])
def test_a_word_of_praise_within_a_plain_phrase(phrase: str) -> None:
    """A word of praise within a phrase that praises nothing is no reason: "as well as", "until well into"."""
    found = tokens(f"The depot serves residents {phrase} it was built")
    words = lexicon().words
    assert [True] == [words.is_excepted(hit, found) for hit in words.find(found) if hit.name == "good"]


def test_a_word_of_praise_by_itself() -> None:
    """The same word praises where it stands by itself."""
    found = tokens("The depot serves residents well")
    words = lexicon().words
    assert [False] == [words.is_excepted(hit, found) for hit in words.find(found) if hit.name == "good"]
