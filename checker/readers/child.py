"""The process that meets the file: reads its bytes from a pipe, answers with JSON, and can do little else.

It is started by `apart`, never by hand: `python -c START` with the kind of file, the name to
use in messages and the limits as arguments. Only what the kind needs is imported, and that
before the fence is up.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import BinaryIO

from checker.base.faults import Refused
from checker.model.document import Document
from checker.readers import wire

READERS = {
    "pdf": ("checker.readers.pdf", "read_pdf"),
    "docx": ("checker.readers.docx", "read_docx"),
    "html": ("checker.readers.html", "read_html"),
    "markdown": ("checker.readers.markdown", "read_markdown"),
    "text": ("checker.readers.text", "read_text_bytes"),
}
_NEEDS = {
    "pdf": ("pypdfium2_raw", "checker.readers.pdf.helpers", "checker.readers.pdf.whole"),
    "docx": ("lxml.etree", "zipfile"),
    "html": ("selectolax.lexbor",),
}
"""What is imported before the fence, so that Python may keep it compiled for the next time."""


def main() -> None:
    """Read one document from standard input and write what was found to standard output."""
    gc.disable()  # this process is short, and what it makes is small and many
    kind, name, megabytes, seconds = sys.argv[1:5]
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints, it is no part of the answer
    answer.write(_answer(kind, name, (int(megabytes) << 20, int(seconds)), answer))
    answer.flush()
    os._exit(0)  # nothing is left to tidy up, and tidying up takes time


def _answer(kind: str, name: str, limits: tuple[int, int], answer: BinaryIO) -> bytes:
    try:
        return wire.pack(_read(kind, name, limits, answer))
    except Refused as refused:
        return wire.pack_refused(refused)
    except ImportError as error:  # no fault of the file
        return wire.pack_stopped("ImportError", error.name or "")
    except (MemoryError, RecursionError) as error:
        return wire.pack_stopped(type(error).__name__)
    except Exception as error:  # whatever a file makes a library do, the caller lives and is told
        return wire.pack_stopped(type(error).__name__, _where(error))


def _read(kind: str, name: str, limits: tuple[int, int], answer: BinaryIO) -> Document:
    """Return what a reader finds; all it needs is there before the fence is, and helpers too."""
    module, function = READERS[kind]
    reader = importlib.import_module(module)
    for needed in _NEEDS.get(kind, ()):
        importlib.import_module(needed)
    from checker.readers.fence import fence

    def of_helper() -> None:
        answer.close()  # it is not for a helper to give
        fence(*limits)

    raw = sys.stdin.buffer.read()
    read = reader.with_helpers(raw, of_helper) if kind == "pdf" else getattr(reader, function)
    fence(*limits)
    document: Document = read(raw, name)
    return document


def _where(error: Exception) -> str:
    """Return the last place in our own code that the error passed."""
    place, step = "", error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if "checker" in code.co_filename:
            place = f"{os.path.basename(code.co_filename)}:{step.tb_lineno}"  # noqa: PTH119 no pathlib in the child
        step = step.tb_next
    return place
