"""The part of SARIF 2.1.0 that is written here, as OASIS names it; the official schema checks it in the tests."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BaselineState = Literal["new", "unchanged", "updated", "absent"]
SarifLevel = Literal["none", "note", "warning", "error"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class Message(_Part):
    """Plain text."""

    text: str


class Help(_Part):
    """Text, and the same in Markdown."""

    text: str
    markdown: str


class ArtifactLocation(_Part):
    """A file by its address, and by its number in the run's list."""

    uri: str
    index: int | None = None


class Region(_Part):
    """A place in a file."""

    start_line: int


class PhysicalLocation(_Part):
    """A file and the place in it."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class LogicalLocation(_Part):
    """A place by name: the source, the item, the paragraph."""

    name: str
    fully_qualified_name: str
    kind: str


class Location(_Part):
    """Where something stands."""

    physical_location: PhysicalLocation | None = None
    logical_locations: tuple[LogicalLocation, ...] = ()


class Suppression(_Part):
    """A waiver."""

    kind: Literal["external"] = "external"
    status: Literal["accepted", "rejected"]
    justification: str


class Result(_Part):
    """One finding."""

    rule_id: str | None = None
    rule_index: int | None = None
    kind: Literal["fail", "pass"] = "fail"
    level: SarifLevel
    message: Message
    locations: tuple[Location, ...] = ()
    partial_fingerprints: dict[str, str]
    baseline_state: BaselineState | None = None
    suppressions: tuple[Suppression, ...] = ()
    properties: dict[str, Any]


class Configuration(_Part):
    """The level a rule has by itself."""

    level: SarifLevel


class Descriptor(_Part):
    """A rule."""

    id: str
    short_description: Message
    full_description: Message
    help: Help
    default_configuration: Configuration
    properties: dict[str, Any]


class Driver(_Part):
    """The program."""

    name: str
    version: str
    rules: tuple[Descriptor, ...]


class Tool(_Part):
    """The program and its extensions, of which there are none."""

    driver: Driver


class Notification(_Part):
    """Something about the run that is no finding."""

    level: SarifLevel
    message: Message


class Invocation(_Part):
    """How the program was run; without times, so that the same run gives the same bytes."""

    execution_successful: Literal[True] = True
    command_line: str | None = None
    tool_execution_notifications: tuple[Notification, ...] = ()
    properties: dict[str, Any]


class Artifact(_Part):
    """A file that was read."""

    location: ArtifactLocation
    hashes: dict[str, str]


class Run(_Part):
    """One run."""

    tool: Tool
    language: str = "en-GB"
    column_kind: Literal["unicodeCodePoints"] = "unicodeCodePoints"
    invocations: tuple[Invocation, ...]
    artifacts: tuple[Artifact, ...]
    results: tuple[Result, ...]
    properties: dict[str, Any]


class Log(_Part):
    """The file."""

    schema_: str = Field(SCHEMA, alias="$schema")
    version: Literal["2.1.0"] = "2.1.0"
    runs: tuple[Run, ...]
