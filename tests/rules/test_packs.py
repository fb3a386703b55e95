"""A council lays its own rules over ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.base.faults import Misuse, Refused
from checker.model.rule import EvidenceRule
from checker.rules.load import CORE, load_rulebook
from checker.workflow import Settings, rulebook_of

OWN_RULE = (CORE / "rules" / "cost-benefit-analysis.yaml").read_text("utf-8")


def pack(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", "-")
        path = path.with_suffix(".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder


def refused(*packs: Path) -> list[str]:
    with pytest.raises(Refused) as caught:
        rulebook_of(Settings(packs=packs))
    return [f"{fault.code} {fault.place.line} {fault.what} {fault.todo}" for fault in caught.value.faults]


def test_a_rule_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    """A pack's rule replaces the one of the same id, and the digest of the rules changes."""
    ours = load_rulebook()
    theirs = rulebook_of(
        Settings(
            packs=(
                pack(
                    tmp_path,
                    rules__cost_benefit_analysis=OWN_RULE.replace("stale_after_months: 12", "stale_after_months: 24"),
                ),
            )
        )
    )
    rule = theirs.rule("cost-benefit-analysis")
    assert isinstance(rule, EvidenceRule)
    assert rule.stale_after_months == 24
    assert len(ours.rules) == len(theirs.rules)
    assert ours.sha256 != theirs.sha256


def test_a_profile_extends_another(tmp_path: Path) -> None:
    """A profile that extends scrutiny has its fields where it names none of its own."""
    own = "id: ours\ntitle: Ours\nsays: Only the headline rules.\nextends: scrutiny\nrules: [headline]\nmoney_above: 1000\n"
    profile = rulebook_of(Settings(packs=(pack(tmp_path, profiles__ours=own),))).profiles["ours"]
    assert (
        profile.rules,
        profile.money_above,
        profile.judges,
    ) == (("headline",), 1000, ("officer", "executive", "partner"))


def test_a_failing_example_refuses_the_pack(tmp_path: Path) -> None:
    """A pack whose rule does not do what its example says is refused, and the example is named."""
    wrong = OWN_RULE.replace("expect: gap", "expect: met")
    found = refused(pack(tmp_path, rules__cost_benefit_analysis=wrong))
    assert found
    assert all(line.startswith("EXAMPLE") and "gives gap, not met" in line for line in found)


@pytest.mark.parametrize(
    ("change", "code", "hint"),
    [
        (("theme: money", "theme: mony"), "DANGLING", 'Did you mean "money"?'),
        (("group: headline", "group: headlines"), "BAD-VALUE", 'Did you mean "headline"?'),
        (("title: ", "titel: "), "UNKNOWN-FIELD", 'Did you mean "title"?'),
        (("{promised_at}", "{promise_at}"), "BAD-VALUE", 'Did you mean "promised_at"?'),
        (("route: before", "route: befor"), "BAD-VALUE", 'Did you mean "before"?'),
    ],
)
def test_a_slip_in_a_pack_is_named(tmp_path: Path, change: tuple[str, str], code: str, hint: str) -> None:
    """A misspelt theme, group, field, place or route is refused with its line and the nearest word."""
    found = refused(pack(tmp_path, rules__cost_benefit_analysis=OWN_RULE.replace(*change)))
    assert any(line.startswith(code) and hint in line for line in found), found


def test_all_faults_of_all_packs_at_once(tmp_path: Path) -> None:
    """Two packs with a fault each give two faults."""
    one = pack(tmp_path / "one", profiles__a="id: a\ntitle: A\nsays: A.\nextends: nobody\n")
    two = pack(tmp_path / "two", profiles__b="id: b\ntitle: B\nsays: B.\nrules: [headlin]\n")
    assert len(refused(one, two)) == 2


def test_a_pack_that_is_not_there(tmp_path: Path) -> None:
    """A pack that is no folder is wrong use."""
    with pytest.raises(Misuse, match="no folder"):
        load_rulebook([tmp_path / "nowhere"])
