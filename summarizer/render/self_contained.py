"""HTML pages of one file, which load nothing and run no script but their own."""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from summarizer.render.text import plain


def render_self_contained(package: str, **values: Any) -> str:
    """Return `page.html.j2` of `package`, filled with `values`, its `page.css` and `page.js` inside.

    The template also gets `policy`, a Content-Security-Policy (W3C CSP3) under which only these
    two apply. Text is escaped, and rid of control characters, wherever it stands.
    """
    style, script = _asset(package, "page.css"), _asset(package, "page.js")
    return _template(package).render(
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704
        policy=(
            f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
            "base-uri 'none'; form-action 'none'"
        ),
        **values,
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@lru_cache
def _asset(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")


@lru_cache
def _template(package: str) -> Template:
    environment = Environment(
        loader=PackageLoader(package, ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: plain(value) if type(value) is str else value,
    )
    return environment.get_template("page.html.j2")
