"""`summarizer run`: highlights and claims of one or more articles."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.console import (
    JUDGED_AND_FAILED,
    AllowPrivateHosts,
    KeepBoilerplate,
    Out,
    Verbose,
    exiting,
    report,
    say,
    spinner,
    write_result,
)
from summarizer.errors import ConfigError, SummarizerError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.config import Settings
    from summarizer.schema import Summary

EXAMPLES = """\b
Examples:
  summarizer run https://example.com/news/article
  summarizer run saved-page.html --format html --out page.html
  cat article.txt | summarizer run - --engine extractive --highlights 3
  summarizer run *.html --format json > summaries.jsonl
"""


Form = Literal["markdown", "json", "html", "slack", "text"]
EngineName = Literal["auto", "llm", "extractive"]


def _option(name: str, text: str, metavar: str | None = None) -> object:
    return typer.Option(name, help=text, metavar=metavar, show_default=False)


def run(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="URL, file (html, txt, md), or - for stdin.")
    ],
    engine: Annotated[EngineName | None, _option("--engine", "Who proposes (default: auto).")] = None,
    form: Annotated[Form, typer.Option("--format", help="Form of the result.")] = "markdown",
    highlights: Annotated[
        int | None, _option("--highlights", "How many highlights (default: 5).", "N")
    ] = None,
    max_words: Annotated[
        int | None, _option("--max-words", "Words in one highlight (default: 30).", "N")
    ] = None,
    language: Annotated[
        str | None, _option("--language", "Language of the output (default: the article's).", "CODE")
    ] = None,
    no_claims: Annotated[bool, typer.Option("--no-claims", help="Highlights only.")] = False,
    model: Annotated[str | None, _option("--model", "Model of the LLM engine.")] = None,
    base_url: Annotated[str | None, _option("--base-url", "OpenAI-compatible server.", "URL")] = None,
    prompt: Annotated[
        str | None, _option("--prompt", "Prompt to use; see `summarizer prompts list`.", "NAME")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")] = False,
    fail_on_unsupported: Annotated[
        bool, typer.Option("--fail-on-unsupported", help="Exit 1 unless every item is fully supported.")
    ] = False,
    out: Out = None,
    allow_private_hosts: AllowPrivateHosts = None,
    keep_boilerplate: KeepBoilerplate = False,
    verbose: Verbose = False,
) -> None:
    """Print highlights and claims, each with the exact words that support it."""
    with exiting(verbose):
        from summarizer.config import load_settings

        if form == "html" and len(sources) > 1:
            raise ConfigError("--format html makes one page of one article; run it once for each source.")
        settings = load_settings(
            engine=engine,
            highlights=highlights,
            max_words=max_words,
            language=language,
            claims=False if no_claims else None,
            model=model,
            base_url=base_url,
            prompt=prompt,
            cache=False if no_cache else None,
            allow_private_hosts=allow_private_hosts,
            filter_boilerplate=False if keep_boilerplate else None,
        )
        if not settings.uses_llm:
            _warn_of_unused({"--model": model, "--base-url": base_url, "--prompt": prompt})
        summaries, code = _summarize_all(sources, settings, verbose)
        if summaries:
            write_result(_render_all(summaries, form, several=len(sources) > 1), out)
        if fail_on_unsupported and not all(map(fully_supported, summaries)):
            code = max(code, JUDGED_AND_FAILED)
        raise typer.Exit(code)


def fully_supported(summary: "Summary") -> bool:
    """Whether there are highlights or claims, every one of them labelled supported."""
    supports = [item.support for item in summary.highlights] + [claim.support for claim in summary.claims]
    return bool(supports) and all(support.label == "supported" for support in supports)


def _warn_of_unused(flags: "Mapping[str, str | None]") -> None:
    """Name those of the LLM's `flags` that were given; settings may well stand there for other runs."""
    if given := [name for name, value in flags.items() if value is not None]:
        say(f"Warning: No effect on the extractive engine: {', '.join(given)}.")


def _summarize_all(sources: list[str], settings: "Settings", verbose: bool) -> tuple[list["Summary"], int]:
    """Summarize each source, stopped by none that fails; the code is the worst."""
    from summarizer.pipeline import NO_MODEL_CONFIGURED, summarize

    summaries, worst = [], 0
    for source in sources:
        try:
            with spinner(source) as progress:
                summaries.append(summarize(source, settings, progress=progress))
        except SummarizerError as err:
            worst = max(worst, report(err, verbose, source))
    for warning in dict.fromkeys(w for summary in summaries for w in summary.run.warnings):
        say(f"Note: {warning}" if warning == NO_MODEL_CONFIGURED else f"Warning: {warning}")
    return summaries, worst


def _render_all(summaries: list["Summary"], form: Form, *, several: bool) -> str:
    from summarizer.render import render

    if form in {"json", "slack"}:
        return "\n".join(render(summary, form, compact=several) for summary in summaries)
    return "\n\n".join(render(summary, form) for summary in summaries)
