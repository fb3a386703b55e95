"""Read the rules that come with the checker, and a council's own over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from checker.base.digest import of_bytes, of_fields
from checker.base.faults import Fault, Misuse, Refused, nearest
from checker.base.loader import Document, load
from checker.model.build import build
from checker.model.rule import Bases, Basis, EvidenceRule, FlagRule, Profile, Rule, Rulebook, Theme, Themes

CORE = Path(__file__).parent / "core"
PLACES = ("at", "promised_at", "due", "evidence_at", "other")
"""What a rule's text may name in braces: paragraphs and the due point, filled in for each finding."""
GROUPS = ("headline", "supporting", "quality", "commitments", "consistency", "integrity")


@dataclass
class _Shelf:
    """What the packs hold; later packs lay theirs over earlier ones, by id."""

    rules: dict[str, tuple[Rule, Document]] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    bases: dict[str, Basis] = field(default_factory=dict)
    profiles: dict[str, tuple[Profile, Document]] = field(default_factory=dict)
    digests: list[str] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    """Ids of the rules that come from packs."""
    faults: list[Fault] = field(default_factory=list)


def load_rulebook(packs: Sequence[Path] = ()) -> Rulebook:
    """Return the rulebook of the core pack with the council packs laid over it in order.

    Args:
        packs: folders with `rules/*.yaml`, `profiles/*.yaml`, `basis.yaml`, `themes.yaml`, each optional.

    Raises:
        Refused: with every fault in any pack.
        Misuse: where a pack is no folder.
    """
    shelf = _Shelf()
    _add(shelf, CORE, own=True)
    for pack in packs:
        if not pack.is_dir():
            what = f"{pack.as_posix()} is a file." if pack.exists() else f"There is no folder {pack.as_posix()}."
            raise Misuse(f"{what} A pack is a folder with rules/ or profiles/ in it.")
        _add(shelf, pack, own=False)
    shelf.faults += _references(shelf)
    if shelf.faults:
        raise Refused(shelf.faults)
    order = {group: index for index, group in enumerate(GROUPS)}
    rules = sorted((rule for rule, _ in shelf.rules.values()), key=lambda r: order[r.group])
    profiles = {name: _complete(profile, shelf) for name, (profile, _) in shelf.profiles.items()}
    return Rulebook(
        tuple(rules),
        tuple(shelf.themes.values()),
        shelf.bases,
        profiles,
        of_fields(shelf.digests),
        frozenset(shelf.own),
    )


def _add(shelf: _Shelf, pack: Path, *, own: bool) -> None:
    for document in _documents(shelf, pack, "themes.yaml", own):
        for theme in _checked(shelf, Themes, document, own, "themes"):
            shelf.themes[theme.id] = theme
    for document in _documents(shelf, pack, "basis.yaml", own):
        for basis in _checked(shelf, Bases, document, own, "bases"):
            shelf.bases[basis.id] = basis
    for document in _documents(shelf, pack, "rules/*.yaml", own):
        judges_evidence = document.data.get("judges") == "evidence"
        model = EvidenceRule if judges_evidence else FlagRule
        for rule in _checked(shelf, model, document, own, "", many=False):
            shelf.rules[rule.id] = (rule, document)
            if not own:
                shelf.own.add(rule.id)
    for document in _documents(shelf, pack, "profiles/*.yaml", own):
        for profile in _checked(shelf, Profile, document, own, "", many=False):
            shelf.profiles[profile.id] = (profile, document)


def _documents(shelf: _Shelf, pack: Path, pattern: str, own: bool) -> Iterator[Document]:
    for path in sorted(pack.glob(pattern)):
        try:
            document = load(path, path.relative_to(CORE.parent).as_posix() if own else None)
        except Refused as refused:
            shelf.faults += refused.faults
            continue
        shelf.digests += [path.relative_to(pack).as_posix(), of_bytes(document.raw)]
        yield document


