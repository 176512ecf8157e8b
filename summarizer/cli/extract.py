"""`summarizer extract`: the body alone."""

from typing import Annotated, Literal

import typer

from summarizer.cli.console import (
    AllowPrivateHosts,
    KeepBoilerplate,
    Out,
    Verbose,
    exiting,
    spinner,
    write_result,
)

EXAMPLES = """\b
Examples:
  summarizer extract https://example.com/news/article
  summarizer extract saved-page.html --format json     (with every line that was taken out)
"""


Form = Literal["text", "markdown", "json"]


def extract(
    source: Annotated[str, typer.Argument(help="URL, file (html, txt, md), or - for stdin.")],
    form: Annotated[Form, typer.Option("--format", help="Form of the result.")] = "text",
    out: Out = None,
    allow_private_hosts: AllowPrivateHosts = None,
    keep_boilerplate: KeepBoilerplate = False,
    verbose: Verbose = False,
) -> None:
    """Print the article's body, without what surrounds it."""
    with exiting(verbose):
        from summarizer.config import load_settings
        from summarizer.pipeline import extract as extract_article
        from summarizer.render import render_extraction

        settings = load_settings(
            allow_private_hosts=allow_private_hosts, filter_boilerplate=False if keep_boilerplate else None
        )
        with spinner(source):
            extraction = extract_article(source, settings)
        write_result(render_extraction(extraction, form), out)
