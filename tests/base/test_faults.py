"""What a message says, and that it can be shown anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.faults import Fault, MachineTrouble, Misuse, Place, Refused, nearest, printable, shortened

ANYTHING = st.text(st.characters(exclude_categories=()))


def fault(line: int = 3, **fields: object) -> Fault:
    return Fault("claims/a.yaml", Place(line, 5), "BAD-VALUE", f"thing {line} is wrong.", **fields)  # type: ignore[arg-type]


def test_a_message_names_place_code_wrong_and_what_to_do() -> None:
    """One line: path, line, column, code, what is wrong, what to do."""
    assert str(fault(todo="Mend it.")) == "claims/a.yaml:3:5: error BAD-VALUE: thing 3 is wrong. Mend it."
    assert str(fault(warning=True)) == "claims/a.yaml:3:5: warning BAD-VALUE: thing 3 is wrong."


def test_a_message_without_a_line_names_the_file() -> None:
    """Where no line can be named, none is invented."""
    assert str(fault(line=0)) == "claims/a.yaml: error BAD-VALUE: thing 0 is wrong."


def test_faults_come_in_order_and_once() -> None:
    """Faults are sorted by file and line, and none is told twice."""
    refused = Refused([fault(9), fault(2), fault(9)])
    assert [f.place.line for f in refused.faults] == [2, 9]


@pytest.mark.parametrize(("count", "lines", "last"), [(50, 50, "thing 50"), (51, 51, "and 1 more (51 in all)")])
def test_fifty_faults_are_shown(count: int, lines: int, last: str) -> None:
    """Fifty faults are shown; the rest are counted."""
    shown = Refused(fault(line) for line in range(1, count + 1)).lines()
    assert len(shown) == lines
    assert last in shown[-1]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("a\nb", r"a\nb"), ("\x1b[2J", r"\x1b[2J"), ("caf\udce9", r"caf\xe9"), ("\u202e", r"\u202e"), ("tŷ 👍", "tŷ 👍")],
)
def test_what_moves_a_cursor_is_escaped(written: str, shown: str) -> None:
    """Line ends, escape codes, turned text and bytes that are no text are shown as escapes; the rest as it is."""
    assert printable(written) == shown


@settings(derandomize=True, deadline=None)
@given(ANYTHING)
def test_any_text_becomes_one_line(text: str) -> None:
    """Whatever a file is called, its message is one line that can be written as UTF-8."""
    for message in (printable(text), str(Misuse(text)), str(MachineTrouble(text))):
        assert message.isprintable()
        message.encode()


def test_a_hint_names_the_nearest_word() -> None:
    """A slip of the keyboard gets the word that was meant, and all that are allowed."""
    assert nearest("benfit", ["benefit", "saving"]) == 'Did you mean "benefit"? Allowed: benefit, saving.'
    assert nearest("zzz", ["benefit", "saving"]) == "Allowed: benefit, saving."
    assert nearest("zzz", []) == ""


def test_a_hint_does_not_list_hundreds() -> None:
    """Of a long list only the nearest is named, or how many there are."""
    many = [f"C{number}" for number in range(500)]
    assert nearest("C499x", many) == 'Did you mean "C499"?'
    assert nearest("zzz", many) == "500 are known."


def test_a_long_value_is_cut() -> None:
    """A message quotes sixty characters of a value at most."""
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 61) == "a" * 57 + "…"
