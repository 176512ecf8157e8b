"""`summarizer cache`: what is remembered of exchanges with the model."""

import typer

from summarizer.cli.console import Verbose, exiting, print_line, say
from summarizer.errors import ConfigError

app = typer.Typer(
    help="Show or clear the cache of model answers.", no_args_is_help=True, rich_markup_mode=None
)


@app.command()
def info(verbose: Verbose = False) -> None:
    """Show where the cache is and what it holds."""
    with exiting(verbose):
        from summarizer.config import load_settings
        from summarizer.store import Store

        held = Store.open(load_settings().cache_dir, warn=say).info()
        print_line(f"{held.path}: {held.entries} answers, {held.bytes:,} bytes, oldest {held.oldest or '-'}")


@app.command()
def clear(verbose: Verbose = False) -> None:
    """Forget all answers; a damaged cache is removed."""
    with exiting(verbose):
        from summarizer.config import load_settings
        from summarizer.store import Store

        faults: list[str] = []
        cache = Store.open(load_settings().cache_dir, warn=faults.append)
        count = cache.clear()
        if cache.remove_damaged():
            print_line(f"Removed the damaged cache {cache.path}.")
        elif faults:
            raise ConfigError(faults[0])
        else:
            print_line(f"Forgot {count} answers.")
