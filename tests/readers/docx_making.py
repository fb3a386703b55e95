"""Word files made for the tests: python-docx for whole documents, raw parts where Word's own XML is the point."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")


def document(body: str, **parts: str) -> bytes:
    """Return a Word file with this body and these parts: numbering, styles, footnotes, endnotes, comments, settings."""
    return zipped(contents(body, **parts))


def contents(body: str, **parts: str) -> dict[str, bytes]:
    """Return the entries of a Word file by name, for a test to change."""
    entries = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations({"rId1": (f"{_REL}/officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": _relations(
            {f"rId{i}": (f"{_REL}/{name}", f"{name}.xml") for i, name in enumerate(parts, start=1)}
        ),
    }
    entries |= {f"word/{name}.xml": part(name, inner) for name, inner in parts.items()}
    return {name: text.encode() for name, text in entries.items()}


def part(root: str, inner: str) -> str:
    """Return an XML part."""
    return f"{HEAD}<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def zipped(entries: Mapping[str, bytes] | Sequence[tuple[str, bytes]]) -> bytes:
    """Return a zip of these entries; a sequence may hold one name twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the writer warns of a name it has seen
        for name, data in entries.items() if isinstance(entries, Mapping) else entries:
            archive.writestr(name, data)
    return out.getvalue()


def p(*runs: str, style: str = "", num: tuple[int, int] | None = None, more: str = "") -> str:
    """Return a paragraph of runs; `num` is (list, level), `more` other properties."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    properties += more
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of words."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(*runs: str) -> str:
    """Return runs inside a tracked insertion."""
    return f'<w:ins w:id="1" w:author="An officer" w:date="2026-11-01T10:00:00Z">{"".join(runs)}</w:ins>'


def deleted(text: str, around: str = "del") -> str:
    """Return words inside a tracked deletion, or the old place of a move."""
    return (
        f'<w:{around} w:id="2" w:author="An officer" w:date="2026-11-01T10:00:00Z">'
        f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:{around}>'
    )


def table(*rows: Sequence[str]) -> str:
    """Return a table; a cell is words, or whole XML from `<w:tcPr>` or `<w:p>` on."""
    cells = [[cell if cell.startswith("<") else p(cell) for cell in row] for row in rows]
    lines = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in cells]
    grid = "<w:tblGrid>" + "<w:gridCol/>" * max(map(len, rows)) + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def level(index: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """Return one level of a list; `more` goes where Word puts what follows the format."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(ident: int, *levels: str, more: str = "") -> str:
    """Return an abstract list."""
    inner = f'<w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}'
    return f'<w:abstractNum w:abstractNumId="{ident}">{inner}</w:abstractNum>'


def num(ident: int, of: int, overrides: str = "") -> str:
    """Return a list of an abstract list."""
    return f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def start_again(index: int, at: int = 1) -> str:
    """Return an override that starts a level again."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def style(
    ident: str, name: str = "", based: str = "", paragraph: str = "", run: str = "", kind: str = "paragraph"
) -> str:
    """Return a style; `paragraph` and `run` are its properties."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{ident}"><w:name w:val="{name or ident}"/>{base}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def field_of(instruction: str, result: str) -> str:
    """Return a field: what it is told and what it shows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _types(parts: Mapping[str, str]) -> str:
    names = ("document", *(name for name in parts if name in _PARTS))
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{"document.main" if name == "document" else name}+xml"/>'
        for name in names
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"/>' for ident, (kind, target) in relations.items()
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
