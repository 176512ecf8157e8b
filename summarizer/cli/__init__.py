"""The command line: parse arguments, print, choose exit codes."""

import sys

import typer

from summarizer.cli import cache, console, doctor, evals, extract, prompts, run, slack, verify

app = typer.Typer(
    name="summarizer",
    help="News articles to highlights and claims, each tied to the article's own words.",
    epilog="Start with: summarizer run ARTICLE.html    (a URL, a file, or - for standard input)",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("run", epilog=run.EXAMPLES)(run.run)
app.command("extract", epilog=extract.EXAMPLES)(extract.extract)
app.command("verify", epilog=verify.EXAMPLES)(verify.verify)
app.command("doctor")(doctor.doctor)
app.add_typer(prompts.app, name="prompts")
app.add_typer(cache.app, name="cache")
app.add_typer(evals.app, name="eval")
app.add_typer(slack.app, name="slack")


@app.callback(invoke_without_command=True)
def version(show: bool = typer.Option(False, "--version", help="Print the version and exit.")) -> None:  # noqa: D103
    if show:
        from summarizer import __version__

        with console.exiting(verbose=False):
            console.print_line(f"summarizer {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line and exit; the codes are listed in the README."""
    try:
        app()
    except OSError as err:  # typer itself prints help and the like, and stops at a full disk
        if err.errno not in console.FULL:
            raise
        sys.exit(console.report(console.unprintable(err), verbose=False))
