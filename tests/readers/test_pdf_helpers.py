"""Several processes share the pages of a long PDF; what is read does not depend on who reads."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from checker.base.faults import Refused
from checker.readers import wire
from checker.readers.pdf import read_pdf
from tests.readers.pdf_making import drawn, lines

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pages are shared out on Linux only")

PROGRAM = """
import os, sys, time
sys.path[:] = {path!r}
from functools import partial
from checker.base.faults import Refused
from checker.readers.fence import fence
from checker.readers.pdf import helpers, read_pdf, with_helpers
from checker.readers import wire

first, raw = os.getpid(), open({pdf!r}, "rb").read()
helpers.processors = lambda: 3
{rest}
"""
READ = """
read = with_helpers(raw, {fence})
try:
    sys.stdout.buffer.write(wire.pack(read(raw, "pack.pdf")))
except Refused as refused:
    print(refused.faults[0].what, end="")
"""
FENCED = "partial(fence, 1 << 30, 20)"
SLOWLY = """
alone = helpers.read_page
def slowly(*page):
    time.sleep(0.005)
    {meanwhile}
    return alone(*page)
helpers.read_page = slowly
"""
TELL_WHO = SLOWLY.format(meanwhile="os.write(2, b'%d ' % os.getpid())")
DIE = "os.kill(os.getpid(), 9)"


@cache
def pack(pages: int = 60) -> bytes:
    """Return a PDF with words that are seen, words that are not, and words beside the sheet."""
    return drawn(
        *(
            lines(f"{n}.1 Item {n} saves 4 per cent.", "\u2022 a bullet of it", "and what goes on")
            + (lines("outside", x=900) if n % 7 == 0 else "")
            + (f"1 g {lines('unseen words', y=500)} 0 g " if n % 11 == 0 else "")
            for n in range(pages)
        )
    )


def run(tmp_path: Path, raw: bytes, rest: str) -> subprocess.CompletedProcess[bytes]:
    """Run a program that reads the file; come back when it and everything it has started has ended."""
    pdf = tmp_path / "pack.pdf"
    pdf.write_bytes(raw)
    program = PROGRAM.format(path=sys.path, pdf=str(pdf), rest=rest)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=20, check=False)


@pytest.mark.parametrize(
    ("before", "fence"),
    [
        ("", FENCED),
        (TELL_WHO, FENCED),
        ("", f"lambda: {DIE}"),
        (SLOWLY.format(meanwhile=f"os.getpid() == first or page[1] < 20 or {DIE}"), FENCED),
        (SLOWLY.format(meanwhile="os.getpid() == first or page[1] < 20 or [][0]"), FENCED),
    ],
    ids=["helped", "shared", "dead at once", "dead later", "stumbling"],
)
def test_the_same_is_found_whoever_reads(before: str, fence: str, tmp_path: Path) -> None:
    """A pack read by three processes is the pack read by one, also where a helper dies on the way."""
    found = run(tmp_path, pack(), before + READ.format(fence=fence))
    assert wire.pack(read_pdf(pack(), "pack.pdf")) == found.stdout


@pytest.mark.parametrize(("pages", "readers"), [(60, 3), (20, 1)])
def test_a_long_file_is_shared_out(pages: int, readers: int, tmp_path: Path) -> None:
    """The pages of a pack are read by all three, each page once; a short report is read by one alone."""
    found = run(tmp_path, pack(pages), TELL_WHO + READ.format(fence=FENCED))
    who = found.stderr.split()
    assert (pages, readers) == (len(who), len(set(who)))


def test_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    """Of two broken pages the first in the file is named, whoever met which first."""
    broken = pack()
    for number in (66, 106):
        broken = broken.replace(b" %d 0 R" % number, b"  1 0 R"[: 5 + len(str(number))], 1)
    with pytest.raises(Refused) as alone:
        read_pdf(broken, "pack.pdf")
    assert "page 32 cannot be read" in alone.value.faults[0].what
    found = run(tmp_path, broken, TELL_WHO + READ.format(fence=FENCED))
    assert alone.value.faults[0].what == found.stdout.decode()


def test_a_file_that_is_not_safe_is_opened_by_nobody(tmp_path: Path) -> None:
    """Helpers wait until the file was looked at: a page that unpacks past the limit is never opened."""
    bomb = drawn(*["" for _ in range(40)], b" " * (100 << 20), packed=True)
    found = run(tmp_path, bomb, TELL_WHO + READ.format(fence=FENCED))
    assert (True, b"") == ("unpacks past 75 MB" in found.stdout.decode(), found.stderr)


def test_helpers_end_with_the_first(tmp_path: Path) -> None:
    """When the process that was asked is stopped, nothing it started is left behind."""
    wait = "here, there = os.pipe(); with_helpers(raw, lambda: (os.write(there, b'.'), time.sleep(60)))"
    found = run(tmp_path, pack(), f"{wait}; os.read(here, 2); {DIE}")
    assert -9 == found.returncode
