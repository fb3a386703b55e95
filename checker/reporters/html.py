"""Self-contained HTML: one file that opens from an e-mail, reads on a phone, prints, and runs nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jinja2


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """Return the environment of the templates: everything escaped, an unknown name is an error."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("checker.reporters", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True}
    return environment


def render(template: str, **fields: Any) -> bytes:
    """Return a page made from a template that extends `base.html.jinja`.

    Its fields: `title`; `access`, the highest restriction of what the page holds ("public" prints
    nothing); `foot`, lines for the end of the page; and whatever the template itself names.
    """
    fields = {"access": "public", "foot": (), **fields}
    return environment().get_template(template).render(**fields).encode()
