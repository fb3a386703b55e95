"""The real programs a reader has: LibreOffice, a PDF reader's tools, a browser with accessibility rules."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

WIDTHS = (1200, 390)
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def program(*names: str) -> str:
    """Return the path of the first of some programs that is there; CI installs them all and never skips."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None and not os.environ.get("CI"):
        pytest.skip(f"needs {' or '.join(names)}: the README says how to install it")
    assert found, f"{' or '.join(names)} is not installed"
    return found


def to_pdf(path: Path, folder: Path) -> Path:
    """Convert a Word, Excel or HTML file with LibreOffice and return the PDF."""
    profile = folder / "office-profile"
    command = [program("soffice", "libreoffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{path.stem}.pdf"


def to_csv(path: Path, folder: Path) -> str:
    """Open a workbook in LibreOffice and return its first sheet as it shows it, formulas as formulas."""
    profile = folder / "office-profile"
    command = [program("soffice", "libreoffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    filters = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true"
    subprocess.run(
        [*command, "--convert-to", filters, "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / f"{path.stem}.csv").read_text("utf-8")


def pdf_text(path: Path) -> str:
    """Return the text of a PDF as poppler reads it."""
    return subprocess.run(
        [program("pdftotext"), "-layout", str(path), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()


def pdf_pages(path: Path) -> int:
    """Return how many pages a PDF has."""
    info = subprocess.run([program("pdfinfo"), str(path)], check=True, capture_output=True, timeout=60).stdout.decode()
    return int(next(line.split()[1] for line in info.splitlines() if line.startswith("Pages:")))


@contextmanager
def browser_page(html: Path, width: int) -> Iterator[Any]:
    """Open a local HTML file in a real Chromium at a width in pixels."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program("chromium", "chromium-browser"), args=CHROMIUM_FLAGS
        )
        page = browser.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
        page.goto(html.as_uri())
        yield page
        browser.close()


def accessibility_failures(html: Path) -> list[str]:
    """Return what axe finds against WCAG 2.2 A and AA, at a desk's width and a phone's."""
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}}
    failures = []
    for width in WIDTHS:
        with browser_page(html, width) as page:
            found = _axe().run(page, options=rules).response
            failures += [f"{width}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                failures.append(f"{width}: the page is wider than the window")
    return failures


@functools.cache
def _axe() -> Any:
    from axe_playwright_python.sync_playwright import Axe

    return Axe()