def _checked(
    shelf: _Shelf, model: type[BaseModel], document: Document, own: bool, attribute: str, *, many: bool = True
) -> Iterable[Any]:
    try:
        built = build(model, document)
        if not own:
            _check_schema(model, document)
    except Refused as refused:
        shelf.faults += refused.faults
        return ()
    value = getattr(built, attribute) if attribute else built
    return value if many else (value,)


def _check_schema(model: type[BaseModel], document: Document) -> None:
    """Hold a council's file against the published schema too, so that an editor never said otherwise."""
    import jsonschema

    from checker.model.schema import schema_of

    validator = jsonschema.Draft202012Validator(schema_of(model))
    faults = [
        Fault(document.path, document.marks.of(tuple(error.absolute_path)), "SCHEMA", f"{error.message}.")
        for error in validator.iter_errors(document.data)
    ]
    if faults:
        raise Refused(faults)


def _references(shelf: _Shelf) -> Iterator[Fault]:
    for rule, document in shelf.rules.values():
        for path, theme in [
            (("theme",), rule.theme),
            *((("theme_by_evidence", k), t) for k, t in rule.theme_by_evidence.items()),
        ]:
            if theme not in shelf.themes:
                yield _dangling(document, path, "theme", theme, shelf.themes)
        for number, basis in enumerate(rule.basis):
            if basis not in shelf.bases:
                yield _dangling(document, ("basis", number), "basis", basis, shelf.bases)
        yield from _placeholders(rule, document)
    names = [*GROUPS, *shelf.rules]
    for profile, document in shelf.profiles.values():
        if profile.extends and profile.extends not in shelf.profiles:
            yield _dangling(document, ("extends",), "profile", profile.extends, shelf.profiles)
        named = [("rules", n, r) for n, r in enumerate(profile.rules) if profile.rules != "all"]
        named += [("without", n, r) for n, r in enumerate(profile.without)]
        for key, number, rule_or_group in named:
            if rule_or_group not in names:
                yield _dangling(document, (key, number), "rule or group", rule_or_group, names)
        for name in profile.levels:
            if name not in names:
                yield _dangling(document, ("levels", name), "rule or group", name, names)


def _placeholders(rule: Rule, document: Document) -> Iterator[Fault]:
    """Yield a fault for each text with a brace that is not one of the places a rule may name."""
    texts: list[tuple[tuple[str | int, ...], str]] = [(("remedy", kind), text) for kind, text in rule.remedy.items()]
    for outcome, bank in rule.questions.items():
        for kind, question in bank.items():
            path: tuple[str | int, ...] = ("questions", outcome, kind)
            texts += [((*path, "opener"), question.opener), ((*path, "full_answer"), question.full_answer)]
            texts += [((*path, "of_sum"), question.of_sum)] if question.of_sum else []
            texts += [((*path, "follow_ups", number), text) for number, text in enumerate(question.follow_ups)]
    for where, text in texts:
        for found in re.findall(r"{[^}]*}?|}", text):
            if found[1:-1] not in PLACES:
                todo = nearest(found.strip("{}"), PLACES)
                yield Fault(document.path, document.marks.of(where), "BAD-VALUE", f'"{found}" is not a place.', todo)


def _dangling(document: Document, path: tuple[str | int, ...], what: str, name: str, known: Iterable[str]) -> Fault:
    return Fault(
        document.path, document.marks.of(path), "DANGLING", f'{what} "{name}" is not known.', nearest(name, list(known))
    )


def _complete(profile: Profile, shelf: _Shelf) -> Profile:
    """Return the profile with the fields of the one it extends where it has none of its own."""
    fields = profile.model_dump(exclude_unset=True)
    seen = {profile.id}
    while profile.extends and profile.extends not in seen:
        seen.add(profile.extends)
        profile = shelf.profiles[profile.extends][0]
        below = profile.model_dump(exclude_unset=True)
        fields = {**below, **fields, "levels": {**below.get("levels", {}), **fields.get("levels", {})}}
    return Profile.model_validate(fields)
