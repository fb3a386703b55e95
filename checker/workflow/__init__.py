"""The verbs: the one place where the parts of the house meet. Each is loaded when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.workflow.checking import Checked as Checked
    from checker.workflow.checking import check as check
    from checker.workflow.checking import explain as explain
    from checker.workflow.checking import for_readers as for_readers
    from checker.workflow.checking import ledger_warnings as ledger_warnings
    from checker.workflow.checking import no_ledger as no_ledger
    from checker.workflow.checking import open_at as open_at
    from checker.workflow.comparing import Agreed as Agreed
    from checker.workflow.comparing import Compared as Compared
    from checker.workflow.comparing import agree as agree
    from checker.workflow.comparing import baseline_states as baseline_states
    from checker.workflow.comparing import compare as compare
    from checker.workflow.importing import Imported as Imported
    from checker.workflow.importing import import_register as import_register
    from checker.workflow.old_report import checkpoint_of as checkpoint_of
    from checker.workflow.old_report import verify_manifest as verify_manifest
    from checker.workflow.recording import record as record
    from checker.workflow.recording import redact_entry as redact_entry
    from checker.workflow.recording import salt as salt
    from checker.workflow.rulebooks import hedges_of as hedges_of
    from checker.workflow.rulebooks import profile_of as profile_of
    from checker.workflow.rulebooks import rule_of as rule_of
    from checker.workflow.rulebooks import rulebook_of as rulebook_of
    from checker.workflow.rulebooks import run_all_examples as run_all_examples
    from checker.workflow.settings import Settings as Settings
    from checker.workflow.settings import ledger_path as ledger_path
    from checker.workflow.verifying import LedgerChecked as LedgerChecked
    from checker.workflow.verifying import Verified as Verified
    from checker.workflow.verifying import verify_ledger as verify_ledger
    from checker.workflow.verifying import verify_records as verify_records
    from checker.workflow.verifying import with_checks as with_checks

_HOMES = {
    "checking": ("Checked", "check", "explain", "for_readers", "ledger_warnings", "no_ledger", "open_at"),
    "comparing": ("Agreed", "Compared", "agree", "baseline_states", "compare"),
    "importing": ("Imported", "import_register"),
    "old_report": ("checkpoint_of", "verify_manifest"),
    "recording": ("record", "redact_entry", "salt"),
    "rulebooks": ("hedges_of", "profile_of", "rule_of", "rulebook_of", "run_all_examples"),
    "settings": ("Settings", "ledger_path"),
    "verifying": ("LedgerChecked", "Verified", "verify_ledger", "verify_records", "with_checks"),
}


def __getattr__(name: str) -> Any:
    """Return a verb from the module it lives in."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
