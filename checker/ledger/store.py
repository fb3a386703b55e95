"""Read the ledger, and add to it: one file, one lock, one atomic save."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from checker.base.characters import hostile_in
from checker.base.faults import NOWHERE, Fault, MachineTrouble, Refused, shortened
from checker.base.loader import parse, read_bytes
from checker.model.build import build
from checker.model.fields import ID
from checker.model.ledger import (
    NOTHING_BEFORE,
    ON_COMMITMENTS,
    ON_FINDINGS,
    STATES,
    Event,
    Ledger,
    LedgerFile,
    Words,
    broken,
    digest_of,
    words_digest,
)
from checker.model.register import POST_FORM

NAME = "ledger.json"
MAX_BYTES = 200_000_000
WAIT = 10.0
"""Seconds to wait for another program that is writing the ledger."""

Draft = Mapping[str, Any]
"""An event without its number and digests; `words` holds the words themselves."""


def read_ledger(path: Path) -> Ledger:
    """Return the ledger in the file; an empty one where there is no file.

    Raises:
        Refused: where the file is not a ledger. A broken chain is read, and says so.
    """
    if not path.exists():
        return Ledger()
    document = parse(read_bytes(path, path.as_posix(), MAX_BYTES), path.as_posix())
    kept = build(LedgerFile, document)
    _check_schema(path, document.data)
    wrong = broken(kept.events)
    return Ledger(kept.events, kept.words, wrong[0].number if wrong else None)


def _check_schema(path: Path, data: Any) -> None:
    import jsonschema

    from checker.model.schema import schema_of

    errors = jsonschema.Draft202012Validator(schema_of(LedgerFile)).iter_errors(data)
    faults = [Fault(path.as_posix(), NOWHERE, "SCHEMA", f"{error.json_path}: {error.message}.") for error in errors]
    if faults:
        raise Refused(faults)


def append(path: Path, drafts: Sequence[Draft], salt: Callable[[], str]) -> Ledger:
    """Add events to the ledger and return it; all of them or none.

    Args:
        path: the ledger file; made where it is not there yet.
        drafts: the events, in order.
        salt: gives a new random text for each event with words.

    Raises:
        Refused: where a draft is not a good event, or the chain so far is broken.
        MachineTrouble: where another program holds the ledger, or it cannot be written.
    """
    from checker.base.save import save, sweep

    with locked(path):
        ledger = read_ledger(path)
        wrong = broken(ledger.events)
        if wrong:
            faults = [
                Fault(path.as_posix(), NOWHERE, "CHAIN", f"{b.what}.", "Nothing was added; see checker verify.")
                for b in wrong
            ]
            raise Refused(faults)
        faults = [fault for draft in drafts for fault in check_draft(draft, path.as_posix())]
        if faults:
            raise Refused(faults)
        for draft in drafts:
            ledger = _with(ledger, draft, salt)
        sweep(path.parent)
        save(path, _bytes(ledger))
        return ledger


def redact(path: Path, number: int, by: str, on: str, reason: str, salt: Callable[[], str]) -> Ledger:
    """Take the words of an event away, leaving their digest, and record that it was done.

    A broken chain is no reason to keep them: it stays as broken as it was.

    Raises:
        Refused: where the event has no words, or no longer, or it is not said who redacts and on what ground.
    """
    from checker.base.save import save

    with locked(path):
        ledger = read_ledger(path)
        event = next((event for event in ledger.events if event.number == number), None)
        if event is None or event.words not in ledger.words:
            what = f"there is no event {number} with words."
            raise Refused([Fault(path.as_posix(), NOWHERE, "DANGLING", what, "checker ledger list shows them.")])
        draft = {"on": on, "by": by, "kind": "redaction", "subject": str(number), "words": reason}
        faults = check_draft(draft, path.as_posix())
        if faults:
            raise Refused(faults)
        done = _with(ledger, draft, salt)
        kept = {name: words for name, words in done.words.items() if name != event.words}
        done = Ledger(done.events, kept, ledger.broken_at)
        save(path, _bytes(done))
        return done


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the ledger against other programs while it is read, changed and written."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(path.with_name(path.name + ".lock"), timeout=WAIT):
            yield
    except Timeout as error:
        raise MachineTrouble(f"{path.as_posix()}: another program has held it for {WAIT:.0f} seconds.") from error
    except OSError as error:
        raise MachineTrouble(f"{path.as_posix()}: cannot be locked here ({error.strerror}).") from error


def check_draft(draft: Draft, name: str) -> list[Fault]:
    """Return what is wrong with an event to be added."""
    kind, state = str(draft.get("kind")), draft.get("state")
    faults = []

    def fault(what: str, todo: str) -> None:
        faults.append(Fault(name, NOWHERE, "BAD-EVENT", f"{kind} of {draft.get('subject')}: {what}", todo))

    allowed = STATES.get(kind)  # type: ignore[call-overload]
    if allowed and state not in allowed:
        fault(f'"{state}" is not one of its words.', f"Allowed: {', '.join(allowed)}.")
    if not allowed and state is not None:
        fault("it has no state.", "Leave the state out.")
    if kind in ON_FINDINGS and not (draft.get("about") and draft.get("content")):
        fault("the finding it is about was not named whole.", "Give a fingerprint of an open finding.")
    if kind in ON_COMMITMENTS and "#" not in str(draft.get("subject")):
        fault("it is about a commitment.", 'Give its full id, "source-id#K4".')
    if not draft.get("by"):
        fault("it names no post that records it.", "Give it.")
    for field in ("by", "granted_by"):
        post = str(draft.get(field) or "")
        if post and not re.fullmatch(ID, post):
            fault(f'"{shortened(post)}" is not a post id.', f"Write it with {POST_FORM}.")
    for field in ("words", "where"):
        if hostile := hostile_in(str(draft.get(field) or "").replace("\n", " ")):
            fault(f"its {field} hold U+{ord(hostile):04X}, a character that cannot be kept.", "Delete it.")
    for field, needed in _NEEDED.get(kind, {}).items():
        if not draft.get(field):
            fault(f"it has no {needed}.", "Give it.")
    if kind == "reply" and state == "not_applicable" and not draft.get("words"):
        fault("it gives no reason.", "Say why it does not apply.")
    if kind == "reply" and state == "evidence_added" and not draft.get("where"):
        fault("it does not say where the evidence is.", "Give source and paragraph.")
    return faults


_NEEDED: dict[str, dict[str, str]] = {
    "waiver": {"words": "reason", "granted_by": "approver", "due": "last day"},
    "revised_due": {"due": "new date", "granted_by": "post that granted it"},
    "verified": {"where": "place where the evidence can be read"},
    "transferred": {"granted_by": "post that takes it over"},
    "superseded": {"where": "commitment or paper that takes its place"},
    "lapsed": {"words": "reason"},
    "answer": {"where": "place of the answer"},
    "redaction": {"words": "ground"},
}
"""What an event of a kind must carry, and what to call it."""


def _with(ledger: Ledger, draft: Draft, salt: Callable[[], str]) -> Ledger:
    fields = {name: value for name, value in draft.items() if value not in (None, "") and name != "words"}
    words = dict(ledger.words)
    if draft.get("words"):
        said = Words(salt=salt(), text=str(draft["words"]))
        fields["words"] = words_digest(said)
        words[fields["words"]] = said
    fields["number"] = len(ledger.events) + 1
    fields["before"] = ledger.events[-1].digest if ledger.events else NOTHING_BEFORE
    event = Event.model_validate({**fields, "digest": NOTHING_BEFORE})
    event = event.model_copy(update={"digest": digest_of(event.model_dump(mode="json"))})
    return Ledger((*ledger.events, event), words)


def _bytes(ledger: Ledger) -> bytes:
    events = [event.model_dump(mode="json", exclude_none=True) for event in ledger.events]
    words = {name: said.model_dump() for name, said in sorted(ledger.words.items())}
    return (
        json.dumps({"schema_version": "1", "events": events, "words": words}, ensure_ascii=False, indent=1) + "\n"
    ).encode()
