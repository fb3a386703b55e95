"""Read a file in a process of its own, which may fail without taking us along.

The child has limits of memory and processor time, opens no network, starts no program and
writes no file (see `fence`); on Windows, which has no such limits, this process only keeps
the time. Its answer is JSON, looked at before it is believed (see `wire`). A long PDF is read by
copies of the child too, each with the same limits (see `pdf.helpers`).
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from typing import NoReturn

from checker.base.faults import NOWHERE, Fault, MachineTrouble, Refused
from checker.model.document import Document, FileKind
from checker.readers import wire
from checker.readers.limits import VARIABLES, Limits

START = "import sys; sys.path[:] = sys.argv.pop(1).split(chr(10)); from checker.readers.child import main; main()"
_ANEW = "Open it in the program it was made with and save it anew."
_MEMORY = {-4, -5, -6, -9, 0xC0000017, 0xC0000409}
"""How a process ends that gets no more memory: stopped by itself or by the system."""
_PROCESSOR_TIME = -24
_SET = {name: variable for variable, name in VARIABLES.items()}


def read_apart(kind: FileKind, raw: bytes, name: str, limits: Limits) -> Document:
    """Return what a reader finds in the bytes.

    Raises:
        Refused: with what the reader refuses, or TOO-BIG, TIME, TOO-DEEP, DAMAGED where it does not come back.
    """
    answer, code, late = _run([kind, name], raw, limits)
    if late or code == _PROCESSOR_TIME:
        what = f"reading it takes more than {limits.seconds} seconds."
        _refuse(name, "TIME", what, f"Ask for a simpler copy, or allow more: {_SET['seconds']}.")
    if len(answer) > limits.result_megabytes << 20:
        _refuse(name, "TOO-BIG", f"it holds more than {limits.result_megabytes} MB of text.", "Split the document.")
    if code in _MEMORY:
        _too_big(name, limits)
    try:
        return wire.unpack(answer)
    except wire.Stopped as stopped:
        _stopped(name, stopped, limits)
    except wire.Garbled:
        what = f"the reader broke on it (ended with {code})."
        _refuse(name, "DAMAGED", what, _ANEW)


def _run(arguments: list[str], raw: bytes, limits: Limits) -> tuple[bytes, int, bool]:
    """Return the child's answer, how it ended, and whether it was stopped by the clock."""
    command = [sys.executable, "-I", "-S", "-c", START, "\n".join(_paths())]
    command += [*arguments, str(limits.memory_megabytes), str(limits.seconds)]
    late, most = threading.Event(), (limits.result_megabytes << 20) + 1
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere) as child:  # noqa: S603 our own program
        clock = threading.Timer(limits.seconds, _stop, (child, late))
        clock.daemon = True
        clock.start()
        try:
            answer = _talk(child, raw, most)
            if len(answer) < most:
                child.wait()
        finally:
            clock.cancel()
            child.kill()
    return answer, child.returncode, late.is_set()


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _talk(child: subprocess.Popen[bytes], raw: bytes, most: int) -> bytes:
    """Send the file, which the child reads whole before it answers; return its answer up to a length."""
    assert child.stdin is not None
    assert child.stdout is not None
    with contextlib.suppress(OSError):  # it ended early, which Windows tells in its own way: its end says why
        child.stdin.write(raw)
        child.stdin.close()
    return child.stdout.read(most)


def _paths() -> list[str]:
    return [path or os.getcwd() for path in sys.path]  # noqa: PTH109 what Python itself means by ""


def _stopped(name: str, stopped: wire.Stopped, limits: Limits) -> NoReturn:
    if stopped.why == "ImportError":
        raise MachineTrouble(
            f"{name}: not read: {stopped.where} is not installed. Install the checker again."
        ) from None
    if stopped.why == "MemoryError":
        _too_big(name, limits)
    if stopped.why == "RecursionError":
        _refuse(name, "TOO-DEEP", "its parts are nested too deep to follow.", _ANEW)
    from checker.base.digest import short

    where = f" in {stopped.where}" if stopped.where else ""
    reference = short([stopped.why, stopped.where])[:8]
    what = f"the reader met something it does not know ({stopped.why}{where}, reference {reference})."
    _refuse(name, "DAMAGED", what, f"{_ANEW} If that does not help, send us the reference.")


def _too_big(name: str, limits: Limits) -> NoReturn:
    what = f"reading it takes more than {limits.memory_megabytes:,} MB of memory."
    _refuse(name, "TOO-BIG", what, f"Ask for a simpler copy, or allow more: {_SET['memory_megabytes']}.")


def _refuse(name: str, code: str, what: str, todo: str) -> NoReturn:
    raise Refused([Fault(name, NOWHERE, code, what, todo)]) from None
