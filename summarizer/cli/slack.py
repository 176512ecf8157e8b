"""`summarizer slack`: run the bot, print its manifest, print the corrections that people sent."""

import json
import signal
import threading
from typing import Annotated

import typer

from summarizer.cli.console import Out, Verbose, exiting, require_slack, say, write_result
from summarizer.errors import ConfigError

EXAMPLES = """\b
Examples:
  summarizer slack manifest           # paste it at api.slack.com/apps, "From a manifest"
  SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… summarizer slack
  SLACK_BOT_TOKEN=xoxb-… SLACK_SIGNING_SECRET=… summarizer slack --http 3000
  summarizer slack corrections > corrections.jsonl
"""
INTERRUPTED = 130

app = typer.Typer(
    help="The Slack bot: answers a link with highlights in the thread.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def slack(
    context: typer.Context,
    http: Annotated[
        int | None,
        typer.Option(
            "--http",
            min=0,
            max=65535,
            metavar="PORT",
            help="Serve HTTP instead of Socket Mode; 0 takes a free port.",
            show_default=False,
        ),
    ] = None,
    host: Annotated[
        str | None,
        typer.Option("--host", help="Address to serve HTTP at (default: 127.0.0.1).", show_default=False),
    ] = None,
    verbose: Verbose = False,
) -> None:
    """Run the Slack bot until it is stopped; SIGTERM and Ctrl-C let what is in hand be finished."""
    if context.invoked_subcommand is not None:
        return
    with exiting(verbose):
        require_slack()
        if host is not None and http is None:
            raise ConfigError("--host is where HTTP is served: pass --http PORT, too.")
        from summarizer.config import load_settings, load_slack_settings
        from summarizer.slack.logs import log_to_stderr
        from summarizer.slack.service import service

        settings, slack_settings = load_settings(), load_slack_settings()
        log_to_stderr(slack_settings.secrets, verbose=verbose)
        stop = _Stop()
        with service(
            settings, slack_settings, http=None if http is None else (host or "127.0.0.1", http)
        ) as where:
            say(f"Listening as {where}. Ctrl-C stops.")
            stop.wait()
            say("Stopping: finishing what is in hand. Once more stops at once.")
        raise typer.Exit(INTERRUPTED if stop.interrupted else 0)


@app.command("manifest")
def manifest(
    url: Annotated[
        str | None,
        typer.Option(
            "--url", metavar="URL", help="For HTTP mode: where Slack reaches the bot.", show_default=False
        ),
    ] = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Print the app manifest to paste into Slack, as JSON; for Socket Mode unless --url is given."""
    with exiting(verbose):
        from summarizer.slack.manifest import manifest as make

        if url is not None and not url.startswith("https://"):
            raise ConfigError("Slack delivers to https:// addresses only: pass --url https://….")
        write_result(json.dumps(make(url), indent=2, ensure_ascii=False), out)


@app.command("corrections")
def corrections(out: Out = None, verbose: Verbose = False) -> None:
    """Print what people said is wrong with items, oldest first, one JSON object a line."""
    with exiting(verbose):
        from summarizer.config import load_slack_settings
        from summarizer.slack.corrections import for_review
        from summarizer.store.bot import BotState

        state = BotState.open(load_slack_settings().store_url)
        lines = [json.dumps(correction, ensure_ascii=False) for correction in for_review(state)]
        state.close()
        if not lines:
            say("There are no corrections.")
        write_result("".join(f"{line}\n" for line in lines), out)


class _Stop:
    """Waits for SIGTERM or SIGINT; the second one of them ends the program at once."""

    def __init__(self) -> None:
        self.interrupted = False
        self._told = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._tell)

    def wait(self) -> None:
        """Return when a signal has come."""
        while not self._told.wait(1):
            pass

    def _tell(self, number: int, _frame: object) -> None:
        if self._told.is_set():
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        self.interrupted = number == signal.SIGINT
        self._told.set()
