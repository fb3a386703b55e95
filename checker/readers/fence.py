"""What a process that meets a hostile file gives up before it opens it.

Memory, processor time, new files, further programs and the network: by the limits every Unix
has, by a filter in the kernel on Linux, and by a hook on what Python itself does anywhere.
On Windows there are no such limits: there the hook stands, and the parent's clock.
"""

from __future__ import annotations

import sys
from typing import Any

_OPEN_FILES = 64
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "shutil.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
)
_WRITES = 0x1 | 0x2  # O_WRONLY, O_RDWR: the same everywhere

# Linux numbers its calls by processor. Asked for, these answer "not permitted".
_CALLS = {
    "x86_64": (0xC000003E, (41, 53, 57, 58, 59, 101, 322, 425)),
    "aarch64": (0xC00000B7, (198, 199, 117, 221, 281, 425)),
}
"""socket, socketpair, fork, vfork, execve, ptrace, execveat, io_uring_setup; the newer processor has no fork."""


def fence(memory: int, seconds: int) -> None:
    """Give up what reading a file does not need; there is no way back for this process.

    Args:
        memory: bytes of address space.
        seconds: of processor time.
    """
    _limit(memory, seconds)
    if sys.platform == "linux":
        _filter_calls()
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def end_with(parent: int) -> None:
    """Let Linux end this process as soon as the one that started it has ended, which may be by now."""
    import ctypes
    import os
    import signal

    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, ctypes.c_ulong(signal.SIGKILL))  # PR_SET_PDEATHSIG
        if os.getppid() != parent:
            os._exit(1)


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    if event == "open":
        mode, flags = details[1], details[2]
        if (isinstance(flags, int) and flags & _WRITES) or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise PermissionError("a reader writes no file")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader has no use for {event}")


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = {
        "RLIMIT_AS": memory,
        "RLIMIT_CPU": seconds,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": _OPEN_FILES,
        "RLIMIT_NPROC": 0,
        "RLIMIT_CORE": 0,
    }
    for name, value in wanted.items():
        which = getattr(resource, name, None)
        if which is not None:
            _set(resource, which, value)


def _set(resource: Any, which: int, value: int) -> None:
    _, most = resource.getrlimit(which)
    lowest = value if most == resource.RLIM_INFINITY else min(value, most)
    try:
        resource.setrlimit(which, (lowest, lowest))
    except (ValueError, OSError):  # macOS does not limit address space
        return


def _filter_calls() -> None:
    """Let the kernel refuse sockets and further programs, where it can."""
    import ctypes
    import os

    known = _CALLS.get(os.uname().machine)
    if known is None or sys.maxsize < 2**32:
        return
    processor, calls = known
    program = _program(processor, calls)
    filled = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    held = Program(len(program) // 8, ctypes.addressof(filled))
    control = ctypes.CDLL(None, use_errno=True).prctl
    none = ctypes.c_ulong(0)
    if control(38, ctypes.c_ulong(1), none, none, none) == 0:  # PR_SET_NO_NEW_PRIVS
        control(22, ctypes.c_ulong(2), ctypes.byref(held), none, none)  # PR_SET_SECCOMP


def _program(processor: int, calls: tuple[int, ...]) -> bytes:
    """Return a filter: calls of another processor's numbering or of the list get an error, others pass."""
    import struct

    load, equal, above, answer = 0x20, 0x15, 0x35, 0x06
    allow, deny = 0x7FFF0000, 0x00050001  # the second: "operation not permitted"
    end = len(calls) + 4  # steps up to the answer "deny", counted from the one after the first
    steps = [(load, 0, 0, 4), (equal, 0, end - 1, processor), (load, 0, 0, 0), (above, end - 3, 0, 0x40000000)]
    steps += [(equal, end - 4 - number, 0, call) for number, call in enumerate(calls)]
    steps += [(answer, 0, 0, allow), (answer, 0, 0, deny)]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
