"""The members' page in Word, filled into a template that a council may restyle."""

from __future__ import annotations

import datetime
import io
import zipfile
from functools import lru_cache
from importlib import resources
from pathlib import Path

import jinja2

from checker.base.faults import Misuse
from checker.reporters.archive import settled
from checker.reporters.briefing.fields import fields
from checker.reporters.briefing.page import Briefing


@lru_cache(maxsize=1)
def built_in() -> bytes:
    """Return the template that comes with the program."""
    return (resources.files("checker.reporters") / "templates" / "briefing.docx").read_bytes()


def render(page: Briefing, template: bytes | None = None) -> bytes:
    """Return the page as a Word file.

    Args:
        page: what it says.
        template: the bytes of a council's own template; without it, the one that comes with the program.

    Raises:
        Misuse: where the template is not one, or names a field that the page does not have.
    """
    from docxtpl import DocxTemplate

    known = fields(page)
    try:
        filled = DocxTemplate(io.BytesIO(template or built_in()))
        unknown = sorted(filled.get_undeclared_template_variables() - known.keys())
        if unknown:
            raise Misuse(f"The template names {', '.join(unknown)}. A members' page has: {', '.join(known)}.")
        filled.render(known, jinja_env=_environment(), autoescape=True)
    except (jinja2.TemplateError, ValueError, KeyError, OverflowError, OSError, zipfile.BadZipFile) as error:
        raise Misuse(f"The template cannot be used: {error}") from error
    _about(filled, page)
    out = io.BytesIO()
    filled.save(out)
    return settled(out.getvalue())


def _environment() -> jinja2.Environment:
    """Return an environment in which a template reaches the fields and nothing behind them."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)


def _about(filled: object, page: Briefing) -> None:
    """Set title, language and dates of the file, which a reader of the screen hears first."""
    about = filled.docx.core_properties  # type: ignore[attr-defined]
    about.title, about.language = page.title, "en-GB"
    about.created = about.modified = datetime.datetime.combine(page.as_of, datetime.time())
    about.author = about.last_modified_by = ""
    about.revision = 1


def read_template(path: Path) -> bytes:
    """Return a council's own template.

    Raises:
        Misuse: where it cannot be read, or is no Word document.
    """
    name = path.as_posix()
    if path.is_dir():
        raise Misuse(f"{name} is a folder. Name the template, a Word document.")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Misuse(f"The template {name} cannot be read ({error.strerror}).") from error
    if not _is_word(raw):
        raise Misuse(f"The template {name} is no Word document. Give a .docx with the fields of the members' page.")
    return raw


def _is_word(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return any(name.startswith("word/") for name in archive.namelist())
    except zipfile.BadZipFile:
        return False
