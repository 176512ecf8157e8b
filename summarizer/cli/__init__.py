"""The command line: parse arguments, print, choose exit codes."""

import os
import shlex
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from summarizer.cli import cache, console, doctor, evals, extract, prompts, run, slack, verify


class _Commands(TyperGroup):
    """The commands; who names an article in place of one most likely means `run`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # typer keeps its own type private
        """Return the command that `args` begin with, as typer does, or fail with what may be meant."""
        name = args[0]
        if name not in self.commands and not ctx.resilient_parsing and _may_be_source(name):
            ctx.fail(f"No command was given. Did you mean `summarizer run {shlex.quote(name)}`?")
        return super().resolve_command(ctx, args)


def _may_be_source(name: str) -> bool:
    """Whether `name` looks like a file or an address, or is a file here."""
    return name == "-" or "." in name or "/" in name or os.path.exists(name)  # noqa: PTH110 - it never fails


app = typer.Typer(
    name="summarizer",
    cls=_Commands,
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
        sys.exit(app(prog_name="summarizer", standalone_mode=False))
    except typer.TyperException as err:
        sys.exit(console.report_usage(err))
    except OSError as err:  # typer itself prints help and the like, and stops at a full disk
        if err.errno not in console.FULL:
            raise
        sys.exit(console.report(console.unprintable(err), verbose=False))
