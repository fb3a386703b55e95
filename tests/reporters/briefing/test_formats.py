"""What holds in every format."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from pathlib import Path
from typing import get_args

import pytest

from checker.model.coding import quotations
from checker.reporters.briefing.build import briefing
from checker.reporters.briefing.formats import Format, render
from tests.rendering import pdf_text
from tests.reporters.briefing.pages import DAY, PAYLOAD, TOPIC, hostile, invented, real

FORMATS: tuple[Format, ...] = get_args(Format)
MEMBERS = [name for name in FORMATS if name != "json"]
BEFORE = datetime.date(2022, 1, 18)


def words(made: bytes, format_: str, folder: Path) -> str:
    """Return all words of a page, on one line."""
    if "pdf" == format_:
        path = folder / "page.pdf"
        path.write_bytes(made)
        return " ".join(pdf_text(path).split())
    if "docx" == format_:
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
        return " ".join(re.sub(r"<[^>]+>", "", part) for part in parts if "w:document" in part or "w:ftr" in part)
    return " ".join(made.decode().split())


@pytest.mark.parametrize("format_", FORMATS)
def test_same_bytes_on_a_second_run(format_: Format) -> None:
    """The same records give the same bytes again."""
    assert render(real(), format_, topic=TOPIC) == render(real(), format_, topic=TOPIC)


@pytest.mark.parametrize("format_", FORMATS)
def test_no_word_is_later_than_the_day(format_: Format, tmp_path: Path) -> None:
    """A page of 18 January 2022 holds no title, id, date or quotation of what came later."""
    page = words(render(real(BEFORE), format_, top=100), format_, tmp_path)
    known = {d.source.id for d in real(BEFORE).casefile.dossiers}
    later = [d for d in real().casefile.dossiers if d.source.id not in known]
    traces = [text for d in later for text in (d.source.id, d.source.title, *(q for _, _, q in quotations(d.coding)))]
    assert later
    assert not [trace for trace in (*traces, "19 January 2022", "20 January 2022") if trace in page]


@pytest.mark.parametrize("format_", MEMBERS)
def test_no_fingerprint_on_a_members_page(format_: Format, tmp_path: Path) -> None:
    """No digest, finding or rule id is on a page that members read."""
    page = words(render(real(), format_, top=100), format_, tmp_path)
    assert not re.search(r"\b[0-9a-f]{16,}\b", page)
    assert not [rule.id for rule in real().rulebook.rules if rule.id in page and rule.id.count("-") > 1]
    assert "#C" not in page


@pytest.mark.parametrize("format_", MEMBERS)
def test_every_format_asks_the_same(format_: Format, tmp_path: Path) -> None:
    """Every member reads the same questions, whatever the format."""
    page = words(render(invented(), format_, topic="shared-library-hubs"), format_, tmp_path)
    themes = briefing(invented(), topic="shared-library-hubs").themes
    assert themes
    for theme in themes:
        assert theme.opener in page.replace("&#39;", "'")
        assert f"A full answer holds: {theme.settled} To close: who, by when, in what form." in page


@pytest.mark.parametrize("format_", ["text", "docx", "pdf"])
def test_words_of_a_paper_stay_words(format_: Format, tmp_path: Path) -> None:
    """Script, template and typesetting commands in a paper come out as they stand and do nothing."""
    page = words(render(hostile(), format_, topic="museum-service"), format_, tmp_path)
    shown = PAYLOAD.replace("<", "&lt;").replace(">", "&gt;") if "docx" == format_ else PAYLOAD
    assert shown.split(" [x]", maxsplit=1)[0] in page
    assert "{{ 7*7 }}" in page


def test_markdown_makes_no_link_and_no_tag_of_words() -> None:
    """In Markdown a tag and a link in a paper are escaped, so that they show as they stand."""
    page = render(hostile(), "md", topic="museum-service").decode()
    assert "\\<script>" in page
    assert not re.search(r"(?<!\\)<script|\]\(", page)


def test_text_parts_each_label_from_what_follows() -> None:
    """In text the words found, asked and asked then stand under each other, a space after their label."""
    printed = render(real(), "text", topic=TOPIC, top=100).decode()
    labelled = re.findall(r"^    (Found|Ask|Then):( *)\S", printed, re.MULTILINE)
    assert {("Found", " "), ("Ask", "   "), ("Then", "  ")} == set(labelled)


def test_json_lists_themes_promises_questions_and_papers() -> None:
    """Other programs get a version, a manifest and the lists, each whole."""
    data = json.loads(render(real(), "json", topic=TOPIC))
    assert 1 == data["schema_version"]
    assert DAY.isoformat() == data["manifest"]["as_of"]
    assert [5, 13, 13, 3] == [len(data[name]) for name in ("themes", "promised", "asked", "not_read")]
    assert {"theme", "opener", "follow_ups", "full_answer", "route"} == set(data["themes"][0]["question"])
    assert not re.search(r"fingerprint|#C\d", json.dumps({k: v for k, v in data.items() if k != "manifest"}))
