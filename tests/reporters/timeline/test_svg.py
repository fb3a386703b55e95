"""The picture as SVG: well formed, inert, every mark with a name, its words where the geometry says."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from checker.reporters.timeline import svg
from checker.reporters.timeline.gather import timeline_of
from checker.reporters.timeline.page import render
from tests.rendering import browser_page
from tests.reporters.commitments.case import PAYLOADS, TOPIC, depot, hostile, real

NS = "{http://www.w3.org/2000/svg}"
REAL = "shared-education-service"


def test_it_is_xml_whatever_it_holds() -> None:
    """The picture parses as XML; markup in the records stays text, and no element runs anything."""
    for assessment, topic in ((hostile(), TOPIC), (real(), REAL)):
        root = ElementTree.fromstring(svg.render(timeline_of(assessment, topic)))
        names = {element.tag.removeprefix(NS) for element in root.iter()}
        assert names <= {"svg", "title", "desc", "rect", "line", "circle", "path", "text", "a", "g"}
    shown = "".join(ElementTree.fromstring(svg.render(timeline_of(hostile(), TOPIC))).itertext())
    assert PAYLOADS[0] in shown


def test_every_mark_has_a_name_and_a_description() -> None:
    """Every mark is a link with a title and a description, in the order of time, to a line of the table."""
    timeline = timeline_of(real(), REAL)
    root = ElementTree.fromstring(svg.render(timeline))
    links = root.findall(f"{NS}a")
    facts = sum(len(moment.facts) for moment in timeline.moments)
    targets = [int(link.get("href", "").removeprefix("#fact-")) for link in links]
    assert len(targets) == 7
    assert sorted(targets) == targets
    assert max(targets) <= facts
    assert all(link.findtext(f"{NS}title") and link.findtext(f"{NS}desc") for link in links)


def test_nothing_is_told_by_colour() -> None:
    """Marks differ in form: open or filled, dashed or not; every ink is dark on white."""
    drawn = svg.render(timeline_of(real(), REAL))
    inks = {part.split('"')[1] for name in ("fill", "stroke") for part in drawn.split(f" {name}=")[1:]}
    assert {svg.INK, svg.SOFT, svg.ACCENT, svg.PAPER} == inks


def test_words_stay_in_their_boxes_in_a_browser(tmp_path: Path) -> None:
    """In a real browser every line of type is inside the picture, and no two lines cover each other."""
    for width in (1200, 390):
        page_file = tmp_path / "page.html"
        page_file.write_bytes(render(timeline_of(real(), REAL), real()))
        with browser_page(page_file, width) as page:
            boxes = page.evaluate(
                """() => [...document.querySelectorAll('svg text')].map(t => {
                const b = t.getBBox();
                return [b.x, b.y + 2, b.x + b.width, b.y + b.height - 2, parseFloat(getComputedStyle(t).fontSize)
                  * t.ownerSVGElement.getBoundingClientRect().width / t.ownerSVGElement.viewBox.baseVal.width];})"""
            )
        assert len(boxes) > 40
        assert all(box[0] >= 0 and box[2] <= 920 for box in boxes)
        assert min(box[4] for box in boxes) >= 11
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (one, other)


def test_marks_are_reached_by_keyboard_in_reading_order(tmp_path: Path) -> None:
    """The tabulator goes from mark to mark in the order of time, and a mark leads to its line in the table."""
    page_file = tmp_path / "page.html"
    page_file.write_bytes(render(timeline_of(depot(), TOPIC), depot()))
    with browser_page(page_file, 1200) as page:
        reached = []
        for _ in range(12):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        marks = [int(name.removeprefix("#fact-")) for name in reached if name and name.startswith("#fact-")]
        assert len(marks) > 5
        assert sorted(marks) == marks
        page.locator("svg a").first.focus()
        page.keyboard.press("Enter")
        assert page.url.endswith("#fact-1")
        assert 1 == page.locator("#fact-1").count()
