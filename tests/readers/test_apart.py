"""A file is read by a process of its own: whatever happens to that, we live and say what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from checker.base.faults import MachineTrouble, Refused
from checker.model.document import FileKind
from checker.readers.apart import read_apart
from checker.readers.limits import Limits
from tests.readers.test_sniff import packed

PAGE = b"<html><body><p>3.4 Costs fall.</p></body></html>"
FENCED = """
import sys; sys.path[:] = {path!r}
from checker.readers.fence import fence
fence({memory}, 20)
try:
    {attempt}
except BaseException as error:
    print(type(error).__name__)
else:
    print("done")
"""


def refusal(kind: FileKind, raw: bytes, limits: Limits) -> tuple[str, str]:
    """Return the code and the words of a refusal."""
    with pytest.raises(Refused) as refused:
        read_apart(kind, raw, "depot", limits)
    [fault] = refused.value.faults
    assert "depot" == fault.path
    return fault.code, f"{fault.what} {fault.todo}"


def still_reads() -> bool:
    """Tell whether a good page can be read after all that."""
    return ["3.4 Costs fall."] == [p.text for p in read_apart("html", PAGE, "depot", Limits()).paragraphs]


def test_what_is_found_comes_back() -> None:
    """What the process finds in a page is what we get."""
    assert still_reads()


def test_a_refusal_comes_back() -> None:
    """What the process refuses, we refuse."""
    assert "TOO-DEEP" == refusal("html", b"<div>" * 2_000, Limits())[0]


def test_time_is_limited() -> None:
    """A file that takes longer than it may is given up, with the limit and how to allow more."""
    code, says = refusal("markdown", b"*a " * 7_000_000, Limits(seconds=1))
    assert ("TIME", True) == (code, says.startswith("reading it takes more than 1 seconds."))
    assert "CHECKER_READ_SECONDS" in says
    assert still_reads()


def test_memory_is_limited() -> None:
    """A file that takes more memory than it may is given up, with the limit and how to allow more."""
    code, says = refusal("html", b"<p>Costs fall." * 300_000, Limits(memory_megabytes=100))
    assert ("TOO-BIG", True) == (code, says.startswith("reading it takes more than 100 MB of memory."))
    assert "CHECKER_READ_MEMORY_MEGABYTES" in says
    assert still_reads()


def test_what_comes_back_is_limited() -> None:
    """A process that hands back more text than any document has is stopped."""
    code, says = refusal("text", b"3.4 Costs fall.\n" * 50_000, Limits(result_megabytes=1))
    assert ("TOO-BIG", True) == (code, "more than 1 MB of text" in says)


def test_a_page_that_unpacks_to_a_hundred_megabytes() -> None:
    """A small PDF whose page unpacks to 100 MB is refused; we live, and so does our memory."""
    packing = zlib.compressobj()
    stream = b"".join(packing.compress(b" " * (1 << 20)) for _ in range(100)) + packing.flush()
    code, _ = refusal("pdf", pdf(stream, b"/FlateDecode"), Limits())
    assert "TOO-BIG" == code
    assert still_reads()


def test_a_page_packed_twice() -> None:
    """The same, packed twice, so that the file itself is tiny."""
    packing = zlib.compressobj()
    stream = zlib.compress(b"".join(packing.compress(b" " * (1 << 20)) for _ in range(100)) + packing.flush())
    assert "TOO-BIG" == refusal("pdf", pdf(stream, b"[/FlateDecode /FlateDecode]"), Limits())[0]
    assert still_reads()


def test_a_word_file_that_unpacks_to_two_hundred_megabytes() -> None:
    """A small Word file whose text unpacks to 210 MB is refused before it is held in memory."""
    import io
    import zipfile

    target = io.BytesIO(packed("[Content_Types].xml"))
    with (
        zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(210):
            part.write(b" " * (1 << 20))
    assert "TOO-BIG" == refusal("docx", target.getvalue(), Limits())[0]
    assert still_reads()


def pdf(stream: bytes, packing: bytes) -> bytes:
    """Return a PDF of one page with that content."""
    parts = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<>>>>",
        b"<</Length %d /Filter %s>>\nstream\n%s\nendstream" % (len(stream), packing, stream),
    ]
    out, places = b"%PDF-1.5\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<</Size 5 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(out),
    )


def test_a_library_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a part of the checker is missing, that is said, and not that the file is damaged."""
    (tmp_path / "pypdfium2_raw.py").write_text("raise ImportError(name='pypdfium2_raw')")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(MachineTrouble, match=r"pypdfium2_raw is not installed\. Install the checker again\."):
        read_apart("pdf", pdf(b"", b"/FlateDecode"), "depot", Limits())


def test_what_a_library_prints_is_no_part_of_the_answer() -> None:
    """The answer is what the reader found, whatever else is written where it would be."""
    from checker.readers.apart import START

    command = [sys.executable, "-I", "-S", "-c", "import os; os.write(1, b'noise'); " + START, "\n".join(sys.path)]
    ran = subprocess.run([*command, "html", "depot", "1024", "60"], input=PAGE, capture_output=True, check=True)
    assert ran.stdout.startswith(b'noise{"kind"')


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 9)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.posix_spawn('/bin/true', ['true'], os.environ)",
        "open({target!r}, 'w')",
        "import os; os.open({target!r}, os.O_WRONLY | os.O_CREAT)",
        "import pathlib; pathlib.Path({target!r}).touch()",
        "import os; os.mkdir({target!r})",
        "import tempfile; tempfile.TemporaryFile()",
        "bytearray(1 << 31)",
    ],
)
def test_a_reader_can_do_little(attempt: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Behind its fence a reader opens no connection, starts no program, writes no file and takes no more memory."""
    target = tmp_path_factory.getbasetemp() / "written"
    program = FENCED.format(path=sys.path, memory=1 << 30, attempt=attempt.format(target=str(target)))
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() in ("PermissionError", "MemoryError", "URLError", "FileNotFoundError")
    assert not target.exists()


def test_the_kernel_refuses_a_connection_too() -> None:
    """On Linux the system itself refuses a connection, also to code that does not ask Python."""
    attempt = "import ctypes; raise SystemExit(ctypes.CDLL(None).socket(2, 1, 0))"
    program = FENCED.format(path=sys.path, memory=1 << 30, attempt=attempt)
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert os.uname().machine not in ("x86_64", "aarch64") or "SystemExit" == ran.stdout.strip()
