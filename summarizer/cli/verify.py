"""`summarizer verify`: check anybody's bullets against an article."""

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.console import (
    JUDGED_AND_FAILED,
    AllowPrivateHosts,
    Out,
    Verbose,
    exiting,
    say,
    spinner,
    write_result,
)
from summarizer.cli.run import Form, fully_supported
from summarizer.errors import ConfigError

EXAMPLES = """\b
Examples:
  summarizer verify article.html --bullets bullets.txt      (one bullet a line)
  summarizer verify https://example.com/a --publisher --fail-on-unsupported
"""

_MARKER = re.compile(r"^\s*(?:[-*+•‣▪–]|\d{1,2}[.)])\s+")


def verify(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="URL, file (html, txt, md), or - for stdin.")
    ],
    bullets: Annotated[
        Path | None,
        typer.Option("--bullets", metavar="FILE", help="One bullet a line; - for stdin.", show_default=False),
    ] = None,
    publisher: Annotated[bool, typer.Option("--publisher", help="Check the page's own highlights.")] = False,
    form: Annotated[Form, typer.Option("--format", help="Form of the result.")] = "markdown",
    fail_on_unsupported: Annotated[
        bool, typer.Option("--fail-on-unsupported", help="Exit 1 unless every bullet is fully supported.")
    ] = False,
    out: Out = None,
    allow_private_hosts: AllowPrivateHosts = None,
    verbose: Verbose = False,
) -> None:
    """Check bullets, whoever wrote them, against the words of the article."""
    with exiting(verbose):
        from summarizer.config import load_settings
        from summarizer.pipeline import verify as verify_bullets
        from summarizer.render import render

        if (bullets is None) == (not publisher):
            raise ConfigError("Say whose bullets to check: either --bullets FILE or --publisher.")
        given = None if bullets is None else read_bullets(bullets, article)
        settings = load_settings(allow_private_hosts=allow_private_hosts)
        with spinner(article):
            summary = verify_bullets(article, given, settings)
        for warning in summary.run.warnings:
            say(f"Warning: {warning}")
        write_result(render(summary, form), out)
        if fail_on_unsupported and not fully_supported(summary):
            raise typer.Exit(JUDGED_AND_FAILED)


def read_bullets(path: Path, article: str) -> list[str]:
    """Return the lines of `path` without list markers and blank lines.

    Raises ConfigError when there are none, or when both article and bullets are on stdin.
    """
    if str(path) == "-" and article == "-":
        raise ConfigError("Only one of the article and --bullets can come from standard input.")
    try:
        text = (
            sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig", errors="replace")
        )
    except OSError as err:
        raise ConfigError(f"Cannot read the bullets in {path}: {err.strerror}.") from err
    lines = [_MARKER.sub("", line).strip() for line in text.splitlines()]
    if not any(lines):
        raise ConfigError(f"No bullets in {path}: write one a line.")
    return [line for line in lines if line]
