"""The Word example: a report with automatic numbering, a table, a tracked change and a placeholder left in."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHEN = (2025, 6, 3, 9, 0, 0)
CHANGE = 'w:id="{}" w:author="Finance" w:date="2025-06-02T10:00:00Z"'


def run(text: str, *, bold: bool = False) -> str:
    """Return a run of text."""
    looks = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inserted(number: int, text: str) -> str:
    """Return an insertion that nobody has accepted yet."""
    return f"<w:ins {CHANGE.format(number)}>{run(text)}</w:ins>"


def deleted(number: int, text: str) -> str:
    """Return a deletion that nobody has accepted yet."""
    gone = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return f"<w:del {CHANGE.format(number)}>{gone}</w:del>"


def paragraph(*runs: str, style: str = "") -> str:
    """Return a paragraph; a style brings its number with it."""
    chosen = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{chosen}{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def table(*rows: tuple[str, str]) -> str:
    """Return a table of two columns, its first row the heads."""
    cells = "".join(
        "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="3600" w:type="dxa"/></w:tcPr>{paragraph(run(text, bold=not number))}</w:tc>' for text in row) + "</w:tr>"
        for number, row in enumerate(rows)
    )  # fmt: skip
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = '<w:tblGrid><w:gridCol w:w="3600"/><w:gridCol w:w="3600"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="7200" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{grid}{cells}</w:tbl>'


def section(text: str) -> str:
    """Return a heading of the first level."""
    return paragraph(text, style="Heading1")


def numbered(*runs: str) -> str:
    """Return a paragraph of the second level."""
    return paragraph(*runs, style="Numbered")


def lettered(text: str) -> str:
    """Return a sub-paragraph."""
    return paragraph(text, style="Lettered")


BODY = (
    paragraph("Future of the leisure centres", style="Title"),
    paragraph("Wexcombe Borough Council"),
    paragraph("Report to: Cabinet"),
    paragraph("Date of meeting: [insert date]"),
    paragraph("Report of: Director of Communities"),
    section("Purpose of the report"),
    numbered("Cabinet is asked to agree that a charitable trust runs the three leisure centres of the borough from 1 April 2026."),
    section("Background"),
    numbered("The council runs leisure centres at Canal Street, Northgate and Riverside. Visits were 412,000 in 2022/23 and 398,000 in 2024/25."),
    numbered("The centres have been a great success with residents: in the users’ survey of 2024, 82 in 100 of those who replied were satisfied."),
    section("What is proposed"),
    numbered("The trust will:"),
    lettered("bring economies of scale in buying, booking and management;"),
    lettered("improve health and wellbeing across the borough; and"),
    lettered("keep all three centres open at their present hours."),
    numbered("The transfer is expected to save ", deleted(1, "up to"), inserted(2, "at least"), " £240,000 a year by 2027/28."),
    numbered("No user of the centres will be adversely affected by the transfer."),
    numbered("A Transition Manager has been appointed and now leads the three centres. The appointment gives the council the expertise that the transfer needs."),
    section("Financial implications"),
    numbered("Table 1 shows where the saving will be made."),
    table(("Centre", "Saving a year"), ("Canal Street", "£95,000"), ("Northgate", "£70,000"), ("Riverside", "£65,000"), ("Total", "£240,000")),
    numbered("The cost of setting up the trust, £85,000, will be met from existing budgets."),
    numbered("A full business case with a cost-benefit analysis will be brought to Cabinet before the transfer."),
    section("Options considered"),
    numbered("A contract with a private operator and the closure of one centre were looked at. There is no realistic alternative to a trust if all three centres are to stay open."),
    section("Consultation"),
    numbered("Users and staff will be consulted in the autumn, and the results will be reported to Cabinet by 30 November 2025."),
    section("Legal implications"),
    numbered("The Monitoring Officer has been consulted. Advice on the lease is at exempt Appendix B."),
    section("Equality implications"),
    numbered("None."),
    section("Environmental implications"),
    numbered("[Climate officer to complete]"),
    section("Recommendation"),
    numbered("That Cabinet agree to transfer the three leisure centres to a charitable trust from 1 April 2026."),
)  # fmt: skip

LEVELS = (("%1.", "Heading1", 0), ("%1.%2", "Numbered", 0), ("(%3)", "Lettered", 720))


def numbering() -> str:
    """Return the list of three levels that the styles count by."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{"lowerLetter" if depth == 2 else "decimal"}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left + 720}" w:hanging="720"/></w:pPr></w:lvl>'
        for depth, (text, style, left) in enumerate(LEVELS)
    )
    return (
        f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def styles() -> str:
    """Return the styles; three of them bring a number."""
    counted = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
        f'<w:spacing w:before="{120 if depth else 240}" w:after="60"/>{"" if depth else outline}</w:pPr>'
        f"<w:rPr>{'' if depth else '<w:b/>'}</w:rPr></w:style>"
        for outline in ['<w:outlineLvl w:val="0"/>']
        for depth, (style, name) in enumerate((("Heading1", "heading 1"), ("Numbered", "Numbered"), ("Lettered", "Lettered")))
    )  # fmt: skip
    return (
        f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
        '<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
        f'<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>{counted}</w:styles>'
    )


def furniture(kind: str, text: str) -> str:
    """Return a header or footer."""
    return f"{HEAD}<w:{kind} {W}>{paragraph(text)}</w:{kind}>"


PARTS = {"styles": "styles", "numbering": "numbering", "header1": "header", "footer1": "footer"}


def document() -> str:
    """Return the body of the report."""
    ends = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>'
    )
    return f"{HEAD}<w:document {W} {R}><w:body>{''.join(BODY)}{ends}</w:body></w:document>"


def content_types() -> str:
    """Return the list of what the parts are."""
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for part, kind in {"document": "document.main", **PARTS}.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(targets: dict[str, str]) -> str:
    """Return what a part leads to, by kind and file."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def docx() -> bytes:
    """Return the Word file, the same bytes every time."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships({"word/document.xml": "officeDocument"}),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships({f"{part}.xml": kind for part, kind in PARTS.items()}),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/header1.xml": furniture("hdr", "Wexcombe Borough Council · Cabinet · DRAFT"),
        "word/footer1.xml": furniture("ftr", "Future of the leisure centres"),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, WHEN)
            entry.compress_type = zipfile.ZIP_STORED  # the same bytes whatever the library that packs
            entry.create_system = 0
            archive.writestr(entry, text.encode())
    return held.getvalue()
