"""The main job: records in, an assessment out."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from typing import NamedTuple

from checker.base.faults import NOWHERE, Fault, Misuse
from checker.engine.assess import assess
from checker.ledger.store import read_ledger
from checker.model.finding import Assessment, Finding
from checker.model.ledger import Ledger
from checker.model.words import LEVELS
from checker.records.read import read_casefile
from checker.workflow.rulebooks import hedges_of, profile_of, rulebook_of
from checker.workflow.settings import Settings, ledger_path
from checker.workflow.verifying import with_checks


class Checked(NamedTuple):
    """An assessment, and warnings about the records."""

    assessment: Assessment
    warnings: list[Fault]


def check(settings: Settings, *, matters: bool = True) -> Checked:
    """Read the records, hold the quotations against originals or seals, and assess; in codes alone without matters."""
    rulebook = rulebook_of(settings)
    profile = profile_of(rulebook, settings.profile, settings.only)
    casefile, warnings = read_casefile(settings.paths)
    casefile, unread = with_checks(casefile, settings.originals, hedges_of(rulebook))
    warnings += [dataclasses.replace(fault, warning=True) for fault in unread]
    casefile = dataclasses.replace(casefile, ledger=read_ledger(ledger_path(settings)))
    warnings += ledger_warnings(settings, casefile.ledger)
    as_of = settings.as_of or datetime.date.today()
    return Checked(assess(casefile, rulebook, profile, as_of, waivers=settings.waivers, matters=matters), warnings)


def ledger_warnings(settings: Settings, ledger: Ledger) -> list[Fault]:
    """Return a warning where the chain of a ledger is broken, or it is not there: not without a word."""
    if ledger.broken_at is None:
        return no_ledger(settings)
    path, what = ledger_path(settings).as_posix(), f"the chain of the ledger is broken at event {ledger.broken_at}."
    return [Fault(path, NOWHERE, "CHAIN", what, "It was used as it is; checker verify tells more.", warning=True)]


def no_ledger(settings: Settings) -> list[Fault]:
    """Return a warning where the ledger that was named is not there: by a slip its decisions would not count."""
    if settings.ledger is None or settings.ledger.exists():
        return []
    what = "there is no such ledger: nothing counts as recorded."
    return [Fault(settings.ledger.as_posix(), NOWHERE, "NO-LEDGER", what, "Look at the name after --ledger.", warning=True)]  # fmt: skip


def explain(settings: Settings, fingerprint: str) -> tuple[Assessment, Finding]:
    """Return the one finding whose fingerprint begins so.

    Raises:
        Misuse: where none or several do.
    """
    assessment = check(settings).assessment
    hits = [f for f in assessment.findings if f.fingerprint.startswith(fingerprint.lower())]
    if not hits:
        what = f"No finding {fingerprint} as of {assessment.as_of} under the profile {assessment.profile.id}."
        raise Misuse(f"{what} checker check prints what to give; of another day or profile: --as-of, --profile.")
    if len(hits) > 1:
        names = ", ".join(f.fingerprint for f in hits[:5])
        raise Misuse(f"{fingerprint} begins {len(hits)} fingerprints ({names}). Give more of it.")
    return assessment, hits[0]


def open_at(assessment: Assessment, level: str) -> Iterable[Finding]:
    """Return the open findings at or above a level; none for "never"."""
    if level == "never":
        return ()
    reach = LEVELS[: LEVELS.index(level) + 1]
    return [finding for finding in assessment.open if finding.level in reach]


def for_readers(assessment: Assessment, *, public: bool) -> Assessment:
    """Return the assessment, or what of it is for publication."""
    if not public:
        return assessment
    from checker.reporters.access import for_publication

    return for_publication(assessment)
