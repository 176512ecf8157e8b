"""`summarizer doctor`: what is configured and what works. Never prints a secret."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from summarizer.cli.console import Verbose, exiting, print_line, require_slack
from summarizer.errors import ConfigError, ModelError, SummarizerError

if TYPE_CHECKING:
    from summarizer.config import Settings

LIBRARIES = ("openai", "instructor", "pydantic", "trafilatura", "sentencex", "SQLAlchemy", "tenacity")


def doctor(verbose: Verbose = False) -> None:
    """Show the engine, the model and its server, the cache, the prompt, the Slack bot and the versions.

    Exits 5 if the server fails, 2 if it cannot be asked, cache or prompt cannot be used, or Slack does not
    take the bot.
    """
    with exiting(verbose):
        from summarizer import __version__
        from summarizer.config import config_file, load_settings

        settings = load_settings()
        llm = settings.uses_llm
        file = config_file()
        _line("engine", f"{'llm' if llm else 'extractive'} (engine = {settings.engine})")
        _line("config file", f"{file}{'' if file.exists() else ' (none)'}")
        _line("key", "set" if settings.api_key else "not set")
        fault = _show_server(settings) if llm else None
        fault = _show_cache(settings) or fault
        fault = _show_prompt(settings) or fault
        fault = _show_slack() or fault
        _line("versions", f"summarizer {__version__}, Python {platform.python_version()}")
        for library in LIBRARIES:
            _line("", f"{library} {_version(library)}")
        if fault:
            raise fault


def _line(label: str, text: str) -> None:
    from summarizer.render.text import plain

    print_line(f"{label:<12} {plain(text)}")


def _show_server(settings: "Settings") -> SummarizerError | None:
    """Show the model and its server; return what is wrong with it, to be raised when all is shown."""
    from summarizer.engines.llm import probe

    try:
        status = probe(settings)
    except ConfigError as err:
        _line("model", settings.model)
        _line("server", "not asked")
        return err
    _line(
        "model",
        f"{settings.model}{'' if status.model_listed in (True, None) else ' (not in the server’s list)'}",
    )
    _line("server", f"{status.url}: {'reachable' if status.reachable else status.problem}")
    if status.reachable:
        return None
    problem = (status.problem or "").rstrip(".")
    return ModelError(
        f"The model's server cannot be used: {problem}. Check OPENAI_BASE_URL and OPENAI_API_KEY."
    )


def _show_slack() -> SummarizerError | None:
    """Show whether Slack takes the bot's tokens, and what they may not; return what is wrong, as above."""
    from summarizer.config import load_slack_settings

    try:
        slack = load_slack_settings()
        if not slack.secrets:
            _line("slack", "no token set")
            return None
        require_slack()
        from summarizer.slack.account import connect, socket_problem
        from summarizer.store.bot import stored

        account = connect(slack)
        _line("slack", f"{account.name} in {account.team}")
        problem = socket_problem(slack)
        _line("", f"Socket Mode: {problem or 'Slack takes the app-level token'}")
        _line("", f"HTTP mode: SLACK_SIGNING_SECRET is {'set' if slack.signing_secret else 'not set'}")
        _line("", f"store: {stored(slack.store_url)}")
    except ConfigError as err:
        _line("slack", "cannot be used")
        return err
    if account.missing:
        missing = ", ".join(account.missing)
        _line("", f"missing scopes: {missing}")
        return ConfigError(
            f"The bot lacks scopes: {missing}. Add them under OAuth & Permissions, and install the app anew."
        )
    if problem and slack.signing_secret is None:
        return ConfigError(
            f"The bot can hear nothing: {problem}, and there is no SLACK_SIGNING_SECRET for HTTP."
        )
    return None


def _show_cache(settings: "Settings") -> SummarizerError | None:
    """Show the cache and what it holds; return what is wrong with it, as above."""
    if not settings.cache:
        _line("cache", "off")
        return None
    from summarizer.store import Store

    warnings: list[str] = []
    held = Store.open(settings.cache_dir, warn=warnings.append).info()
    _line("cache", warnings[0] if warnings else f"{held.path}: {held.entries} answers")
    return ConfigError(warnings[0]) if warnings else None


def _show_prompt(settings: "Settings") -> SummarizerError | None:
    """Show the prompt; return what is wrong with it, as above."""
    from summarizer import prompting

    try:
        prompting.load(settings.prompt)
    except ConfigError as err:
        _line("prompt", str(err))
        return err
    _line("prompt", settings.prompt)
    return None


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "missing"
