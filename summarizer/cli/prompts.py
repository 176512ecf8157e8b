"""`summarizer prompts`: which prompts there are, and what they say."""

from typing import Annotated

import typer

from summarizer.cli.console import Verbose, exiting, print_line

app = typer.Typer(help="List the prompts, or show one.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_prompts(verbose: Verbose = False) -> None:
    """List each prompt's name, version, hash and purpose."""
    with exiting(verbose):
        from summarizer import prompting

        for name in prompting.available():
            prompt = prompting.load(name)
            print_line(f"{prompt.name}  v{prompt.version}  sha256:{prompt.sha256[:12]}  {prompt.purpose}")


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="A name from `prompts list`, or a path to a file of your own.")],
    verbose: Verbose = False,
) -> None:
    """Print a prompt as it stands in its file."""
    with exiting(verbose):
        from summarizer import prompting

        print_line(prompting.load(name).source)
