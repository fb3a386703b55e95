"""What comes from the process that met the file is looked at before it is believed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.faults import NOWHERE, Fault, Refused
from checker.model.document import Aside, Document, Told
from checker.model.paragraph import Paragraph
from checker.readers.wire import Garbled, Stopped, pack, pack_refused, pack_stopped, unpack

PARAGRAPHS = (
    Paragraph(1, "", "Depot", 1, 0, "heading", 1),
    Paragraph(2, "3.4", "3.4 Costs\nfall", 1, 2, "text", 0, "3.4", None, "p:7"),
    Paragraph(3, "3.4", "£5m", 2, cell=(1, 2, 3), part="cell"),
)
DOCUMENT = Document("docx", PARAGRAPHS, 2, "Depot", (Told("TRACKED", "One change.", 2),), (Aside("deleted", "not", 2),))


def test_a_document_comes_back_as_it_was() -> None:
    """All that a reader found arrives unchanged."""
    assert DOCUMENT == unpack(pack(DOCUMENT))


def test_a_refusal_comes_back_as_it_was() -> None:
    """What a reader refuses arrives with all its faults."""
    faults = [
        Fault("a.pdf", NOWHERE, "DAMAGED", "cut short.", "Fetch again."),
        Fault("a.pdf", NOWHERE, "DTD", "one.", "", True),
    ]
    with pytest.raises(Refused) as refused:
        unpack(pack_refused(Refused(faults)))
    assert sorted(faults) == refused.value.faults


def test_a_reader_that_stopped_says_why() -> None:
    """A reader that could not go on says what stopped it and where."""
    with pytest.raises(Stopped) as stopped:
        unpack(pack_stopped("KeyError", "page.py:12"))
    assert ("KeyError", "page.py:12") == (stopped.value.why, stopped.value.where)


def test_half_a_character_becomes_a_sign() -> None:
    """Half a character, as a broken file may hold it, arrives as the sign for an unknown one."""
    [paragraph] = unpack(pack(Document("pdf", (Paragraph(1, "", "a\ud83d b 😀"),)))).paragraphs
    assert "a\ufffd b 😀" == paragraph.text


def broken(**changes: object) -> bytes:
    return json.dumps({**json.loads(pack(DOCUMENT)), **changes}).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Segmentation fault",
        b"[]",
        b"{}",
        b"7",
        b'{"faults": 3}',
        b'{"faults": [["a"]]}',
        b'{"stopped": 1, "where": ""}',
        b"[" * 200_000,
        pack(DOCUMENT)[:-1],
        broken(kind="exe"),
        broken(pages=-1),
        broken(pages=True),
        broken(title=None),
        broken(title=["x"]),
        broken(kind=[]),
        broken(paragraphs=[[1, "", "x"]]),
        broken(paragraphs=[[1, "", "x", 0, 0, "tail", 0, "", None, ""]]),
        broken(paragraphs=[["1", "", "x", 0, 0, "text", 0, "", None, ""]]),
        broken(paragraphs=[[1, "", "x", 0, 0, "text", 0, "", [1, 2], ""]]),
        broken(told=[["A", "b"]]),
        broken(asides=[["gossip", "x", 0]]),
        broken(asides=[[{}, "x", 0]]),
    ],
)
def test_nothing_else_is_believed(raw: bytes) -> None:
    """Anything that is not what a reader of ours sends is called garbled, and nothing of it is used."""
    with pytest.raises(Garbled):
        unpack(raw)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(), st.text(), st.integers(0, 9), st.none() | st.tuples(st.integers(0), st.integers(0), st.integers(0)))
def test_any_words_arrive(text: str, number: str, page: int, cell: tuple[int, int, int] | None) -> None:
    """Whatever the words, they arrive as they were sent."""
    document = Document("pdf", (Paragraph(1, number, text, page, cell=cell),), title=text)
    assert document == unpack(pack(document))
