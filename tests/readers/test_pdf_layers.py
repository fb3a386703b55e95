"""Layers of a PDF that are switched off: told once, with their names."""

from __future__ import annotations

import io

import pikepdf
import pytest

from checker.readers.pdf import read_pdf
from tests.readers.pdf_making import SENTENCE, drawn, lines, locked

NOTES, PLAN = b"<< /Type /OCG /Name (Officer notes) >>", b"<< /Type /OCG /Name <FEFF0050006C0061006E> >>"
PAGE = lines(SENTENCE) + "/OC /Notes BDC " + lines("Not for the public.", y=700) + "EMC"
ONE = '1 layer is switched off ("Officer notes"): any words in it are read, though a viewer does not show them.'


def layered(properties: str, *layers: bytes) -> bytes:
    """Return a PDF with a layer of notes, a plan and more, numbered from 6."""
    resources = "/Resources << /Font << /F1 3 0 R >> /Properties << /Notes 6 0 R >> >>"
    more = [NOTES, PLAN, *layers]
    return drawn(PAGE, page=resources, catalog=f"/OCProperties {properties}", more=more)


def told(pdf: bytes) -> list[tuple[str, str, int]]:
    """Return what is told about a PDF."""
    return [(told.code, told.what, told.page) for told in read_pdf(pdf, "report.pdf").told]


OFF = (
    "<< /OCGs [6 0 R 7 0 R] /D << /Order [6 0 R [(More) 7 0 R]] /AS [<< /Event /View >>] /ON [7 0 R] /OFF [6 0 R] >> >>"
)


@pytest.mark.parametrize(
    "properties",
    [
        OFF,
        "<< /D << /BaseState /OFF /ON [7 0 R] >> /OCGs [6 0 R 7 0 R] >>",
        "<</OCGs[6 0 R 7 0 R]/Configs[<</OFF[7 0 R]>>]/D<</OFF[6 0 R]/BaseState/ON>>>>",
    ],
)
def test_a_layer_that_is_switched_off_is_told(properties: str) -> None:
    """A layer that a viewer does not show is told once, by its name; its words are read."""
    assert [("LAYERS", ONE, 0)] == told(layered(properties))
    assert "Not for the public." in read_pdf(layered(properties), "report.pdf").paragraphs[-1].text


def test_a_setting_kept_elsewhere_in_the_file_is_found() -> None:
    """The list of what is off may stand in objects of its own."""
    objects = [b"<< /OCGs [6 0 R 7 0 R] /D 9 0 R >>", b"<< /OFF 10 0 R >>", b"[6 0 R]"]
    assert [("LAYERS", ONE, 0)] == told(layered("8 0 R", *objects))


def test_layers_in_packed_objects_are_told() -> None:
    """The same where the file's objects are packed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(layered(OFF))) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"Officer notes" not in out.getvalue()
    assert [("LAYERS", ONE, 0)] == told(out.getvalue())


def test_several_layers_are_told_together() -> None:
    """Several layers make one line, with the first names in it."""
    off = " ".join(f"{number} 0 R" for number in range(6, 14))
    layers = [f"<< /Type /OCG /Name (Sheet {number}) >>".encode() for number in range(8, 14)]
    what = told(layered(f"<< /OCGs [{off}] /D << /OFF [{off}] >> >>", *layers))[0][1]
    assert what.startswith(
        '8 layers are switched off ("Officer notes", "Plan", "Sheet 8", "Sheet 9", "Sheet 10" and 3 more):'
    )


@pytest.mark.parametrize(
    "layer", [b"<< /Type /OCG >>", b"<< /Name (\\376\\377) >>", b"<< /Name <FEFF0007> >>", b"null"]
)
def test_a_name_that_cannot_be_read_plainly_is_left_out(layer: bytes) -> None:
    """A layer whose name is not plain is told without it."""
    pdf = layered("<< /OCGs [8 0 R] /D << /OFF [8 0 R 99 0 R] >> >>", layer)
    assert told(pdf)[0][1].startswith("2 layers are switched off: ")


def test_the_names_of_a_locked_file_are_left_out() -> None:
    """In a file locked against printing the names are not plain; that a layer is off is told."""
    assert told(locked(layered(OFF), ""))[0][1].startswith("1 layer is switched off: ")


@pytest.mark.parametrize(
    "properties",
    [
        "<< /OCGs [6 0 R 7 0 R] /D << /ON [6 0 R 7 0 R] /OFF [] >> >>",
        "<< /OCGs [6 0 R] /D << >> /Configs [<< /OFF [6 0 R] >>] >>",
        "<< /D 99 0 R >>",
        "<<",
        "99 0 R",
        "<< /D << /OFF 99999999999999999999 0 R >> >>",
    ],
)
def test_layers_that_are_shown_are_not_told(properties: str) -> None:
    """Where every layer is on, or the setting is not whole, nothing is said."""
    assert [] == [one for one in told(layered(properties)) if one[0] == "LAYERS"]
