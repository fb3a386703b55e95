"""The verbs: the one place where the parts of the house meet."""

from checker.workflow.checking import Checked, check, explain, for_readers, open_at
from checker.workflow.comparing import agree, baseline_states, compare
from checker.workflow.recording import record, redact_entry, salt
from checker.workflow.rulebooks import hedges_of, profile_of, rule_of, rulebook_of, run_all_examples
from checker.workflow.settings import Settings, ledger_path
from checker.workflow.verifying import (
    LedgerChecked,
    Verified,
    checkpoint_of,
    verify_ledger,
    verify_manifest,
    verify_records,
    with_check,
    with_checks,
)

__all__ = [
    "Checked",
    "LedgerChecked",
    "Settings",
    "Verified",
    "agree",
    "baseline_states",
    "check",
    "checkpoint_of",
    "compare",
    "explain",
    "for_readers",
    "hedges_of",
    "ledger_path",
    "open_at",
    "profile_of",
    "record",
    "redact_entry",
    "rule_of",
    "rulebook_of",
    "run_all_examples",
    "salt",
    "verify_ledger",
    "verify_manifest",
    "verify_records",
    "with_check",
    "with_checks",
]
