"""`summarizer verify`: check anybody's bullets against an article."""

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.bullets import read_bullets
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
