"""Printed numbers that Word counts and does not store; LibreOffice, which counts them too, is the oracle."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checker.readers.docx import read_docx
from checker.readers.formats import shown
from tests.readers.docx_making import abstract, deleted, document, level, num, p, r, start_again, style, table
from tests.rendering import program

COUNCIL = (
    level(0, "%1."),
    level(1, "%1.%2"),
    level(2, "(%3)", "lowerLetter"),
    level(3, "(%4)", "lowerRoman"),
    level(4, "%5)", "upperLetter"),
    level(5, "•", "bullet"),
)


def at(*places: tuple[int, int]) -> str:
    """Return paragraphs in lists and levels, worded alpha, beta and so on."""
    return "".join(p(word(count), num=place) for count, place in enumerate(places))


def word(count: int) -> str:
    """Return a word that no number is made of."""
    return ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa")[count % 10]


STYLES = (
    style("Section", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Para", paragraph='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    + style("Derived", based="Para")
    + style("Plain", based="Para", paragraph='<w:numPr><w:numId w:val="0"/></w:numPr>')
)
STYLED = abstract(
    0,
    level(0, "%1.", more='<w:pStyle w:val="Section"/>'),
    level(1, "%1.%2", more='<w:pStyle w:val="Para"/>'),
    level(2, "(%3)", "lowerLetter"),
)
LINKED = (
    abstract(0, *COUNCIL, more='<w:styleLink w:val="Council"/>')
    + abstract(1, more='<w:numStyleLink w:val="Council"/>')
    + num(1, 0)
    + num(2, 1)
)
LIST_STYLE = style("Council", kind="numbering", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
OWN_LEVEL = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>{}</w:lvlOverride>'.format(
    level(0, "%1)", "upperLetter", start=4)
)

CASES = {
    "levels below one another": (
        at((1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 3), (1, 2), (1, 1), (1, 0)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0)},
    ),
    "from styles": (
        p("alpha", style="Section")
        + p("beta", style="Para")
        + p("gamma", style="Derived")
        + p("delta", style="Para", num=(0, 0))
        + p("epsilon", style="Plain")
        + p("zeta", style="Para")
        + p("eta", style="Section")
        + p("theta", style="Para", num=(1, 2))
        + p("iota", style="Para"),
        {"numbering": STYLED + num(1, 0), "styles": STYLES},
    ),
    "own list, level of the style": (
        p("alpha", style="Section")
        + p("beta", style="Para", more='<w:numPr><w:numId w:val="2"/></w:numPr>')
        + p("gamma", style="Section", more='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
        + p("delta", style="Para"),
        {"numbering": STYLED + num(1, 0) + num(2, 0), "styles": STYLES},
    ),
    "two lists of one abstract list count on": (
        at((1, 0), (2, 0), (1, 1), (2, 1), (1, 0)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0) + num(2, 0)},
    ),
    "two abstract lists count apart": (
        at((1, 0), (2, 0), (1, 0), (2, 0)),
        {"numbering": abstract(0, *COUNCIL) + abstract(1, *COUNCIL) + num(1, 0) + num(2, 1)},
    ),
    "a start override counts once": (
        at((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0) + num(2, 0, start_again(0))},
    ),
    "a start override of a lower level": (
        at((1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (1, 0), (2, 1), (1, 1)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0) + num(2, 0, start_again(1, 5))},
    ),
    "start overrides of all levels": (
        at((1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (2, 0), (2, 1)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0) + num(2, 0, start_again(0) + start_again(1) + start_again(2))},
    ),
    "a start override passed by": (
        at((1, 0), (1, 0), (2, 1), (2, 1), (2, 0)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0) + num(2, 0, start_again(0, 7) + start_again(1))},
    ),
    "a level of the list's own": (
        at((1, 0), (2, 0), (2, 0), (2, 1), (1, 0)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0) + num(2, 0, OWN_LEVEL)},
    ),
    "a list style": (at((2, 0), (2, 1), (1, 1), (2, 2)), {"numbering": LINKED, "styles": LIST_STYLE}),
    "a lower level first": (
        at((1, 1), (1, 1), (1, 0), (1, 1), (1, 3)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0)},
    ),
    "a level left out": (
        at((1, 0), (1, 2), (1, 1), (1, 2)),
        {"numbering": abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3")) + num(1, 0)},
    ),
    "a first number that is not one": (
        at((1, 0), (1, 1), (1, 1), (1, 0)),
        {"numbering": abstract(0, level(0, "%1.", start=7), level(1, "%1.%2", start=0)) + num(1, 0)},
    ),
    "a level that prints nothing": (
        at((1, 0), (1, 1), (1, 0), (1, 1)),
        {"numbering": abstract(0, level(0, "", "none"), level(1, "%1%2.")) + num(1, 0)},
    ),
    "words in a number": (
        at((1, 0), (1, 1), (1, 0)),
        {"numbering": abstract(0, level(0, "Annex %1:", "upperLetter"), level(1, "%1.%2")) + num(1, 0)},
    ),
    "blank paragraphs count": (
        p("alpha", num=(1, 0)) + p(num=(1, 0)) + p("beta", num=(1, 0)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0)},
    ),
    "cells count": (
        p("alpha", num=(1, 0)) + table([p("beta", num=(1, 0)), p("gamma", num=(1, 1))]) + p("delta", num=(1, 0)),
        {"numbering": abstract(0, *COUNCIL) + num(1, 0)},
    ),
    "a list that is not there": (at((9, 0), (1, 0)), {"numbering": abstract(0, *COUNCIL) + num(1, 0)}),
}
FORMATS = [
    "decimal",
    "decimalZero",
    "lowerLetter",
    "upperLetter",
    "lowerRoman",
    "upperRoman",
    "ordinal",
    "cardinalText",
    "ordinalText",
    "none",
]
CASES |= {
    f"{form} from {start}": (
        at((1, 0), (1, 0)),
        {"numbering": abstract(0, level(0, "%1)", form, start=start)) + num(1, 0)},
    )
    for form in FORMATS
    for start in (1, 3, 8, 26, 49, 52)
    if form != "none"
}


def printed(raw: bytes) -> list[str]:
    """Return each paragraph with its number, as the reader counts them."""
    return [f"{q.printed} {q.text}".strip() for q in read_docx(raw, "report.docx").paragraphs]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the lines of each case as LibreOffice prints them."""
    folder = tmp_path_factory.mktemp("office")
    files = {name: folder / f"case{count}.docx" for count, name in enumerate(CASES)}
    for name, file in files.items():
        body, parts = CASES[name]
        file.write_bytes(document(body, **parts))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice", "libreoffice"), profile, "--headless", "--convert-to", "txt:Text"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files.values())], check=True, capture_output=True, timeout=300
    )
    return {name: lines(file.with_suffix(".txt")) for name, file in files.items()}


