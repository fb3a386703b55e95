"""The records of the examples beside their documents, and the page that is printed of them."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from checker.model.coding import quotations
from checker.readers import read
from checker.reporters import as_json, text
from tests.stories.reading import EXAMPLES, ORIGINALS, assessed, dossier_of

LATE = "2025-10-01"
TEN = (
    "wexcombe-leisure-trust-2025-06",
    "wexcombe-waste-rounds-2025-07",
    "wexcombe-youth-grants-2025-05",
    "wexcombe-market-square-2025-08",
    "wexcombe-library-hubs-2025-02",
    "wexcombe-library-minutes-2025-02",
    "wexcombe-library-news-2025-09",
    "wexcombe-parking-permits-2025-03",
    "wexcombe-allotment-gates-2025-03",
    "wexcombe-museum-options-2025-04",
)
NEVER_SAID = re.compile(r"\b(false|mislead\w*|unlawful\w*|fail(s|ed|ure)?)\b", re.IGNORECASE)


@pytest.mark.parametrize("source", TEN)
class TestRecords:
    """What holds of every example."""

    def test_every_quotation_stands_in_the_document(self, source: str) -> None:
        """Every quotation is found, with its hedge, at its place in the document that lies beside it."""
        dossier = dossier_of(assessed(LATE, EXAMPLES, originals=ORIGINALS), source)

        assert {("found", "")} == {(check.state, check.hedge) for check in dossier.checks.values()}
        assert len(list(quotations(dossier.coding))) == len(dossier.checks)
        assert not dossier.original_changed

    def test_every_quotation_is_sealed(self, source: str) -> None:
        """A clone without the documents still sees that no quotation was edited."""
        dossier = dossier_of(assessed(LATE, EXAMPLES), source)

        assert as_json.source(dossier)["quotes_sealed"] == len(list(quotations(dossier.coding)))

    def test_the_record_describes_the_document(self, source: str) -> None:
        """Digest, paragraphs and words in the record are those of the document as the reader finds them."""
        original = dossier_of(assessed(LATE, EXAMPLES), source).source.original
        assert original is not None
        raw = (ORIGINALS / original.file).read_bytes()
        paragraphs = read(ORIGINALS / original.file).paragraphs

        assert sha256(raw).hexdigest() == original.sha256
        assert len(paragraphs) == original.paragraphs
        assert sum(len(paragraph.text.split()) for paragraph in paragraphs) == original.words


class TestPage:
    """What `checker check seeds/examples` prints."""

    def test_no_line_is_wider_than_eighty_columns(self) -> None:
        """Every line fits a terminal of eighty columns."""
        lines = "".join(text.render(assessed(LATE, EXAMPLES), everything=True)).splitlines()

        assert len(lines) > 100
        assert not [line for line in lines if len(line) > 80]

    def test_nothing_is_alleged(self) -> None:
        """Neither the page nor any finding calls a claim false, misleading or unlawful, or says that anyone failed."""
        assessment = assessed(LATE, EXAMPLES)
        page = "".join((*text.render(assessment, everything=True), *as_json.render(assessment)))

        assert not NEVER_SAID.findall(page)


def test_ten_sources_are_read() -> None:
    """The folder holds these ten sources, and no document lies there without a record."""
    assert set(TEN) == {dossier.source.id for dossier in assessed(LATE, EXAMPLES).casefile.dossiers}
    assert set(TEN) == {path.stem for path in ORIGINALS.iterdir()}
