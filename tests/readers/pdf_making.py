"""Small PDFs for the tests of the reader: set by typst, or written byte by byte where a fault is wanted."""

from __future__ import annotations

import io
import math
import zlib
from collections.abc import Sequence
from pathlib import Path
from subprocess import run

import pikepdf
import typst

PAGE = '#set page(width: 595pt, height: 842pt, margin: 72pt)\n#set text(size: 11pt, font: "Libertinus Serif")\n'
SENTENCE = "The depot at Canal Street may close in the spring of next year."


def typeset(source: str, head: str = PAGE) -> bytes:
    """Return a PDF that typst has set."""
    return typst.compile((head + source).encode())


def lines(*texts: str, x: float = 72, y: float = 760, size: float = 11, lead: float = 14) -> str:
    """Return drawing orders for lines of text, one under another."""
    shown = [f"({_escaped(text)}) Tj T*" for text in texts]
    return f"BT /F1 {size} Tf {lead} TL {x} {y} Td {' '.join(shown)} ET\n"


def slantwise(text: str, degrees: float, x: float, y: float = 250, size: float = 60) -> str:
    """Return drawing orders for a text that rises by so many degrees, as a watermark does."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return f"BT /F1 {size} Tf {c:.4f} {s:.4f} {-s:.4f} {c:.4f} {x} {y} Tm ({_escaped(text)}) Tj ET\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def drawn(
    *pages: str | bytes, catalog: str = "", page: str = "", more: Sequence[bytes] = (), packed: bool = False
) -> bytes:
    """Return a PDF whose pages hold these drawing orders; further objects are numbered from 4 + twice the pages."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, orders in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> {page} >>".encode()
        )
        objects.append(stream(orders if isinstance(orders, bytes) else orders.encode("cp1252"), packed=packed))
    return assembled([*objects, *more])


def stream(data: bytes, *, packed: bool = False, more: str = "") -> bytes:
    """Return a stream object's body."""
    if packed:
        data, more = zlib.compress(data, 9), f"/Filter /FlateDecode {more}"
    return f"<< /Length {len(data)} {more} >>\nstream\n".encode() + data + b"\nendstream"


def assembled(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return a PDF of these objects, numbered from 1, with its index."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    index = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{index}\n%%EOF\n".encode()
    return bytes(out)


def updated(pdf: bytes, number: int, body: bytes) -> bytes:
    """Return a PDF with one object replaced by an update at its end."""
    before = int(pdf[pdf.rfind(b"startxref") + 9 :].split()[0])
    size = pdf.count(b" 0 obj") + 1
    place = len(pdf)
    index = place + len(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    return (
        pdf
        + b"%d 0 obj\n%s\nendobj\n" % (number, body)
        + b"xref\n%d 1\n%010d 00000 n \n" % (number, place)
        + b"trailer\n<< /Size %d /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, before, index)
    )


def locked(pdf: bytes, password: str = "wexcombe") -> bytes:
    """Return a PDF that needs a password, in the strongest way there is."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="clerk", user=password, R=6))
    return out.getvalue()


def rewritten(pdf: bytes, folder: Path, *options: str) -> bytes:
    """Return what qpdf makes of a PDF."""
    (folder / "in.pdf").write_bytes(pdf)
    run(["qpdf", *options, folder / "in.pdf", folder / "out.pdf"], check=True)
    return (folder / "out.pdf").read_bytes()


def picture() -> tuple[str, bytes]:
    """Return drawing orders for a picture over a whole page, and its object."""
    body = stream(
        bytes(range(64)) * 12,
        more="/Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
    )
    return "q 595 0 0 842 0 0 cm /Im1 Do Q\n", body


def scan(pages: int, *, with_text: str = "", stamp: str = "") -> bytes:
    """Return a PDF whose pages are pictures; with text, it lies unseen over them as scanners leave it.

    A stamp is printed at the foot of each page.
    """
    show, body = picture()
    number = 4 + 2 * pages
    text = f"BT 3 Tr /F1 11 Tf 72 700 Td ({with_text}) Tj ET " if with_text else ""
    text += f"BT /F1 9 Tf 500 20 Td ({stamp}) Tj ET" if stamp else ""
    return drawn(
        *[show + text] * pages,
        page=f"/Resources << /Font << /F1 3 0 R >> /XObject << /Im1 {number} 0 R >> >>",
        more=[body],
    )