def lines(file: Path) -> list[str]:
    """Return the lines that hold a word, their spaces made single."""
    found = (" ".join(line.split()) for line in file.read_text("utf-8-sig").splitlines())
    return [line for line in found if any(word(count) in line for count in range(10))]


@pytest.mark.parametrize("name", CASES)
def test_numbers_agree_with_libreoffice(name: str, office: dict[str, list[str]]) -> None:
    """The number before a paragraph is the one another word processor prints."""
    body, parts = CASES[name]
    assert office[name] == printed(document(body, **parts))


def test_the_oracle_prints_numbers(office: dict[str, list[str]]) -> None:
    """The comparison is with numbers, not with their absence."""
    assert [
        "1. alpha",
        "1.1 beta",
        "1.2 gamma",
        "(a) delta",
        "(b) epsilon",
        "(i) zeta",
        "(ii) eta",
        "(c) theta",
        "1.3 iota",
        "2. kappa",
    ] == office["levels below one another"]


def test_a_level_that_never_begins_again() -> None:
    """lvlRestart 0 lets a level count on through all above it (LibreOffice does not know it; Word does)."""
    levels = level(0, "%1."), level(1, "%2.", more='<w:lvlRestart w:val="0"/>')
    raw = document(at((1, 0), (1, 1), (1, 0), (1, 1)), numbering=abstract(0, *levels) + num(1, 0))
    assert ["1. alpha", "1. beta", "2. gamma", "2. delta"] == printed(raw)


def test_a_level_that_begins_again_after_a_higher_one_only() -> None:
    """lvlRestart 1 lets a level begin again after the first level, not after the second."""
    levels = level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", more='<w:lvlRestart w:val="1"/>')
    body = at((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2))
    raw = document(body, numbering=abstract(0, *levels) + num(1, 0))
    assert ["1. alpha", "1.1 beta", "(1) gamma", "1.2 delta", "(2) epsilon", "2. zeta", "(1) eta"] == printed(raw)


def test_a_level_in_legal_style_counts_all_in_figures() -> None:
    """isLgl turns the letters and romans of the levels above into figures."""
    levels = level(0, "Part %1", "upperRoman"), level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>")
    raw = document(at((1, 0), (1, 1), (1, 1)), numbering=abstract(0, *levels) + num(1, 0))
    assert ["Part I alpha", "1.1 beta", "1.2 gamma"] == printed(raw)


def test_a_deleted_paragraph_is_not_counted() -> None:
    """With the changes accepted the numbers close up."""
    gone = '<w:rPr><w:del w:id="9" w:author="An officer"/></w:rPr>'
    body = p("alpha", num=(1, 0)) + p(deleted("beta"), num=(1, 0), more=gone) + p("gamma", num=(1, 0))
    raw = document(body, numbering=abstract(0, *COUNCIL) + num(1, 0))
    assert ["1. alpha", "2. gamma"] == printed(raw)


def test_a_hidden_paragraph_is_not_counted() -> None:
    """A paragraph that is hidden whole is not printed and takes no number."""
    hidden = p(r("beta", "<w:vanish/>"), num=(1, 0), more="<w:rPr><w:vanish/></w:rPr>")
    raw = document(
        p("alpha", num=(1, 0)) + hidden + p("gamma", num=(1, 0)), numbering=abstract(0, *COUNCIL) + num(1, 0)
    )
    assert ["1. alpha", "2. gamma"] == printed(raw)


@pytest.mark.parametrize(
    ("text", "number"),
    [("3.4 Savings.", "3.4"), ("7.\tSavings.", "7"), ("(b) Savings.", "(b)"), ("b) Savings.", "b)"), ("Savings.", "")],
)
def test_a_typed_number_stays_in_the_text(text: str, number: str) -> None:
    """A number that was typed is among the words, and known as the one printed before them."""
    (found,) = read_docx(document(p(text)), "report.docx").paragraphs
    assert (text.replace("\t", " "), number) == (found.text.replace("\t", " "), found.printed)


def test_styles_that_are_based_on_one_another() -> None:
    """Styles in a ring end where the ring closes."""
    ring = style("One", based="Two") + style("Two", based="One", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    raw = document(p("alpha", style="One"), styles=ring, numbering=abstract(0, *COUNCIL) + num(1, 0))
    assert ["1. alpha"] == printed(raw)


def test_numbers_that_are_no_numbers() -> None:
    """Levels and starts that are out of range or no numbers at all are taken as the nearest that make sense."""
    lists = abstract(0, level(0, "%1.").replace('w:start w:val="1"', 'w:start w:val="x"')) + num(1, 0)
    body = "".join(p("alpha").replace("<w:p>", f"<w:p><w:pPr>{own}</w:pPr>") for own in ODD)
    assert ["0. alpha", "alpha", "alpha"] == printed(document(body, numbering=lists))


ODD = (
    '<w:numPr><w:ilvl w:val="-3"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="one"/></w:numPr>',
    "<w:numPr/>",
)


@pytest.mark.parametrize(
    ("form", "count", "text"),
    [
        ("decimalZero", 7, "07"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 0, "0"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("upperRoman", 40_000, "40000"),
        ("ordinal", 11, "11th"),
        ("ordinal", 23, "23rd"),
        ("cardinalText", 45, "Forty-five"),
        ("cardinalText", 900, "900"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 31, "Thirty-first"),
        ("numberInDash", 4, "- 4 -"),
        ("none", 4, ""),
        ("chineseCounting", 4, "4"),
    ],
)
def test_formats(form: str, count: int, text: str) -> None:
    """Each format counts as Word's does; one that is not known counts in figures."""
    assert text == shown(count, form)
